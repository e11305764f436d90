"""Words while they are locked: what is shipped works, nothing that is one's own is shown."""

import gc
from datetime import timedelta
from pathlib import Path

import pytest
from textual.widgets import TextArea

from companion.domain.held import HeldMessage
from companion.domain.pause import Pause, PauseKind
from companion.domain.script import Favourite, OwnScript
from companion.storage.store import Store
from companion.ui.app import CompanionApp
from companion.ui.places import Place
from companion.ui.words.hold import HoldMessage
from tests.conftest import AppAt, MovableClock
from tests.fake_wrapping import FakeWrapping
from tests.ui.locked.test_lock import holds
from tests.ui.words.hands import open_with, row_ids, stand_on, type_in, whole

MINE = ("the red cup", "the wet dog", "the boathouse", "the green door")


@pytest.fixture
def sealed(tmp_path: Path, clock: MovableClock) -> Store:
    """A store with words of every sort and a passphrase, unlocked."""
    store = Store(tmp_path / "data", wrapping=FakeWrapping(), clock=clock)
    began = clock() - timedelta(days=1)
    store.scripts.keep(OwnScript(text=MINE[0]))
    store.favourites.keep(Favourite(script="phone-off"))
    store.held.keep(HeldMessage(text=MINE[1], written_at=began, open_at=began + timedelta(hours=1)))
    pause = Pause(started_at=began, due=began, planned=timedelta(minutes=30), place=MINE[2], leave_message=MINE[3])
    store.pauses.keep(pause.come_back(began))
    store.set_passphrase(store.new_key("four plain words here"))
    return store


@pytest.fixture
def locked_app(app_at: AppAt, sealed: Store) -> CompanionApp:
    """The app in Words, locked."""
    sealed.lock()
    return app_at(Place.WORDS, sealed)


@pytest.mark.parametrize("key", ["", "h", "p", "a", "i", "t"])
async def test_nothing_of_ones_own_is_shown(locked_app: CompanionApp, key: str) -> None:
    async with locked_app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await open_with(pilot, *filter(None, [key]))
        await pilot.pause()
        assert not any(word in whole(locked_app) for word in (*MINE, "Favourites"))
        if key in ("", "h", "p"):
            assert "f2 unlocks" in whole(locked_app)


async def test_shipped_words_are_found_and_copied(locked_app: CompanionApp) -> None:
    async with locked_app.run_test() as pilot:
        await stand_on(pilot, "phone-off")
        before = row_ids(locked_app)
        await pilot.press("asterisk", "n", "y")
        assert row_ids(locked_app) == before
        assert locked_app.clipboard.startswith("Overloaded, not angry at you.")


async def test_a_sentence_is_built_and_copied_but_not_kept(locked_app: CompanionApp, sealed: Store) -> None:
    async with locked_app.run_test() as pilot:
        await open_with(pilot, "a")
        assert "Keep" not in whole(locked_app)
        await type_in(pilot, state="swamped", need="quiet", length="30", care="I love you")
        await pilot.press("ctrl+s", "ctrl+y")
        assert locked_app.clipboard.startswith("I'm swamped. I need quiet for 30 minutes.")


async def test_the_drill_runs(locked_app: CompanionApp) -> None:
    async with locked_app.run_test() as pilot:
        await open_with(pilot, "t")
        await type_in(pilot, line="mine")
        assert "Keep my line" not in whole(locked_app)
        await pilot.press("enter")
        await pilot.pause()
        assert "Try:" in whole(locked_app)


async def test_locking_keeps_what_is_typed_and_forgets_it_here(app_at: AppAt, sealed: Store) -> None:
    app = app_at(Place.WORDS, sealed)
    async with app.run_test() as pilot:
        await open_with(pilot, "t")
        await type_in(pilot, line="give me a breath")
        await pilot.press("escape")
        await open_with(pilot, "ctrl+o")
        app.screen.query_one("#message", TextArea).text = "where are you"
        await pilot.press("escape")
        await open_with(pilot, "a")
        await type_in(pilot, state="frazzled")
        await pilot.press("f2")
        await pilot.pause()
        assert sealed.is_locked
        await pilot.press("enter")
        await open_with(pilot, "4")
        await open_with(pilot, "a")
        assert "frazzled" not in whole(app)
        sealed.unlock(sealed.open_key("four plain words here"))
        waiting = {str(words) for draft in sealed.unkept for words in draft.fields.values()}
        assert {"give me a breath", "frazzled", "where are you"} <= waiting


@pytest.mark.usefixtures("unsearched")
async def test_after_locking_no_object_holds_a_draft(
    app_at: AppAt, sealed: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("companion.ui.locking.LATER", 1.5)
    app = app_at(Place.WORDS, sealed)
    typed = "-".join(["giraffe", "in", "the", "hall"])
    async with app.run_test() as pilot:
        await open_with(pilot, "a")
        await type_in(pilot, state=typed)
        await pilot.press("ctrl+y", "ctrl+o")
        await pilot.pause()
        await pilot.press("escape", "escape")
        await open_with(pilot, "t")
        await type_in(pilot, line=typed)
        assert holds(typed)
        gc.freeze()  # what holds it is spared, until the search that follows locking
        await pilot.press("f2")
        await pilot.pause()
        await pilot.pause(1.7)  # by then it has been searched a second time
        gc.unfreeze()  # what is spared is not seen
        left = holds(typed)
        assert not left, [(type(each), str(each)[:200]) for each in left]


@pytest.mark.parametrize("keys", [("ctrl+o",), ("h", "n"), ("a", "ctrl+o"), ("t", "ctrl+o")])
async def test_a_message_is_held_while_it_is_locked(
    locked_app: CompanionApp, sealed: Store, keys: tuple[str, ...]
) -> None:
    async with locked_app.run_test(notifications=True) as pilot:
        await pilot.pause()
        for key in keys:
            await open_with(pilot, key)
        await pilot.press(*"dqy", "ctrl+s")
        await pilot.pause()
        assert "It waits until 21:10." in whole(locked_app)
        sealed.unlock(sealed.open_key("four plain words here"))
    assert {held.text for held in sealed.held} == {MINE[1], "dqy"}
    assert not [draft for draft in sealed.unkept if draft.fields]


async def test_h_in_a_locked_pause_of_theirs_takes_the_words(app_at: AppAt, sealed: Store, clock: MovableClock) -> None:
    due = clock() + timedelta(hours=1)
    half = timedelta(hours=1)
    sealed.pauses.keep(Pause(started_at=clock(), due=due, planned=half, kind=PauseKind.GIVING, told_at=clock()))
    sealed.lock()
    app = app_at(Place.PAUSE, sealed)
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press("h", *"quiet")
        await pilot.pause()
        assert isinstance(app.screen, HoldMessage)
        assert app.screen.query_one("#message", TextArea).text == "quiet"


async def test_what_is_typed_while_locked_is_taken_up_once_it_is_unlocked(
    locked_app: CompanionApp, sealed: Store
) -> None:
    async with locked_app.run_test(notifications=True) as pilot:
        await pilot.pause()
        await open_with(pilot, "ctrl+o")
        await pilot.press(*"where are you".replace(" ", ""), "escape")
        await pilot.pause()
        assert "is unlocked, ctrl+o" in whole(locked_app)
        await open_with(pilot, "ctrl+o")
        assert locked_app.screen.query_one("#message", TextArea).text == ""
        sealed.unlock(sealed.open_key("four plain words here"))
        locked_app.screen.is_locked = True  # type: ignore[attr-defined]  # as the app says it
        locked_app.screen.is_locked = False  # type: ignore[attr-defined]
        await pilot.pause()
        await pilot.pause()
        assert locked_app.screen.query_one("#message", TextArea).text == "whereareyou"
