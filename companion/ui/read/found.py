"""What a search found, as rows: by its kind, each with the stretch around the words."""

from collections.abc import Mapping

from companion.catalogue import _
from companion.domain.reading import Reading
from companion.storage.library import Library
from companion.storage.search.document import Hit, Kind, Results
from companion.ui.rows import Row

NOTHING = _("Nothing holds all of these words. Try fewer, or another one.")
NEAR = _("Nothing holds these words as they are typed. Near them:")

_HEADINGS = {
    Kind.ARTICLE: _("Articles"),
    Kind.OWN_ARTICLE: _("Your own articles"),
    Kind.TRAIL: _("Trails"),
    Kind.EXERCISE: _("Exercises"),
    Kind.SCRIPT: _("Words to say"),
    Kind.WORKSHEET: _("Worksheets"),
    Kind.PAGE: _("Help"),
    Kind.OWN_SCRIPT: _("Your own words"),
    Kind.NOTE: _("Your notes"),
    Kind.ENTRY: _("Your log"),
    Kind.HELD: _("Your held messages"),
    Kind.ANSWERS: _("Your worksheets"),
}


def found_rows(library: Library, results: Results, readings: Mapping[str, Reading]) -> list[Row]:
    """Return what was found under its kinds."""
    rows = [Row(NEAR, indent=True)] if results.is_near and results.groups else []
    for group in results.groups:
        rows += [*([Row("")] if rows else []), Row(_HEADINGS[group.kind])]
        rows += [_row(hit, library, readings) for hit in group.hits]
    return rows or [Row(NOTHING, indent=True)]


def _row(hit: Hit, library: Library, readings: Mapping[str, Reading]) -> Row:
    title, tail, help = hit.title, "", hit.snippet
    match hit.kind:
        case Kind.ARTICLE:
            reading = readings.get(hit.link.slug)
            title = f"{title} ✓" if reading and reading.finished else title
            tail = _("{minutes} min", minutes=library.articles[hit.link.slug].minutes)
        case Kind.EXERCISE:
            tail = _("{minutes} min", minutes=library.exercises[hit.link.slug].minutes)
        case Kind.SCRIPT:
            title, help = hit.snippet, hit.title
        case Kind.OWN_SCRIPT:
            title, help = hit.snippet, ""
    return Row(title, hit.key, tail=tail, help=help, marked=hit.marked)
