"""Checking a message: marks while one types, findings beside them, and a draft that is not lost."""

import sys
from pathlib import Path

import pytest
from textual.pilot import Pilot

from companion.storage.errors import StoreError
from companion.storage.store import Store
from companion.ui.app import CompanionApp
from companion.ui.places import Place
from companion.ui.row_list import RowList
from companion.ui.unkept import AFTER
from companion.ui.words import check
from companion.ui.words.check import CheckScreen
from companion.ui.words.check_area import CheckArea
from tests.conftest import HOSTILE, AppAt, MovableClock
from tests.fake_wrapping import FakeWrapping
from tests.screens import text
from tests.ui.test_terminal import running

UNSENT = "an unsent sentence"


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it read as soon as the keys rest."""
    monkeypatch.setattr(check, "_PAUSE", 0.01)


async def open_check(pilot: Pilot[None]) -> None:
    await pilot.pause()
    await pilot.press("m")
    await pilot.pause()
    await pilot.pause()


async def write(pilot: Pilot[None], words: str) -> None:
    pilot.app.screen.query_one(CheckArea).text = words
    await pilot.pause()


def marked(app: CompanionApp) -> list[str]:
    """Return the underlined pieces of the draft."""
    area = app.screen.query_one(CheckArea)
    strips = [area.render_line(y) for y in range(area.size.height)]
    return [part.text for strip in strips for part in strip if part.style and part.style.underline]


def everything_under(folder: Path) -> str:
    return "".join(path.read_text(errors="replace") for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (120, 40)])
async def test_words_are_marked_and_explained(app_at: AppAt, size: tuple[int, int]) -> None:
    app = app_at(Place.WORDS)
    async with app.run_test(size=size) as pilot:
        await open_check(pilot)
        assert "Nothing is sent" in " ".join(text(app).split())
        await write(pilot, "Hello 🙂\nyou never listen")
        assert marked(app) == ["you never"]
        assert "“you never” · absolutes" in text(app)
        await write(pilot, "I need an hour. Back at eight.")
        assert marked(app) == []
        assert "Nothing stands out" in text(app)


async def test_keys_wait_for_no_check_and_the_last_words_are_read(
    app_at: AppAt, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(check, "_PAUSE", 0.3)
    app = app_at(Place.WORDS)
    async with app.run_test() as pilot:
        await open_check(pilot)
        await pilot.press(*"shut", "space", *"up")
        await pilot.pause(0.4)
        assert marked(app) == ["shut up"]


async def test_enter_on_a_finding_selects_its_words(app_at: AppAt) -> None:
    app = app_at(Place.WORDS)
    async with app.run_test() as pilot:
        await open_check(pilot)
        await write(pilot, "Hi.\nI need space, you idiot.")
        await pilot.press("tab")
        assert app.screen.query_one(RowList).has_focus
        await pilot.press("down", "enter")
        area = app.screen.query_one(CheckArea)
        assert area.has_focus
        assert area.selected_text == "you idiot"


async def test_danger_shows_the_way_to_safety_alone(app_at: AppAt) -> None:
    app = app_at(Place.WORDS)
    async with app.run_test() as pilot:
        await open_check(pilot)
        await write(pilot, "You never listen.")
        assert "f3 Safety first" not in text(app)
        await write(pilot, "You never listen. I am afraid of you.")
        assert "f3 Safety first" in text(app)
        assert "absolutes" not in text(app)
        await pilot.press("f3")
        await pilot.pause()
        assert "your safety comes first" in " ".join(text(app).split())


@pytest.mark.parametrize("keys", [("escape",), ("ctrl+q",), ("f1", "ctrl+q")])
async def test_the_draft_stands_there_again_however_one_leaves(
    app_at: AppAt, clock: MovableClock, tmp_path: Path, keys: tuple[str, ...]
) -> None:
    app = app_at(Place.WORDS, over=Store(tmp_path / "data"))
    async with app.run_test() as pilot:
        await open_check(pilot)
        await write(pilot, UNSENT)
        await pilot.press(*keys)
        await pilot.pause()
    clock.move(minutes=50)
    app = app_at(Place.WORDS, over=Store(tmp_path / "data"))
    async with app.run_test() as pilot:
        await open_check(pilot)
        await pilot.pause()
        assert app.screen.query_one(CheckArea).text == UNSENT
        assert "Taken up from 20:10; ctrl+d starts anew" in text(app)
        await pilot.press("f4")
        assert app.clipboard == UNSENT


async def test_ctrl_d_puts_the_draft_aside_and_brings_it_back_and_an_empty_one_leaves_the_disk(
    app_at: AppAt, tmp_path: Path
) -> None:
    store = Store(tmp_path / "data")
    app = app_at(Place.WORDS, over=store)
    async with app.run_test() as pilot:
        await open_check(pilot)
        await write(pilot, UNSENT)
        await pilot.pause(AFTER)
        assert len(store.unkept) == 1
        await pilot.press("ctrl+d")
        await pilot.pause(AFTER + 0.2)
        assert app.screen.query_one(CheckArea).text == ""
        assert "ctrl+d brings it back" in text(app)
        assert len(store.unkept) == 0
        await pilot.press("ctrl+d")
        assert app.screen.query_one(CheckArea).text == UNSENT
        await write(pilot, "")
        await pilot.press("escape")
    assert len(store.unkept) == 0


async def test_a_lock_seals_the_draft_and_shows_nothing_of_it(
    app_at: AppAt, tmp_path: Path, clock: MovableClock
) -> None:
    store = Store(tmp_path / "data", wrapping=FakeWrapping(), clock=clock)
    store.set_passphrase(store.new_key("four plain words here"))
    app = app_at(Place.WORDS, over=store)
    async with app.run_test() as pilot:
        await open_check(pilot)
        await write(pilot, UNSENT)
        await pilot.press("f2")
        await pilot.pause()
        assert store.is_locked
        await pilot.press("enter", "escape", "4")
        await open_check(pilot)
        assert "unsent" not in text(app)
        assert app.screen.query_one(CheckArea).text == ""
    assert "unsent" not in everything_under(tmp_path)
    store.unlock(store.open_key("four plain words here"))
    assert [draft.fields for draft in store.unkept] == [{"text": UNSENT}]


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pty")
def test_the_draft_outlives_a_kill(tmp_path: Path) -> None:
    with running(tmp_path, "--at", "words") as terminal:
        terminal.wait_for(b"Check a message")
        terminal.press(b"m")
        terminal.wait_for(b"Write or paste")
        terminal.press(UNSENT.encode())
        terminal.read(AFTER + 0.7)
        terminal.process.kill()
        terminal.process.wait()
    assert [draft.fields for draft in Store(tmp_path).unkept] == [{"text": UNSENT}]


async def test_a_draft_that_the_disk_does_not_take_is_not_left_unasked(
    app_at: AppAt, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store(tmp_path / "data")
    app = app_at(Place.WORDS, over=store)
    async with app.run_test() as pilot:
        await open_check(pilot)

        def full(_record: object) -> None:
            raise StoreError("Not kept: the disk is full.")

        monkeypatch.setattr(store.unkept, "keep", full)
        await write(pilot, UNSENT)
        await pilot.press("escape")
        assert isinstance(app.screen, CheckScreen)
        await pilot.press("escape")
        await pilot.pause()
        assert not isinstance(app.screen, CheckScreen)


@pytest.mark.parametrize(
    "words", [HOSTILE, "x" * 10_000, "you never 🙂 \u202eabc [red] {place} you always", "\x1b[2J you never"]
)
async def test_hostile_words_are_shown_and_kept_as_they_are(app_at: AppAt, words: str) -> None:
    app = app_at(Place.WORDS)
    async with app.run_test() as pilot:
        await open_check(pilot)
        await write(pilot, words)
        assert app.screen.query_one(CheckArea).text == words
        assert "\x1b" not in text(app)
