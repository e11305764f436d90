"""The verb status: one line for a prompt or a bar, safe to call each second."""

from datetime import UTC, datetime
from pathlib import Path

import click
import msgspec

from companion.domain.pause import Pause, PauseState
from companion.domain.standing import say_in_a_bar
from companion.domain.times import local
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
        click.echo(msgspec.json.encode(_shape(pause, state, now)).decode())
    elif pause is not None:
        click.echo(say_in_a_bar(pause, now))
    ctx.exit(_EXIT[state])


def _shape(pause: Pause | None, state: PauseState, now: datetime) -> dict[str, object]:
    """Return what `--json` prints; without a pause all but the state is null."""
    if pause is None:
        return {"state": state, **dict.fromkeys(("due", "left_seconds", "kind", "check_in", "is_stated"))}
    return {
        "state": state,
        "due": _said(pause.due),
        "left_seconds": round(pause.left(now).total_seconds()),
        "kind": pause.kind,
        "check_in": _said(pause.check_in),
        "is_stated": pause.is_stated,
    }


def _said(moment: datetime | None) -> str | None:
    return None if moment is None else local(moment).isoformat(timespec="seconds")


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
