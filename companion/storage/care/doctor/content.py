"""Whether the library that came with Companion is whole, and the worksheets of one's own that belong to it."""

from pathlib import Path

from companion.catalogue import _
from companion.domain.finding import Finding, Looked
from companion.storage.errors import ContentError
from companion.storage.library import Library

_PARTS = (
    *("vocabulary", "sources", "articles", "exercises", "pages", "script_files", "checked_worksheets"),
    *("rhythms", "situations", "help_lines", "countries"),
)
"""Every part of the library; the first bad file of each is named."""
_ADVICE = _("If you changed that file, correct it. Otherwise install Companion again.")
_ADVICE_ON_OWN = _("Correct it, or move it out of the folder. The other worksheets can be filled in all the same.")


def look_at_library(library: Library, folder: Path) -> Looked:
    """Read all of the library.

    Args:
        library: The library.
        folder: Where the person's own files lie.
    """
    found: list[Finding] = []
    for part in _PARTS:
        try:
            getattr(library, part)
        except ContentError as error:
            advice = _ADVICE_ON_OWN if folder in error.path.parents else _ADVICE
            what = f"{str(error).rstrip('.')}."
            if what not in [finding.what for finding in found]:
                found.append(Finding(what, advice, None))
    return Looked("library", _("Every piece of the library can be read."), tuple(found))
