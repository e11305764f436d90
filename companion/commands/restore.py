"""The verb restore: going back to a backup, with a look at what that changes first."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import click

from companion.catalogue import _, ngettext
from companion.commands.asking import is_agreed
from companion.commands.completing import files
from companion.commands.context import Context
from companion.commands.errors import say
from companion.domain.times import say_clock, say_day
from companion.storage.care.contents import Change, Contents, change, contents
from companion.storage.care.putting_back import put_in_place
from companion.storage.care.restoring import damaged_in, find, keyring_beside, made_at, pairs_in, read_state
from companion.storage.errors import Locked, OtherKey, StoreError
from companion.storage.paths import SEALED
from companion.storage.records import called, say_count
from companion.storage.tables import Tables
from companion.text.plain import one_line

_HOW = _("To go back to one: companion restore NAME. It shows what that changes, and asks.")
_SEALED = _("What they hold is sealed. companion restore NAME asks for the passphrase and shows it.")
_PLAIN = _("This folder has no passphrase: what you bring back will not be sealed here.")


@click.command()
@click.argument("file", required=False, shell_complete=files)
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.pass_obj
def restore(context: Context, file: str | None, yes: bool) -> None:
    """Go back to a backup FILE; without one, list what there is.

    FILE is a name from that list, a file from backup -o, or a copy of a data file or folder. Before anything is
    replaced, what you have now is kept as a backup too.
    """
    if file is None:
        click.echo("\n".join(_list(context)))
        return
    path = find(context.folder, file)
    store, now = context.store, _present(context)
    then = _state(context, path)
    difference = change(now, then)
    if not difference:
        click.echo(_("You have all of that already, and nothing else. Nothing was changed."))
        return
    click.echo("\n".join(_preview(path, contents(now), contents(then), difference, context.clock())), err=True)
    if path.suffix == SEALED and not store.has_passphrase:
        click.echo(_PLAIN, err=True)
    if not is_agreed(_("Replace what you have now"), yes, _("Nothing was changed.")):
        return
    kept = put_in_place(store, then, context.clock)
    click.echo(_("Restored. What you had before is kept as {name}.", name=kept.name) if kept else _("Restored."))


def _present(context: Context) -> Tables:
    """Return what is kept now; what was sealed to another key is put aside by going back, and said."""
    try:
        return context.unlocked_store().tables()
    except OtherKey as error:
        say(str(error))
        return {}


def _state(context: Context, path: Path) -> Tables:
    """Read what is to come, asking for its own passphrase where it was sealed with another key."""
    try:
        return read_state(path, context.store.key)
    except (Locked, OtherKey):
        keyring = keyring_beside(path)
        if keyring is None:
            raise
    from companion.commands.passphrases import with_known

    click.echo(
        _("{name} was sealed with another key. Give the passphrase that it had then.", name=one_line(path.name)),
        err=True,
    )
    return read_state(path, with_known(keyring.open))


def _list(context: Context) -> Iterator[str]:
    """Say what one can go back to, newest first; of sealed ones not even how much they hold."""
    damaged, pairs, now = damaged_in(context.folder), pairs_in(context.folder), context.clock()
    if not pairs and not damaged:
        yield _("There are no backups yet. To make one now: companion backup")
        return
    if pairs:
        yield _("Backups in {folder}, newest first:", folder=one_line(str(pairs[0].parent)))
    for path in pairs:
        yield f"  {path.name}  {_made(path, now)}"
        try:
            yield f"      {_summary(contents(read_state(path, None)))}"
        except Locked:
            continue
        except StoreError:
            yield _("      can't be read")
    if damaged:
        yield _("Set aside, because something in them could not be read:")
        yield from (f"  {path.relative_to(context.folder)}" for path in damaged)
    if any(path.suffix == SEALED for path in pairs):
        yield _SEALED
    yield _HOW


def _preview(path: Path, now: Contents, then: Contents, difference: Change, clock: datetime) -> Iterator[str]:
    """Say what is there and what would be, in numbers and days."""
    made = _made(path, clock)
    yield f"{one_line(path.name)}{', from ' + made if made else ''}"
    sorts = {**now.counts, **then.counts}
    rows = [(called(name), f"{now.counts.get(name, 0):,}", f"{then.counts.get(name, 0):,}") for name in sorts]
    rows = [("", "now", "then"), *rows, ("from", _day(now, 0), _day(then, 0)), ("to", _day(now, -1), _day(then, -1))]
    yield from (f"  {said:<18} {left:>18} {right:>18}" for said, left, right in rows)
    done = {"takes away": difference.gone, "brings": difference.back, "sets back": difference.other}
    yield _(
        "Going back {changes}.",
        changes=" · ".join(f"{verb} {_records(number)}" for verb, number in done.items() if number),
    )
    yield _("What you have now is kept as a backup first.")


def _summary(held: Contents) -> str:
    """Say how much there is and of which days, in a line."""
    counted = " · ".join(say_count(name, number) for name, number in held.counts.items())
    if held.days is None:
        return counted
    first, last = held.days
    return (
        f"{counted} · {say_day(last)}"
        if first == last
        else _("{counted} · {first} to {last}", counted=counted, first=say_day(first), last=say_day(last))
    )


def _day(held: Contents, which: int) -> str:
    return say_day(held.days[which]) if held.days else "-"


def _records(number: int) -> str:
    return ngettext("{n:,} record", "{n:,} records", number)


def _made(path: Path, now: datetime) -> str:
    made = made_at(path)
    return say_clock(made, now) if made else ""
