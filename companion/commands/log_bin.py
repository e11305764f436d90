"""The verbs log delete, bin and restore, and log hide and unhide: out of sight, and back."""

import sys
from datetime import datetime
from typing import Any

import click
from msgspec.structs import replace

from companion.catalogue import _, ngettext
from companion.commands.asking import is_agreed
from companion.commands.context import Context
from companion.commands.log_printed import SHORT, print_json, sayer, shape
from companion.domain.binned import LASTS, Binned, days_left
from companion.domain.filter_words import HIDDEN
from companion.domain.log import find_entry
from companion.domain.times import local, say_clock
from companion.storage import binning
from companion.storage.errors import StoreError

_ID = click.argument("beginning", metavar="ID")
_GONE = _("It can't be deleted here: it is gone already, or can't be read any more.")


@click.command()
@_ID
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.pass_obj
def delete(context: Context, beginning: str, yes: bool) -> None:
    """Delete an entry. `log restore` brings it back for 30 days.

    The backups hold it for up to two weeks more; `erase` takes those away too.
    """
    entry = find_entry(context.unlocked_store().entries, beginning)
    said_at = say_clock(entry.at, context.clock())
    if not yes and sys.stdin.isatty():
        question = _("{said_at} · {words}\nDelete it?", said_at=said_at, words=sayer(context)(entry))
        if not click.confirm(question, err=True):
            click.echo(_("Nothing was deleted."), err=True)
            return
    if not binning.delete(context.store, [entry.id], context.clock()):
        raise ValueError(_GONE)
    back = _(
        "For {days} days companion log restore {id} brings it back; the folder backups may hold it two weeks more.",
        days=LASTS.days,
        id=entry.id[:SHORT],
    )
    click.echo(" ".join((_("Deleted: {said_at}.", said_at=said_at), back)))
    binning.empty_bin(context.store, context.clock())


@click.command("bin")
@click.option("--forget", "beginning", metavar="ID", help="Forget this one for good.")
@click.option("--empty", "is_emptied", is_flag=True, help="Forget all of them for good.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--json", "as_json", is_flag=True, help="For machines.")
@click.pass_obj
def list_bin(context: Context, beginning: str | None, is_emptied: bool, yes: bool, as_json: bool) -> None:
    """List deleted entries, what was deleted last first; or forget some for good."""
    if beginning is not None or is_emptied:
        _forget(context, beginning, yes)
        return
    now, found = context.clock(), binning.in_bin(context.unlocked_store())
    found = [each for each in found if now - each.binned_at <= LASTS]
    if as_json:
        print_json([_shape(each, now) for each in found])
    elif not found:
        click.echo(_("Nothing is in the bin."))
    said = sayer(context)
    for each in [] if as_json else found:
        days = days_left(each, now)
        left = ngettext("{n} day left", "{n} days left", days)
        click.echo(f"{each.id[:SHORT]}  {say_clock(each.entry.at, now)}  {said(each.entry)}  ({left})")


def _forget(context: Context, beginning: str | None, yes: bool) -> None:
    """Forget one deleted entry for good, or all of them."""
    found = [each.entry for each in binning.in_bin(context.unlocked_store())]
    if beginning is not None:
        found = [find_entry(found, beginning, "companion log bin")]
    said = ngettext("1 entry", "{n:,} entries", len(found))
    if found and is_agreed(_("Forget {said} for good", said=said), yes, _("Nothing was forgotten.")):
        binning.forget_for_good(context.store, [entry.id for entry in found], context.clock())
        click.echo(_("Forgotten: {said}. The folder backups may hold them for two weeks more.", said=said))
    elif not found:
        click.echo(_("Nothing is in the bin."))


def _shape(binned: Binned, now: datetime) -> dict[str, Any]:
    binned_at = local(binned.binned_at).isoformat(timespec="seconds")
    return shape(binned.entry) | {"binned_at": binned_at, "days_left": days_left(binned, now)}


@click.command()
@_ID
@click.pass_obj
def restore(context: Context, beginning: str) -> None:
    """Bring a deleted entry back. Prints its id."""
    found = [each.entry for each in binning.in_bin(context.unlocked_store())]
    entry = find_entry(found, beginning, "companion log bin")
    if not binning.bring_back(context.store, [entry.id], context.clock()):
        raise StoreError(_("It is gone from the bin."))
    click.echo(entry.id)
    binning.empty_bin(context.store, context.clock())


@click.command()
@_ID
@click.pass_obj
def hide(context: Context, beginning: str) -> None:
    """Hide an entry from lists and reviews."""
    _hide(context, beginning, is_hidden=True)
    click.echo(_("Hidden. See it with: companion log list {filter}", filter=HIDDEN))


@click.command()
@_ID
@click.pass_obj
def unhide(context: Context, beginning: str) -> None:
    """Show an entry in lists and reviews again."""
    _hide(context, beginning, is_hidden=False)
    click.echo(_("Shown again."))


def _hide(context: Context, beginning: str, *, is_hidden: bool) -> None:
    entry = find_entry(context.unlocked_store().entries, beginning)
    if context.store.entries.edit(entry, replace(entry, hidden=is_hidden)) is None:
        raise StoreError(_("It is gone."))
    binning.empty_bin(context.store, context.clock())
