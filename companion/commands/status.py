"""The verb status: one line for a prompt or a bar, safe to call each second."""

from pathlib import Path

import click

from companion.commands.bar import tell_bar
from companion.commands.plain import is_plain_asked


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print it for machines.")
@click.pass_context
def status(ctx: click.Context, as_json: bool) -> None:
    """Print what is left of the pause; exit 0 none, 10 running, 11 overdue.

    `companion --plain status` says it in words.

    \b
    --json prints:
      {"state": "none|running|overdue", "due": TIME|null, "left_seconds": N|null,
       "kind": KIND|null, "check_in": TIME|null, "is_stated": BOOL|null}
    Seconds below zero are past due.
    """
    folder: Path | None = ctx.obj
    ctx.exit(tell_bar(folder, as_json=as_json, in_words=is_plain_asked()))
