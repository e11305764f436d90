"""The verbs of log filters: filters of the log that one keeps under a name."""

from functools import partial

import click
from msgspec.structs import replace

from companion.catalogue import _
from companion.commands.context import Context
from companion.commands.library import shipped_library
from companion.commands.log_printed import print_json
from companion.domain.filter_line import read_filter
from companion.domain.saved_filter import SavedFilter
from companion.domain.shorthand import Tags
from companion.natural_time import parse_day
from companion.storage.errors import StoreError
from companion.text.plain import one_line

_NONE = _("No filter is kept yet. Keep one: companion log filters keep NAME '#work !7+'")
_NAME = click.argument("name")


@click.group("filters", invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True, help="For machines.")
@click.pass_context
def filters(ctx: click.Context, as_json: bool) -> None:
    """List the filters that you keep. `log list --saved NAME` uses one."""
    if ctx.invoked_subcommand is not None:
        return
    context: Context = ctx.obj
    kept = sorted(context.unlocked_store().filters, key=lambda each: (each.name.casefold(), each.id))
    if as_json:
        print_json([{"name": each.name, "filter": each.query} for each in kept])
    elif not kept:
        click.echo(_NONE)
    for each in [] if as_json else kept:
        click.echo(f"{one_line(each.name)}: {one_line(each.query)}")


@filters.command("keep")
@_NAME
@click.argument("parts", nargs=-1, required=True, metavar="FILTER")
@click.pass_obj
def keep(context: Context, name: str, parts: tuple[str, ...]) -> None:
    """Keep a FILTER under a NAME; one of that name takes the new words."""
    query, now = " ".join(parts), context.clock()
    read_filter(query, Tags(shipped_library().vocabulary), partial(parse_day, now=now))
    same = _named(context, name)
    new = SavedFilter(name=name.strip(), query=query)
    context.store.filters.keep(new if same is None else replace(same, query=query))
    click.echo(_("Kept."))


@filters.command("rename")
@_NAME
@click.argument("new")
@click.pass_obj
def rename(context: Context, name: str, new: str) -> None:
    """Give a filter another name."""
    found, taken = find_filter(context, name), _named(context, new)
    if taken is not None and taken.id != found.id:
        raise ValueError(_("Another filter has that name. Choose one of its own."))
    if context.store.filters.edit(found, replace(found, name=new.strip())) is None:
        raise StoreError(_("This filter is gone."))
    click.echo(_("Renamed."))


@filters.command("delete")
@_NAME
@click.pass_obj
def delete(context: Context, name: str) -> None:
    """Delete a filter; entries stay as they are."""
    context.store.filters.forget(find_filter(context, name).id)
    click.echo(_("Deleted."))


@filters.command("forget", hidden=True)
@_NAME
@click.pass_context
def forget(ctx: click.Context, name: str) -> None:
    """Do the same under another name."""
    ctx.invoke(delete, name=name)


def find_filter(context: Context, name: str) -> SavedFilter:
    """Return the filter of that name.

    Raises:
        ValueError: if none is kept under it.
    """
    found = _named(context, name)
    if found is None:
        raise ValueError(_("No filter has that name. See them with: companion log filters"))
    return found


def _named(context: Context, name: str) -> SavedFilter | None:
    wanted = name.strip().casefold()
    return next((each for each in context.unlocked_store().filters if each.name.casefold() == wanted), None)
