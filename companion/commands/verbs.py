"""The verbs, each imported only when it is asked for."""

from collections.abc import Callable

import click


def _pause() -> click.Command:
    from companion.commands.pause import pause

    return pause


def _status() -> click.Command:
    from companion.commands.status import status

    return status


def _log() -> click.Command:
    from companion.commands.log import log

    return log


def _day() -> click.Command:
    from companion.commands.log import day

    return day


def _read() -> click.Command:
    from companion.commands.read import read

    return read


def _words() -> click.Command:
    from companion.commands.words import words

    return words


def _review() -> click.Command:
    from companion.commands.review import review

    return review


def _help_lines() -> click.Command:
    from companion.commands.help_lines import help_lines

    return help_lines


def _paths() -> click.Command:
    from companion.commands.paths import paths

    return paths


def _keys() -> click.Command:
    from companion.commands.keys import keys

    return keys


VERBS: dict[str, Callable[[], click.Command]] = {
    "pause": _pause,
    "status": _status,
    "log": _log,
    "day": _day,
    "read": _read,
    "words": _words,
    "review": _review,
    "help-lines": _help_lines,
    "paths": _paths,
    "keys": _keys,
}
"""Verb to what imports it, in the order in which a person meets them."""
