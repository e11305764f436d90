"""A Markdown file that the person named, and those that it links to in its folder and below."""

import os
import posixpath
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path

from companion.catalogue import _
from companion.domain.wiki_links import Names, ordinary
from companion.storage.errors import ContentError
from companion.storage.front_matter import split_front
from companion.storage.own_folder import ENDINGS, is_inside, slug_of
from companion.storage.text_file import Text, read_text

TEXTS = (*ENDINGS, ".txt")
"""What the names of texts end with."""
FOLDER = "file"
"""What links between such files begin with."""
_MOST_LOOKED_AT = 10_000
"""Names that are looked at for what a link of Obsidian's means; the first file may lie above a whole disk."""
_LENT = ("dev", "proc")
"""Where a pipe lies that a shell made for this one call."""


class OpenedFiles:
    """Reads files as they are asked for. The first may lie anywhere; the others only in its folder and below."""

    def __init__(self, first: Path) -> None:
        """Read the first.

        Raises:
            ContentError: if it can't be read.
        """
        self.first = first
        self._first = _text(first)
        self._root = Path(os.path.realpath(first)).parent
        self._names: Names | None = None

    def read(self, name: str) -> tuple[Path, str]:
        """Return a file and its text as ordinary Markdown.

        Args:
            name: Its path as seen from the folder of the first; empty for the first.

        Raises:
            ContentError: if it is not there, lies outside, or can't be read.
        """
        if not name:
            return self.first, ordinary_text(self._first.words, lambda named: self._address_of(named, ""))
        path = self._root / name
        if not is_inside(self._root, path):
            raise ContentError(path, _("it lies outside the folder of the first file"))
        return path, ordinary_text(_text(path).words, lambda named: self._address_of(named, posixpath.dirname(name)))

    @property
    def doubt(self) -> str:
        """What is not certain about the words of the first; empty where nothing is."""
        return self._first.doubt

    def _address_of(self, named: str, home: str) -> str | None:
        """Return where Obsidian's link in a file of that folder leads, as seen from there."""
        if self._names is None:
            self._names = Names({slug_of(path): path for path in _texts(self._root)})
        path = self._names.path_of(slug_of(named), home)
        return posixpath.relpath(path, home or ".") if path else None


def ordinary_text(text: str, address_of: Callable[[str], str | None] = lambda _: None) -> str:
    """Return a file's text, what stands below its front matter as ordinary Markdown."""
    _, rest = split_front(text)
    return text[: len(text) - len(rest)] + ordinary(rest, address_of)


def looks_like_text(name: str) -> bool:
    """Return whether a name has the ending of Markdown or of plain text."""
    return name.lower().endswith(TEXTS)


def is_there(name: str) -> bool:
    """Return whether a file of that name is there, or what may be taken for one."""
    try:
        return Path(name).exists() and not Path(name).is_dir()
    except (OSError, ValueError):
        return False


def _texts(root: Path) -> Iterator[str]:
    """Yield the paths of texts in a folder and below, near ones first."""
    waiting, looked_at = deque([""]), 0
    while waiting and looked_at < _MOST_LOOKED_AT:
        place = waiting.popleft()
        try:
            with os.scandir(root / place) as entries:
                found = sorted((each for each in entries if not each.name.startswith(".")), key=lambda each: each.name)
        except OSError:
            continue
        looked_at += len(found)
        for each in found:
            path = posixpath.join(place, each.name)
            if looks_like_text(each.name):
                yield path
            elif each.is_dir(follow_symlinks=False):
                waiting.append(path)


def _text(path: Path) -> Text:
    if path.is_fifo() and path.absolute().parts[1:2] not in [(each,) for each in _LENT]:
        raise ContentError(path, _("it is a pipe, not a file; “companion read -” reads what comes through one"))
    try:
        return read_text(path, is_wary=False)
    except FileNotFoundError:
        raise ContentError(path, _("it is not there")) from None
