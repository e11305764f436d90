"""The shipped texts: their files, and what is said in them."""

from collections.abc import Iterator
from pathlib import Path

from companion.resources import LIBRARY


def markdown_files() -> Iterator[Path]:
    """Yield every Markdown file of the library; its README is for writers, and no text of the app."""
    yield from sorted(path for path in LIBRARY.rglob("*.md") if path.parent != LIBRARY)


def yaml_files() -> Iterator[Path]:
    """Yield every YAML file of the library."""
    yield from sorted(LIBRARY.rglob("*.yaml"))


def strings(value: object) -> list[str]:
    """Return all strings in a nest of lists and dicts, keys left out."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for each in value.values() for text in strings(each)]
    if isinstance(value, list):
        return [text for each in value for text in strings(each)]
    return []
