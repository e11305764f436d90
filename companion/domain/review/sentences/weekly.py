"""The weekly look-back and “on this day”, in words."""

from collections.abc import Callable, Sequence

from companion.catalogue import _, ngettext
from companion.domain.review.counts import WordCount
from companion.domain.review.kinds import KindCount
from companion.domain.review.on_this_day import Once, OnThisDay
from companion.domain.review.sentences.days import say_period
from companion.domain.review.sentences.words import count, of
from companion.domain.review.week import WeekBeside, WeekCounts
from companion.domain.times import say_day

_BEFORE = _("the week before")
_NONE = _("none")
_MOST = 3
"""So many kinds and feelings are named."""


def say_week(weeks: WeekBeside) -> list[str]:
    """Say a week beside the one before it, in plain counts."""
    this, before = weeks.this, weeks.before
    said = [f"{say_period(this.week)}: {_noted(this)}; {_BEFORE}: {_noted(before)}."]
    if not (this.n or before.n or this.pauses or before.pauses):
        return said
    lines: dict[str, Callable[[WeekCounts], str]] = {
        _("Hard days"): lambda week: of(week.hard, week.days, "day") if week.days else _NONE,
        _("Good days"): lambda week: of(week.good, week.days, "day") if week.days else _NONE,
        _("Kinds"): lambda week: _named(week.kinds),
        _("Feelings"): lambda week: _named(week.feelings),
        _("Replies that landed, and that missed"): _replies,
        _("Repairs"): lambda week: count(week.repairs, "entry") if week.repairs else _NONE,
        _("Pauses"): _pauses,
    }
    return said + [f"{name}: {say(this)}; {_BEFORE}: {say(before)}." for name, say in lines.items()]


def say_on_this_day(found: OnThisDay) -> str:
    """Say how much comes back today."""
    if found.missing:
        return _("Nothing comes back today.")
    return ngettext("{n:,} entry comes back today.", "{n:,} entries come back today.", found.n)


def say_once(once: Once) -> str:
    """Say one day that comes back: `A year ago, on 22 November 2025: 2 entries`."""
    return _("{ago}, on {day}: {count}", ago=once.ago, day=say_day(once.day), count=count(len(once.entries), "entry"))


def _noted(week: WeekCounts) -> str:
    if not week.n:
        return _("nothing noted")
    return _("{entries} on {days}", entries=count(week.n, "entry"), days=count(week.days, "day"))


def _named(counts: Sequence[KindCount | WordCount]) -> str:
    said = ", ".join(f"{each.label} {each.n:,}" for each in counts[:_MOST])
    more = len(counts) - _MOST
    return _("{words}, and {more:,} more", words=said, more=more) if more > 0 else said or _NONE


def _replies(week: WeekCounts) -> str:
    sides = (week.landed.mine, week.landed.theirs, week.landed.unknown)
    landed = sum(each.landed + each.mixed for each in sides)
    missed = sum(each.missed + each.mixed for each in sides)
    return _("{landed:,} and {missed:,}", landed=landed, missed=missed) if landed or missed else _NONE


def _pauses(week: WeekCounts) -> str:
    if not week.pauses:
        return _NONE
    own = week.promises
    if not own.n:
        return f"{week.pauses:,}"
    return _("{pauses:,}, of your own {kept:,} of {n:,} in time", pauses=week.pauses, kept=own.kept, n=own.n)
