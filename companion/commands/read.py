"""The verb read: the library as plain text."""

from difflib import get_close_matches

import click
import msgspec

from companion.commands.context import Context
from companion.commands.library import shipped_library
from companion.commands.nameless import NamelessVerb
from companion.domain.reading import Reading
from companion.storage.library import Library


class SlugOrVerb(NamelessVerb):
    """Takes `list` and `search` as verbs and any other word as what to read."""

    def meant(self, ctx: click.Context, args: list[str]) -> str | None:
        """Return `list` without a word, `show` with one."""
        words = [arg for arg in args if not arg.startswith("-")]
        if (words and words[0] == args[0] and args[0] in self.commands) or {*ctx.help_option_names} & {*args}:
            return None
        return "show" if words and not _lists(args) else "list"


def _lists(args: list[str]) -> bool:
    """Return whether the options are those of the list."""
    return args[0].startswith(("--json", "--topic"))


@click.group(cls=SlugOrVerb, options_metavar="", subcommand_metavar="[SLUG [--plain] | list | search WORDS]")
def read() -> None:
    """Read: `read SLUG` prints a piece, `read` alone lists what there is."""


@read.command(hidden=True)
@click.argument("slug")
@click.option("--plain", is_flag=True, help="No styles and no marks; each paragraph on one line.")
@click.pass_obj
def show(context: Context, slug: str, plain: bool) -> None:
    """Print an article, an exercise or a page."""
    print_piece(slug, plain=plain)


@read.command("list")
@click.option("--topic", help="Only this topic.")
@click.option("--json", "as_json", is_flag=True, help="Print it for machines.")
@click.pass_obj
def list_pieces(context: Context, topic: str | None, as_json: bool) -> None:
    """List the articles by topic, then the exercises and pages."""
    library = shipped_library()
    used = {article.topic for article in library.articles.values()}
    known = [each for each in library.vocabulary.topics if each.id in used]
    topics = [each for each in known if topic in (None, each.id)]
    if not topics:
        raise ValueError(f"Nothing is filed under “{topic}”. The topics are {', '.join(each.id for each in known)}.")
    readings = {reading.id: reading for reading in context.store.reading}
    if as_json:
        chosen = {each.id for each in topics}
        found = [_shape(library, slug, readings) for slug, each in library.articles.items() if each.topic in chosen]
        click.echo(msgspec.json.encode(found).decode())
        return
    for each in topics:
        click.echo(f"{each.label}  ({each.id})")
        for article in (article for article in library.articles.values() if article.topic == each.id):
            click.echo(_row(article.slug, article.title, f"{article.minutes} min{_mark(readings.get(article.slug))}"))
    if topic is None:
        click.echo("Exercises")
        for exercise in library.exercises.values():
            click.echo(_row(exercise.slug, exercise.title, f"{exercise.minutes} min"))
        click.echo("Pages")
        for page in library.pages.values():
            click.echo(_row(page.slug, page.title, ""))


@read.command()
@click.argument("words", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Print it for machines.")
@click.pass_obj
def search(context: Context, words: tuple[str, ...], as_json: bool) -> None:
    """Find articles and exercises by the words in them."""
    from companion.storage.search import Search

    library = shipped_library()
    hits = Search(library.articles.values(), library.exercises.values()).find(" ".join(words))
    if as_json:
        found = [{"slug": hit.link.slug, "title": hit.title, "snippet": hit.snippet} for hit in hits]
        click.echo(msgspec.json.encode(found).decode())
    elif not hits:
        click.echo("Nothing holds all of these words. Try fewer, or another one.")
    else:
        for hit in hits:
            click.echo(f"{hit.link.slug}  {hit.title}\n    {hit.snippet}")


def print_piece(slug: str, *, plain: bool = False) -> None:
    """Print an article, an exercise with its steps, or a page.

    Raises:
        ValueError: if there is none of that name, with names that are near.
    """
    from companion.commands.printed import print_text

    text, home = _text(shipped_library(), slug)
    print_text(text, home, plain)


def _text(library: Library, slug: str) -> tuple[str, str]:
    """Return a piece as Markdown, and the folder it lies in.

    Raises:
        ValueError: if there is none of that name, with names that are near.
    """
    from companion.text.support import page_text
    from companion.text.whole import article_whole, exercise_whole

    if slug in library.articles:
        article = library.articles[slug]
        return article_whole(article, library).text, f"articles/{article.topic}"
    if slug in library.exercises:
        return exercise_whole(library.exercises[slug], library, steps=True), "exercises"
    if slug in library.pages:
        return page_text(library.pages[slug], library), "pages"
    known = [*library.articles, *library.exercises, *library.pages]
    near = get_close_matches(slug, known, n=3, cutoff=0.4) or [name for name in known if slug and slug in name][:3]
    hint = f"Near it: {', '.join(near)}. " if near else ""
    raise ValueError(f"“{slug}” is not in the library. {hint}companion read list shows what is.")


def _shape(library: Library, slug: str, readings: dict[str, Reading]) -> dict[str, object]:
    article, reading = library.articles[slug], readings.get(slug)
    return {
        "slug": slug,
        "title": article.title,
        "topic": article.topic,
        "side": article.side,
        "minutes": article.minutes,
        "finished": reading is not None and reading.finished,
    }


def _row(slug: str, title: str, rest: str) -> str:
    return f"  {slug:36} {title}{f' · {rest}' if rest else ''}"


def _mark(reading: Reading | None) -> str:
    return "" if reading is None else " ✓" if reading.finished else " · reading"
