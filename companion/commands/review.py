"""The verb `review`: looking back over a period, as plain lines or as JSON.

The shape that `review --json` prints is described in the README, under JSON.
"""

from collections.abc import Iterator, Sequence

import click
import msgspec

from companion.catalogue import _
from companion.commands.context import Context
from companion.commands.library import shipped_library
from companion.commands.review_options import Asked, part_option, read_parts, reviewed_options
from companion.commands.review_sheet import review_sheet
from companion.domain.person import Names
from companion.domain.review.kinds import WEEKS_SHOWN
from companion.domain.review.look_back import Review
from companion.domain.review.period import Period
from companion.domain.review.promises import Promises
from companion.domain.review.section import Part, Section
from companion.domain.review.sections import section
from companion.domain.review.sentences import (
    NOTE,
    name_week,
    say_period,
    say_week_days,
    say_week_strength,
    say_weeks_kinds,
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
    """Look back over the last twelve months, or over a period; in words and counts, without a verdict.

    \b
    --json prints:
      {"since": DAY, "until": DAY, "entries": N,
       "days_looked_at": {"n": N, "of": N},
       "days": [{"day": DAY, "n": N, "mood": "good|hard|mixed|plain"}],
       "kinds": [{"kind": ID|null, "label": WORDS, "n": N}],
       "weeks": [{"week": "2026-W47", "kinds": {ID: N}}],
       "strength": {"n": N, "missing": N, "mean": X|null, "lowest": X|null,
                    "highest": X|null,
                    "points": [{"day": DAY, "mean": X, "average": X}]},
       "promises": {"n": N, "missing": N, "kept": N, "low": SHARE|null,
                    "high": SHARE|null},
       "patterns": [{"miss": ID, "by": "me|them"|null, "person": NAME|null,
                     "n": N, "verdict": "too-early|mended|pattern",
                     "entries": [ID]}],
       "left_out": {"cooled": N, "hidden": N},
       "parts": [{"part": NAME, "said": [WORDS],
                  "counted": [{"label": WORDS, "n": N}],
                  "told": [{"said": WORDS, "entries": [ID]}]}],
       "note": WORDS}

    Days and weeks without an entry are left out; in "weeks" the id "" stands for
    no kind. "missing" says how many more a figure needs (5 entries with a
    strength, 5 pauses); until then it is null. "mean" is a mean of days,
    "average" the simple moving average over the 28 days that end with the day,
    "low" and "high" are the ends of the Wilson 95 % range.
    """
    if ctx.invoked_subcommand is not None:
        if parts or as_json or asked != Asked():
            raise ValueError(_("Say that behind the word sheet: companion review sheet --since DAY"))
        return
    _print(ctx.obj, asked, read_parts(parts) or list(Part), as_json)


def _print(context: Context, asked: Asked, chosen: Sequence[Part], as_json: bool) -> None:
    library = shipped_library()
    found = asked.review(context, library.vocabulary)
    store = context.unlocked_store()
    names = Names.among(store.entries, whole=store.settings.show_names)
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
    period = say_period(found.period)
    yield (
        _("Review: {period}, with {person}", period=period, person=about)
        if about
        else _("Review: {period}", period=period)
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
            yield from say_weeks_kinds(found.kinds, found.period)
        case Part.STRENGTH if not found.strength.missing:
            yield from _strength(found.strength, found.period)


def _strength(strength: Strength, period: Period) -> Iterator[str]:
    yield _("Each week's mean, 0 to 10:")
    for week in strength_weeks(strength.points, period)[-WEEKS_SHOWN:]:
        yield f"- {say_week_days(week.monday, period)}: {say_week_strength(week)}"
