"""The sentences of Now, read without the YAML parser, which takes longer to import than the first screen to draw."""

import re
from pathlib import Path

_PLAIN = re.compile(r"^- id: (?P<id>[a-z][a-z-]*)\n  sentence: (?P<sentence>[A-Z][^:#\n]*[^:#\s])$", re.MULTILINE)
"""A situation that begins with its id and its sentence, both plain words without YAML's marks."""
_BEGINS = re.compile(r"^-", re.MULTILINE)


def read_sentences(path: Path) -> dict[str, str] | None:
    """Return the sentences by id, in their order; None if the file is not plain enough to be read like this."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None  # who parses it says what is wrong
    found = {each["id"]: each["sentence"] for each in _PLAIN.finditer(text)}
    return found if len(found) == len(_BEGINS.findall(text)) else None
