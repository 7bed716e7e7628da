"""Finding quotations: a tagger of tokens, rules for what is certain, and a linker of contents to speakers."""
