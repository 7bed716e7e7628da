"""`python -m tenor.sentiment.training.towards`."""

from tenor.sentiment.training.towards.training import main

main()
