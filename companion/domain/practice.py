"""A practice: an exercise that was done, and how strong it was before and after."""

from collections.abc import Iterable
from datetime import datetime

from companion.catalogue import _
from companion.domain.record import Record
from companion.domain.strength import check_strength
from companion.domain.times import check_moment, local, say_day

_OFTEN = {1: "once", 2: "twice", 3: _("three times"), 4: _("four times"), 5: _("five times")}
"""More are said in figures."""


class Practice(Record, frozen=True, kw_only=True):
    """One time that an exercise was done."""

    slug: str
    """The exercise."""
    done_at: datetime
    """When it ended (UTC)."""
    strength_before: int | None = None
    """How strong it was before, 0-10; may be left out."""
    strength_after: int | None = None
    """How strong it was after, 0-10; may be left out."""
    pause: str | None = None
    """Id of the pause it was done in, if it was."""
    lines: tuple[str, ...] = ()
    """What was written on the way, for an exercise that asks for a line."""

    def __post_init__(self) -> None:
        check_moment(self.done_at)
        check_strength(self.strength_before)
        check_strength(self.strength_after)


def say_done(practices: Iterable[Practice], slug: str, now: datetime) -> str:
    """Say how often an exercise was done, and how the last time was: facts, no score; nothing if it was not."""
    done = sorted((each for each in practices if each.slug == slug), key=lambda each: each.done_at)
    if not done:
        return ""
    last, often = done[-1], _OFTEN.get(len(done), f"{len(done)} times")
    day, today = local(last.done_at).date(), local(now).date()
    when = {0: _("today"), 1: _("yesterday")}.get((today - day).days, _("on {day}", day=say_day(day, today)))
    said = (
        _("Done {often}, {when}.", often=often, when=when)
        if len(done) == 1
        else _("Done {often}; the last time {when}.", often=often, when=when)
    )
    if last.strength_before is None or last.strength_after is None:
        return said
    return _(
        "{said} It was {strength_before} before and {strength_after} after.",
        said=said,
        strength_before=last.strength_before,
        strength_after=last.strength_after,
    )
