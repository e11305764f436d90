"""The verb unlock-check: whether the passphrase opens what was kept, and whether somebody tried before."""

from itertools import takewhile

import click

from companion.catalogue import _
from companion.commands.context import Context
from companion.domain.times import say_clock


@click.command()
@click.pass_obj
def unlock_check(context: Context) -> None:
    """Try the passphrase; exit 0 if it opens what you kept, 1 if not.

    It is asked for on the terminal, or comes from the command in COMPANION_PASSPHRASE_COMMAND.
    """
    if not context.store.has_passphrase:
        click.echo(_("There is no passphrase. Anybody who can open this account can read what you wrote."))
        return
    openings = context.unlocked_store().openings
    click.echo(_("It opens."))
    failed = list(takewhile(lambda each: not each.ok, openings[1:]))
    if failed:
        tries = _("1 failed try") if len(failed) == 1 else _("{n} failed tries", n=len(failed))
        click.echo(
            _("{tries} before this, the last at {clock}.", tries=tries, clock=say_clock(failed[0].at, context.clock()))
        )
