"""Training the finder of quotations: `python -m tenor.voices.training`. It needs python-crfsuite."""
