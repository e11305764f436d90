"""What the verbs of the log take for each field of an entry, and reading it."""

import sys
from collections.abc import Callable
from typing import Any, TypeVar

import click

from companion.commands.context import Context
from companion.domain.entry import MissBy
from companion.domain.log import find_entry

CommandT = TypeVar("CommandT", bound=Callable[..., None])

CHOSEN = frozenset({"kind", "feelings", "body", "need", "miss", "repairs", "result", "context"})
"""Fields that the vocabulary checks; without them it need not be read."""


def entry_options(command: CommandT) -> CommandT:
    """Give a verb the options for everything an entry can hold."""
    for option in reversed(
        (
            click.option("--kind", metavar="KIND", help="What sort of moment, like tears or not-heard."),
            click.option("--strength", metavar="0-10", help="How strong it was."),
            click.option("--feeling", "feelings", metavar="WORD", multiple=True, help="Up to three times."),
            click.option("--body", metavar="SIGN", help="Where it was in the body."),
            click.option("--need", metavar="WORD", help="What you needed."),
            click.option("--miss", metavar="MISS", help="How the reply missed, like fix or screen."),
            click.option("--by", "miss_by", metavar="me|them|both|none", help="Whose reply missed."),
            click.option("--repair", "repairs", metavar="REPAIR", multiple=True, help="What was tried."),
            click.option("--result", metavar="RESULT", help="Whether that helped, like helped-a-bit."),
            click.option("--context", metavar="WORD", multiple=True, help="What else was going on."),
            click.option("--answers", metavar="ID", help="The entry that this one answers."),
            click.option("--person", metavar="NAME", help="Initials or a name."),
            click.option("--at", "when", metavar="WHEN", help="When it was, like “yesterday 21:00”."),
            click.option("--quote", metavar="WORDS", help="Their words, as you remember them."),
        )
    ):
        command = option(command)
    return command


def read_fields(context: Context, text: tuple[str, ...], options: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of Entry that were given; an empty value is what the field has by default."""
    given = {name: value for name, value in options.items() if value not in (None, ())}
    if text:
        given["note"] = _standard_input() if text == ("-",) else " ".join(text)
    fields: dict[str, Any] = {}
    for name, value in given.items():
        if isinstance(value, tuple):
            fields[name] = tuple(dict.fromkeys(filter(None, map(_clean, value))))
        elif name in ("note", "person", "quote"):
            fields[name] = _clean(value)
        else:
            fields[name] = _clean(value) or None
    if when := fields.pop("when", None):
        from companion.natural_time import parse_when

        fields["at"] = parse_when(when, context.clock())
    if strength := fields.get("strength"):
        fields["strength"] = _strength(strength)
    if by := fields.get("miss_by"):
        fields["miss_by"] = _by(by)
    if answers := fields.get("answers"):
        fields["answers"] = find_entry(context.store.entries, answers).id
    return fields


def _standard_input() -> str:
    return sys.stdin.buffer.read().decode("utf-8", "replace").replace("\r\n", "\n")


def _clean(words: str) -> str:
    """Return the words without blanks at their ends and without bytes that are no text."""
    return words.encode("utf-8", "surrogateescape").decode("utf-8", "replace").strip()


def _strength(words: str) -> int:
    try:
        return int(words)
    except ValueError:
        raise ValueError(f"Strength is a number from 0 to 10, not {words}.") from None


def _by(words: str) -> MissBy:
    try:
        return MissBy(words)
    except ValueError:
        raise ValueError(f"“{words}” is not whose reply missed. Try {', '.join(MissBy)}.") from None
