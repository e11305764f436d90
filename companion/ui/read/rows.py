"""The library as rows: trails, topics with their articles, then the exercises."""

from collections.abc import Mapping

from companion.catalogue import _
from companion.domain.article import Article
from companion.domain.content import Link
from companion.domain.exercise import Exercise
from companion.domain.reading import Reading
from companion.domain.trail import Trail, minutes_in_all, next_unfinished, say_size, trail_pieces
from companion.storage.library import Library
from companion.text.plain import one_line
from companion.ui.rows import Row

EXERCISES = _("Exercises")
"""The heading of the last group."""
TRAILS = _("Short trails, piece by piece")
"""The heading of the first group."""


def library_rows(library: Library, readings: Mapping[str, Reading], roomy: bool) -> list[Row]:
    """Return everything to read: the trails, the articles under their topics, the exercises.

    Args:
        library: The library.
        readings: What was read, by slug.
        roomy: Whether there is room to say for whom a piece is.
    """
    rows = [Row(""), Row(TRAILS), *(_trail_row(each, library, readings, roomy) for each in library.trails.values())]
    for topic in library.vocabulary.topics:
        articles = [article for article in library.articles.values() if article.topic == topic.id]
        if articles:
            rows += [Row(""), Row(topic.label)]
            rows += [_article_row(article, readings.get(article.slug), library, roomy) for article in articles]
    rows += [Row(""), Row(EXERCISES)]
    rows += [_exercise_row(exercise) for exercise in library.exercises.values()]
    return rows[1:]


def about(link: Link, library: Library) -> str:
    """Return what a piece is about, in a line; nothing of one that is gone meanwhile."""
    match link.folder:
        case "trails":
            return library.trails[link.slug].why
        case "exercises":
            return library.exercises[link.slug].summary
        case "own":
            head = library.own_articles.heads.get(link.slug)
            return one_line(head.summary) if head else ""
        case "articles":
            return library.articles[link.slug].summary
        case _:
            return ""


def _trail_row(trail: Trail, library: Library, readings: Mapping[str, Reading], roomy: bool) -> Row:
    """Return the row of a trail, marked when all of it is finished."""
    pieces = trail_pieces(trail, library.to_read, readings.values())
    title = trail.title if next_unfinished(pieces) else f"{trail.title} ✓"
    return Row(
        title,
        f"trails/{trail.id}",
        tail=say_size(pieces) if roomy else _("{minutes} min", minutes=minutes_in_all(pieces)),
    )


def _article_row(article: Article, reading: Reading | None, library: Library, roomy: bool) -> Row:
    """Return the row of an article: finished, being read, or for whom it is."""
    is_finished = reading is not None and reading.finished
    side = library.vocabulary.label(library.vocabulary.sides, article.side) if roomy else ""
    before = "reading" if reading and not is_finished else side
    return Row(
        f"{article.title} ✓" if is_finished else article.title,
        f"articles/{article.slug}",
        tail=_("{before} · {minutes} min", before=before, minutes=article.minutes)
        if before
        else _("{minutes} min", minutes=article.minutes),
    )


def _exercise_row(exercise: Exercise) -> Row:
    return Row(exercise.title, f"exercises/{exercise.slug}", tail=_("{minutes} min", minutes=exercise.minutes))
