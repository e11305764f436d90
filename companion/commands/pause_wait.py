"""The verb that waits for a pause: `companion pause wait && …`."""

import sys
from time import sleep

import click

from companion.catalogue import _
from companion.commands.context import Context
from companion.commands.open_pause import open_pause, say_pause, speak
from companion.commands.scripts import shipped_scripts
from companion.domain.slots import return_words
from companion.domain.standing import say_in_words

_MOVED = 3
"""Exit code if the pause was moved or ended meanwhile."""
LOOK = 1.0
"""Seconds between two looks at the clock and the disk."""


@click.command()
@click.pass_context
def wait(ctx: click.Context) -> None:
    """Wait until the pause is due; exit 0 then, 3 if it was moved or ended meanwhile.

    The clock is looked at each second, so that it stays true where the machine slept or its clock was set.
    """
    context: Context = ctx.obj
    found = open_pause(context)
    if sys.stderr.isatty():
        click.echo(" ".join(say_in_words(found, context.clock())), err=True)
    while (now := context.clock()) < found.due:
        sleep(min(LOOK, (found.due - now).total_seconds()))
        if context.store.is_stale():
            current = context.store.pauses.open()
            if current is None or (current.id, current.due) != (found.id, found.due):
                click.echo(
                    _("It was moved: {pause}.", pause=say_pause(current, now)) if current else _("It has ended."),
                    err=True,
                )
                ctx.exit(_MOVED)
            found = current
    if not found.is_own:
        click.echo(say_pause(found, now))
    speak(return_words(found, shipped_scripts(), now))
