"""Finding the inputs: files, members of archives, rows of tables."""
