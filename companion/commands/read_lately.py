"""The verbs that list what was read, and forget it."""

import click
import msgspec

from companion.catalogue import _
from companion.commands.context import Context
from companion.commands.library import shipped_library
from companion.commands.nameless import near
from companion.domain.reading import lately as newest_first
from companion.domain.reading import say_read
from companion.storage.titles import title_read
from companion.text.plain import one_line


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print it for machines.")
@click.pass_obj
def lately(context: Context, as_json: bool) -> None:
    """List what was read, the last first, and how far.

    \b
    --json prints:
      [{"slug", "title", "read_at", "share", "finished_at"}]
    """
    library, now = shipped_library(), context.clock()
    readings = newest_first(context.unlocked_store().reading)
    if as_json:
        shapes = [
            {
                "slug": each.id,
                "title": title_read(library, each.id),
                "read_at": each.read_at,
                "share": each.share,
                "finished_at": each.finished_at,
            }
            for each in readings
        ]
        click.echo(msgspec.json.encode(shapes).decode())
    elif not readings:
        click.echo(_("Nothing is remembered of reading."))
    for each in () if as_json else readings:
        named = one_line(f"{each.id:36} {title_read(library, each.id)} · {say_read(each, now)}")
        click.echo(f"  {named}")


@click.command()
@click.argument("slug")
@click.pass_obj
def forget(context: Context, slug: str) -> None:
    """Forget that a text was read: how far, and when."""
    store = context.unlocked_store()
    if store.reading.get(slug) is None:
        meant = near(slug, {each.id: each for each in store.reading})
        said = (
            _("Nothing is remembered of reading “{slug}”.", slug=slug),
            _("Did you mean {meant}?", meant=meant) if meant else "",
            _("companion read lately lists what is."),
        )
        raise ValueError(" ".join(filter(None, said)))
    store.reading.forget(slug)
    click.echo(_("Forgotten. Backups hold it for up to 14 days more."))
