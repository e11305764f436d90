"""The library as rows: topics with their articles, then the exercises; or what a search found."""

from collections.abc import Mapping, Sequence

from companion.domain.article import Article
from companion.domain.exercise import Exercise
from companion.domain.reading import Reading
from companion.storage.library import Library
from companion.storage.search import Hit
from companion.ui.rows import Row

EXERCISES = "Exercises"
"""The heading of the last group."""


def library_rows(library: Library, readings: Mapping[str, Reading], roomy: bool) -> list[Row]:
    """Return everything to read, under its topics.

    Args:
        library: The library.
        readings: What was read, by slug.
        roomy: Whether there is room to say for whom a piece is.
    """
    rows: list[Row] = []
    for topic in library.vocabulary.topics:
        articles = [article for article in library.articles.values() if article.topic == topic.id]
        if articles:
            rows += [Row(""), Row(topic.label)]
            rows += [_article_row(article, readings.get(article.slug), library, roomy) for article in articles]
    rows += [Row(""), Row(EXERCISES)]
    rows += [_exercise_row(exercise) for exercise in library.exercises.values()]
    return rows[1:]


def found_rows(library: Library, hits: Sequence[Hit], readings: Mapping[str, Reading]) -> list[Row]:
    """Return what was found, each with the stretch around the words: articles, then exercises."""
    rows: list[Row] = []
    exercises: list[Row] = []
    for hit in hits:
        slug = hit.link.slug
        if hit.link.folder == "articles":
            rows.append(_row(library.articles[slug], readings.get(slug), help=hit.snippet))
        else:
            exercises.append(_exercise_row(library.exercises[slug], hit.snippet))
    if exercises:
        rows += [*([Row("")] if rows else []), Row(EXERCISES), *exercises]
    return rows or [Row("Nothing holds all of these words. Try fewer, or another one.", indent=True)]


def _article_row(article: Article, reading: Reading | None, library: Library, roomy: bool) -> Row:
    side = library.vocabulary.label(library.vocabulary.sides, article.side)
    return _row(article, reading, side if roomy else "")


def _row(article: Article, reading: Reading | None, side: str = "", help: str = "") -> Row:
    """Return the row of an article: finished, being read, or for whom it is."""
    is_finished = reading is not None and reading.finished
    before = "reading" if reading and not is_finished else side
    return Row(
        f"{article.title} ✓" if is_finished else article.title,
        f"articles/{article.slug}",
        tail=f"{before} · {article.minutes} min" if before else f"{article.minutes} min",
        help=help,
    )


def _exercise_row(exercise: Exercise, help: str = "") -> Row:
    return Row(exercise.title, f"exercises/{exercise.slug}", tail=f"{exercise.minutes} min", help=help)
