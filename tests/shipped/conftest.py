"""The shipped texts, as (path, words) pairs."""

from collections.abc import Iterator
from pathlib import Path

from companion.resources import LIBRARY


def markdown_files() -> Iterator[Path]:
    """Yield every Markdown file of the library."""
    yield from sorted(LIBRARY.rglob("*.md"))


def yaml_files() -> Iterator[Path]:
    """Yield every YAML file of the library."""
    yield from sorted(LIBRARY.rglob("*.yaml"))
