"""Joining two stores: the newest wins, whoever joins whom and however often."""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from companion.domain.entry import Entry
from companion.domain.filling import Answers
from companion.domain.pause import Pause
from companion.domain.script import OwnScript
from companion.storage import collection
from companion.storage.elsewhere import Elsewhere
from companion.storage.exchange.export_file import as_json, movable
from companion.storage.merging import LOCAL, Merged, changes_from, count, join
from companion.storage.sealing.seal import Plain
from companion.storage.store import Store
from companion.storage.tables import FORGOTTEN, Tables, mark_of

EARLY, LATE = "2026-11-22T19:10:00Z", "2026-11-22T19:10:00.5Z"
"""Half a second apart, and in the other order as plain text."""

_ids = st.sampled_from(["a", "b", "c"])
_names = st.sampled_from(["entries", "pauses", "of-a-newer-companion"])
_stamps = st.fixed_dictionaries(
    {},
    optional={
        "changed": st.sampled_from([EARLY, LATE, "2026-11-22T20:10:00+01:00", "2025-01-01T00:00:00", "no time", 7]),
        "machine": st.sampled_from(["00000001", "ffffffff"]),
    },
)
_words: st.SearchStrategy[Any] = st.fixed_dictionaries(
    {}, optional={"note": st.text(max_size=2), "of-later": st.booleans()}
)
_documents = st.builds(lambda stamp, words: {**stamp, **words}, _stamps, _words)


@st.composite
def states(draw: st.DrawFn) -> Tables:
    """Draw what a store can hold: of each record nothing, a document or a mark."""
    tables: Tables = {}
    for name, document_id in draw(st.sets(st.tuples(_names, _ids), max_size=6)):
        if draw(st.booleans()):
            tables.setdefault(name, {})[document_id] = draw(_documents)
        else:
            tables.setdefault(FORGOTTEN, {})[mark_of(name, document_id)] = draw(_stamps)
    return tables


def filled(tables: Tables) -> Tables:
    """Return the tables that hold something."""
    return {name: table for name, table in tables.items() if table}


@given(states(), states())
def test_it_does_not_matter_who_joins_whom(mine: Tables, theirs: Tables) -> None:
    assert filled(join(mine, theirs)) == filled(join(theirs, mine))


@given(states(), states(), states())
def test_it_does_not_matter_who_joins_first(one: Tables, two: Tables, three: Tables) -> None:
    assert filled(join(join(one, two), three)) == filled(join(one, join(two, three)))


@given(states(), states())
def test_joining_again_changes_nothing(mine: Tables, theirs: Tables) -> None:
    joined = join(mine, theirs)
    assert changes_from(joined, theirs) == []
    assert changes_from(joined, mine) == []
    assert changes_from(mine, mine) == []


@given(states(), states())
def test_a_record_is_there_or_forgotten_and_never_both(mine: Tables, theirs: Tables) -> None:
    joined = join(mine, theirs)
    for mark in joined.get(FORGOTTEN, {}):
        name, _, document_id = mark.partition("/")
        assert document_id not in joined.get(name, {})


def test_the_newest_wins_as_a_moment_and_not_as_a_text() -> None:
    old, new = {"changed": EARLY, "note": "old"}, {"changed": LATE, "note": "new"}
    assert join({"entries": {"a": new}}, {"entries": {"a": old}})["entries"]["a"] == new
    assert join({"entries": {"a": old}}, {"entries": {"a": new}})["entries"]["a"] == new


def test_of_two_in_the_same_moment_the_greater_machine_wins_whatever_they_say() -> None:
    low = {"changed": EARLY, "machine": "00000001", "note": "z"}
    high = {"changed": "2026-11-22T20:10:00+01:00", "machine": "ffffffff", "note": "a"}
    assert join({"entries": {"a": low}}, {"entries": {"a": high}})["entries"]["a"] == high


def test_what_was_forgotten_there_later_goes_here_and_what_was_edited_here_later_stays() -> None:
    mine: Tables = {"entries": {"gone": {"changed": EARLY}, "kept": {"changed": LATE}}}
    theirs: Tables = {FORGOTTEN: {"entries/gone": {"changed": LATE}, "entries/kept": {"changed": EARLY}}}
    joined = join(mine, theirs)
    assert joined["entries"] == {"kept": {"changed": LATE}}
    assert joined[FORGOTTEN] == {"entries/gone": {"changed": LATE}}
    assert count(mine, changes_from(mine, theirs)) == Merged(forgotten=1)


def test_what_tells_of_one_folder_does_not_move() -> None:
    mine: Tables = {name: {"x": {"is": "mine"}} for name in LOCAL}
    theirs: Tables = {name: {"x": {"is": "theirs"}, "y": {}} for name in LOCAL}
    assert changes_from(mine, theirs) == []


def test_a_table_and_fields_that_nobody_here_knows_come_along() -> None:
    theirs: Tables = {"dreams": {"a": {"changed": EARLY, "colour": "blue"}}}
    assert join({}, theirs) == theirs


class Hand:
    """Somebody who writes in a folder of their own, on a machine of their own."""

    def __init__(self, folder: Path, machine: str, seed: int) -> None:
        self.folder, self.machine = folder, machine
        self.rng = random.Random(seed)
        self.now = datetime(2026, 11, 22, 19, 10, tzinfo=UTC)
        self.store = Store(folder, clock=self._tick)

    def _tick(self) -> datetime:
        self.now += timedelta(seconds=self.rng.choice([0, 0, 1, 5]))  # the same seconds pass on both machines
        return self.now

    def write(self, times: int, monkeypatch: pytest.MonkeyPatch) -> None:
        """Do something at random that many times."""
        monkeypatch.setattr(collection, "machine_id", lambda: self.machine)
        for number in range(times):
            self.rng.choice([self._add, self._edit, self._edit, self._forget, self._pause, self._plan, self._undo])(
                number
            )

    def join(self, theirs: Tables) -> None:
        """Merge, as the verb does."""
        with self.store.alone():
            self.store.take(changes_from(self.store.tables(), theirs))

    def read(self) -> Tables:
        """Read the folder as another machine does."""
        return Elsewhere(self.folder).tables(Plain())

    def _any(self) -> Iterator[Entry]:
        entries = sorted(self.store.entries, key=lambda entry: entry.id)
        yield from [self.rng.choice(entries)] if entries else []

    def _add(self, number: int) -> None:
        at = self._tick()
        self.store.entries.keep(Entry(id=f"{self.rng.getrandbits(128):032x}", at=at, note=f"{self.machine} {number}"))

    def _edit(self, number: int) -> None:
        for entry in self._any():
            self.store.entries.keep(
                Entry(id=entry.id, at=entry.at, note=f"{entry.note}, {number}", strength=number % 11)
            )

    def _forget(self, _: int) -> None:
        for entry in self._any():
            self.store.entries.forget(entry.id)

    def _undo(self, _: int) -> None:
        for entry in self._any():
            self.store.entries.forget(entry.id)
            self.store.entries.keep(entry)

    def _pause(self, _: int) -> None:
        now = self._tick()
        if self.store.pauses.change_open(lambda found: found.come_back(now, 3)) is None:
            length = timedelta(minutes=30)
            new = f"{self.rng.getrandbits(128):032x}"
            self.store.pauses.begin(Pause(id=new, started_at=now, due=now + length, planned=length))

    def _plan(self, number: int) -> None:
        self.store.worksheets.keep(Answers(id="what-calms-me", answers={"body": f"{number}"}, filled_at=self._tick()))
        self.store.scripts.keep(OwnScript(id=f"{number % 5}", text=f"back soon {number}"))


@pytest.mark.parametrize("seed", range(3))
def test_two_folders_edited_apart_are_equal_once_merged_both_ways(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = Hand(tmp_path / "here", "0000aaaa", seed)
    here.write(40, monkeypatch)
    here.store.close()
    copytree(here.folder, tmp_path / "there")  # what a sync program does
    there = Hand(tmp_path / "there", "0000bbbb", seed + 100)
    here.write(200, monkeypatch)
    there.write(200, monkeypatch)
    mine, theirs = here.read(), there.read()
    assert movable(mine) != movable(theirs)

    here.join(theirs)
    there.join(mine)

    same = as_json(movable(here.read()))
    assert same == as_json(movable(there.read()))
    again = Store(here.folder), Store(there.folder)
    assert {each.id: each for each in again[0].entries} == {each.id: each for each in again[1].entries}
    for store in (here.store, there.store):
        store.close()
    assert same == as_json(movable(Store(here.folder).tables())) == as_json(movable(Store(there.folder).tables()))


@settings(max_examples=20)
@given(states(), states())
def test_the_changes_lead_to_what_is_joined_in_a_real_store(mine: Tables, theirs: Tables) -> None:
    store = Store()
    for state in (mine, theirs):
        store.take(changes_from(store.tables(), state))
    assert filled({name: table for name, table in store.tables().items() if name not in LOCAL}) == filled(
        join(mine, theirs)
    )
