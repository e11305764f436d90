"""The verb unlock-check: whether the passphrase opens what was kept, and whether somebody tried before."""

from itertools import takewhile

import click

from companion.catalogue import _, ngettext
from companion.commands.context import Context
from companion.domain.times import say_clock


@click.command()
@click.option("--openings", "is_listed", is_flag=True, help="List the last openings and failed tries, newest first.")
@click.pass_obj
def unlock_check(context: Context, is_listed: bool) -> None:
    """Try the passphrase; exit 0 if it opens what you kept, 1 if not.

    It is asked for on the terminal, or comes from the command in COMPANION_PASSPHRASE_COMMAND.
    """
    if not context.store.has_passphrase:
        click.echo(_("There is no passphrase. Anybody who can open this account can read what you wrote."))
        return
    openings = context.unlocked_store().openings
    click.echo(_("It opens."))
    if is_listed:
        for each in openings:
            click.echo(f"{say_clock(each.at, context.clock())}: {'opened' if each.ok else 'a failed try'}")
        return
    failed = list(takewhile(lambda each: not each.ok, openings[1:]))
    if failed:
        click.echo(
            ngettext(
                "{n} failed try before this, the last at {clock}.",
                "{n} failed tries before this, the last at {clock}.",
                len(failed),
                clock=say_clock(failed[0].at, context.clock()),
            )
        )
