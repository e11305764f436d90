"""Coming back from a pause: the steps, in their order, and what each of them leaves in the pause."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from enum import StrEnum
from functools import reduce

import msgspec

from companion.catalogue import _
from companion.domain.entry import Entry
from companion.domain.pause import Outcome, Pause, PauseKind
from companion.domain.script import PauseScript, Script
from companion.domain.times import utc

LASTS = timedelta(hours=1)
"""So long after the return the steps go on where they were left; then two keys begin a pause again."""

TURN = timedelta(minutes=2)
"""How long one of the two speaks while the other listens."""

READY = (
    _("My breathing is slow."),
    _("I can say one thing they care about."),
    _("I know my one topic."),
    _("I can stop if it heats up."),
)
"""The ticks of “Ready to talk?” (evidence 10.6)."""

ENOUGH = 3
"""With fewer ticks than this, more time is the kinder choice."""

THEY_CAME_BACK = _("Thank you for coming back. I'd like to hear how you are. Is now good, or a bit later?")
"""What is said to somebody who comes back."""

RETURN = "return"
"""The kind of entry that a return is noted as."""


class ReturnStep(StrEnum):
    """The steps; each can be skipped."""

    READY = "ready"
    MESSAGE = "message"
    TOPIC = "topic"
    TURNS = "turns"
    NEXT = "next"
    STRENGTH = "strength"
    LOG = "log"
    DONE = "done"
    """Finished, or put away; nothing comes after it."""


_AFTER_THE_TOPIC = (ReturnStep.TURNS, ReturnStep.NEXT, ReturnStep.STRENGTH, ReturnStep.LOG)


class Speaker(StrEnum):
    """Whose turn it is to speak."""

    YOU = "You"
    THEY = "They"

    @property
    def other(self) -> "Speaker":
        """The one who listens."""
        return Speaker.THEY if self is Speaker.YOU else Speaker.YOU


class Turn(msgspec.Struct, frozen=True):
    """One turn of speaking, computed from the clock."""

    speaker: Speaker
    until: datetime
    """When it is over (UTC)."""

    @classmethod
    def begin(cls, speaker: Speaker, now: datetime) -> "Turn":
        """Return a whole turn that begins now."""
        return cls(speaker, utc(now) + TURN)

    def left(self, now: datetime) -> timedelta:
        """Return what is left of it; nothing once it is over, all of it if the clock was set back."""
        return max(timedelta(), min(TURN, self.until - now))

    def swap(self, now: datetime) -> "Turn":
        """Return the other one's turn."""
        return Turn.begin(self.speaker.other, now)


def steps_of(kind: PauseKind) -> tuple[ReturnStep, ...]:
    """Return the steps after a pause of that kind; where nobody had fallen out, or it was theirs, there are fewer."""
    if kind is not PauseKind.TAKING:
        return (ReturnStep.MESSAGE, ReturnStep.STRENGTH, ReturnStep.LOG)
    return tuple(step for step in ReturnStep if step is not ReturnStep.DONE)


def step_of(pause: Pause) -> ReturnStep:
    """Return where the steps stand; at the first one if they have not begun."""
    steps = steps_of(pause.kind)
    name, known = pause.step.partition(" ")[0], (*steps, ReturnStep.DONE)
    return next((step for step in known if step == name), steps[0])


def say_step(pause: Pause) -> str:
    """Say where the steps stand: `step 1 of 7`; nothing once they are done."""
    steps, step = steps_of(pause.kind), step_of(pause)
    return _("step {step} of {steps}", step=steps.index(step) + 1, steps=len(steps)) if step in steps else ""


def stand(pause: Pause, step: ReturnStep) -> Pause:
    """Return the pause with its steps at that one, or done; where they stand there already, ticks and turns stay."""
    if pause.step.partition(" ")[0] == step:
        return pause
    stands = f"{step} {step_of(pause)}" if step is ReturnStep.DONE else step.value
    return msgspec.structs.replace(pause, step=stands)


def tick(pause: Pause, numbers: Iterable[int]) -> Pause:
    """Return the pause at “Ready to talk?” with those lines ticked, counted from 1."""
    return msgspec.structs.replace(pause, step=" ".join((ReturnStep.READY, *map(str, sorted(numbers)))))


def ticked(pause: Pause) -> set[int]:
    """Return the lines that were ticked, if the steps stand there."""
    name, *numbers = pause.step.split() or [""]
    return {at for at, _ in enumerate(READY, 1) if name == ReturnStep.READY and str(at) in numbers}


def take_turn(pause: Pause, turn: Turn) -> Pause:
    """Return the pause with that turn running: its end is kept, so that it goes on after locking and closing."""
    return msgspec.structs.replace(pause, step=f"{ReturnStep.TURNS} {turn.speaker} {turn.until.isoformat()}")


def turn_of(pause: Pause) -> Turn | None:
    """Return the turn that was begun last, if the steps stand there."""
    match pause.step.split():
        case [ReturnStep.TURNS, speaker, until]:
            with suppress(ValueError):
                return Turn(Speaker(speaker), utc(datetime.fromisoformat(until)))
    return None


def beside(kind: PauseKind, step: ReturnStep, by: int) -> ReturnStep:
    """Return the step that many further on; before the first there is none, after the last it is done."""
    steps = (*steps_of(kind), ReturnStep.DONE)
    return steps[min(len(steps) - 1, max(0, steps.index(step) + by))]


def is_time_for_steps(pause: Pause, now: datetime) -> bool:
    """Return whether the return was not long ago; the last turn may end."""
    came, turn = pause.returned_at, turn_of(pause)
    return came is not None and (now - came < LASTS or (turn is not None and turn.left(now) > timedelta()))


def is_coming_back(pause: Pause, now: datetime) -> bool:
    """Return whether its steps have begun, are not finished, and it is time for them."""
    return is_time_for_steps(pause, now) and bool(pause.step) and step_of(pause) is not ReturnStep.DONE


def coming_back(pauses: Iterable[Pause], now: datetime) -> Pause | None:
    """Return the pause whose steps go on, with all that was parked; none if a newer one was not called off."""
    known = list(pauses)
    begun = (each for each in known if each.outcome is not Outcome.CANCELLED)
    newest = max(begun, key=lambda pause: pause.started_at, default=None)
    return gather(newest, known) if newest and is_coming_back(newest, now) else None


# -- what the steps leave


def parked(pause: Pause) -> tuple[str, ...]:
    """Return what was parked until now, the topic first, each once."""
    return tuple(dict.fromkeys(each for each in (pause.topic, *pause.thoughts) if each.strip()))


def talked(pause: Pause) -> str:
    """Return the topic once it was talked about: the steps came past choosing it."""
    name, _, ended_at = pause.step.partition(" ")
    at = (ended_at or ReturnStep.LOG) if name == ReturnStep.DONE else name
    return pause.topic if pause.kind is PauseKind.TAKING and at in _AFTER_THE_TOPIC else ""


def untalked(pause: Pause) -> tuple[str, ...]:
    """Return what was parked and not talked about, the topic first."""
    return tuple(each for each in parked(pause) if each != talked(pause))


def gather(pause: Pause, pauses: Iterable[Pause]) -> Pause:
    """Return the pause with what was not talked about after the ones before it, each of which takes along the same."""
    known = {each.id: each for each in pauses if each.id != pause.id}
    chain = [pause]
    while before := known.pop(chain[-1].after or "", None):
        chain.append(before)
    return reduce(_take_along, reversed(chain))


def _take_along(before: Pause, pause: Pause) -> Pause:
    rest = untalked(before)
    topic = pause.topic or (before.topic if before.topic in rest else "")
    others = tuple(each for each in dict.fromkeys((*parked(pause), *rest)) if each != topic)
    return msgspec.structs.replace(pause, topic=topic, thoughts=others, place=pause.place or before.place)


def choose_topic(pause: Pause, topic: str) -> Pause:
    """Return the pause with that one topic; what else was parked stays parked."""
    others = tuple(each for each in parked(pause) if each != topic)
    return msgspec.structs.replace(pause, topic=topic, thoughts=others)


def return_entry(pause: Pause, now: datetime) -> Entry:
    """Return the entry about the return, with what is known already."""
    at = utc(pause.ended_at or now)
    return Entry(at=at, kind=RETURN, strength=pause.strength_after, pause=pause.id, note=log_note(pause))


def log_note(pause: Pause) -> str:
    """Return the note of the entry about the return: the topic, what stays parked, the next step."""
    topic, thoughts = pause.topic.strip(), [each for each in parked(pause) if each != pause.topic]
    parts = (
        topic and _("Topic: {topic}", topic=topic),
        thoughts and _("Still parked: {thoughts}", thoughts="; ".join(thoughts)),
        pause.next_step and _("Next step: {next_step}", next_step=pause.next_step),
    )
    return " · ".join(part for part in parts if part)


# -- not ready yet


def not_ready_text(scripts: Mapping[str, Script]) -> str:
    """Return the words that give a new time, open for the time that the next pause is due."""
    return scripts[PauseScript.NOT_READY].text.replace("{new_time}", "{back_at}")


def rebook(pause: Pause, words: str, length: timedelta, now: datetime) -> Pause:
    """Return the next pause, with those words to say before going; what was parked, if it is known, goes with it."""
    return Pause(
        kind=PauseKind.TAKING,
        started_at=now,
        due=now + length,
        planned=length,
        place=pause.place,
        topic=pause.topic,
        thoughts=pause.thoughts,
        leave_message=words,
        return_message=pause.return_message,
        after=pause.id,
    )
