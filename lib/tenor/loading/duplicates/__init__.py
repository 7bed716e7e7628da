"""Near-duplicates: which documents are copies of one text, and what each copy cut, added or altered."""
