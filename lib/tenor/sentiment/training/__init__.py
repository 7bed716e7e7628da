"""The training of the shipped models, from rated data that you name: not needed to score anything."""
