"""A folder with something of everything in it, every private word marked."""

from datetime import timedelta

import msgspec

from companion.domain.context_note import ContextNote
from companion.domain.filling import Answers
from companion.domain.held import HeldMessage
from companion.domain.pause import Pause
from companion.domain.script import OwnScript
from companion.storage.library import Library
from companion.storage.store import Store
from tests.conftest import MovableClock
from tests.sample import make_entries, make_pauses

MARKED = ("Zebrafinch", "Quillwort", "Marzipan", "Obsidian", "Tumbleweed", "Periwinkle")
"""Words that stand in notes, names, scripts, messages, answers and places, and nowhere in the library."""


def plant(store: Store, library: Library, clock: MovableClock) -> None:
    """Let the store hold a sample of entries and one or two of everything else."""
    note, name, script, message, answer, room = MARKED
    for at, entry in enumerate(make_entries(40, library, clock())):
        marked = msgspec.structs.replace(entry, note=f"{note} {entry.note}", person=name if at % 2 else entry.person)
        store.entries.keep(marked)
    for pause in make_pauses(6, clock(), days=60):
        store.pauses.keep(msgspec.structs.replace(pause, place=room))
    store.scripts.keep(OwnScript(text=f"{script} waits."))
    store.held.keep(HeldMessage(text=f"{message} once more", written_at=clock(), open_at=clock() + timedelta(hours=2)))
    store.worksheets.keep(Answers(id="what-calms-me", answers={"body": answer, "length": "45"}, filled_at=clock()))
    store.context_notes.keep(ContextNote(what=f"exams, {note}", since=clock().date()))
    began, half = clock() - timedelta(minutes=12), timedelta(minutes=30)
    store.pauses.keep(Pause(started_at=began, due=began + half, planned=half, place=room, topic=message, told_at=began))
