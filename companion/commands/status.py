"""The verb status: one line for a prompt or a bar, safe to call each second."""

from datetime import UTC, datetime
from pathlib import Path

import click
import msgspec

from companion.domain.pause import Pause, PauseState
from companion.domain.times import local, say_clock, say_digits
from companion.storage.glance import Unclear, glance

_EXIT = {PauseState.NONE: 0, PauseState.RUNNING: 10, PauseState.OVERDUE: 11}


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print it for machines.")
@click.pass_context
def status(ctx: click.Context, as_json: bool) -> None:
    """Print what is left of the pause; exit 0 none, 10 running, 11 overdue."""
    now, pause = datetime.now(UTC), _open_pause(ctx)
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


def _open_pause(ctx: click.Context) -> Pause | None:
    """Return the open pause of the folder that this verb is handed."""
    folder: Path = ctx.obj
    try:
        return glance(folder)
    except Unclear:
        from companion.commands.context import Context  # some 20 ms: only where a glance is not enough

        context = Context(folder)
        ctx.call_on_close(context.close)
        return context.store.pauses.open()
