"""Keeping any text such that it can be read a piece at a time: the parser takes paragraphs and lines whole."""

_LONGEST_LINE = 20_000
_LONGEST_PARAGRAPH = 60_000
"""Characters; a long novel's longest paragraph has a tenth of that."""


def bounded(text: str) -> str:
    """Return the text, its endless lines and paragraphs broken by an empty line."""
    lines = text.split("\n")
    if len(text) <= _LONGEST_LINE:
        return text
    made: list[str] = []
    size = 0
    for line in lines:
        size = size + len(line) + 1 if line.strip() else 0
        if size > _LONGEST_PARAGRAPH and made:
            made.append("")
            size = len(line)
        while len(line) > _LONGEST_LINE:
            cut = line.rfind(" ", 1, _LONGEST_LINE)
            cut = cut if cut > 0 else _LONGEST_LINE
            made += [line[:cut], ""]
            line, size = line[cut:].lstrip(" "), 0
        made.append(line)
    return "\n".join(made)
