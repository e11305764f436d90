"""What the verbs of the log take for each field of an entry, and reading it."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

from companion.catalogue import _
from companion.commands.completing import offers, vocabulary
from companion.commands.context import Context
from companion.commands.typed import clean, given_words
from companion.domain.entry import FIELDS, EntryField, Fill, Who
from companion.domain.log import find_entry

CommandT = TypeVar("CommandT", bound=Callable[..., None])

_NOTE = "note"
"""The field that needs no option: the words of the command itself."""

_VALUES = {Fill.WHO: "|".join(Who), Fill.STRENGTH: "0-10", Fill.MOMENT: "WHEN", Fill.ENTRY: "ID", Fill.LINE: "WORDS"}
"""What help calls a value, where the option's name does not say it."""


def entry_options(command: CommandT) -> CommandT:
    """Give a verb an option for each field of an entry."""
    for field in reversed(FIELDS):
        if field.name != _NOTE:
            command = _option(field)(command)
    return command


def _option(field: EntryField) -> Callable[[CommandT], CommandT]:
    about = [field.ask if field.ask.endswith("?") else f"{field.label}: {field.ask}."]
    if field.most:
        about.append(_("Up to {most} times.", most=field.most))
    elif field.several:
        about.append(_("May be given again."))
    value = _VALUES.get(field.fill, field.option.upper())
    offer = vocabulary(field.words_from) if field.words_from else offers(lambda: Who if field.fill is Fill.WHO else ())
    return click.option(
        f"--{field.option}",
        field.name,
        metavar=value,
        multiple=field.several,
        help=" ".join(about),
        shell_complete=offer,
    )


def read_fields(context: Context, text: tuple[str, ...], options: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of Entry that were given; an empty value is what the field has by default."""
    given = {name: value for name, value in options.items() if value not in (None, ())}
    if text:
        given[_NOTE] = given_words(" ".join(text))
    fields: dict[str, Any] = {}
    for field in FIELDS:
        value = given.get(field.name)
        if isinstance(value, tuple):
            fields[field.name] = tuple(dict.fromkeys(filter(None, map(clean, value))))
        elif value is not None and (words := clean(value)):
            fields[field.name] = _read(field, words, context)
        elif value is not None and field.fill is not Fill.MOMENT:
            fields[field.name] = field.default
    return fields


def _read(field: EntryField, words: str, context: Context) -> object:
    """Return the value that the words stand for."""
    match field.fill:
        case Fill.MOMENT:
            from companion.natural_time import parse_when

            return parse_when(words, context.clock())
        case Fill.STRENGTH:
            return _strength(words)
        case Fill.WHO:
            return _by(words)
        case Fill.ENTRY:
            return find_entry(context.unlocked_store().entries, words).id
    return words


def _strength(words: str) -> int:
    try:
        return int(words)
    except ValueError:
        raise ValueError(_("Strength is a number from 0 to 10, not {words}.", words=words)) from None


def _by(words: str) -> Who:
    try:
        return Who(words)
    except ValueError:
        raise ValueError(
            _("“{words}” is not whose reply missed. Try {choices}.", words=words, choices=", ".join(Who))
        ) from None
