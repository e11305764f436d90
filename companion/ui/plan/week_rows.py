"""The rows of a week: each day, with what is planned on it and how it was."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta

from companion.catalogue import _, ngettext
from companion.domain.day_names import short_weekday
from companion.domain.week import Week
from companion.domain.week_time import TimeKind, WeekTime, say_hours, say_planned, type_length
from companion.domain.worksheet import Where, Worksheet
from companion.text.plain import one_line
from companion.ui.bindings import key_of
from companion.ui.rows import Row, cut

_GLYPHS = {TimeKind.QUIET: "○", TimeKind.SOLO: "△", TimeKind.TOGETHER: "◎"}
_PLANNED, _WAS = "□", "■"
"""The outline of what is planned, and what has been."""
_CELL = timedelta(minutes=30)
"""What one of them stands for."""
_MOST_CELLS = 12
_WORDS = 30
"""Cells for the plan and how it was, in words."""
_MOST_NOTE = 160
"""Cells of a note that are shown."""

Saying = Callable[[WeekTime], str]

_LEGEND = _("{planned} planned  {was} as it was, half an hour each", planned=_PLANNED, was=_WAS)
_EMPTY = _("Nothing is planned here. {add} adds a time, {copy} copies the week before.")


def legend(week: Week, worksheets: Iterable[Worksheet]) -> str:
    """Say what the squares mean; of an empty week, how to begin; without a wish, which worksheet asks for one."""
    said = _LEGEND if week.times else _(_EMPTY, add=key_of("week.add", "a"), copy=key_of("week.copy", "c"))
    asking = next((each.title for each in worksheets if each.wishes_for is Where.WEEK), None)
    return (
        said
        if week.wishes or asking is None
        else _("{said}\nHow much of each you wish for: fill in “{asking}”.", said=said, asking=asking)
    )


def say_copied(count: int) -> str:
    """Say how many times of the week before stand here now."""
    undo = key_of("week.undo", "u")
    return ngettext(
        "{n} time copied. {undo} takes that back.", "{n} times copied. {undo} takes that back.", count, undo=undo
    )


def week_rows(week: Week, today: date, took: Mapping[str, timedelta], say: Saying) -> list[Row]:
    """Return the rows; the id is a time's, or the day where nothing is planned on it.

    Args:
        week: The week.
        today: The local day.
        took: How long a pause that began from a time took, by its id.
        say: Says the plan of a time, and how it was, at the end of its row.
    """
    rows = []
    for day in week.days:
        named = _("Today ") if day == today else f"{short_weekday(day)} {day.day:>2}"
        times = week.on(day)
        rows += [] if times else [Row("·", day.isoformat(), lead=named)]
        for each in times:
            text = f"{each.at:%H:%M} {_GLYPHS[each.kind]} {each.kind.label}"
            rows.append(Row(text, each.id, lead=named, tail=say(each), help=_help(each, took)))
            named = " " * len(named)
    return rows


def say_long(time: WeekTime) -> str:
    """Say it where there is room: `■■■□          2 hours planned, was 1 h 30`."""
    return f"{_bar(time):{_MOST_CELLS}}  {say_planned(time):{_WORDS}}"


def say_in_column(time: WeekTime) -> str:
    """Say it on narrow lines, the squares on one of their own: `1h30m of 2h`, `1h`."""
    was = _tight(time.was) if time.was is not None else ""
    return f"{_bar(time)}\n{' of '.join(filter(None, (was, _tight(time.length) if time.is_planned else '')))}"


def say_short(time: WeekTime) -> str:
    """Say how it was, else the plan, in a few cells: `□ 2 h`, `■ 1 h 30`, `■ none`."""
    return f"{_PLANNED} {_brief(time.length)}" if time.was is None else f"{_WAS} {_brief(time.was)}"


def _brief(length: timedelta) -> str:
    words = say_hours(length).replace(" hours", " h").replace(" hour", " h").replace(" minutes", " min")
    return words.replace(" minute", " min") if length else "none"


def _tight(length: timedelta) -> str:
    """Say a length so that no line breaks within it: `1h30m`, `2h`."""
    return "".join(type_length(length).split()) if length else "none"


def _bar(time: WeekTime) -> str:
    """Return a square for each half hour: outlined as planned, filled as it was."""
    planned, was = -(-time.length // _CELL), -(-(time.was or timedelta()) // _CELL)
    cells = _WAS * was + _PLANNED * (planned - was)
    return cells if len(cells) <= _MOST_CELLS else f"{cells[: _MOST_CELLS - 1]}…"


def _help(time: WeekTime, took: Mapping[str, timedelta]) -> str:
    note = cut(one_line(time.note), _MOST_NOTE)
    paused = (
        _("your pause took {hours}; {was} notes it", hours=say_hours(took[time.id]), was=key_of("week.was", "w"))
        if time.id in took and time.was is None
        else ""
    )
    return " · ".join(filter(None, (note, paused)))
