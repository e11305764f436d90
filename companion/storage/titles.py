"""What the pieces are called that a review speaks of."""

from collections.abc import Iterable

from companion.domain.own_article import FOLDER
from companion.domain.reading import Reading
from companion.storage.library import Library


def titles(library: Library, readings: Iterable[Reading]) -> dict[str, str]:
    """Return what exercises are called by their slug, and what was read to its end by the id of its reading."""
    named = {slug: exercise.title for slug, exercise in library.exercises.items()}
    finished = (reading.id for reading in readings if reading.finished_at)
    return named | {each: title_read(library, each) for each in finished}


def title_read(library: Library, id: str) -> str:
    """Return what the piece is called that a reading is about; of one that is gone, what its file was called."""
    folder, _, slug = id.partition("/")
    try:
        return library.own_articles.head(slug).title if folder == FOLDER and slug else library.article(id).title
    except KeyError:  # its file is gone, or it is not shipped any more
        return id.rpartition("/")[2]
