"""Keeping any text such that it can be read a piece at a time: the parser takes lines whole."""

_LONGEST = 8_000
"""Characters of a line, more than a long paragraph of a novel has; what the parser does with brackets grows faster."""


def bounded(text: str) -> str:
    """Return the text, its endless lines broken at a blank into paragraphs."""
    lines = text.split("\n")
    if max(map(len, lines)) <= _LONGEST:
        return text
    return "\n".join(part for line in lines for part in _parts(line))


def _parts(line: str) -> list[str]:
    parts: list[str] = []
    while len(line) > _LONGEST:
        blank = line.rfind(" ", 1, _LONGEST)
        cut = blank if blank > 0 else _LONGEST
        parts += [line[:cut], ""]
        line = line[cut:].lstrip(" ")
    return [*parts, line]
