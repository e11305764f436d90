"""Saying what was called wrongly: click's errors as sentences of ours."""

import re
from collections.abc import Iterable

import click

from companion.catalogue import _

_SHOWN = 60
"""Letters of what was typed that are said again."""
_TOO_MUCH = re.compile(r"unexpected extra arguments? \((.*)\)", re.DOTALL)
_LACKS = "requires"
"""What click says of an option behind which nothing stands; else something stands behind a switch."""


def say_misuse(error: click.UsageError) -> str:
    """Return what is wrong in a sentence; an error that is a sentence of ours already stays as it is."""
    match error:
        case click.NoSuchOption():
            said = _("There is no option “{name}”.", name=_short(error.option_name))
            return " ".join((said, *_meant(error.possibilities or ())))
        case click.BadOptionUsage() if _LACKS in error.message:
            return _("Type something behind {name}.", name=error.option_name)
        case click.BadOptionUsage():
            return _("Nothing may stand behind {name}.", name=error.option_name)
        case click.MissingParameter():
            return _("{name} is missing.", name=_name(error.param))
        case click.BadParameter() if error.param is not None:
            return _taken(error.param) or error.format_message()
    if name := getattr(error, "command_name", ""):
        return say_no_command(str(name), getattr(error, "possibilities", None) or ())
    if found := _TOO_MUCH.search(error.message):
        return _("“{words}” is more than it takes.", words=_short(found[1]))
    return error.format_message()


def say_no_command(typed: str, near: Iterable[str] = ()) -> str:
    """Say that there is no such verb, and which may be meant."""
    said = _("There is no command “{typed}”.", typed=_short(typed))
    return " ".join((said, *_meant(near)))


def _meant(near: Iterable[str]) -> list[str]:
    """Return the question whether one of those is meant; nothing without any."""
    named = ", ".join(near)
    return [_("Did you mean: {verb}?", verb=named)] if named else []


def _name(param: click.Parameter | None) -> str:
    """Return what a parameter is called where it is typed."""
    if isinstance(param, click.Option):
        return max(param.opts, key=len)
    return param.human_readable_name if param else ""


def _taken(param: click.Parameter) -> str:
    """Say what a parameter takes; nothing where its type does not say it."""
    name = _name(param)
    match param.type:
        case click.Choice(choices=choices):
            return _("{name} takes {choices}.", name=name, choices=", ".join(map(str, choices)))
        case click.IntRange(min=int(least), max=int(most)):
            return _("{name} takes a whole number, {least} to {most}.", name=name, least=least, most=most)
        case click.IntRange(min=int(least)):
            return _("{name} takes a whole number, {least} or more.", name=name, least=least)
        case click.types.IntParamType():
            return _("{name} takes a whole number.", name=name)
    return ""


def _short(typed: str) -> str:
    """Return the beginning of what was typed."""
    return typed if len(typed) <= _SHOWN else f"{typed[:_SHOWN]}…"
