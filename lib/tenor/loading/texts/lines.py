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
        if line and (stripped := line.strip()):
            begin = start if line[0] == stripped[0] else start + line.index(stripped[0])
            lines.append((begin, stripped))
        start += len(line) + 1
    return lines
