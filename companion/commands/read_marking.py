"""The verbs read mark, note and unmark: highlights and bookmarks, set and taken away from the shell."""

import click
from msgspec.structs import replace

from companion.catalogue import _
from companion.commands.by_id import one_by_id
from companion.commands.completing import texts
from companion.commands.context import Context
from companion.commands.library import shipped_library
from companion.commands.read_own import own_names
from companion.commands.typed import given_words
from companion.domain.bookmark import Bookmark, first_words
from companion.domain.content import Link
from companion.domain.highlight import Highlight, Quote
from companion.domain.marks import Mark
from companion.domain.own_article import FOLDER as OWN
from companion.storage.errors import StoreError
from companion.storage.library import Library
from companion.text.plain import one_line

_SHOWN = 40
"""Letters of what was typed that are said again."""


@click.command()
@click.argument("slug", shell_complete=texts)
@click.argument("words", nargs=-1, metavar="WORDS|-")
@click.option("--bookmark", is_flag=True, help="Bookmark the paragraph that holds them, instead of a highlight.")
@click.option("--note", metavar="WORDS|-", default="", help="What you think of it.")
@click.pass_obj
def mark(context: Context, slug: str, words: tuple[str, ...], bookmark: bool, note: str) -> None:
    """Highlight WORDS of a text, or bookmark their paragraph. Prints the id of the mark.

    Their first and last words are enough: “Nobody … at once”.
    """
    if bookmark and note:
        raise ValueError(_("A note goes with a highlight. Leave out --bookmark or --note."))
    quote, paragraph = _find_words(slug, given_words(" ".join(words)))
    store, link, now = context.unlocked_store(), str(_link(shipped_library(), slug)), context.clock()
    if bookmark:
        kept = first_words(paragraph)
        click.echo(store.bookmarks.keep(Bookmark(link=link, words=kept, made_at=now)).id)
        click.echo(_("Bookmarked: “{kept}”.", kept=kept), err=True)
        return
    made = Highlight(
        link=link, words=quote.words, before=quote.before, after=quote.after, note=given_words(note), made_at=now
    )
    click.echo(store.highlights.keep(made).id)
    click.echo(_("Highlighted: “{words}”.", words=one_line(quote.words)), err=True)


@click.command()
@click.argument("beginning", metavar="ID")
@click.argument("words", nargs=-1, metavar="WORDS|-")
@click.pass_obj
def note(context: Context, beginning: str, words: tuple[str, ...]) -> None:
    """Write the note of a highlight anew; without WORDS, take it away."""
    found = _find(context, beginning)
    if not isinstance(found, Highlight):
        raise ValueError(_("That is a bookmark. A note goes with a highlight."))
    if context.store.highlights.edit(found, replace(found, note=given_words(" ".join(words)))) is None:
        raise StoreError(_("This highlight is gone."))
    click.echo(_("Noted.") if words else _("The note is taken away."))


@click.command()
@click.argument("beginning", metavar="ID")
@click.pass_obj
def unmark(context: Context, beginning: str) -> None:
    """Take a highlight or a bookmark away. `read marks` says the ids."""
    from companion.storage.marks import forget_mark

    if forget_mark(context.store, _find(context, beginning)) is None:
        raise StoreError(_("This mark is gone."))
    click.echo(_("Taken away. The folder backups holds it for up to two weeks more."))


def _find_words(slug: str, typed: str) -> tuple[Quote, str]:
    """Return the words as they stand in the text, and the paragraph that they begin in.

    Raises:
        ValueError: if they do not stand there.
    """
    from companion.text.anchors import Running, alike, locate
    from companion.text.flow import Flow
    from companion.text.wholes import whole_of

    if not typed:
        raise ValueError(_("Say the words to mark: companion read mark SLUG WORDS"))
    library = shipped_library()
    whole = whole_of(_link(library, slug), library)
    running = Running(Flow(whole.text, whole.home).blocks)
    first, dots, last = typed.partition("…")
    found = locate(Quote(first.strip()), running.text)
    end = alike(running.text).find(alike(last.strip()), found[1]) if found and dots else -1
    if found is None or (dots and end < 0):
        raise ValueError(
            _(
                "“{typed}” does not stand in that text. See companion read {slug}",
                typed=one_line(typed[:_SHOWN]),
                slug=slug,
            )
        )
    start, stop = found[0], end + len(last.strip()) if dots else found[1]
    edges = running.block_at(start)
    return running.quote(start, stop), running.text[slice(*edges)]


def _link(library: Library, slug: str) -> Link:
    """Return the way to a text in which marks are kept.

    Raises:
        ValueError: if there is none of that name.
    """
    if slug in library.articles:
        return Link("articles", slug)
    if slug in library.pages:
        return Link("pages", slug)
    if own := own_names(library.own_articles).get(slug):
        return Link(OWN, own.partition("/")[2])
    raise ValueError(
        _("“{slug}” is not a text that takes marks. companion read list shows what is.", slug=one_line(slug[:_SHOWN]))
    )


def _find(context: Context, beginning: str) -> Mark:
    from companion.storage.marks import all_marks

    return one_by_id(all_marks(context.unlocked_store()), beginning, "read marks")
