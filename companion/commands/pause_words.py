"""The verb that prints again what there is to say in the open pause."""

import click

from companion.catalogue import _
from companion.commands.context import Context
from companion.commands.open_pause import open_pause, speak
from companion.commands.scripts import shipped_scripts
from companion.domain.slots import words_now

_NOTHING = _("There is nothing to say now. Their time is theirs.")


@click.command()
@click.pass_obj
def words(context: Context) -> None:
    """Print what there is to say now: on going, for a new time, as a sign, or on coming back."""
    if said := words_now(open_pause(context), shipped_scripts(), context.clock()):
        speak(said)
    else:
        click.echo(_NOTHING)
