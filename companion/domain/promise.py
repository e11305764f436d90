"""A mirror of one's own pauses, for when they run long, go untold or do not end in a return."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from companion.catalogue import _
from companion.domain.pause import A_DAY, Outcome, Pause

_LOOKED_AT, _ENOUGH = 5, 3
"""So many of the last pauses are looked at; so many that drifted are said."""

_LONG = 2
"""Times the planned length from which a pause ran long."""

_ARTICLE = "when-breaks-become-avoidance"


class Mirror(NamedTuple):
    """What the last pauses show, without a verdict."""

    words: str
    article: str
    """Slug of what to read about it."""


def mirror(pauses: Iterable[Pause], now: datetime) -> Mirror | None:
    """Return what the last own pauses show, if they drift.

    They do if three of the last five that ended were untold, took over twice the planned length, or ended without a
    return; one that is open a day past its time counts as that too, and one that was called off not at all.
    The rule follows evidence §4 (fair use): “If three pauses in a row end with no return talk, that is avoidance”;
    an explanation and a promise to return tell a fair pause from a walk-out (fact A9), and 24 hours is the upper limit
    that is often given (fact A10).
    """
    own = sorted((each for each in pauses if each.is_own and _is_over(each, now)), key=lambda pause: pause.started_at)
    last = own[-_LOOKED_AT:]
    drifted = [each for each in last if each.is_untold or _never_came(each) or _ran_long(each)]
    if len(drifted) < _ENOUGH:
        return None
    counts = (
        (sum(each.is_untold for each in drifted), _("began without a word (as far as is noted here)")),
        (sum(map(_ran_long, drifted)), _("took over twice the time you had said")),
        (sum(map(_never_came, drifted)), _("ended without coming back")),
    )
    *others, last_one = (f"{number} {what}" for number, what in counts if number)
    drifts = _("{others}, and {last}", others=", ".join(others), last=last_one) if others else last_one
    return Mirror(
        _("Of your last {n} pauses, {drifts}. It may help to look at the rules together.", n=len(last), drifts=drifts),
        _ARTICLE,
    )


def new_mirror(pauses: Iterable[Pause], ended: Pause, now: datetime) -> Mirror | None:
    """Return the mirror only if this end has made it true, so that it is said once."""
    others = [each for each in pauses if each.id != ended.id]
    return None if mirror(others, now) else mirror([*others, ended], now)


def _is_over(pause: Pause, now: datetime) -> bool:
    """Return whether it has ended, or will hardly end any more; not if it was called off."""
    return now > pause.due + A_DAY if pause.is_open else pause.outcome is not Outcome.CANCELLED


def _never_came(pause: Pause) -> bool:
    return pause.returned_at is None


def _ran_long(pause: Pause) -> bool:
    return pause.returned_at is not None and pause.returned_at - pause.started_at > _LONG * pause.planned
