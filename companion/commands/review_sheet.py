"""The verb `review sheet`: chosen parts of a review on one page, for the hour with a therapist."""

from collections.abc import Iterable
from pathlib import Path

import click

from companion.catalogue import _
from companion.commands.asking import is_agreed
from companion.commands.completing import files
from companion.commands.context import Context
from companion.commands.library import shipped_library
from companion.commands.plain import is_plain_asked
from companion.commands.review_options import Asked, part_option, read_parts, reviewed_options
from companion.commands.written import free_path
from companion.domain.entry import Entry
from companion.domain.log import find_entry
from companion.domain.person import Names
from companion.domain.review.sheet import AS_WRITTEN, USUAL, Quote, Sheet, quotes_of, sheet
from companion.storage.outside import is_there, write_outside
from companion.storage.titles import titles

_NOTHING = _("Nothing was written.")


@click.command("sheet")
@reviewed_options
@part_option(_("With this part"))
@click.option("--quote", "quoted", metavar="ID", multiple=True, help="Their words, or your note, of that entry.")
@click.option("--html", "as_html", is_flag=True, help="A page to print, with pictures; Markdown without it.")
@click.option(
    "-o", "--output", "target", metavar="FILE", shell_complete=files, help="Where it goes; standard output if left out."
)
@click.option("--force", is_flag=True, help="Overwrite that file.")
@click.option("--yes", is_flag=True, help="Do not show it and ask first.")
@click.pass_obj
def review_sheet(
    context: Context,
    asked: Asked,
    parts: tuple[str, ...],
    quoted: tuple[str, ...],
    as_html: bool,
    target: str | None,
    force: bool,
    yes: bool,
) -> None:
    """Make a sheet to take along: counts with their ranges, persons by their initials, quotes that you pick.

    Quotes stand as you wrote them, names too. With -o it is shown first, and written when you say so; where there is no
    terminal to ask on, only with --yes.
    """
    from companion.text.sheet_markdown import sheet_markdown

    made = _made(context, asked, parts, quoted)
    shown = sheet_markdown(made, in_words=is_plain_asked())
    if target in (None, "-"):
        click.echo(_page(made) if as_html else shown, nl=False)
        _say_quoted(made)
        return
    text = _page(made) if as_html else sheet_markdown(made)
    path = free_path(str(target), context.folder, force or not yes)
    if not yes:
        click.echo(shown, err=True)
    _say_quoted(made)
    if is_agreed(_question(path, force), yes, _NOTHING):
        write_outside(path, text.encode("utf-8", "replace"))
        click.echo(
            _("Written to {path}, readable by you alone. Anyone who can open it can read it.", path=path), err=True
        )


def _say_quoted(made: Sheet) -> None:
    if made.quotes:
        click.echo(AS_WRITTEN, err=True)


def _question(path: Path, force: bool) -> str:
    return (
        _("{path} is there already. Write over it", path=path)
        if is_there(path) and not force
        else _("Write it to {path}", path=path)
    )


def _made(context: Context, asked: Asked, parts: tuple[str, ...], quoted: tuple[str, ...]) -> Sheet:
    library, chosen = shipped_library(), read_parts(parts) or USUAL
    review = asked.review(context, library.vocabulary)
    store = context.unlocked_store()
    entries = list(store.entries)
    names = Names.among(entries, whole=False)
    quotes = [quote for beginning in dict.fromkeys(quoted) for quote in _quotes(entries, beginning, names)]
    return sheet(review, chosen, quotes, titles(library, store.reading), names)


def _quotes(entries: Iterable[Entry], beginning: str, names: Names) -> list[Quote]:
    """Return what was said in that entry; one's own note only where nobody else's words stand."""
    found = quotes_of(find_entry(entries, beginning), names)
    if not found:
        raise ValueError(
            _(
                "The entry {beginning} has no words to quote. See the others with: companion log list",
                beginning=beginning,
            )
        )
    return [quote for quote in found if quote.is_theirs] or found


def _page(made: Sheet) -> str:
    from companion.storage.content_file import read_style
    from companion.text.sheet_html import sheet_html

    return sheet_html(made, read_style("sheet_page.css"))
