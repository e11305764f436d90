"""Doing an exercise: what was answered on the way, and what is kept of it."""

from datetime import datetime, timedelta

import msgspec

from companion.catalogue import _
from companion.domain.exercise import AFTER, BEFORE, Exercise
from companion.domain.field import Field, names_fear
from companion.domain.held import HeldMessage, open_hour
from companion.domain.pause import Pause
from companion.domain.practice import Practice, say_done
from companion.domain.times import Clock, say_clock
from companion.storage.store import Store

HOLD = timedelta(hours=1)
"""How long a message is held when no pause says when the two talk."""

_STILL_HELD = _("What you held before stays held while it is locked.")


class Practising:
    """One time that an exercise is done; kept as one practice, however often one goes back."""

    def __init__(self, exercise: Exercise, store: Store, clock: Clock) -> None:
        self.exercise = exercise
        self.said: dict[str, str] = {}
        """What was answered, by the ids of the fields."""
        self.taken: set[int] = set()
        """The steps that were done."""
        self.strengths: dict[str, int | None] = {}
        """What was marked before and after, where no step asks for it."""
        self.held: HeldMessage | None = None
        """The message that was written, once it is held."""
        self._store = store
        self._clock = clock
        self._kept: Practice | None = None
        self._unwanted: list[str] = []
        """Ids of messages that were let go or written anew while they were locked."""

    # -- what there is

    @property
    def is_begun(self) -> bool:
        """Whether anything was done or written that is to be kept."""
        return bool(self.taken or self.exercise.lines(self.said))

    @property
    def is_afraid(self) -> bool:
        """Whether a feeling was chosen that asks for the way to safety."""
        return names_fear(self.exercise.asked, self.said)

    @property
    def can_hold(self) -> bool:
        """Whether a message was written that is neither held nor let go."""
        steps = ((step, self.said.get(step.ask.id)) for step in self.exercise.steps if step.ask and step.hold)
        is_let_go = any(chosen and chosen != step.hold for step, chosen in steps)
        return bool(self.exercise.message(self.said)) and self.held is None and not is_let_go

    def answer(self, field: Field, answer: str) -> None:
        """Note what a field was answered with; nothing takes an answer back."""
        self.said[field.id] = answer

    # -- what is kept

    def keep(self, pause: Pause | None) -> bool:
        """Keep what was done, if anything was and it is not kept already; return whether it is kept now.

        Raises:
            StoreError: if it did not reach the disk.
        """
        if self.held is not None:
            self.hold(pause)
        if not self.is_begun or self._store.is_locked:
            return False
        self._forget_unwanted()
        practice = self._practice(pause)
        if practice != self._kept:
            self._kept = self._store.practices.keep(msgspec.structs.replace(practice, done_at=self._clock()))
        return True

    def _practice(self, pause: Pause | None) -> Practice:
        """Return what was done, as it is to be kept, with the time of the keeping before."""
        start = self._kept or Practice(
            slug=self.exercise.slug, done_at=self._clock(), pause=pause.id if pause else None
        )
        return msgspec.structs.replace(
            start,
            strength_before=self.strength(BEFORE),
            strength_after=self.strength(AFTER),
            lines=self.exercise.lines(self.said),
        )

    def strength(self, name: str) -> int | None:
        """Return the strength before or after."""
        marked, answer = self.strengths.get(name), self.said.get(name)
        return int(answer) if marked is None and answer else marked

    def decide(self, at: int, pause: Pause | None) -> None:
        """Hold the message or let it go, if the step of that number asks which.

        Raises:
            StoreError: if that did not reach the disk.
        """
        step = self.exercise.steps[at]
        if not step.ask or not step.hold or not (chosen := self.said.get(step.ask.id)):
            return
        if chosen == step.hold:
            self.hold(pause)
        else:
            self._let_go()

    def hold(self, pause: Pause | None) -> None:
        """Hold the message that was written, if there is one that is not held as it is.

        Raises:
            StoreError: if it did not reach the disk.
        """
        text, now = self.exercise.message(self.said), self._clock()
        if not text.strip() or (self.held is not None and self.held.text == text):
            return
        new = HeldMessage(
            text=text,
            written_at=now,
            open_at=opens_at(pause, now),
            mood_before=self.strength(BEFORE),
            pause=pause.id if pause else None,
        )
        if self._store.is_locked:  # the one before can't be changed here
            before, self.held = self.held, self._store.held.keep(new)
            self._unwanted += [before.id] if before else []
        else:
            self.held = self._store.held.keep(msgspec.structs.replace(self.held, text=text) if self.held else new)

    def _let_go(self) -> None:
        if self.held is not None:
            self._unwanted.append(self.held.id)
            self.held = None
            self._forget_unwanted()

    def _forget_unwanted(self) -> None:
        """Forget the messages that are wanted no more; while they are locked, they stay held."""
        while self._unwanted and not self._store.is_locked:
            self._store.held.forget(self._unwanted[-1])
            self._unwanted.pop()

    # -- what is said of it

    def asks(self, at: int) -> str | None:
        """Return which strength is asked for there: before, after, or none if it is not kept or a step asks."""
        if self._store.is_locked or self.exercise.asks_strength:
            return None
        if at < 0:
            return BEFORE
        return AFTER if at == len(self.exercise.steps) and self.is_begun else None

    def note(self, at: int, pause: Pause | None, *, unsafe: str, hold: str) -> str:
        """Return what is said quietly there: the way to safety, how often it was done, or what is kept.

        Args:
            at: The step.
            pause: The open one.
            unsafe: The key that opens the way to safety.
            hold: The key that holds the message.
        """
        is_step, now = 0 <= at < len(self.exercise.steps), self._clock()
        if self.is_afraid:
            return _("If you're afraid of them, {unsafe} opens Safety first.", unsafe=unsafe)
        if is_step:
            return ""
        if at >= 0 and (self.held or self._unwanted):
            held = (
                _("Your message is held until {clock}. ", clock=say_clock(self.held.open_at, now)) if self.held else ""
            )
            return (held + (_STILL_HELD if self._unwanted else "")).strip()
        if self._store.is_locked:
            return _("Locked: nothing of this is kept.")
        if at < 0:
            return say_done(self._store.practices, self.exercise.slug, now)
        if self.can_hold:
            return _(
                "Your message is not kept. {hold} holds it until {clock}.",
                hold=hold,
                clock=say_clock(opens_at(pause, now), now),
            )
        return _("Kept.") if self._kept else ""


def opens_at(pause: Pause | None, now: datetime) -> datetime:
    """Return until when a message is held: the end of the pause, else an hour; at night the morning."""
    return open_hour(pause.due if pause and pause.due > now else now + HOLD, night_hold=True)
