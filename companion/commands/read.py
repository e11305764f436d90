"""The verb read: the library as plain text."""

from collections.abc import Collection, Iterable, Mapping
from difflib import get_close_matches

import click
import msgspec

from companion.catalogue import _
from companion.commands.completing import texts, vocabulary
from companion.commands.context import Context
from companion.commands.library import shipped_library
from companion.commands.nameless import NamelessVerb
from companion.commands.plain import is_plain_asked
from companion.commands.read_lately import forget, lately
from companion.commands.read_marking import mark, note, unmark
from companion.commands.read_marks import marks
from companion.commands.read_own import (
    STDIN,
    is_surely_path,
    list_own,
    may_be_path,
    named_in_folder,
    own_names,
    own_shape,
    own_text,
    read_path,
)
from companion.commands.read_search import search
from companion.commands.read_trails import trails
from companion.domain.own_article import FOLDER as OWN
from companion.domain.reading import Reading, reading_id
from companion.domain.vocabulary import Word
from companion.storage.library import Library


class SlugOrVerb(NamelessVerb):
    """Takes `list` and `search` as verbs and any other word as what to read."""

    def meant(self, ctx: click.Context, args: list[str]) -> str | None:
        """Return `list` without a word, `show` with one."""
        words = [arg for arg in args if not arg.startswith("-") or arg == STDIN]
        if (words and words[0] == args[0] and args[0] in self.commands) or {*ctx.help_option_names} & {*args}:
            return None
        return "show" if words and not _lists(args) else "list"


def _lists(args: list[str]) -> bool:
    """Return whether the options are those of the list."""
    return args[0].startswith(("--json", "--topic"))


@click.group(
    cls=SlugOrVerb,
    options_metavar="",
    subcommand_metavar="[SLUG | PATH | - [--plain] | VERB]",
)
def read() -> None:
    """Read: `read SLUG` prints a piece, `read` alone lists what there is.

    `read PATH` opens any Markdown file in the reader; without a terminal, or with --plain, it is printed. Links lead to
    files beside it and below. `read -` prints standard input. Of reading a file nothing is remembered.
    """


for each in (search, trails, lately, forget, marks, mark, note, unmark):
    read.add_command(each)


@read.command(hidden=True)
@click.argument("slug", shell_complete=texts)
@click.option("--plain", is_flag=True, help="Print it without styles, with marks that can be read out.")
@click.option("--width", type=click.IntRange(0), help="Print lines of at most so many letters; 0 for endless ones.")
@click.pass_obj
def show(context: Context, slug: str, plain: bool, width: int | None) -> None:
    """Print an article, an exercise or a page; open or print a Markdown file."""
    plain, slug = plain or is_plain_asked(), named_in_folder(shipped_library(), slug)
    if is_surely_path(slug) or (may_be_path(slug) and _text(shipped_library(), slug) is None):
        click.get_current_context().exit(read_path(context, slug, plain=plain, width=width))
    print_piece(slug, plain=plain, width=width)


@read.command("list")
@click.option("--topic", shell_complete=vocabulary("topics"), help="Only this topic; own for what is your own.")
@click.option("--json", "as_json", is_flag=True, help="Print it for machines.")
@click.pass_obj
def list_pieces(context: Context, topic: str | None, as_json: bool) -> None:
    """List the articles by topic, then the exercises, the pages and what is your own.

    \b
    --json prints:
      [{"slug", "title", "topic", "side", "minutes", "finished"}]
    What is your own has the topic "own".
    """
    library = shipped_library()
    used = {article.topic for article in library.articles.values()}
    known = [each for each in library.vocabulary.topics if each.id in used]
    topics = [each for each in known if topic in (None, each.id)]
    if not topics and topic != OWN:
        ids = ", ".join(each.id for each in known)
        raise ValueError(
            _("Nothing is filed under “{topic}”. The topics are {ids} and {own}.", topic=topic, ids=ids, own=OWN)
        )
    readings = {reading.id: reading for reading in context.store.reading}
    with_own = topic in (None, OWN)
    if as_json:
        found = _shapes(library, {each.id for each in topics}, readings, with_own)
        click.echo(msgspec.json.encode(found).decode())
        return
    _print_articles(library, topics, readings)
    if topic is None:
        _print_others(library)
    if with_own:
        list_own(library.own_articles)
    if topic == OWN and not library.own_articles.heads:
        click.echo(_("Nothing of your own is here yet. “companion paths” names the folder for it: articles."))


def _shapes(
    library: Library, topics: Collection[str], readings: Mapping[str, Reading], with_own: bool
) -> list[dict[str, object]]:
    """Return the list as machines get it."""
    found = [_shape(library, slug, readings) for slug, each in library.articles.items() if each.topic in topics]
    if with_own:
        library.own_articles.look()
        own = library.own_articles.heads.values()
        found += [own_shape(head, readings.get(reading_id(head.link))) for head in own]
    return found


def _print_articles(library: Library, topics: Iterable[Word], readings: Mapping[str, Reading]) -> None:
    for each in topics:
        click.echo(f"{each.label}  ({each.id})")
        for article in (article for article in library.articles.values() if article.topic == each.id):
            minutes = _("{minutes} min", minutes=article.minutes)
            click.echo(_row(article.slug, article.title, f"{minutes}{_mark(readings.get(article.slug))}"))


def _print_others(library: Library) -> None:
    click.echo(_("Exercises"))
    for exercise in library.exercises.values():
        click.echo(_row(exercise.slug, exercise.title, _("{minutes} min", minutes=exercise.minutes)))
    click.echo(_("Pages"))
    for page in library.pages.values():
        click.echo(_row(page.slug, page.title, ""))


def print_piece(slug: str, *, plain: bool = False, width: int | None = None) -> None:
    """Print an article, an exercise with its steps, or a page.

    Raises:
        ValueError: if there is none of that name, with names that are near.
    """
    from companion.commands.printed import print_text

    library = shipped_library()
    found = _text(library, slug)
    if found is None:
        known = {each: each for each in (*library.articles, *library.exercises, *library.pages)}
        known = own_names(library.own_articles) | known
        near = get_close_matches(slug, known, n=3, cutoff=0.4) or [name for name in known if slug and slug in name][:3]
        said = (
            _("“{slug}” is not in the library.", slug=slug),
            _("Near it: {names}.", names=", ".join(dict.fromkeys(known[each] for each in near))) if near else "",
            _("companion read list shows what is."),
        )
        raise ValueError(" ".join(filter(None, said)))
    print_text(*found, plain, width)


def _text(library: Library, slug: str) -> tuple[str, str] | None:
    """Return a piece as Markdown, and the folder it lies in; None if there is none of that name."""
    from companion.text.support import page_text
    from companion.text.whole import article_whole, exercise_whole

    if slug in library.articles:
        article = library.articles[slug]
        return article_whole(article, library).text, f"articles/{article.topic}"
    if slug in library.exercises:
        return exercise_whole(library.exercises[slug], library, steps=True), "exercises"
    if slug in library.pages:
        return page_text(library.pages[slug], library), "pages"
    return own_text(library, slug) or own_text(library, f"{OWN}/{slug}")


def _shape(library: Library, slug: str, readings: Mapping[str, Reading]) -> dict[str, object]:
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
