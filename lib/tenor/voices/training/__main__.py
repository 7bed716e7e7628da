"""`python -m tenor.voices.training`."""

from tenor.voices.training.training import main

main()
