"""The verb read marks: bookmarks and highlights, to read, for machines, or as Markdown."""

from collections.abc import Sequence

import click
import msgspec

from companion.catalogue import _
from companion.commands.by_id import SHORT
from companion.commands.completing import files, texts
from companion.commands.context import Context
from companion.commands.library import shipped_library
from companion.commands.written import free_path
from companion.domain.marks import by_text
from companion.domain.times import local, say_day
from companion.storage.library import Library
from companion.storage.outside import write_outside
from companion.text.marks import GONE, Placed, marks_markdown, placed_in, text_title
from companion.text.plain import one_line

_NONE = _("Nothing is marked. In a text, v selects and h highlights; m sets a bookmark.")


@click.command()
@click.argument("slug", required=False, shell_complete=texts)
@click.option("--json", "as_json", is_flag=True, help="Print it for machines.")
@click.option("--markdown", "as_markdown", is_flag=True, help="Print it as Markdown, with its notes.")
@click.option(
    "-o",
    "--output",
    "target",
    metavar="FILE",
    shell_complete=files,
    help="Where the Markdown goes; standard output if left out.",
)
@click.option("--force", is_flag=True, help="Overwrite that file.")
@click.pass_obj
def marks(
    context: Context, slug: str | None, as_json: bool, as_markdown: bool, target: str | None, force: bool
) -> None:
    """Show your bookmarks and highlights, text by text. With a SLUG, those of that text."""
    from companion.storage.marks import all_marks

    if as_json and (as_markdown or target):
        raise ValueError(_("Choose one: --json, or --markdown with -o FILE."))
    texts = by_text(all_marks(context.unlocked_store()))
    if slug is not None:
        texts = {link: found for link, found in texts.items() if slug in (link, link.partition("/")[2])}
    library = shipped_library()
    if as_json:
        shapes = [_shape(each, library) for found in texts.values() for each in placed_in(found, library)]
        click.echo(msgspec.json.encode(shapes).decode())
    elif not texts:
        click.echo(
            _NONE if slug is None else _("Nothing is marked in “{slug}”. companion read marks shows all.", slug=slug)
        )
    elif as_markdown or target:
        _write(marks_markdown(texts, library), context, target, force)
    else:
        for found in texts.values():
            _print(placed_in(found, library), library)


def _write(text: str, context: Context, target: str | None, force: bool) -> None:
    if target in (None, "-"):
        click.echo(text, nl=False)
        return
    path = free_path(str(target), context.folder, force)
    write_outside(path, text.encode("utf-8", "replace"))
    click.echo(_("Written to {path}, readable by you alone.", path=path), err=True)


def _print(found: Sequence[Placed], library: Library) -> None:
    mark = found[0].mark
    click.echo(f"{text_title(mark, library)}  ({one_line(mark.link)})")
    for each in found:
        words = one_line(each.mark.words)
        said = f"“{words}”" if each.highlight else _("Bookmark: {words} …", words=words)
        gone = "" if each.span else f" ({GONE})"
        click.echo(f"  {each.mark.id[:SHORT]}  {said} · {say_day(local(each.mark.made_at).date())}{gone}")
        if each.highlight and each.highlight.note:
            click.echo(f"{' ' * (SHORT + 4)}{one_line(each.highlight.note)}")


def _shape(found: Placed, library: Library) -> dict[str, object]:
    mark, highlight = found.mark, found.highlight
    return {
        "id": mark.id,
        "kind": "highlight" if highlight else "bookmark",
        "link": mark.link,
        "title": text_title(mark, library),
        "words": mark.words,
        "note": highlight.note if highlight else "",
        "made_at": mark.made_at,
        "found": found.span is not None,
    }
