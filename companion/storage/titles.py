"""What the pieces are called that a review speaks of."""

from collections.abc import Iterable

from companion.domain.reading import Reading
from companion.storage.library import Library


def titles(library: Library, readings: Iterable[Reading]) -> dict[str, str]:
    """Return what exercises are called by their slug, and what was read to its end by the id of its reading.

    Only articles that were finished are read from the disk; an own one is called what its file is called.
    """
    named = {slug: exercise.title for slug, exercise in library.exercises.items()}
    for reading in readings:
        if reading.finished_at:
            named[reading.id] = _title(library, reading.id)
    return named


def _title(library: Library, id: str) -> str:
    try:
        return library.article(id).title
    except KeyError:  # an article of one's own, or one that is not shipped any more
        return id.rpartition("/")[2]
