"""The verb that says in words how the open pause stands."""

from collections.abc import Iterator
from datetime import datetime

import click

from companion.catalogue import _
from companion.commands.context import Context
from companion.commands.open_pause import NONE_RUNS
from companion.commands.pause_start import TELL
from companion.domain.pause import Pause, PauseKind, PauseState
from companion.domain.quiet import QUESTION, is_quiet_asked
from companion.domain.returning import parked
from companion.domain.set_back import find_set_back
from companion.domain.standing import say_in_words
from companion.domain.urges import say_urges
from companion.text.plain import one_line

_HANDS = _("If it is, keep your hands busy: companion pause idea --hands.")
_OVER, _RUNNING = ("back", "more 15", "not-back"), ("back", "more 15", "park WORDS", "idea", "cancel")
_THEIRS_OVER = ("end-point 22:00", _("back when they are"), _("more when they name a new time"), "not-back")
_THEIRS = ("urge", _("back when they are"), _("more when they name a new time"), "idea", "cancel")


@click.command()
@click.pass_obj
def status(context: Context) -> None:
    """Say in words how the open pause stands, and what can be done."""
    found, now = context.store.pauses.open(), context.clock()
    if found is None:
        click.echo(NONE_RUNS)
        return
    click.echo(" ".join(say_in_words(found, now)))
    for line in (*_details(found, now), find_set_back(found, now)):
        if line:
            click.echo(line)
    click.echo(_("Now: companion pause {verbs}.", verbs=", ".join(_ways_on(found, now))))


def _details(found: Pause, now: datetime) -> Iterator[str]:
    """Yield what was written, which is nothing while it is locked, whether it was said, and the quiet question."""
    if place := one_line(found.place):
        yield _("Where: {place}.", place=place)
    if found.is_untold or (found.is_own and found.moves and found.moves[-1].told_at is None):
        yield f"{TELL}."
    if count := len(parked(found)):
        yield _("Parked for the return: {count}.", count=count)
    if ridden := say_urges(found):
        yield f"{ridden}."
    if is_quiet_asked(found, now):
        yield f"{QUESTION} {_HANDS}"


def _ways_on(found: Pause, now: datetime) -> Iterator[str]:
    """Yield the verbs that fit now."""
    is_over = found.state(now) is PauseState.OVERDUE
    if found.is_sign_due(now):
        yield "sign"
    if found.kind is PauseKind.TAKING and is_over:
        yield "not-ready 20"
    yield from (_OVER if is_over else _RUNNING) if found.is_own else (_THEIRS_OVER if is_over else _THEIRS)
