"""The verb completion: what a shell reads so that it completes verbs, options and what there is to read."""

import click

from companion.commands.completing import SHELLS, script


@click.command()
@click.argument("shell", type=click.Choice(SHELLS))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print what bash, zsh or fish reads to complete the words behind companion.

    Only what is shipped is offered, and nothing that you wrote.
    """
    click.echo(script(shell, ctx.find_root().command))
