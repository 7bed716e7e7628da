"""The training of the scorer made for news, from rated sentences."""
