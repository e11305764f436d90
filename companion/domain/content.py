"""What every piece of the library shares: it is shipped, read-only, and strict about its keys."""

import re
from datetime import date

import msgspec

from companion.catalogue import _


class Content(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A value read from `library/`; an unknown key is an error, so that a typo is noticed."""


class Link(msgspec.Struct, frozen=True):
    """A way to another piece: `pause/30`, `log/repair`, `articles/asking-kindly`, `pages/safety-first`."""

    folder: str
    """`pause`, `log`, a folder of the library, or `own` for articles of one's own."""
    slug: str = ""
    """The piece in that folder. Of a pause, its minutes, its kind, or the id of the time of the week that it begins
    from; of the log, the kind of a new entry, or the id of one that is kept."""

    def __str__(self) -> str:
        return f"{self.folder}/{self.slug}" if self.slug else self.folder


SAFETY_FIRST = Link("pages", "safety-first")
"""The page that comes before all else where somebody is afraid or may be hurt."""

LINKED_FOLDERS = ("articles", "exercises", "pages", "scripts", "trails", "worksheets", "own")
"""Folders that a link may lead to."""

ACTS = {"pause": re.compile("|[1-9][0-9]{0,3}|taking|giving|planned"), "log": re.compile("[a-z-]*")}
"""What is done, not read, and what a link may say of it: of a pause, its minutes or its kind; of an entry, its kind."""


def parse_link(text: str) -> Link:
    """Read a link as it is written in front matter.

    Raises:
        ValueError: if it leads nowhere that links can lead.
    """
    folder, _slash, slug = text.partition("/")
    if (folder in ACTS and ACTS[folder].fullmatch(slug)) or (folder in LINKED_FOLDERS and slug):
        return Link(folder, slug)
    expected = _(
        "pause, pause/30, pause/giving, log, log/KIND, or one of {folders}/…", folders=", ".join(LINKED_FOLDERS)
    )
    raise ValueError(_("“{text}” is not a link; expected {expected}", text=text, expected=expected))


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
