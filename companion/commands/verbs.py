"""The verbs, each imported only when it is asked for."""

from importlib import import_module

import click

_HOME = "companion.commands"

VERBS = {
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
    "paths": "paths:paths",
    "keys": "keys:keys",
}
"""Verb to the module beside this one and the command in it, in the order in which a person meets them."""


def verb(name: str) -> click.Command:
    """Import the command of a verb."""
    module, _, command = VERBS[name].partition(":")
    found = getattr(import_module(f"{_HOME}.{module}"), command)
    assert isinstance(found, click.Command)  # noqa: S101 (the table says so)
    return found
