"""Tables of what is in a corpus and how it was loaded."""
