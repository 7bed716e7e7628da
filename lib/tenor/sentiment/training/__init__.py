"""Training of the scorers from rated data that the user names; nothing here runs when texts are scored."""
