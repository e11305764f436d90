"""A pause: a timed time apart with a promise to return."""

from datetime import datetime, timedelta
from enum import StrEnum

import msgspec

from companion.catalogue import _
from companion.domain.move import Move
from companion.domain.record import Record
from companion.domain.strength import check_strength
from companion.domain.times import check_moment, utc

GRACE = timedelta(minutes=5)
"""Back within this time of due still keeps the promise."""

DEFAULT_LENGTH = timedelta(minutes=30)
"""A good default (evidence on time-outs: at least 20, thirty is a good default; facts A5, A10)."""

SUGGESTED_MORE = timedelta(minutes=20)
"""What more time is offered as, and the step to the next talk when somebody is not ready (fact A10)."""

LONG = timedelta(hours=2)
"""A pause longer than this asks when to give a sign that all is well."""

A_DAY = timedelta(hours=24)
"""A pause longer than this must say when (fact A10: under a day if one can)."""

_A_YEAR = timedelta(days=366)

_NO_SIGN = _("More than a day needs a sign on the way. Say when you will give one, before you are back.")


class PauseKind(StrEnum):
    """Whose pause it is."""

    TAKING = "taking"
    GIVING = "giving"
    PLANNED = "planned"


class PauseState(StrEnum):
    """Where a pause stands at a moment."""

    NONE = "none"
    RUNNING = "running"
    OVERDUE = "overdue"


class Outcome(StrEnum):
    """How a pause ended."""

    KEPT = "kept"
    MOVED = "moved in time"
    LATE = "late"
    NOT_RETURNED = "not returned"
    CANCELLED = "cancelled"

    @property
    def is_kept(self) -> bool:
        """Whether the promise held: back in time, or a new time given in time."""
        return self in (Outcome.KEPT, Outcome.MOVED)


class Pause(Record, frozen=True, kw_only=True):
    """A pause and what became of it."""

    kind: PauseKind = PauseKind.TAKING
    started_at: datetime
    """UTC."""
    due: datetime
    """When to be back (UTC); the only source of what is left."""
    planned: timedelta
    """The length at the start."""
    place: str = ""
    """Where the person goes; may be empty."""
    topic: str = ""
    """What the talk was about, parked so that it is not lost."""
    strength_before: int | None = None
    """How strong it was at the start, 0-10."""
    strength_after: int | None = None
    """How strong it was on coming back, 0-10."""
    leave_message: str = ""
    """Said before going, slots unfilled."""
    return_message: str = ""
    """Said on coming back, slots unfilled."""
    told_at: datetime | None = None
    """When the leave message was said (UTC)."""
    moves: tuple[Move, ...] = ()
    """Changes of the due time, oldest first."""
    thoughts: tuple[str, ...] = ()
    """Thoughts parked for the return."""
    check_in: datetime | None = None
    """When to give a sign, in a long pause (UTC); none once it was given."""
    signs: tuple[datetime, ...] = ()
    """When signs were given (UTC)."""
    is_stated: bool = True
    """Giving: whether they named a time; if not, `due` is when to ask for one."""
    end_point: datetime | None = None
    """Giving: until when to wait after a time that passed without a word (UTC)."""
    urges: tuple[datetime, ...] = ()
    """Giving: when the pull to write was ridden out (UTC)."""
    is_asked: bool = False
    """Whether the app has asked if the leave message was said; it asks once."""
    week_time: str | None = None
    """Id of the planned time of the week that it began from."""
    after: str | None = None
    """Id of the pause before, whose parked topic and thoughts still wait."""
    next_step: str = ""
    """One thing that was agreed on coming back, as an if-then."""
    step: str = ""
    """Where the steps after coming back stand (`domain.returning.ReturnStep`); empty before the first."""
    ended_at: datetime | None = None
    """When it ended in any way (UTC)."""
    outcome: Outcome | None = None
    """None while it is open."""

    def __post_init__(self) -> None:
        times = (self.started_at, self.due, self.told_at, self.ended_at, self.check_in, self.end_point)
        for moment in (*times, *self.signs, *self.urges):
            check_moment(moment)
        if not timedelta() <= self.planned <= _A_YEAR:
            raise ValueError(_("A pause is planned for a year at most."))
        check_strength(self.strength_before)
        check_strength(self.strength_after)

    @property
    def is_open(self) -> bool:
        """Whether it has not ended yet."""
        return self.outcome is None

    @property
    def is_own(self) -> bool:
        """Whether the promise to return is one's own."""
        return self.kind is not PauseKind.GIVING

    @property
    def is_untold(self) -> bool:
        """Whether somebody was left without a word."""
        return self.kind is PauseKind.TAKING and self.told_at is None

    @property
    def returned_at(self) -> datetime | None:
        """When the person came back (UTC), if they did."""
        came_back = self.outcome in (Outcome.KEPT, Outcome.MOVED, Outcome.LATE)
        return self.ended_at if came_back else None

    def left(self, now: datetime) -> timedelta:
        """Return what is left until due; below zero when it has passed."""
        return self.due - now

    def passed(self, now: datetime) -> float:
        """Return how much of the way from start to due has passed, 0 to 1."""
        whole = (self.due - self.started_at).total_seconds()
        return min(1.0, max(0.0, (now - self.started_at).total_seconds() / whole)) if whole > 0 else 1.0

    def state(self, now: datetime) -> PauseState:
        """Return where the pause stands at that moment."""
        if not self.is_open:
            return PauseState.NONE
        return PauseState.RUNNING if now < self.due else PauseState.OVERDUE

    def is_sign_due(self, now: datetime) -> bool:
        """Return whether the time to give a sign has come."""
        return self.is_open and self.check_in is not None and self.check_in <= now < self.due

    def check_signs(self) -> None:
        """Raise ValueError if it is longer than a day and nobody would hear anything meanwhile."""
        is_heard = self.check_in is not None and self.started_at < self.check_in < self.due
        if self.is_own and self.due - self.started_at > A_DAY and not is_heard:
            raise ValueError(_NO_SIGN)

    def move(self, new: datetime, now: datetime, check_in: datetime | None = None) -> "Pause":
        """Return the pause with a new due time.

        Args:
            new: When it is due then.
            now: The time.
            check_in: When to give a sign; what was said before stays if none is given.

        Raises:
            ValueError: if the new time is not in the future, or a sign on the way is needed.
        """
        if new <= now:
            raise ValueError(_("The new time has passed already. Choose a later one."))
        step = Move(old=self.due, new=utc(new), at=now)
        sign = check_in or (self.check_in if self.check_in and self.check_in < new else None)
        if self.is_own and new - now > A_DAY and not (sign and now < sign < new):
            raise ValueError(_NO_SIGN)
        return msgspec.structs.replace(
            self, due=utc(new), moves=(*self.moves, step), check_in=sign, is_stated=True, end_point=None
        )

    def sign(self, now: datetime) -> "Pause":
        """Return the pause with a sign given; in one that goes on for more than a day, the next is a day later."""
        following = now + A_DAY if self.due - now > A_DAY else None
        return msgspec.structs.replace(self, signs=(*self.signs, now), check_in=following)

    def ride(self, now: datetime) -> "Pause":
        """Return the pause with one more pull to write ridden out."""
        return msgspec.structs.replace(self, urges=(*self.urges, now))

    def wait_until(self, end_point: datetime, now: datetime) -> "Pause":
        """Return the pause with an end to the waiting.

        Raises:
            ValueError: if it has passed.
        """
        if end_point <= now:
            raise ValueError(_("That time has passed already. Choose a later one."))
        return msgspec.structs.replace(self, end_point=end_point)

    def come_back(self, now: datetime, strength_after: int | None = None) -> "Pause":
        """Return the pause ended by the return, with its outcome."""
        return msgspec.structs.replace(self, ended_at=now, outcome=self._outcome_at(now), strength_after=strength_after)

    def cancel(self, now: datetime) -> "Pause":
        """Return the pause called off; that is not a return."""
        return msgspec.structs.replace(self, ended_at=now, outcome=Outcome.CANCELLED)

    def give_up(self, now: datetime) -> "Pause":
        """Return the pause closed without a return."""
        return msgspec.structs.replace(self, ended_at=now, outcome=Outcome.NOT_RETURNED)

    def tell(self, now: datetime) -> "Pause":
        """Return the pause with what there is to say said: the leave message first, then each new time."""
        if self.told_at is None:
            return msgspec.structs.replace(self, told_at=now, is_asked=True)
        *moves, last = self.moves or (None,)
        if last is None or last.told_at is not None:
            return self
        return msgspec.structs.replace(self, moves=(*moves, msgspec.structs.replace(last, told_at=now)))

    def ask_told(self) -> "Pause":
        """Return the pause with the question asked whether it was said."""
        return msgspec.structs.replace(self, is_asked=True)

    def park(self, thought: str) -> "Pause":
        """Return the pause with one more thought kept for the return."""
        return msgspec.structs.replace(self, thoughts=(*self.thoughts, thought))

    def _outcome_at(self, now: datetime) -> Outcome:
        if now > self.due + GRACE or not all(move.in_time for move in self.moves):
            return Outcome.LATE
        return Outcome.MOVED if self.moves else Outcome.KEPT


def open_pause(pauses: list[Pause]) -> Pause | None:
    """Return the pause that has not ended; the newest, should a crash have left two."""
    return max((pause for pause in pauses if pause.is_open), key=lambda pause: pause.started_at, default=None)
