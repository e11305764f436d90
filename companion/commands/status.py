"""The verb status: one line for a prompt or a bar, safe to call each second."""

import click
import msgspec

from companion.commands.context import Context
from companion.domain.pause import PauseState
from companion.domain.times import local, say_clock, say_digits

_EXIT = {PauseState.NONE: 0, PauseState.RUNNING: 10, PauseState.OVERDUE: 11}


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print it for machines.")
@click.pass_context
def status(ctx: click.Context, as_json: bool) -> None:
    """Print what is left of the pause; exit 0 none, 10 running, 11 overdue."""
    context: Context = ctx.obj
    now = context.clock()
    pause = context.store.pauses.open()
    state = pause.state(now) if pause else PauseState.NONE
    if as_json:
        left = None if pause is None else round(pause.left(now).total_seconds())
        due = None if pause is None else local(pause.due).isoformat(timespec="seconds")
        kind = None if pause is None else pause.kind
        shape = {"state": state, "due": due, "left_seconds": left, "kind": kind}
        click.echo(msgspec.json.encode(shape).decode())
    elif pause is not None:
        left_or_over = "past" if state is PauseState.OVERDUE else say_digits(pause.left(now))
        click.echo(f"{left_or_over} {say_clock(pause.due, now)}")
    ctx.exit(_EXIT[state])
