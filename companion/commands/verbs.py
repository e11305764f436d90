"""The verbs, each imported only when it is asked for."""

from importlib import import_module

import click

from companion.catalogue import _

_HOME = "companion.commands"

VERBS = {
    "now": "now:now",
    "pause": "pause:pause",
    "breathe": "breathe:breathe",
    "exercise": "exercise:exercise",
    "status": "status:status",
    "hold": "hold:hold",
    "log": "log:log",
    "day": "log:day",
    "read": "read:read",
    "words": "words:words",
    "review": "review:review",
    "plan": "plan:plan",
    "help-lines": "help_lines:help_lines",
    "export": "export:export",
    "import": "import_:import_",
    "merge": "merge:merge",
    "backup": "backup:backup",
    "restore": "restore:restore",
    "erase": "erase:erase",
    "passphrase": "passphrase:passphrase",
    "unlock-check": "unlock_check:unlock_check",
    "doctor": "doctor:doctor",
    "settings": "settings:settings",
    "paths": "paths:paths",
    "keys": "keys:keys",
    "completion": "completion:completion",
}
"""Verb to the module beside this one and the command in it, in the order in which a person meets them."""


def verb(name: str) -> click.Command:
    """Import the command of a verb."""
    return imported(VERBS[name])


def imported(where: str) -> click.Command:
    """Import a command, `module:name` of this folder; it says what it does in the language of the person."""
    module, _colon, command = where.partition(":")
    found = getattr(import_module(f"{_HOME}.{module}"), command)
    assert isinstance(found, click.Command)  # noqa: S101 (the tables say so)
    return _spoken(found)


def _spoken(command: click.Command) -> click.Command:
    """Translate what a command, its options and its own verbs say of themselves."""
    command.help = command.help and _(command.help)
    for option in command.params:
        if isinstance(option, click.Option) and option.help:
            option.help = _(option.help)
    for each in command.commands.values() if isinstance(command, click.Group) else ():
        _spoken(each)
    return command
