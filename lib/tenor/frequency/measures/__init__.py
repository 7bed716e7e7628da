"""Measures: the formulas of word statistics, on arrays of frequencies."""
