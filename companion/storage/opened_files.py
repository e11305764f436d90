"""A Markdown file that the person named, and those that it links to in its folder and below."""

import os
from pathlib import Path

from companion.storage.errors import ContentError
from companion.storage.own_folder import ENDINGS, is_inside
from companion.storage.text_file import read_text

TEXTS = (*ENDINGS, ".txt")
"""What the names of texts end with."""
FOLDER = "file"
"""What links between such files begin with."""


class OpenedFiles:
    """Reads files as they are asked for. The first may lie anywhere; the others only in its folder and below."""

    def __init__(self, first: Path) -> None:
        """Read the first.

        Raises:
            ContentError: if it can't be read.
        """
        self.first = first
        self._text = _text(first)
        self._root = Path(os.path.realpath(first)).parent

    def read(self, name: str) -> tuple[Path, str]:
        """Return a file and its text.

        Args:
            name: Its path as seen from the folder of the first; empty for the first.

        Raises:
            ContentError: if it is not there, lies outside, or can't be read.
        """
        if not name:
            return self.first, self._text
        path = self._root / name
        if not is_inside(self._root, path):
            raise ContentError(path, "it lies outside the folder of the first file")
        return path, _text(path)


def looks_like_text(name: str) -> bool:
    """Return whether a name has the ending of Markdown or of plain text."""
    return name.lower().endswith(TEXTS)


def is_there(name: str) -> bool:
    """Return whether a file of that name is there."""
    try:
        return Path(name).is_file()
    except (OSError, ValueError):
        return False


def _text(path: Path) -> str:
    try:
        return read_text(path, is_wary=False)[0]
    except FileNotFoundError:
        raise ContentError(path, "it is not there") from None
