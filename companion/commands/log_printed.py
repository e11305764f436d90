"""Printing entries: a row of a list, and the shape of `--json`."""

import sys
from collections.abc import Callable, Iterable
from os import get_terminal_size
from typing import Any

import click
import msgspec
from rich.cells import cell_len, set_cell_size

from companion.commands.context import Context
from companion.commands.library import shipped_library
from companion.domain.entry import FIELDS, Entry, Fill
from companion.domain.log import by_day, say_entry
from companion.domain.person import Names
from companion.domain.times import local, say_weekday
from companion.text.plain import one_line

SHORT = 8
"""How many characters of an id a list shows."""

_PIPED = 200
"""How many cells a row has where no terminal says its width."""
_NOT_SAID = "changed"
"""The one field that `--json` leaves out: it is the store's."""


def sayer(context: Context) -> Callable[[Entry], str]:
    """Return what says an entry in a line that is safe to print."""
    vocabulary = shipped_library().vocabulary
    names = Names.among(context.store.entries, whole=context.store.settings.show_names)
    return lambda entry: one_line(say_entry(entry, vocabulary, names))


def print_days(context: Context, entries: Iterable[Entry]) -> None:
    """Print entries under their days, each with its tags."""
    today, said = local(context.clock()).date(), sayer(context)
    for number, (day, noted) in enumerate(by_day(entries)):
        click.echo(("\n" if number else "") + say_weekday(day, today))
        for entry in noted:
            words = " · ".join(filter(None, (said(entry), _tags(entry))))
            click.echo(cut(f"  {local(entry.at):%H:%M}  {entry.id[:SHORT]}  {words}"))


def _tags(entry: Entry) -> str:
    """Return the words that were chosen, as they are typed: in a new entry, and in a filter."""
    words = (word for field in FIELDS if field.fill is Fill.WORD for word in field.values(entry))
    return one_line(" ".join(f"#{word.replace(' ', '-')}" for word in words))


def room() -> int:
    """Return how many cells a row of the terminal has."""
    try:
        return get_terminal_size(sys.stdout.fileno()).columns or _PIPED
    except (AttributeError, OSError, ValueError):  # closed, or no terminal
        return _PIPED


def cut(row: str, end: str = "") -> str:
    """Return a row with its end, and with an ellipsis if it has to be cut to fit; log show has the whole."""
    left = max(1, room() - cell_len(end))
    return (row if cell_len(row) <= left else set_cell_size(row, left - 1).rstrip() + "…") + end


def print_json(value: object) -> None:
    """Print for machines."""
    click.echo(msgspec.json.encode(value).decode("utf-8"))


def shape(entry: Entry) -> dict[str, Any]:
    """Return the entry as `--json` prints it: local time, null or [] where nothing was said."""
    found = {name: getattr(entry, name) for name in entry.__struct_fields__ if name != _NOT_SAID}
    found["at"] = local(entry.at).isoformat(timespec="seconds")
    return {
        name: None if value == "" else list(value) if isinstance(value, tuple) else value
        for name, value in found.items()
    }
