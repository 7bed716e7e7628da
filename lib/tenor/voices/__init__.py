"""Quotations and their speakers: who says what, where, how often and to what effect."""
