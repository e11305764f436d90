"""The verb pause: start one, move it, end it, from any shell."""

from datetime import datetime, timedelta

import click

from companion.commands.context import Context
from companion.domain.length import SUGGESTED_LEAST, parse_due
from companion.domain.pause import DEFAULT_LENGTH, Outcome, Pause, PauseState, open_pause
from companion.domain.script import fill
from companion.domain.slots import pause_slots
from companion.domain.times import say_clock
from companion.domain.worksheet import pause_defaults
from companion.storage.errors import StoreError


class PauseVerbs(click.Group):
    """Verbs of a pause; any other words are how long it shall be."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Take words that are no verb as a length: `pause 20`, `pause until 20:40`."""
        if args and args[0] not in self.commands:
            return "start", start, args
        return super().resolve_command(ctx, args)


_PLACE = click.option("--place", default=None, help="Where you go.")
_TOLD = click.option("--told", is_flag=True, help="You have said it already.")
_MESSAGE = click.option("--message", metavar="SCRIPT", default="leave-default", help="Id of the words to say.")
_STRENGTH = click.option("--strength", type=int, default=None, help="How strong it is now, 0-10.")


@click.group(cls=PauseVerbs, invoke_without_command=True)
@_PLACE
@_TOLD
@_MESSAGE
@_STRENGTH
@click.pass_context
def pause(ctx: click.Context, place: str | None, told: bool, message: str, strength: int | None) -> None:
    """Start a pause: `pause`, `pause 20`, `pause 1h 15m`, `pause until 20:40`."""
    if ctx.invoked_subcommand is None:
        ctx.invoke(start, length=(), place=place, told=told, message=message, strength=strength)
    else:
        ctx.meta["companion.pause"] = {"place": place, "told": told, "message": message, "strength": strength}


@pause.command(hidden=True)
@click.argument("length", nargs=-1)
@_PLACE
@_TOLD
@_MESSAGE
@_STRENGTH
@click.pass_context
def start(
    ctx: click.Context,
    length: tuple[str, ...],
    place: str | None,
    told: bool,
    message: str,
    strength: int | None,
) -> None:
    """Start a pause of that length and print what to say."""
    context: Context = ctx.obj
    early = ctx.meta.get("companion.pause", {})
    place, strength = place or early.get("place"), strength if strength is not None else early.get("strength")
    message = early.get("message", message) if message == "leave-default" else message
    now = context.clock()
    already = open_pause(list(context.store.pauses))
    if already is not None:
        raise StoreError(f"A pause is open already: {_line(already, now)}. Use pause back, more or cancel.")
    usual, usual_place = _defaults(context)
    due = parse_due(" ".join(length), now) if length else now + (usual or DEFAULT_LENGTH)
    begun = context.store.pauses.keep(
        Pause(
            started_at=now,
            due=due,
            planned=due - now,
            place=usual_place if place is None else place,
            strength_before=strength,
            leave_message=_script(context, message),
            return_message=_script(context, "return-default"),
            told_at=now if told or early.get("told") else None,
        )
    )
    click.echo(fill(begun.leave_message, pause_slots(begun, now)))
    if due - now < SUGGESTED_LEAST:
        click.echo("Many therapists suggest at least 20 minutes. It is your choice.", err=True)


@pause.command()
@click.pass_obj
def status(context: Context) -> None:
    """Print the open pause in words."""
    now = context.clock()
    found = open_pause(list(context.store.pauses))
    click.echo(_line(found, now) if found else "No pause is running.")


@pause.command()
@click.argument("length", nargs=-1)
@click.pass_obj
def more(context: Context, length: tuple[str, ...]) -> None:
    """Move the due time: `pause more 15`, `pause more until 21:00`. Prints what to say."""
    now = context.clock()
    found = _open(context)
    if not length:
        raise ValueError("Say how much more: pause more 15, or pause more until 21:00.")
    late = found.state(now) is PauseState.OVERDUE
    typed = parse_due(" ".join(length), now)
    is_clock = any(word == "until" or ":" in word for word in length)
    new = typed if is_clock or late else found.due + (typed - now)
    moved = context.store.pauses.keep(found.move(new, now))
    slots = pause_slots(moved, now) | {"new_time": say_clock(new, now)}
    click.echo(fill(_script(context, "late-new-time" if late else "more-time"), slots))


@pause.command()
@_STRENGTH
@click.pass_obj
def back(context: Context, strength: int | None) -> None:
    """Come back. Prints what to say."""
    now = context.clock()
    returned = context.store.pauses.keep(_open(context).come_back(now, strength))
    text = _script(context, "late-back") if returned.outcome is Outcome.LATE else returned.return_message
    click.echo(fill(text, pause_slots(returned, now)))


@pause.command()
@click.pass_obj
def cancel(context: Context) -> None:
    """Call the pause off; that is not a return."""
    context.store.pauses.keep(_open(context).cancel(context.clock()))
    click.echo("The pause is called off.")


@pause.command()
@click.pass_context
def wait(ctx: click.Context) -> None:
    """Wait until the pause is due; exit 0 then, 3 if it was moved or ended meanwhile."""
    from time import sleep

    context: Context = ctx.obj
    found = _open(context)
    while (now := context.clock()) < found.due:
        sleep(min(1.0, (found.due - now).total_seconds()))
        if context.store.is_stale():
            current = open_pause(list(context.store.pauses))
            if current is None or (current.id, current.due) != (found.id, found.due):
                ctx.exit(3)
    click.echo(fill(found.return_message, pause_slots(found, context.clock())))


def _open(context: Context) -> Pause:
    found = open_pause(list(context.store.pauses))
    if found is None:
        raise StoreError("No pause is running. Start one: companion pause 30.")
    return found


def _line(found: Pause, now: datetime) -> str:
    due = say_clock(found.due, now)
    where = f", {found.place}" if found.place else ""
    if found.state(now) is PauseState.OVERDUE:
        return f"you said {due}; it is {say_clock(now, now)}{where}"
    return f"back at {due}{where}"


def _script(context: Context, script_id: str) -> str:
    """Return a script's text, shipped or own.

    Raises:
        ValueError: naming what there is.
    """
    own = context.store.scripts.get(script_id)
    if own is not None:
        return own.text
    scripts = context.library.scripts
    if script_id not in scripts:
        raise ValueError(f"“{script_id}” is not a script. See companion words for the ids.")
    return scripts[script_id].text


def _defaults(context: Context) -> tuple[timedelta | None, str]:
    return pause_defaults(context.library.worksheets.values(), context.store.worksheets)
