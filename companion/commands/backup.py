"""The verb backup: a copy of everything, now."""

from pathlib import Path

import click

from companion.catalogue import _
from companion.commands.completing import files
from companion.commands.context import Context
from companion.storage.care.backing_up import back_up, check_something, write_copy
from companion.storage.paths import IDENTITY


@click.command()
@click.option(
    "-o", "--output", metavar="FILE", shell_complete=files, help="One file of your own instead of a rolling backup."
)
@click.pass_obj
def backup(context: Context, output: str | None) -> None:
    """Make a backup now. Prints where it is; companion restore takes it.

    It is sealed if you have set a passphrase. A file that is there already is not overwritten.
    """
    if output is None:
        click.echo(back_up(context.store))
        return
    if not output:
        raise ValueError(_("Name a file behind -o."))
    check_something(context.store)
    target = Path(output).absolute()
    write_copy(context.unlocked_store(), target)
    click.echo(target)
    if context.store.has_passphrase:
        takes = _(
            "To open it on another machine it takes your passphrase and a copy of {identity}: keep that beside it, "
            "and remember which belong together.",
            identity=context.folder / IDENTITY,
        )
        click.echo(takes, err=True)
