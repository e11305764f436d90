"""The verb `review`: looking back over a period, as plain lines or as JSON.

The shape that `review --json` prints is described in the README, under JSON.
"""

from collections.abc import Iterator

import click
import msgspec

from companion.catalogue import _
from companion.commands.context import Context
from companion.commands.library import shipped_library
from companion.commands.review_options import Asked, part_option, read_parts, reviewed_options
from companion.commands.review_sheet import review_sheet
from companion.domain.person import Names
from companion.domain.review.kinds import WEEKS_SHOWN, Kinds, last_mondays
from companion.domain.review.look_back import Review
from companion.domain.review.period import Period
from companion.domain.review.promises import Promises
from companion.domain.review.section import Part, Section
from companion.domain.review.sections import section
from companion.domain.review.sentences import (
    NOTE,
    count,
    name_week,
    say_period,
    say_week_days,
    say_week_kinds,
    say_week_strength,
)
from companion.domain.review.strength import Strength, strength_weeks
from companion.storage.titles import titles
from companion.text.plain import one_line

_BEGIN = _('To begin: companion log "a line", or companion day for an ordinary day.')


@click.group(invoke_without_command=True)
@reviewed_options
@part_option(_("Only this part"))
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_context
def review(ctx: click.Context, asked: Asked, parts: tuple[str, ...], as_json: bool) -> None:
    """Look back over the last twelve months, or over a period; in words and counts, without a verdict."""
    if ctx.invoked_subcommand is not None:
        if parts or as_json or asked != Asked():
            raise ValueError(_("Say that behind the word sheet: companion review sheet --since DAY"))
        return
    context: Context = ctx.obj
    library = shipped_library()
    found = asked.review(context, library.vocabulary)
    store = context.unlocked_store()
    names = Names.among(store.entries, whole=store.settings.show_names)
    chosen = read_parts(parts) or list(Part)
    named = titles(library, store.reading)
    sections = [section(part, found, named, names) for part in Part if part in chosen]
    if as_json:
        click.echo(msgspec.json.encode(_as_json(found, sections, names)).decode())
    else:
        click.echo("\n".join(map(one_line, _as_lines(found, sections, names))))


review.add_command(review_sheet)


def _as_json(found: Review, sections: list[Section], names: Names) -> dict[str, object]:
    calendar = found.calendar
    return {
        "since": found.period.since.isoformat(),
        "until": found.period.until.isoformat(),
        "entries": calendar.n,
        "left_out": {"cooled": found.left_out.cooled, "hidden": found.left_out.hidden},
        "days_looked_at": {"n": calendar.looked_at, "of": calendar.of},
        "days": [{"day": f"{day}", "n": each.n, "mood": each.mood} for day, each in calendar.days.items()],
        "kinds": [{"kind": each.kind, "label": each.label, "n": each.n} for each in found.kinds.totals],
        "weeks": [
            {"week": name_week(monday), "kinds": {kind or "": n for kind, n in counts.most_common()}}
            for monday, counts in found.kinds.weeks.items()
        ],
        "strength": _strength_shape(found.strength),
        "promises": _promises_shape(found.promises),
        "patterns": [
            {
                "miss": each.miss,
                "by": each.by,
                "person": names.say(each.person) or None,
                "n": each.n,
                "verdict": each.verdict,
                "entries": each.entries,
            }
            for each in found.patterns
        ],
        "parts": [_part(each) for each in sections],
        "note": NOTE,
    }


def _strength_shape(strength: Strength) -> dict[str, object]:
    return {
        "n": strength.n,
        "missing": strength.missing,
        "mean": _rounded(strength.mean),
        "lowest": _rounded(strength.lowest),
        "highest": _rounded(strength.highest),
        "points": [
            {"day": f"{point.day}", "mean": _rounded(point.mean), "average": _rounded(point.average)}
            for point in ([] if strength.missing else strength.points)
        ],
    }


def _promises_shape(promises: Promises) -> dict[str, object]:
    share = promises.share
    return {
        "n": promises.n,
        "missing": promises.missing,
        "kept": promises.kept,
        "low": _rounded(share.low, 3) if share else None,
        "high": _rounded(share.high, 3) if share else None,
    }


def _part(made: Section) -> dict[str, object]:
    return {
        "part": made.part,
        "said": made.said,
        "counted": [{"label": row.label, "n": row.n} for row in made.counted],
        "told": [{"said": " ".join(row.said), "entries": row.entries} for row in made.told],
    }


def _rounded(number: float | None, digits: int = 2) -> float | None:
    return None if number is None else round(number, digits)


def _as_lines(found: Review, sections: list[Section], names: Names) -> Iterator[str]:
    about = names.say(found.person or "")
    yield _(
        "Review: {period}{value}", period=say_period(found.period), value=about and _(", with {about}", about=about)
    )
    if not found.seen.all:
        yield from ("", _BEGIN)
    for each in sections:
        yield from ("", each.part.label, *each.said)
        yield from (f"- {row.said}" for row in each.shown)
        yield from filter(None, [each.more])
        yield from (f"- {' '.join(row.said)}" for row in each.told)
        yield from _over_time(each, found)
        yield from filter(None, [each.rest, each.how])
    yield from ("", NOTE)


def _over_time(each: Section, found: Review) -> Iterator[str]:
    """Yield what the screen draws as a picture."""
    match each.part:
        case Part.KINDS if not found.kinds.missing:
            yield from _kinds(found.kinds, found.period)
        case Part.STRENGTH if not found.strength.missing:
            yield from _strength(found.strength, found.period)


def _kinds(kinds: Kinds, period: Period) -> Iterator[str]:
    mondays = last_mondays(period)
    yield _("The last {count}:", count=count(len(mondays), "week"))
    yield from (f"- {say_week_days(monday, period)}: {say_week_kinds(kinds, monday)}" for monday in mondays)


def _strength(strength: Strength, period: Period) -> Iterator[str]:
    yield _("Each week's mean, 0 to 10:")
    for week in strength_weeks(strength.points, period)[-WEEKS_SHOWN:]:
        yield f"- {say_week_days(week.monday, period)}: {say_week_strength(week)}"
