"""The verb breathe: a pacer in plain lines, for any shell and for screen readers."""

from collections.abc import Callable, Iterator
from math import ceil
from time import monotonic, sleep

import click

from companion.catalogue import _, ngettext
from companion.commands.completing import rhythms
from companion.commands.library import shipped_library
from companion.commands.plain import is_plain
from companion.domain.rhythm import Rhythm

_LONGEST = 60
"""Minutes."""
_USUAL = 3
_STOPPED = _("Stopped. Breathe your own way.")


@click.command()
@click.argument("rhythm_id", metavar="[RHYTHM]", required=False, shell_complete=rhythms)
@click.option("--list", "is_listed", is_flag=True, help="List the rhythms instead.")
@click.option(
    "--minutes", type=click.IntRange(1, _LONGEST), default=_USUAL, show_default=True, help="How long, in minutes."
)
def breathe(rhythm_id: str | None, is_listed: bool, minutes: int) -> None:
    """Breathe with a rhythm: a line for each part, a dot for each second. ctrl+c stops it."""
    if is_listed:
        for each in shipped_library().rhythms.values():
            click.echo(f"{each.id}: {each.title}. {each.summary}")
        return
    rhythm = _find(shipped_library().rhythms, rhythm_id)
    click.echo(
        _(
            "{title}. {summary}\n{skip}\nctrl+c stops it, any time.\n",
            title=rhythm.title,
            summary=rhythm.summary,
            skip=rhythm.skip,
        )
    )
    try:
        for text in pace(rhythm, minutes * 60, monotonic, sleep, is_plain()):
            click.echo(text, nl=False)
    except KeyboardInterrupt:
        click.echo(f"\n{_STOPPED}")


def pace(
    rhythm: Rhythm, seconds: float, clock: Callable[[], float], wait: Callable[[float], None], in_words: bool = False
) -> Iterator[str]:
    """Yield what to print, at its time: the cue of each part, then a dot a second. It ends with a whole breath.

    Args:
        rhythm: What to follow.
        seconds: Least time in all.
        clock: Gives seconds that never go back.
        wait: Waits that many seconds.
        in_words: Whether each part says its seconds, instead of the dots.
    """
    began, passed = clock(), 0.0
    while passed < seconds:
        for part, length in rhythm.parts():
            number = 1 if length == 1 else ceil(length)
            said = ngettext(
                "{cue}, {length:g} second", "{cue}, {length:g} seconds", number, cue=rhythm.cue(part), length=length
            )
            yield f"{said}\n" if in_words else f"{rhythm.cue(part)} "
            for second in range(1, round(length) + 1):
                wait(max(0.0, began + passed + min(second, length) - clock()))
                yield "" if in_words else "."
            passed += length
            yield "" if in_words else "\n"


def _find(rhythms: dict[str, Rhythm], rhythm_id: str | None) -> Rhythm:
    if rhythm_id is None:
        return next(iter(rhythms.values()))
    if rhythm_id not in rhythms:
        raise ValueError(
            _("“{typed}” is not a rhythm. There are: {rhythms}.", typed=rhythm_id, rhythms=", ".join(rhythms))
        )
    return rhythms[rhythm_id]
