"""What is typed while an exercise is done in plain lines: a wish, or what a step asks for."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from enum import Enum, auto

from companion.commands.nameless import near
from companion.domain.exercise import Ask, Step
from companion.domain.strength import check_strength
from companion.domain.times import say_length
from companion.domain.vocabulary import WordGroup
from companion.text.plain import one_line

_SHOWN = 40
"""Letters of a wrong word that are said again."""
_MINUTE = 60


class Wish(Enum):
    """What a line on its own can want."""

    NEXT = auto()
    SKIP = auto()
    STOP = auto()
    UNSAFE = auto()


_WISHES = {
    "": Wish.NEXT, "s": Wish.SKIP, "skip": Wish.SKIP, "q": Wish.STOP, "stop": Wish.STOP,
    "x": Wish.UNSAFE, "not safe": Wish.UNSAFE, "unsafe": Wish.UNSAFE,
}  # fmt: skip


def read_answer(step: Step, typed: str, words: list[str]) -> tuple[str, ...]:
    """Read what was typed as the answer of a step.

    Args:
        step: What asks.
        typed: The line.
        words: What it chooses from, if it does.

    Raises:
        ValueError: with a sentence, if it is none.
    """
    if step.ask in (Ask.LINE, Ask.MESSAGE, None):
        return (one_line(typed),)
    if step.ask is Ask.STRENGTH:
        return (read_strength(typed),)
    given = [one_line(each) for each in typed.split(",") if each.strip()]
    if not 0 < len(given) <= step.ask.most:
        raise ValueError(_up_to(step.ask.most))
    return tuple(dict.fromkeys(_word(each, words) for each in given))


def _word(typed: str, words: list[str]) -> str:
    """Return the word of the list that was typed, or whose number was."""
    known = {str(number): word for number, word in enumerate(words, 1)} | {word.casefold(): word for word in words}
    if (found := known.get(typed.casefold())) is not None:
        return found
    meant = near(typed, words)
    raise ValueError(f"“{typed[:_SHOWN]}” is not in the list.{f' Did you mean: {meant}?' if meant else ''}")


def read_strength(typed: str) -> str:
    """Return a strength as it was typed.

    Raises:
        ValueError: with a sentence, if it is none.
    """
    if not (typed.isascii() and typed.isdecimal() and len(typed) <= 2):
        raise ValueError("A number from 0 to 10, or enter to leave it out.")
    check_strength(int(typed))
    return str(int(typed))


def read_wish(line: str | None) -> Wish | None:
    """Return what a line wants; None if it is words."""
    return Wish.STOP if line is None else _WISHES.get(line.casefold().strip(" .!?“”\"'"))


def hints(step: Step, offered: Sequence[WordGroup | str]) -> Iterator[str]:
    """Yield what is said under a step that asks for something."""
    if step.like:
        yield f"Such as: {step.like}"
    if step.ask is Ask.STRENGTH:
        yield "A number from 0 to 10."
    for number, each in enumerate(offered, 1):
        yield f"  {each.label}: {', '.join(each.words)}" if isinstance(each, WordGroup) else f"  {number}  {each}"
    if step.ask is not None and step.ask.most > 1:
        yield _up_to(step.ask.most)
    if step.seconds is not None:
        yield f"Time for it: {say_seconds(step.seconds)}."


def say_seconds(seconds: int) -> str:
    """Say how long a step takes: `90 seconds`, `2 minutes`."""
    return f"{seconds} seconds" if seconds % _MINUTE else say_length(timedelta(seconds=seconds))


def _up_to(most: int) -> str:
    return "One of them." if most == 1 else f"Up to {most}, with commas between."
