"""Notes on highlights: given up without a trace, and not lost however the app ends."""

import sys
from pathlib import Path

import pytest

from companion.domain.highlight import Highlight
from companion.storage.store import Store
from companion.ui.places import Place
from companion.ui.read.noting import WriteNote
from companion.ui.unkept import AFTER
from tests.conftest import AppAt, MovableClock
from tests.screens import text
from tests.ui.marking import LINK, THIRD, reading
from tests.ui.reading import open_first_text
from tests.ui.test_terminal import running


async def test_esc_leaves_nothing_of_a_note_that_was_begun_with_its_highlight(app_at: AppAt, store: Store) -> None:
    app = app_at(Place.READ)
    async with reading(app) as pilot:
        await pilot.press("v", "e", *"xyz")
        await pilot.pause(AFTER + 0.2)
        assert len(store.highlights) == len(store.unkept) == 1
        await pilot.press("escape")
        await pilot.pause()
        assert len(store.highlights) == len(store.unkept) == 0
        assert not app._notifications


@pytest.mark.parametrize("key", ["ctrl+q", "ctrl+l"])
@pytest.mark.parametrize("keys", [("v", "e"), ("apostrophe", "e")])
async def test_what_was_typed_waits_when_one_quits_and_is_no_note_yet(
    app_at: AppAt, tmp_path: Path, key: str, keys: tuple[str, ...]
) -> None:
    store = Store(tmp_path / "data")
    app = app_at(Place.READ, store)
    async with reading(app) as pilot:
        await pilot.press("v", "e", *"abc", key, *(["ctrl+l"] if key == "ctrl+l" else []))
        await pilot.pause()
    store = Store(tmp_path / "data")
    assert [each.note for each in store.highlights] == [""]
    app = app_at(Place.READ, store)
    async with reading(app) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        assert isinstance(app.screen, WriteNote)
        assert "abc" in text(app) and "Taken up from" in text(app)
        await pilot.press("enter")
        await pilot.pause()
    assert [each.note for each in store.highlights] == ["abc"]
    assert len(store.unkept) == 0


async def test_nothing_is_left_of_a_note_that_was_not_begun_when_one_quits(app_at: AppAt, tmp_path: Path) -> None:
    store = Store(tmp_path / "data")
    app = app_at(Place.READ, store)
    async with reading(app) as pilot:
        await pilot.press("v", "e", "ctrl+q")
        await pilot.pause()
    store = Store(tmp_path / "data")
    assert len(store.highlights) == len(store.unkept) == 0


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pty")
def test_what_was_typed_outlives_a_kill(tmp_path: Path) -> None:
    with running(tmp_path, "--at", "read") as terminal:
        open_first_text(terminal)
        terminal.press(b"v")
        terminal.wait_for(b"Highlight")
        terminal.press(b"e")
        terminal.wait_for(b"Your note")
        terminal.press(b"unsent words")
        terminal.read(AFTER + 0.7)
        terminal.process.kill()
        terminal.process.wait()
    store = Store(tmp_path)
    (made,) = store.highlights
    assert made.note == ""
    assert [(draft.id, draft.fields) for draft in store.unkept] == [(f"note:{made.id}", {"note": "unsent words"})]


async def test_esc_on_a_highlight_that_stood_there_keeps_it_and_what_was_typed(
    app_at: AppAt, store: Store, clock: MovableClock
) -> None:
    made = store.highlights.keep(Highlight(link=str(LINK), words=THIRD, note="first", made_at=clock()))
    app = app_at(Place.READ)
    async with reading(app) as pilot:
        await pilot.press("apostrophe", "e", *" and", "escape")
        await pilot.pause()
        assert [(each.id, each.note) for each in store.highlights] == [(made.id, "first")]
        assert any("e on it takes it up again" in each.message for each in app._notifications)
        await pilot.press("e")
        await pilot.pause()
        assert "first and" in text(app)
