"""What a search found, as rows: by its kind, each with the stretch around the words."""

from collections.abc import Mapping

from companion.domain.reading import Reading
from companion.storage.library import Library
from companion.storage.search.document import Hit, Kind, Results
from companion.ui.rows import Row

NOTHING = "Nothing holds all of these words. Try fewer, or another one."
NEAR = "Nothing holds these words as they are typed. Near them:"

_HEADINGS = {
    Kind.ARTICLE: "Articles",
    Kind.OWN_ARTICLE: "Your own articles",
    Kind.TRAIL: "Trails",
    Kind.EXERCISE: "Exercises",
    Kind.SCRIPT: "Words to say",
    Kind.WORKSHEET: "Worksheets",
    Kind.PAGE: "Help",
    Kind.OWN_SCRIPT: "Your own words",
    Kind.NOTE: "Your notes",
    Kind.ENTRY: "Your log",
    Kind.HELD: "Your held messages",
    Kind.ANSWERS: "Your worksheets",
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
            tail = f"{library.articles[hit.link.slug].minutes} min"
        case Kind.EXERCISE:
            tail = f"{library.exercises[hit.link.slug].minutes} min"
        case Kind.SCRIPT:
            title, help = hit.snippet, hit.title
        case Kind.OWN_SCRIPT:
            title, help = hit.snippet, ""
    return Row(title, hit.key, tail=tail, help=help, marked=hit.marked)
