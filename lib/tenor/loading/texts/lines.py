"""The lines of a text that have something in them, with their places."""

# Start in the text, and the line without the white space around it.
Line = tuple[int, str]


def lines_of(text: str) -> list[Line]:
    """Each line that is not blank.

    >>> lines_of("Port Sella\\n\\n  It rains.\\n")
    [(0, 'Port Sella'), (14, 'It rains.')]
    """
    lines, start = [], 0
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            before = 0 if len(stripped) == len(line) else line.index(stripped)
            lines.append((start + before, stripped))
        start += len(line) + 1
    return lines
