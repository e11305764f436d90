"""The verbs of log context: what else goes on over a stretch of days, such as a newborn or exams."""

from datetime import date

import click
from msgspec.structs import replace

from companion.catalogue import _
from companion.commands.by_id import one_by_id
from companion.commands.context import Context
from companion.commands.log_printed import SHORT, print_json
from companion.commands.typed import given_words
from companion.domain.context_note import ContextNote
from companion.domain.times import local, say_day
from companion.natural_time import parse_day
from companion.storage.errors import StoreError
from companion.text.plain import one_line

_NONE = _("Nothing is noted here. Note what takes its share of you: companion log context add newborn --since march")
_SINCE = click.option("--since", metavar="DAY", help="Its first day, like “last monday” or 2026-11-01.")
_UNTIL = click.option("--until", metavar="DAY", help="Its last day; an empty one means that it goes on.")


@click.group("context", invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True, help="For machines.")
@click.pass_context
def context_notes(ctx: click.Context, as_json: bool) -> None:
    """List what else goes on over weeks, the latest first. Review shows it behind its charts."""
    if ctx.invoked_subcommand is not None:
        return
    context: Context = ctx.obj
    notes = sorted(context.unlocked_store().context_notes, key=lambda each: (each.since, each.id), reverse=True)
    if as_json:
        print_json([_shape(each) for each in notes])
    elif not notes:
        click.echo(_NONE)
    for each in [] if as_json else notes:
        click.echo(f"{each.id[:SHORT]}  {one_line(each.what)}, {_stretch(each, context)}")


@context_notes.command("add")
@click.argument("what", nargs=-1, required=True, metavar="WORDS|-")
@_SINCE
@_UNTIL
@click.pass_obj
def add(context: Context, what: tuple[str, ...], since: str | None, until: str | None) -> None:
    """Note what goes on, from today or from another day on. Prints its id."""
    first = _day(context, since) or local(context.clock()).date()
    note = ContextNote(what=given_words(" ".join(what)), since=first, until=_day(context, until, is_last=True))
    click.echo(context.unlocked_store().context_notes.keep(note).id)
    click.echo(_("Understood: {stretch}.", stretch=_stretch(note, context)), err=True)


@context_notes.command("edit")
@click.argument("beginning", metavar="ID")
@click.argument("what", nargs=-1, metavar="WORDS|-")
@_SINCE
@_UNTIL
@click.pass_obj
def edit(context: Context, beginning: str, what: tuple[str, ...], since: str | None, until: str | None) -> None:
    """Change a note; what is not given stays."""
    old = _find(context, beginning)
    new = replace(
        old,
        what=given_words(" ".join(what)) if what else old.what,
        since=_day(context, since) or old.since,
        until=old.until if until is None else _day(context, until, is_last=True),
    )
    if context.store.context_notes.edit(old, new) is None:
        raise StoreError(_("This note is gone."))
    click.echo(f"{one_line(new.what)}, {_stretch(new, context)}")


@context_notes.command("delete")
@click.argument("beginning", metavar="ID")
@click.pass_obj
def delete(context: Context, beginning: str) -> None:
    """Delete a note. The backups hold it for up to two weeks more."""
    context.store.context_notes.forget(_find(context, beginning).id)
    click.echo(_("Deleted. The folder backups holds it for up to two weeks more."))


def _find(context: Context, beginning: str) -> ContextNote:
    return one_by_id(context.unlocked_store().context_notes, beginning, "log context")


def _day(context: Context, typed: str | None, *, is_last: bool = False) -> date | None:
    return parse_day(typed, context.clock(), is_last=is_last, may_lie_ahead=True) if typed else None


def _stretch(note: ContextNote, context: Context) -> str:
    today = local(context.clock()).date()
    since = say_day(note.since, today)
    return (
        _("since {since}", since=since)
        if note.until is None
        else _("{since} to {day}", since=since, day=say_day(note.until, today))
    )


def _shape(note: ContextNote) -> dict[str, object]:
    """Return a note as machines get it; a shape that stays."""
    return {"id": note.id, "what": note.what, "since": note.since, "until": note.until}
