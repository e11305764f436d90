"""The verbs for what comes after coming back: listening turns in plain lines, and what was agreed."""

from collections.abc import Callable, Iterator
from time import monotonic, sleep

import click
from msgspec.structs import replace

from companion.catalogue import _
from companion.commands.context import Context
from companion.commands.open_pause import just_ended
from companion.commands.plain import is_plain
from companion.commands.typed import given_words
from companion.domain.returning import TURN, Speaker, gather, return_entry
from companion.domain.times import say_length
from companion.storage.errors import StoreError
from companion.text.plain import one_line

_WHO = {
    Speaker.YOU: _("You speak, about yourself. They say back the gist, then ask “Did I get it?” No fixing."),
    Speaker.THEY: _("They speak. You listen, say back the gist, then ask “Did I get it?” No fixing."),
}
_DOT = 10
"""Seconds."""
CARE = _("Afraid of them? Leave this: companion read safety-first.")
_OVER = _("The turns are over. What you agreed on can be kept: companion pause next-step WORDS\n")


@click.command()
@click.option("--they-first", is_flag=True, help="They speak first.")
@click.option("--rounds", type=click.IntRange(1, 10), default=2, show_default=True, help="Turns for each of you.")
def turns(they_first: bool, rounds: int) -> None:
    """Take turns at listening: a line says whose turn it is, then a dot every ten seconds. ctrl+c stops it."""
    click.echo(_("{length} each. {care}\nctrl+c stops it, any time.\n", length=say_length(TURN), care=CARE))
    try:
        for text in alternate(Speaker.THEY if they_first else Speaker.YOU, rounds * 2, monotonic, sleep, is_plain()):
            click.echo(text, nl=False)
    except KeyboardInterrupt:
        click.echo(_("\nStopped."))


def alternate(
    speaker: Speaker, count: int, clock: Callable[[], float], wait: Callable[[float], None], in_words: bool = False
) -> Iterator[str]:
    """Yield what to print, at its time: whose turn it is, then a dot every ten seconds.

    Args:
        speaker: Who speaks first.
        count: Turns of both together.
        clock: Gives seconds that never go back.
        wait: Waits that many seconds.
        in_words: Whether to leave the dots out.
    """
    began, passed = clock(), 0
    for _turn in range(count):
        yield f"{_WHO[speaker]}\n"
        for _second in range(0, round(TURN.total_seconds()), _DOT):
            passed += _DOT
            wait(max(0.0, began + passed - clock()))
            yield "" if in_words else "."
        yield "" if in_words else "\n"
        speaker = speaker.other
    yield _OVER


@click.command("next-step")
@click.argument("words", nargs=-1, metavar="[WORDS|-]")
@click.option("--strength", metavar="0-10", type=int, help="How strong it is now, after the talk.")
@click.option("--log", "is_logged", is_flag=True, help="Keep an entry about the return too. Prints its id.")
@click.pass_obj
def next_step(context: Context, words: tuple[str, ...], strength: int | None, is_logged: bool) -> None:
    """Keep what you agreed on after coming back: `pause next-step If it gets loud, then I say our word`."""
    now, agreed = context.clock(), given_words(" ".join(words))
    if not agreed and strength is None and not is_logged:
        raise ValueError(_("Say what you agreed on: companion pause next-step If it gets loud, then I say our word."))
    pauses = context.unlocked_store().pauses
    last = just_ended(pauses, now)
    if last is None:
        raise StoreError(_("No pause has just ended. Come back first: companion pause back."))
    felt = last.strength_after if strength is None else strength
    kept = pauses.change(last, replace(last, next_step=agreed or last.next_step, strength_after=felt))
    if kept is None:
        raise StoreError(_("That pause is gone."))
    is_other = agreed and last.next_step not in ("", agreed)
    click.echo(_("Kept instead of: {next_step}", next_step=one_line(last.next_step)) if is_other else _("Kept."))
    if is_logged:
        click.echo(context.store.entries.keep(return_entry(gather(kept, pauses), now)).id)
