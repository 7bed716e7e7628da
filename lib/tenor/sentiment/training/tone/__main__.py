"""`python -m tenor.sentiment.training.tone`."""

from tenor.sentiment.training.tone.training import main

main()
