"""The verb pause: start one, move it, end it, from any shell."""

from datetime import datetime
from time import sleep

import click
from msgspec.structs import replace

from companion.commands.context import Context
from companion.commands.library import shipped_library
from companion.domain.length import SHORT, SUGGESTED_LEAST, parse_due, parse_more
from companion.domain.pause import Pause, PauseDefaults, PauseState
from companion.domain.script import PauseScript, fill
from companion.domain.slots import more_words, pause_slots, return_words
from companion.domain.times import say_clock
from companion.domain.worksheet import pause_defaults
from companion.storage.errors import StoreError
from companion.text.plain import one_line

_MOVED = 3
"""Exit code of `pause wait` when the pause was moved or ended meanwhile."""
_NONE = "No pause is running. Start one: companion pause 30."


class PauseVerbs(click.Group):
    """Verbs of a pause; whatever is none of them belongs to a start: `pause 20`, `pause --place here 1h 15m`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take words that begin with no verb as those of a start."""
        if not args or (args[0] not in self.commands and args[0] not in ctx.help_option_names):
            args = ["start", *args]
        return super().parse_args(ctx, args)


@click.group(cls=PauseVerbs, options_metavar="[LENGTH | until HH:MM] [OPTIONS]", subcommand_metavar="| VERB")
def pause() -> None:
    """Start a pause and print what to say: `pause`, `pause 20`, `pause 1h 15m`, `pause until 20:40`.

    With options of `pause start`: --place, --strength, --told, --message.
    """


@pause.command()
@click.argument("length", nargs=-1)
@click.option("--place", default=None, help="Where you go.")
@click.option("--strength", type=int, default=None, help="How strong it is now, 0-10.")
@click.option("--told", is_flag=True, help="You have said it already.")
@click.option("--message", metavar="SCRIPT", default=PauseScript.LEAVE.value, help="Id of the words to say.")
@click.pass_obj
def start(
    context: Context, length: tuple[str, ...], place: str | None, strength: int | None, told: bool, message: str
) -> None:
    """Start a pause of that length and print what to say."""
    now, usual = context.clock(), _usual(context)
    due = parse_due(" ".join(length), now) if length else now + usual.length
    wanted = Pause(
        started_at=now,
        due=due,
        planned=due - now,
        place=usual.place if place is None else one_line(place),
        strength_before=strength,
        leave_message=_script(context, message),
        return_message=_script(context, PauseScript.RETURN),
        told_at=now if told else None,
    )
    begun = context.store.pauses.begin(wanted)
    if begun.id != wanted.id:
        raise StoreError(f"A pause is open already: {_line(begun, now)}. Use pause back, more or cancel.")
    click.echo(fill(wanted.leave_message, pause_slots(wanted, now)))
    if due - now < SUGGESTED_LEAST:
        click.echo(SHORT, err=True)


@pause.command()
@click.pass_obj
def status(context: Context) -> None:
    """Print the open pause in words."""
    found = context.store.pauses.open()
    click.echo(_line(found, context.clock()) if found else "No pause is running.")


@pause.command()
@click.argument("length", nargs=-1)
@click.pass_obj
def more(context: Context, length: tuple[str, ...]) -> None:
    """Move the due time: `pause more 15`, `pause more until 21:00`. Prints what to say."""
    now = context.clock()
    if not length:
        raise ValueError("Say how much more: pause more 15, or pause more until 21:00.")
    words = " ".join(length)
    moved = context.store.pauses.change_open(lambda found: found.move(parse_more(words, found.due, now), now))
    click.echo(more_words(_there(moved), shipped_library().scripts, now))


@pause.command()
@click.option("--strength", type=int, default=None, help="How strong it is now, 0-10.")
@click.pass_obj
def back(context: Context, strength: int | None) -> None:
    """Come back. Prints what to say."""
    now = context.clock()
    returned = _there(context.store.pauses.change_open(lambda found: found.come_back(now, strength)))
    click.echo(_return_words(returned, now))


@pause.command()
@click.pass_obj
def cancel(context: Context) -> None:
    """Call the pause off; that is not a return."""
    now = context.clock()
    _there(context.store.pauses.change_open(lambda found: found.cancel(now)))
    click.echo("The pause is called off.")


@pause.command()
@click.pass_context
def wait(ctx: click.Context) -> None:
    """Wait until the pause is due; exit 0 then, 3 if it was moved or ended meanwhile."""
    context: Context = ctx.obj
    found = _there(context.store.pauses.open())
    while (now := context.clock()) < found.due:
        sleep(min(1.0, (found.due - now).total_seconds()))
        if context.store.is_stale():
            current = context.store.pauses.open()
            if current is None or (current.id, current.due) != (found.id, found.due):
                ctx.exit(_MOVED)
    click.echo(_return_words(found, context.clock()))


def _there(found: Pause | None) -> Pause:
    if found is None:
        raise StoreError(_NONE)
    return found


def _line(found: Pause, now: datetime) -> str:
    due = say_clock(found.due, now)
    where = f", {found.place}" if found.place else ""
    if found.state(now) is PauseState.OVERDUE:
        return f"you said {due}; it is {say_clock(now, now)}{where}"
    return f"back at {due}{where}"


def _return_words(found: Pause, now: datetime) -> str:
    """Return what to say on coming back; the usual words where the pause's own are locked away."""
    scripts = shipped_library().scripts
    known = found if found.return_message else replace(found, return_message=scripts[PauseScript.RETURN].text)
    return return_words(known, scripts, now)


def _script(context: Context, script_id: str) -> str:
    """Return a script's text, shipped or own; one's own alone need the passphrase.

    Raises:
        ValueError: naming where the ids are.
    """
    scripts = shipped_library().scripts
    store = context.store if script_id in scripts else context.unlocked_store()
    own = store.scripts.get(script_id)
    if own is not None:
        return own.text
    if script_id not in scripts:
        raise ValueError(f"“{script_id}” is not a script. See companion words for the ids.")
    return scripts[script_id].text


def _usual(context: Context) -> PauseDefaults:
    answers = list(context.store.worksheets)
    return pause_defaults(shipped_library().worksheets.values(), answers) if answers else PauseDefaults()
