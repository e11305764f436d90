"""Where a link in running text leads."""

import posixpath

from companion.domain.content import Link, parse_link


def link_of(address: str, home: str) -> Link | None:
    """Return the piece that an address leads to; None if it lies outside the library.

    Args:
        address: As written: `../../pages/safety-first.md`, or from the library's root: `/pause`.
        home: The folder that the text lies in, seen from the library's root: `articles/calm`.
    """
    if ":" in address or address.startswith("#"):
        return None
    path = posixpath.normpath(posixpath.join("/", home, address.partition("#")[0]))
    folder, *rest = path.strip("/").split("/")
    slug = posixpath.splitext(rest[-1])[0] if rest else ""
    try:
        return parse_link(f"{folder}/{slug}" if slug else folder)
    except ValueError:
        return None
