"""The verbs of plan week: the week as plain lines, planning a time, saying how it was, deleting it."""

import sys
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

import click
import msgspec

from companion.catalogue import _, ngettext
from companion.commands.by_id import one_by_id
from companion.commands.context import Context
from companion.commands.library import shipped_library
from companion.commands.plan_printed import SHORT
from companion.commands.typed import clean, given_words
from companion.domain.day_names import short_weekday
from companion.domain.times import local
from companion.domain.week import Sum, Week, wishes
from companion.domain.week_reading import read_begin, read_kind, read_length, read_was
from companion.domain.week_time import (
    WeekTime,
    check_begun,
    in_order,
    say_planned,
    say_span,
    say_which,
    taken_by,
)
from companion.domain.worksheet_day import read_day
from companion.text.plain import one_line

_GONE = _("It can't be deleted here: it is gone already, or can't be read any more.")
_LISTED_BY = "plan week"
"""The verb that shows the ids."""
_MINUTE = timedelta(minutes=1)


@click.group("week", invoke_without_command=True)
@click.option("--on", "day", metavar="DAY", help="Any day of the week to show, like “friday” or 2027-03-01.")
@click.option("--json", "as_json", is_flag=True, help="For machines.")
@click.pass_context
def week(ctx: click.Context, day: str | None, as_json: bool) -> None:
    """Show quiet, solo and together time of a week, planned and as it was, beside what you wished for."""
    if ctx.invoked_subcommand is not None:
        return
    context: Context = ctx.obj
    today = local(context.clock()).date()
    around = read_day(clean(day), today, ahead=True) if day is not None else today
    store = context.unlocked_store()
    wished = wishes(shipped_library().worksheets.values(), store.worksheets)
    shown = Week.around(around, store.week_times, wished)
    if as_json:
        click.echo(msgspec.json.encode(_shape(shown)).decode())
    else:
        click.echo("\n".join(_lines(shown, today)))


@week.command("add")
@click.argument("kind")
@click.argument("day")
@click.argument("begin", metavar="FROM")
@click.argument("length")
@click.option("--note", default="", help="A line of your own; - reads it from standard input.")
@click.option("--unplanned", is_flag=True, help="Note it as it was: it was not planned, and took that long.")
@click.pass_obj
def add(context: Context, kind: str, day: str, begin: str, length: str, note: str, unplanned: bool) -> None:
    """Plan a time: KIND is quiet, solo or together. Says what was understood, and prints its id."""
    today = local(context.clock()).date()
    kind, day, begin, length = map(clean, (kind, day, begin, length))
    long = read_length(length)
    time = WeekTime(
        kind=read_kind(kind), day=read_day(day, today, ahead=not unplanned), at=read_begin(begin),
        length=timedelta() if unplanned else long, was=long if unplanned else None, note=given_words(note),
    )  # fmt: skip
    if unplanned:
        check_begun(time, None, context.clock())
    kept = context.unlocked_store().week_times.keep(time)
    click.echo(_("Understood: {span}.", span=say_span(kept, today)), err=True)
    click.echo(kept.id)


@week.command("edit")
@click.argument("beginning", metavar="ID")
@click.option("--kind", help="quiet, solo or together.")
@click.option("--day", metavar="DAY", help="Another day.")
@click.option("--from", "begin", metavar="HH:MM", help="When it begins.")
@click.option("--length", metavar="LENGTH", help="How long it is planned.")
@click.option("--note", help="A line of your own; - reads it from standard input.")
@click.pass_obj
def edit(context: Context, /, beginning: str, **given: str | None) -> None:
    """Change a time; what is not given stays."""
    today, times = local(context.clock()).date(), context.unlocked_store().week_times
    before = one_by_id(times, clean(beginning), _LISTED_BY)
    read: dict[str, tuple[str, Callable[[str], object]]] = {
        "kind": ("kind", read_kind),
        "day": ("day", lambda words: read_day(words, today, ahead=True)),
        "begin": ("at", read_begin),
        "length": ("length", read_length),
        "note": ("note", given_words),
    }
    changes = {read[name][0]: read[name][1](clean(words)) for name, words in given.items() if words is not None}
    after = msgspec.structs.replace(before, **changes)
    if times.edit(before, after) is None:
        raise ValueError(_GONE)
    click.echo(f"{say_span(after, today)}  {after.id[:SHORT]}")


@week.command("copy")
@click.pass_obj
def copy(context: Context) -> None:
    """Plan this week as the last one was planned."""
    today, times = local(context.clock()).date(), context.unlocked_store().week_times
    with times.alone():
        copies = Week.around(today, times).copied_from(Week.around(today - timedelta(weeks=1), times))
        for each in copies:
            times.keep(each)
    count = len(copies)
    click.echo(ngettext("{n} time copied.", "{n} times copied.", count) if copies else _("Nothing to copy."))


@week.command("was")
@click.argument("beginning", metavar="ID")
@click.argument("length", default="")
@click.pass_obj
def was(context: Context, beginning: str, length: str) -> None:
    """Say how long a time was: as planned, or as its pause took, if no LENGTH is given.

    0 means not at all, - means not said yet.
    """
    store = context.unlocked_store()
    time = one_by_id(store.week_times, clean(beginning), _LISTED_BY)
    took = taken_by(time, store.pauses)
    check_begun(time, took, context.clock())
    after = msgspec.structs.replace(time, was=read_was(time, took, clean(length)))
    store.week_times.edit(time, after)
    click.echo(_line(after))


@week.command("delete")
@click.argument("beginning", metavar="ID")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.pass_obj
def delete(context: Context, beginning: str, yes: bool) -> None:
    """Delete a time. Only the folder's backups hold it for up to two weeks more."""
    times = context.unlocked_store().week_times
    time = one_by_id(times, clean(beginning), _LISTED_BY)
    said = say_which(time, local(context.clock()).date())
    if not yes and sys.stdin.isatty() and not click.confirm(_("{said}\nDelete it?", said=said), err=True):
        click.echo(_("Nothing was deleted."), err=True)
        return
    if times.forget(time.id) is None:
        raise ValueError(_GONE)
    click.echo(_("Deleted: {said}.", said=said))


# -- printing


def _lines(week: Week, today: date) -> Iterator[str]:
    yield week.say(today)
    for day in week.days:
        named = f"{short_weekday(day)} {day.day:>2}{' (today)' if day == today else ''}"
        times = week.on(day)
        yield from [] if times else [f"  {named}"]
        for each in times:
            yield f"  {named}  {_line(each)}"
            if each.note:
                yield f"    {one_line(each.note)}"
    yield ""
    yield from (f"  {week.say_sum(each, today)}" for each in week.sums())


def _line(time: WeekTime) -> str:
    return f"{time.at:%H:%M} {time.kind.label}, {say_planned(time)}  {time.id[:SHORT]}"


def _shape(week: Week) -> dict[str, Any]:
    """Return the week as machines get it; a shape that stays."""
    return {
        "since": week.monday,
        "until": week.days[-1],
        "times": [_time_shape(each) for each in in_order(week.times)],
        "sums": {each.kind.value: _sum_shape(each) for each in week.sums()},
    }


def _time_shape(time: WeekTime) -> dict[str, Any]:
    return {
        "id": time.id,
        "kind": time.kind,
        "day": time.day,
        "from": f"{time.at:%H:%M}",
        "planned_minutes": _minutes(time.length),
        "was_minutes": _minutes(time.was),
        "note": time.note,
    }


def _sum_shape(of: Sum) -> dict[str, int | None]:
    return {
        "planned_minutes": _minutes(of.planned),
        "was_minutes": _minutes(of.was),
        "wished_from_minutes": _minutes(of.wish.least) if of.wish else None,
        "wished_to_minutes": _minutes(of.wish.most) if of.wish else None,
    }


def _minutes(length: timedelta | None) -> int | None:
    return None if length is None else round(length / _MINUTE)
