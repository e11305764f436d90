"""A monkey at the keys: no crash, no lost entry, no private word under the cover, nothing wider than the screen.

A short run here, the same each time; a long one by hand: `COMPANION_MONKEY=50000 python -m pytest
tests/faults/test_monkey.py -s`, and with another seed, `COMPANION_MONKEY_SEED=7`.
"""

import json
import os
import shutil
from pathlib import Path
from typing import cast

import pytest
from rich.cells import cell_len
from textual.widget import Widget

from companion.domain.entry import Entry
from companion.resources import LIBRARY
from companion.storage import outside
from companion.storage.documents import Document
from companion.storage.errors import StoreError
from companion.storage.library import Library
from companion.storage.records import RECORDS
from companion.storage.store import Store
from companion.storage.tables import FORGOTTEN, mark_of
from companion.ui import writing_out
from companion.ui.app import CompanionApp
from tests.conftest import MovableClock
from tests.fake_wrapping import FakeWrapping
from tests.faults.monkey import PASSPHRASE, Monkey
from tests.faults.planted import MARKED, plant
from tests.idle import wait_for_idle
from tests.screens import lines, text

KEYS = int(os.environ.get("COMPANION_MONKEY", "250"))
SEED = int(os.environ.get("COMPANION_MONKEY_SEED", "1"))
_LOOK_EVERY = 150
"""Keys between two looks at the disk."""
_SIT_AT_MOST = 4_000
"""Keys until the app is begun anew, whether it was left or not."""


class Kept:
    """What was acknowledged, and the looks at whether it is there."""

    def __init__(self, folder: Path, clock: MovableClock) -> None:
        self._folder = folder
        self._clock = clock
        self._ids: set[str] = set()
        self._wrapping = FakeWrapping()

    def open(self, folder: Path | None = None) -> Store:
        """Open the store, and listen to what it keeps."""
        store = Store(folder or self._folder, wrapping=self._wrapping, clock=self._clock)
        keep = store.entries.keep

        def listen(record: Entry) -> Entry:
            kept = keep(record)
            self._ids.add(kept.id)
            return kept

        store.entries.keep = listen  # type: ignore[method-assign]
        return store

    def check(self, mine: Store) -> None:
        """Open a copy, as after a kill: it holds what the app's own store does, and no entry is lost."""
        copy = self._folder.with_name("copy")
        shutil.copytree(self._folder, copy)
        store = self.open(copy)
        if store.has_passphrase:
            passphrase = (copy / "identity.age").read_text(encoding="utf-8").split("\n")[1]
            store.unlock(store.open_key(passphrase))
        tables = store.tables()
        if not mine.is_locked:
            here, there = _records(mine), _records(store)
            assert here == there, [
                f"{here.get(each)} is not {there.get(each)}"
                for each in here | there
                if here.get(each) != there.get(each)
            ]
        kept = tables.get("entries", {}).keys() | tables.get("bin", {}).keys()
        self._ids |= tables.get("entries", {}).keys()
        let_go = {each for each in self._ids - kept if mark_of("bin", each) in tables.get(FORGOTTEN, {})}
        assert not self._ids - kept - let_go
        assert not sum(each.unreadable for each in store.collections.values())
        assert not list(copy.glob("*.damaged-*"))
        store.close()
        shutil.rmtree(copy)


def _records(store: Store) -> dict[str, Document]:
    """Return all that the person wrote by table and id; an opening of the copy is no change of theirs."""
    tables = store.tables()
    documents = {mark_of(name, each): tables[name][each] for name in RECORDS for each in tables.get(name, {})}
    return cast(dict[str, Document], json.loads(json.dumps(documents)))  # a tuple in memory is a list on the disk


def check_screen(app: CompanionApp, store: Store) -> set[str]:
    """Nothing private is seen when nothing may be, and no line is wider; return what reaches over the screen's side."""
    if app._exception or app._exit:
        return set()
    seen = text(app)
    if app.is_covered:
        assert seen.split() in ([], ["Ready."]), seen
    if app.is_covered or store.is_locked:
        assert not [word for word in MARKED if word in seen], seen
    width = app.size.width
    assert all(cell_len(line) <= width for line in lines(app)), seen
    wide = [each for each in app.screen.walk_children(Widget) if too_wide(each, width)]
    return {f"{each!r} on {app.screen!r} of {app.size}" for each in wide}


def too_wide(widget: Widget, width: int) -> bool:
    """Return whether a widget reaches over the side of the screen."""
    return widget.is_on_screen and bool(widget.region) and (widget.region.right > width or widget.region.x < 0)


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nothing be written outside a folder of the test's, whatever the monkey types for a file's name."""
    (tmp_path / "home").mkdir()
    monkeypatch.chdir(tmp_path / "home")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))

    def write(path: Path, data: bytes) -> None:
        if not path.resolve().is_relative_to(tmp_path / "home"):
            raise StoreError("Not written.")
        outside.write_outside(path, data)

    monkeypatch.setattr(writing_out, "write_outside", write)


@pytest.mark.usefixtures("elsewhere")
@pytest.mark.parametrize("is_sealed", [False, True], ids=["plain", "sealed"])
async def test_a_monkey_breaks_nothing_loses_nothing_and_sees_nothing_under_the_cover(
    is_sealed: bool, tmp_path: Path, clock: MovableClock
) -> None:
    library, kept = Library(LIBRARY), Kept(tmp_path / "data", clock)
    store = kept.open()
    plant(store, library, clock)
    if is_sealed:
        store.set_passphrase(store.new_key(PASSPHRASE))
    store.close()
    monkey = Monkey(SEED, store, clock)
    print(f"seed {SEED}")
    try:
        while monkey.keys < KEYS:
            await sit(monkey, kept, library, clock)
    except BaseException as error:
        print(f"seed {SEED}, after {monkey.keys} keys; the last: {list(monkey.done)}\n{str(error)[:2_000]}")
        raise
    print(f"{monkey.keys} keys")
    assert not monkey.wide


async def sit(monkey: Monkey, kept: Kept, library: Library, clock: MovableClock) -> None:
    """Let the monkey play with one app until it is left."""
    store = kept.open()
    app = CompanionApp(store, library, clock)
    until, look = min(monkey.keys + _SIT_AT_MOST, KEYS), monkey.keys + _LOOK_EVERY
    async with app.run_test(size=(80, 24), notifications=True, tooltips=True) as pilot:
        monkey.sit_down(pilot, store)
        while monkey.keys < until and not app._exit and app._exception is None:
            await monkey.act()
            monkey.wide |= check_screen(app, store)
            if monkey.keys >= look and not app._exit:
                kept.check(store)
                look += _LOOK_EVERY
        while app._exit and not (app._task and app._task.done()):
            await wait_for_idle()  # what was pressed behind it is dealt with before all is taken down
    kept.check(store)
    store.close()
