"""The verb breathe: a pacer in plain lines, for any shell and for screen readers."""

from collections.abc import Callable, Iterator
from time import monotonic, sleep

import click

from companion.catalogue import _
from companion.commands.library import shipped_library
from companion.domain.rhythm import Rhythm

_LONGEST = 60
"""Minutes."""
_USUAL = 3
_STOPPED = _("Stopped. Breathe your own way.")


@click.command()
@click.argument("rhythm_id", metavar="[RHYTHM]", required=False)
@click.option(
    "--minutes", type=click.IntRange(1, _LONGEST), default=_USUAL, show_default=True, help="How long, in minutes."
)
def breathe(rhythm_id: str | None, minutes: int) -> None:
    """Breathe with a rhythm: a line for each part, a dot for each second. ctrl+c stops it."""
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
        for text in pace(rhythm, minutes * 60, monotonic, sleep):
            click.echo(text, nl=False)
    except KeyboardInterrupt:
        click.echo(f"\n{_STOPPED}")


def pace(rhythm: Rhythm, seconds: float, clock: Callable[[], float], wait: Callable[[float], None]) -> Iterator[str]:
    """Yield what to print, at its time: the cue of each part, then a dot a second. It ends with a whole breath.

    Args:
        rhythm: What to follow.
        seconds: Least time in all.
        clock: Gives seconds that never go back.
        wait: Waits that many seconds.
    """
    began, passed = clock(), 0.0
    while passed < seconds:
        for part, length in rhythm.parts():
            yield f"{rhythm.cue(part)} "
            for second in range(1, round(length) + 1):
                wait(max(0.0, began + passed + min(second, length) - clock()))
                yield "."
            passed += length
            yield "\n"


def _find(rhythms: dict[str, Rhythm], rhythm_id: str | None) -> Rhythm:
    if rhythm_id is None:
        return next(iter(rhythms.values()))
    if rhythm_id not in rhythms:
        raise ValueError(
            _("“{rhythm_id}” is not a rhythm. There are: {several}.", rhythm_id=rhythm_id, several=", ".join(rhythms))
        )
    return rhythms[rhythm_id]
