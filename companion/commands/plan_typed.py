"""The lines that are typed into a worksheet that asks."""

import sys

import click

from companion.catalogue import _
from companion.commands.typed import clean


class EndOfInputError(Exception):
    """Nothing more comes."""


def is_asked_to_keep() -> bool:
    """Ask if it is to be kept; silence is no."""
    click.echo(_("\nKeep this? [y/N]"))
    try:
        return read_line().lower() in ("y", "yes")
    except EndOfInputError:
        return False


def read_line() -> str:
    """Read a line, from a terminal or from anything else.

    Raises:
        EndOfInputError: if nothing more comes.
    """
    if sys.stdin is None:
        raise EndOfInputError
    click.echo("> ", nl=False)
    line = sys.stdin.readline()
    if not line:
        click.echo()
        raise EndOfInputError
    if not sys.stdin.isatty():
        click.echo()
    return clean(line)
