"""The verbs log threads and log bridge: ruptures, what answers them, and how far they are mended."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import click

from companion.catalogue import _
from companion.commands.context import Context
from companion.commands.library import shipped_library
from companion.commands.log_printed import SHORT, cut, print_json, sayer, shape
from companion.commands.typed import given_words
from companion.domain.entry import Entry
from companion.domain.log import find_entry
from companion.domain.thread_words import GROUPS, say_answer, say_thread
from companion.domain.threads import Mended, Thread, answer_to, open_first, threads
from companion.domain.times import local, say_day

_HALF = "--half"
_LET_GO = "--let-go"


@click.command("threads")
@click.option("--open", "only_open", is_flag=True, help="Only what is neither bridged nor let go.")
@click.option("--json", "as_json", is_flag=True, help="For machines.")
@click.pass_obj
def list_threads(context: Context, only_open: bool, as_json: bool) -> None:
    """List ruptures, the open ones first, each with what answers it."""
    entries = context.unlocked_store().entries
    found = [each for each in threads(entries, shipped_library().vocabulary) if not each.rupture.hidden]
    found = open_first(each for each in found if each.is_open or not only_open)
    if as_json:
        print_json([_shape(each, context) for each in found])
    elif not found:
        click.echo(_("No rupture is open.") if only_open else _("No rupture is noted."))
    heading, said = None, sayer(context)
    for thread in [] if as_json else found:
        if heading != (heading := GROUPS[thread.mended]):
            click.echo(heading)
        _print(thread, context.clock(), said)


def _print(thread: Thread, now: datetime, said: Callable[[Entry], str]) -> None:
    for entry in (thread.rupture, *(answer for answer in thread.answers if not answer.hidden)):
        is_head = entry is thread.rupture
        day = say_day(local(entry.at).date(), local(now).date())
        state = say_thread(thread, now) if is_head else say_answer(entry)
        row = f"{'  ' if is_head else '      '}{day}  {entry.id[:SHORT]}  {said(entry)}"
        click.echo(cut(row, f"  ({state})" if state else ""))


def _shape(thread: Thread, context: Context) -> dict[str, Any]:
    repair = thread.time_to_repair
    return {
        "rupture": shape(thread.rupture),
        "answers": [shape(each) for each in thread.answers],
        "open": thread.is_open,
        "mended": thread.mended,
        "open_days": thread.open_days(context.clock()) if thread.is_open else None,
        "moved_first": thread.moved_first,
        "seconds_to_repair": None if repair is None else round(repair.total_seconds()),
    }


@click.command()
@click.argument("beginning", metavar="ID")
@click.argument("text", nargs=-1)
@click.option(_HALF, is_flag=True, help="It is half mended, and stays open.")
@click.option(_LET_GO, is_flag=True, help="It is let go on purpose.")
@click.pass_obj
def bridge(context: Context, beginning: str, text: tuple[str, ...], half: bool, let_go: bool) -> None:
    """Say that a rupture is bridged, with a line about it if you like. Prints the id of the entry that answers it."""
    if half and let_go:
        raise ValueError(_("Say one of {half} and {let_go}.", half=_HALF, let_go=_LET_GO))
    mended = Mended.HALF if half else Mended.LET_GO if let_go else Mended.BRIDGED
    store = context.unlocked_store()
    entry = find_entry(store.entries, beginning, "companion log threads")
    found = threads(store.entries, shipped_library().vocabulary)
    rupture = next((each.rupture for each in found if entry.id in each.ids), entry)
    note = given_words(" ".join(text)) if text else ""
    click.echo(store.entries.keep(answer_to(rupture, context.clock(), mended, note)).id)
