"""Tone towards a target: what sentences say of a person or thing that they mention."""
