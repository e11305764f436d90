"""What every piece of the library shares: it is shipped, read-only, and strict about its keys."""

from datetime import date

import msgspec


class Content(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A value read from `library/`; an unknown key is an error, so that a typo is noticed."""


class Link(msgspec.Struct, frozen=True):
    """A way to another piece: `pause`, `log`, `articles/asking-kindly`, `pages/safety-first`."""

    folder: str
    """`pause`, `log`, a folder of the library, or `own` for articles of one's own."""
    slug: str = ""
    """The piece in that folder, or the id of an entry of the log; empty for `pause` and for a new entry."""

    def __str__(self) -> str:
        return f"{self.folder}/{self.slug}" if self.slug else self.folder


SAFETY_FIRST = Link("pages", "safety-first")
"""The page that comes before all else where somebody is afraid or may be hurt."""

LINKED_FOLDERS = ("articles", "exercises", "pages", "scripts", "trails", "worksheets", "own")
"""Folders that a link may lead to."""


def parse_link(text: str) -> Link:
    """Read a link as it is written in front matter.

    Raises:
        ValueError: if it leads nowhere that links can lead.
    """
    folder, _, slug = text.partition("/")
    if (folder in ("pause", "log") and not slug) or (folder in LINKED_FOLDERS and slug):
        return Link(folder, slug)
    raise ValueError(f"“{text}” is not a link; expected pause, log, or one of {', '.join(LINKED_FOLDERS)}/…")


def check_links(key: str, *texts: str) -> None:
    """Raise ValueError, naming the key, if one of the texts is no link."""
    for text in texts:
        try:
            parse_link(text)
        except ValueError as error:
            raise ValueError(f"{key}: {error}") from error


class Page(Content, frozen=True, kw_only=True):
    """A page of help: front matter and text."""

    slug: str
    """The file's name without its ending."""
    title: str
    summary: str
    """One line for lists."""
    updated: date
    text: str
    """Markdown."""
