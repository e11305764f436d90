"""Where a link in running text leads."""

import posixpath
import re

from companion.domain.content import Link, parse_link
from companion.domain.own_article import FOLDER as OWN
from companion.storage.opened_files import FOLDER as FILE
from companion.storage.opened_files import looks_like_text
from companion.storage.own_folder import slug_of

_BYTE = re.compile(rb"%([0-9A-Fa-f]{2})")


def link_of(address: str, home: str) -> Link | None:
    """Return the piece that an address leads to; None if it lies outside the library.

    Args:
        address: As written: `../../pages/safety-first.md`, or from the library's root: `/pause`.
        home: The folder that the text lies in, seen from the library's root: `articles/calm`. `file` is that of a file
            that belongs to none of it, and which leads only to texts beside it and below.
    """
    if ":" in address or address.startswith("#"):
        return None
    path = posixpath.normpath(posixpath.join("/", home, unquoted(address.partition("#")[0])))
    folder, *rest = path.strip("/").split("/")
    slug = "/".join(rest)
    if home.partition("/")[0] == FILE:
        return Link(FILE, slug) if folder == FILE and looks_like_text(slug) else None
    if folder == OWN:
        return Link(OWN, slug_of(slug)) if slug_of(slug) else None
    slug = posixpath.splitext(rest[-1])[0] if rest else ""
    try:
        return parse_link(f"{folder}/{slug}" if slug else folder)
    except ValueError:
        return None


def unquoted(address: str) -> str:
    """Return the address with its `%20` as blanks; the parser writes so what is no ASCII."""
    if "%" not in address:
        return address
    data = _BYTE.sub(lambda found: bytes([int(found[1], 16)]), address.encode("utf-8", "replace"))
    return data.decode("utf-8", "replace")
