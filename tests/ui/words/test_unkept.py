"""What is typed in Words and not kept: it stands there again, however one leaves."""

import sys
from pathlib import Path

import pytest
from textual.events import Key
from textual.widgets import Input, TextArea

from companion.storage.errors import StoreError
from companion.storage.store import Store
from companion.ui.places import Place
from companion.ui.unkept import AFTER
from companion.ui.words.hold import HoldMessage
from tests.conftest import AppAt, MovableClock
from tests.screens import text
from tests.ui.test_terminal import running
from tests.ui.words.hands import ANGRY, WHOLE, open_with, sentence, type_all, type_in, whole

TAKEN_UP = "Taken up from 20:10; ctrl+d starts anew"


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pty")
@pytest.mark.parametrize(
    ("key", "form", "field"),
    [(b"\x0f", "held", "text"), (b"a", "sentence:ask", "state"), (b"n", "script:new", "words")],
)
def test_what_is_typed_outlives_a_kill(tmp_path: Path, key: bytes, form: str, field: str) -> None:
    with running(tmp_path, "--at", "words") as terminal:
        terminal.wait_for(b"Check a message")
        terminal.press(key)
        terminal.read(0.7)
        terminal.press(b"unsent words")
        terminal.read(AFTER + 0.7)
        terminal.process.kill()
        terminal.process.wait()
    assert [(draft.id, draft.fields[field]) for draft in Store(tmp_path).unkept] == [(form, "unsent words")]


@pytest.mark.parametrize("keys", [("escape",), ("ctrl+q",), ("escape", "ctrl+q")])
async def test_a_message_stands_there_again_with_all_that_was_chosen(
    app_at: AppAt, tmp_path: Path, clock: MovableClock, keys: tuple[str, ...]
) -> None:
    app = app_at(Place.WORDS, Store(tmp_path / "data"))
    async with app.run_test() as pilot:
        await open_with(pilot, "ctrl+o")
        app.screen.query_one("#message", TextArea).text = ANGRY
        await type_in(pilot, until="until 21:30")
        app.screen.query_one("#pull").focus()
        await pilot.press("8", *keys)
        await pilot.pause()
    clock.move(minutes=10)
    store = Store(tmp_path / "data")
    assert len(store.held) == 0
    app = app_at(Place.WORDS, store)
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.pause()
        assert "Not kept yet: a message, ctrl+o" in text(app)
        await open_with(pilot, "ctrl+o")
        assert app.screen.query_one("#message", TextArea).text == ANGRY
        assert TAKEN_UP in whole(app)
        await pilot.press("ctrl+s")
        await pilot.pause()
    assert [(held.text, held.mood_before) for held in store.held] == [(ANGRY, 8)]
    assert len(store.unkept) == 0


@pytest.mark.parametrize("before", [(), ("escape",)])
async def test_a_sentence_stands_there_again_after_quitting(
    app_at: AppAt, tmp_path: Path, before: tuple[str, ...]
) -> None:
    store = Store(tmp_path / "data")
    app = app_at(Place.WORDS, store)
    async with app.run_test() as pilot:
        await open_with(pilot, "a")
        await type_all(pilot)
        await pilot.press("ctrl+s")
        app.screen.query_one("#sentence", TextArea).text = WHOLE.replace("love", "like")
        await pilot.pause()
        await pilot.press(*before, "ctrl+q")
    (own,) = store.scripts
    store = Store(tmp_path / "data")
    app = app_at(Place.WORDS, store)
    async with app.run_test() as pilot:
        await open_with(pilot, "a")
        assert sentence(app) == WHOLE.replace("love", "like")
        assert app.screen.query_one("#state", Input).value == "swamped"
        assert TAKEN_UP in whole(app)
        await pilot.press("ctrl+s")
        await pilot.pause()
    assert [(each.id, each.text[-11:]) for each in store.scripts] == [(own.id, "I like you.")]
    assert len(store.unkept) == 0


@pytest.mark.parametrize(("key", "field"), [("ctrl+o", "#message"), ("a", "#state"), ("t", "#line"), ("n", "Input")])
async def test_ctrl_d_starts_anew_and_brings_it_back(app_at: AppAt, store: Store, key: str, field: str) -> None:
    app = app_at(Place.WORDS)
    async with app.run_test() as pilot:
        await open_with(pilot, key)

        def words() -> str:
            here = app.screen.query_one(field)
            return here.text if isinstance(here, TextArea) else str(getattr(here, "value", ""))

        await pilot.press(*"unsent")
        await pilot.press("ctrl+d")
        await pilot.pause()
        assert words() == ""
        assert "ctrl+d brings it back" in whole(app)
        await pilot.press("ctrl+d")
        await pilot.pause()
        assert words() == "unsent"
        await pilot.press("ctrl+q")
    assert len(store.unkept) == 1


@pytest.mark.parametrize("key", ["ctrl+o", "a", "t", "m"])
async def test_what_was_put_aside_is_not_promised_back_once_something_else_is_typed(app_at: AppAt, key: str) -> None:
    app = app_at(Place.WORDS)
    async with app.run_test() as pilot:
        await open_with(pilot, key)
        await pilot.press(*"old", "ctrl+d")
        await pilot.pause(0.4)
        assert "ctrl+d brings it back" in whole(app)
        await pilot.press(*"new")
        await pilot.pause(0.4)
        assert "brings it back" not in whole(app)


async def test_a_message_that_the_disk_does_not_take_is_not_left_unasked(
    app_at: AppAt, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_record: object) -> None:
        raise StoreError("Not kept: the disk is full.")

    store = Store(tmp_path / "data")
    app = app_at(Place.WORDS, store)
    async with app.run_test(notifications=True) as pilot:
        await open_with(pilot, "ctrl+o")
        monkeypatch.setattr(store.unkept, "keep", full)
        app.screen.query_one("#message", TextArea).text = ANGRY
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, HoldMessage)
        assert "Press esc once more" in whole(app)
        await pilot.press("escape")
        await pilot.pause()
        assert not isinstance(app.screen, HoldMessage)


@pytest.mark.parametrize("key", ["ctrl+o", "n"])
async def test_a_burst_of_keys_loses_none(app_at: AppAt, store: Store, key: str) -> None:
    app = app_at(Place.WORDS)
    burst = "abcdefghij" * 320
    async with app.run_test() as pilot:
        await open_with(pilot, key)
        for letter in burst:
            app.post_message(Key(letter, letter))
        await pilot.press("ctrl+q")
    ((typed, *_),) = [list(draft.fields.values()) for draft in store.unkept]
    assert typed == burst
