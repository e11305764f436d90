"""The verbs for what is parked until the talk: park a thought, list them, choose the one topic."""

from collections.abc import Iterable

import click

from companion.catalogue import _
from companion.commands.context import Context
from companion.commands.open_pause import NONE_RUNS, change_pause, just_ended
from companion.commands.typed import given_words
from companion.domain.pause import Pause
from companion.domain.returning import choose_topic, gather, parked
from companion.storage.errors import StoreError
from companion.text.plain import one_line

_NONE = _("{none_runs} What you parked can be seen in a pause, and for an hour after it.", none_runs=NONE_RUNS)


@click.command()
@click.argument("thought", nargs=-1, required=True, metavar="WORDS|-")
@click.pass_obj
def park(context: Context, thought: tuple[str, ...]) -> None:
    """Park a thought for the return, so that it need not be rehearsed; `-` reads it from standard input."""
    words = given_words(" ".join(thought))
    if not words:
        raise ValueError(_("Say what shall wait: companion pause park the bank letter."))
    change_pause(context, lambda found: found.park(words))
    click.echo(_("Parked until the return."))


@click.command("parked")
@click.pass_obj
def list_parked(context: Context) -> None:
    """List what is parked for the talk; also for an hour after coming back."""
    for line in numbered(parked(_found(context))) or [_("Nothing is parked.")]:
        click.echo(line)


@click.command()
@click.argument("choice", nargs=-1, required=True, metavar="NUMBER|WORDS|-")
@click.pass_obj
def topic(context: Context, choice: tuple[str, ...]) -> None:
    """Choose the one topic for the talk: its number in `pause parked`, or other words. The others stay parked."""
    words, found = given_words(" ".join(choice)), _found(context)
    if not words:
        raise ValueError(_("Say which one: companion pause topic 1, or companion pause topic the bank letter."))
    chosen = _pick(words, parked(found))
    if context.store.pauses.change(found, choose_topic(found, chosen)) is None:
        raise StoreError(_("That pause is gone."))
    click.echo(_("The one topic: {chosen}", chosen=one_line(chosen)))


def numbered(topics: Iterable[str]) -> list[str]:
    """Return what is parked as lines, each with the number by which it is chosen."""
    return [f"{number}  {one_line(words)}" for number, words in enumerate(topics, 1)]


def _pick(words: str, topics: tuple[str, ...]) -> str:
    """Return the topic of that number, or the words themselves."""
    if not (words.isascii() and words.isdecimal() and len(words) < 4):
        return words
    if 0 < int(words) <= len(topics):
        return topics[int(words) - 1]
    raise ValueError(_("Nothing is parked under {words}. See the numbers with: companion pause parked", words=words))


def _found(context: Context) -> Pause:
    """Return the open pause, or the one that has just ended, with all that was parked.

    Raises:
        StoreError: if there is neither, or it can't be unlocked.
    """
    pauses = context.unlocked_store().pauses
    found = pauses.open() or just_ended(pauses, context.clock())
    if found is None:
        raise StoreError(_NONE)
    return gather(found, pauses)
