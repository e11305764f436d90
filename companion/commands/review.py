"""The verb `review`: looking back over a period, as plain lines or as JSON.

The shape that `review --json` prints is described in the README, under JSON.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

import click
import msgspec

from companion.commands.context import Context
from companion.commands.library import shipped_library
from companion.domain.review.days import Calendar
from companion.domain.review.kinds import Kinds, last_mondays
from companion.domain.review.look_back import Review, look_back
from companion.domain.review.period import Period, year_to
from companion.domain.review.promises import Promises
from companion.domain.review.sentences import (
    MOODS,
    NOTE,
    count,
    say_average,
    say_days,
    say_kinds,
    say_period,
    say_promises,
    say_range,
    say_strength,
    short,
)
from companion.domain.review.strength import Strength, strength_weeks
from companion.domain.times import local
from companion.natural_time import parse_day
from companion.text.plain import one_line

_BEGIN = 'To begin: companion log "a line", or companion day for an ordinary day.'


@click.command()
@click.option("--since", metavar="DAY", help="The first day: 2026-11-01, or words like “3 weeks ago”.")
@click.option("--until", metavar="DAY", help="The last day; today if left out.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def review(context: Context, since: str | None, until: str | None, as_json: bool) -> None:
    """Look back: days, kinds, strength and promises of the last twelve months, or of a period."""
    period = _period(since, until, context.clock())
    store = context.unlocked_store()
    found = look_back(store.entries, store.pauses, shipped_library().vocabulary, period)
    if as_json:
        click.echo(msgspec.json.encode(_as_json(found)).decode())
    else:
        click.echo("\n".join(_as_lines(found)))


def _period(since: str | None, until: str | None, now: datetime) -> Period:
    """Return the period asked for; a last day to come is today."""
    today = local(now).date()
    last = min(today, parse_day(until, now)) if until else today
    return Period(parse_day(since, now), last) if since else year_to(last)


def _as_json(found: Review) -> dict[str, object]:
    calendar, strength, promises = found.calendar, found.strength, found.promises
    share = promises.share
    return {
        "since": found.period.since.isoformat(),
        "until": found.period.until.isoformat(),
        "entries": calendar.n,
        "days_looked_at": {"n": calendar.looked_at, "of": calendar.of},
        "days": [{"day": f"{day}", "n": each.n, "mood": each.mood} for day, each in calendar.days.items()],
        "kinds": [{"kind": each.kind, "label": each.label, "n": each.n} for each in found.kinds.totals],
        "weeks": [
            {"week": _week(monday), "kinds": {kind or "": n for kind, n in counts.most_common()}}
            for monday, counts in found.kinds.weeks.items()
        ],
        "strength": {
            "n": strength.n,
            "missing": strength.missing,
            "mean": _rounded(strength.mean),
            "lowest": _rounded(strength.lowest),
            "highest": _rounded(strength.highest),
            "points": [
                {"day": f"{point.day}", "mean": _rounded(point.mean), "average": _rounded(point.average)}
                for point in ([] if strength.missing else strength.points)
            ],
        },
        "promises": {
            "n": promises.n,
            "missing": promises.missing,
            "kept": promises.kept,
            "low": _rounded(share.low, 3) if share else None,
            "high": _rounded(share.high, 3) if share else None,
        },
        "note": NOTE,
    }


def _rounded(number: float | None, digits: int = 2) -> float | None:
    return None if number is None else round(number, digits)


def _as_lines(found: Review) -> Iterator[str]:
    yield f"Review: {say_period(found.period)}"
    if found.calendar.missing:
        yield from ("", _BEGIN)
    yield from ("", "Days", *_days(found.calendar))
    yield from ("", "Kinds per week", *_kinds(found.kinds, found.period))
    yield from ("", "Strength over time", *_strength(found.strength, found.period))
    yield from ("", "Promises", *_promises(found.promises))
    yield from ("", NOTE)


def _days(calendar: Calendar) -> Iterator[str]:
    yield say_days(calendar)
    moods = [day.mood for day in calendar.days.values()]
    counted = [f"{moods.count(mood):,} {words}" for mood, (_, words) in MOODS.items() if mood in moods]
    if counted:
        yield f"Of these days: {', '.join(counted)}."


def _kinds(kinds: Kinds, period: Period) -> Iterator[str]:
    yield say_kinds(kinds)
    if kinds.missing:
        return
    labels = {each.kind: one_line(each.label) for each in kinds.totals}
    yield from (f"  {each.n:>5,}  {labels[each.kind]}" for each in kinds.totals)
    mondays = last_mondays(period)
    yield f"The last {count(len(mondays), 'week')}:"
    for monday in mondays:
        counts = kinds.weeks.get(monday)
        said = ", ".join(f"{labels[kind]} {n}" for kind, n in counts.most_common()) if counts else "nothing noted"
        yield f"  {_say_week(monday)}: {said}"


def _strength(strength: Strength, period: Period) -> Iterator[str]:
    yield say_strength(strength)
    if strength.missing:
        return
    yield f"Each week's mean, 0 to 10. {say_average()}."
    mondays = last_mondays(period)
    for week in strength_weeks(strength.points, period)[-len(mondays) :]:
        if week.mean is None or week.average is None:
            yield f"  {_say_week(week.monday)}: none noted"
        else:
            yield f"  {_say_week(week.monday)}: {short(week.mean)}, moving average {short(week.average)}"


def _promises(promises: Promises) -> Iterator[str]:
    yield say_promises(promises)
    if not promises.missing:
        yield say_range()


def _week(monday: date) -> str:
    """Return the ISO week: `2026-W47`."""
    year, week, _ = monday.isocalendar()
    return f"{year}-W{week:02}"


def _say_week(monday: date) -> str:
    """Say a week: `2026-W47, 16 to 22 Nov`."""
    sunday = monday + timedelta(days=6)
    first = f"{monday.day}" if monday.month == sunday.month else f"{monday.day} {monday:%b}"
    return f"{_week(monday)}, {first} to {sunday.day} {sunday:%b}"
