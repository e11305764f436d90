"""Asking before something is done, on the terminal; a script says --yes."""

import sys

import click

from companion.catalogue import _


def is_agreed(question: str, yes: bool, nothing: str) -> bool:
    """Return whether the person agrees.

    Args:
        question: What to ask, its question mark left out.
        yes: Whether they said so on the command line.
        nothing: What to say if they do not: that nothing was done.

    Raises:
        ValueError: if nobody can be asked.
    """
    if yes:
        return True
    if sys.stdin is None or not sys.stdin.isatty():
        raise ValueError(_("{nothing} There is no terminal to ask on: say --yes if it is to be done.", nothing=nothing))
    if click.confirm(question, err=True):
        return True
    click.echo(nothing, err=True)
    return False
