"""Whether the library that came with Companion is whole."""

from companion.catalogue import _
from companion.domain.finding import Finding, Looked
from companion.storage.errors import ContentError
from companion.storage.library import Library

_PARTS = (
    *("vocabulary", "sources", "articles", "exercises", "pages", "script_files", "checked_worksheets"),
    *("rhythms", "situations", "help_lines", "countries"),
)
"""Every part of the library; the first bad file of each is named."""


def look_at_library(library: Library) -> Looked:
    """Read all of the library."""
    found: list[Finding] = []
    for part in _PARTS:
        try:
            getattr(library, part)
        except ContentError as error:
            advice = _("If you changed that file, correct it. Otherwise install Companion again.")
            if str(error) not in [finding.what for finding in found]:
                found.append(Finding(str(error), advice, None))
    return Looked("library", _("Every piece of the library can be read."), tuple(found))
