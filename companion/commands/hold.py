"""The verb hold: a message is written here instead of in the phone, and kept until an hour one chooses."""

import click

from companion.catalogue import _
from companion.commands.by_id import one_by_id
from companion.commands.context import Context
from companion.commands.nameless import NamelessVerb
from companion.commands.typed import given_words
from companion.domain.held import MORNING, SEND_IT, USUAL_HOLD, Decision, HeldMessage, open_hour
from companion.domain.length import parse_due
from companion.domain.times import next_at, say_clock
from companion.storage.errors import StoreError
from companion.text.plain import one_line

_WRITE, _VERBS = "TEXT", ["list", "open", "sent", "saved", "let-go", "longer", "delete"]
_WAITING = _("Waiting")
_SHORT = 8
"""How many characters of an id the list shows."""
_EMPTY = _("Write the message to hold: companion hold WORDS. “-” reads it from standard input.")
_NONE = _("None yet. Hold one with: companion hold WORDS")
_PULL = click.option("--pull", metavar="0-10", type=int, help="How strong the pull to send it is now.")


class HoldVerbs(NamelessVerb):
    """Verbs over the held messages; any other words are one to hold."""

    def meant(self, ctx: click.Context, args: list[str]) -> str | None:
        """Take anything but a verb or a call for help as a message."""
        return None if args and args[0] in (*_VERBS, *ctx.help_option_names) else _WRITE

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the verbs that have a name to type."""
        return _VERBS

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Show the options of a new message, then the verbs."""
        self.commands[_WRITE].format_options(ctx, formatter)
        self.format_commands(ctx, formatter)


@click.group(cls=HoldVerbs, options_metavar="WORDS|- [OPTIONS]", subcommand_metavar="| VERB")
def hold() -> None:
    """Hold a message instead of sending it; it opens at the hour you choose. Prints its id.

    `-` reads the message from standard input, so that it stays out of the shell's history. Nothing is ever sent from
    here. Holding needs no passphrase; reading does.
    """


@hold.command(_WRITE)
@click.argument("text", nargs=-1)
@click.option("--until", metavar="WHEN", default=USUAL_HOLD, show_default=True, help="For how long, or until when.")
@click.option("--at-night", is_flag=True, help="Let it open at night too; else it waits until the morning.")
@_PULL
@click.pass_obj
def write(context: Context, text: tuple[str, ...], until: str, at_night: bool, pull: int | None) -> None:
    """Hold a message."""
    now, words = context.clock(), given_words(" ".join(text))
    if not words:
        raise ValueError(_EMPTY)
    open_at = open_hour(parse_due(until, now), night_hold=not at_night)
    pause = context.store.pauses.open()
    held = HeldMessage(
        text=words, written_at=now, open_at=open_at, mood_before=pull, pause=pause.id if pause else None
    )  # fmt: skip
    click.echo(context.store.held.keep(held).id)
    click.echo(_("It waits until {clock}. {send_it}", clock=say_clock(open_at, now), send_it=SEND_IT), err=True)


@hold.command("list")
@click.pass_obj
def list_held(context: Context) -> None:
    """List them: those that are open, those that wait, what became of the others."""
    now, kept = context.clock(), sorted(context.unlocked_store().held, key=lambda each: each.open_at)
    groups = {
        "Open now": [each for each in kept if each.decision is None and each.is_open(now)],
        _WAITING: [each for each in kept if each.decision is None and not each.is_open(now)],
        **{
            words: [each for each in kept if each.decision is made]
            for made, words in ((each, each.label) for each in Decision)
        },
    }
    for label, held in groups.items():
        if held:
            click.echo(label)
        for each in held:
            click.echo(f"  {each.id[:_SHORT]}  {_row(each, label == _WAITING, context)}")
    if not kept:
        click.echo(_NONE)


def _row(held: HeldMessage, waits: bool, context: Context) -> str:
    """Return a row: of a message that waits, and of one that was let go, its hour and nothing else."""
    written = _("written {clock}", clock=say_clock(held.written_at, context.clock()))
    if waits:
        return _("it waits until {clock}; {written}", clock=say_clock(held.open_at, context.clock()), written=written)
    return written if held.decision is Decision.LET_GO else f"{one_line(held.text)}; {written}"


@hold.command("open")
@click.argument("beginning", metavar="ID")
@click.pass_obj
def open_held(context: Context, beginning: str) -> None:
    """Print a message whose hour has come."""
    found, now = _find(context, beginning), context.clock()
    if found.decision is None and not found.is_open(now):
        raise StoreError(_("It waits until {clock}. {send_it}", clock=say_clock(found.open_at, now), send_it=SEND_IT))
    click.echo("\n".join(one_line(line) for line in found.text.splitlines()))
    if found.mood_before is not None:
        click.echo(_("The pull was {mood_before} then.", mood_before=found.mood_before), err=True)
    if found.decision is None:
        click.echo(_("companion hold sent, saved, let-go or longer, with its id, says what becomes of it."), err=True)


@hold.command("longer")
@click.argument("beginning", metavar="ID")
@click.pass_obj
def hold_on(context: Context, beginning: str) -> None:
    """Hold it on until the morning."""
    found = _find(context, beginning)
    _keep(context, found, found.hold_until(next_at(context.clock(), MORNING)), _("It waits until the morning."))


@hold.command()
@click.argument("beginning", metavar="ID")
@click.pass_obj
def delete(context: Context, beginning: str) -> None:
    """Delete a message. The backups hold it for up to two weeks; `erase` takes those away too."""
    if context.store.held.forget(_find(context, beginning).id) is not None:
        click.echo(_("Deleted. The folder backups holds it for up to two weeks more."))


def _decision(name: str, decision: Decision, what: str) -> None:
    """Add the verb that says what became of a message."""

    @hold.command(name, help=what)
    @click.argument("beginning", metavar="ID")
    @_PULL
    @click.pass_obj
    def decide(context: Context, beginning: str, pull: int | None) -> None:
        found = _find(context, beginning)
        _keep(context, found, found.decide(decision, context.clock(), pull), f"{decision.label}.")


_decision("sent", Decision.SENT, _("Note that you sent it, from wherever you send messages."))
_decision("saved", Decision.SAVED, _("Save it for the talk."))
_decision("let-go", Decision.LET_GO, _("Let it go."))


def _find(context: Context, beginning: str) -> HeldMessage:
    return one_by_id(context.unlocked_store().held, beginning, "hold list")


def _keep(context: Context, before: HeldMessage, after: HeldMessage, done: str) -> None:
    if context.store.held.edit(before, after) is None:
        raise StoreError(_("This message is gone."))
    click.echo(done)
