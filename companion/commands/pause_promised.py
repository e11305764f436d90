"""The verb that lists what was promised, and what became of it."""

from itertools import groupby

import click

from companion.catalogue import _
from companion.commands.context import Context
from companion.commands.scripts import shipped_scripts
from companion.domain.promised import promise, promises, say_promise
from companion.domain.times import local, say_weekday
from companion.text.plain import one_line

_NONE = _("Nothing yet. Each pause you take or plan stands here with the time you said.")


@click.command()
@click.pass_obj
def promised(context: Context) -> None:
    """List what you promised before each pause, its times, and how it ended; newest first."""
    now, scripts = context.clock(), shipped_scripts()
    found = promises(context.unlocked_store().pauses)
    if not found:
        click.echo(_NONE)
    for number, (day, pauses) in enumerate(groupby(found, key=lambda pause: local(pause.started_at).date())):
        click.echo(("\n" if number else "") + say_weekday(day, local(now).date()))
        for pause in pauses:
            click.echo(f"  {one_line(promise(pause, scripts))}\n    {'; '.join(say_promise(pause, now))}")
