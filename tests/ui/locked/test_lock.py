"""Locking: by key, by itself, on suspend, and when another process sets a passphrase. Nothing typed is lost by it."""

import gc
from datetime import timedelta

import msgspec
import pytest
from textual import events
from textual.widgets import Input, TextArea

from companion.domain.content import Link
from companion.domain.entry import Entry
from companion.storage.errors import NotKept
from companion.storage.store import Store
from companion.ui import locking
from companion.ui.app import CompanionApp
from companion.ui.cover import Cover
from companion.ui.locking import COVERED
from companion.ui.places import Place
from companion.ui.read.article import ArticleScreen
from tests.conftest import AppAt, MovableClock
from tests.screens import lines, text
from tests.ui.locked.conftest import NOTE, PASSPHRASE, WORDS, OpenStore, seal, shown, unlock


class Minutes:
    """A monotonic clock that a test moves."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = 1000.0
        monkeypatch.setattr(locking, "monotonic", lambda: self.now)

    def pass_by(self, app: CompanionApp, minutes: float) -> None:
        """Let minutes go by while the app ticks every second."""
        for _ in range(round(minutes * 60)):
            self.now += 1
            app.lock_if_due()


@pytest.fixture
def minutes(monkeypatch: pytest.MonkeyPatch) -> Minutes:
    return Minutes(monkeypatch)


@pytest.mark.parametrize("key", ["f2", "ctrl+l"])
async def test_a_key_locks_and_covers(app: CompanionApp, sealed: Store, key: str) -> None:
    async with app.run_test() as pilot:
        await unlock(pilot)
        await pilot.press("5", key)
        await pilot.pause()
        assert sealed.is_locked
        assert text(app).split() == ["Ready."]
        await pilot.press("enter")
        await pilot.pause()
        assert app.current_mode == Place.NOW
        assert "locked" in lines(app)[0]


@pytest.mark.parametrize(
    "before",
    [(), ("ctrl+p",), ("f1",), ("b",), ("5",), ("5", "escape", "n"), ("2", "plus"), ("4", "f"), ("5", "escape", "k")],
)
async def test_it_locks_from_anywhere(app: CompanionApp, sealed: Store, before: tuple[str, ...]) -> None:
    async with app.run_test() as pilot:
        await unlock(pilot)
        await pilot.press(*before)
        await pilot.pause()
        await pilot.press("f2")
        await pilot.pause()
        assert sealed.is_locked
        assert text(app).split() == ["Ready."]
        assert [app.current_mode] == [mode for mode in app._screen_stacks if app._screen_stacks[mode]]


async def test_the_pause_goes_on_behind_it(app: CompanionApp, clock: MovableClock) -> None:
    async with app.run_test() as pilot:
        await unlock(pilot)
        await pilot.press("ctrl+l")
        clock.move(seconds=20)
        await pilot.press("enter", "2")
        await pilot.pause()
        assert "back at 20:28" in shown(pilot)
        assert "locked ⏸ 17:40" in lines(app)[0]


# -- nothing typed is lost


async def test_the_line_that_was_typed_becomes_an_entry(app: CompanionApp, sealed: Store) -> None:
    async with app.run_test() as pilot:
        await unlock(pilot)
        await pilot.press("5")
        await pilot.pause()
        app.screen.query_one("#line", Input).value = "half a line"
        await pilot.press("ctrl+l", "enter")
        await unlock(pilot)
    assert "half a line" in {entry.note for entry in sealed.entries}


async def test_an_open_form_is_kept(app: CompanionApp, sealed: Store) -> None:
    async with app.run_test() as pilot:
        await unlock(pilot)
        await pilot.press("5", "escape", "enter")
        await pilot.pause()
        app.screen.query_one("#note", Input).value = "the green cup"
        await pilot.press("f2", "enter")
        await unlock(pilot)
    assert [entry.note for entry in sealed.entries] == ["the green cup"]


async def test_a_worksheet_is_kept(app: CompanionApp, sealed: Store) -> None:
    async with app.run_test() as pilot:
        await unlock(pilot)
        app.follow(Link("worksheets", "what-calms-me"))
        await pilot.pause()
        app.screen.query(TextArea).first().text = "tea"
        await pilot.press("f2", "enter")
        await unlock(pilot)
        kept = sealed.worksheets.get("what-calms-me")
    assert kept is not None
    assert kept.answers["body"] == "tea"


async def test_an_own_script_and_a_parked_thought_are_kept(app: CompanionApp, sealed: Store) -> None:
    async with app.run_test() as pilot:
        await unlock(pilot)
        await pilot.press("4", "n")
        await pilot.pause()
        app.screen.query_one(Input).value = "Give me a breath."
        await pilot.press("f2", "enter")
        await unlock(pilot)
        await pilot.press("2")
        await pilot.pause()
        await pilot.press("t")
        await pilot.pause()
        app.screen.query_one(Input).value = "the rent"
        await pilot.press("f2", "enter")
        await unlock(pilot)
        pause = sealed.pauses.open()
    assert "Give me a breath." in {script.text for script in sealed.scripts}
    assert pause is not None
    assert pause.thoughts == ("the rent",)


async def test_what_is_typed_while_locked_is_kept_when_it_is_covered(app: CompanionApp, sealed: Store) -> None:
    async with app.run_test() as pilot:
        await pilot.press("5")
        await pilot.pause()
        app.screen.query_one("#line", Input).value = "in the dark"
        await pilot.press("ctrl+l", "enter", "5")
        await pilot.pause()
        assert app.screen.query_one("#line", Input).value == ""
        await unlock(pilot)
    assert "in the dark" in {entry.note for entry in sealed.entries}


async def test_what_can_not_be_kept_is_covered_and_not_thrown_away(
    app: CompanionApp, sealed: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(entry: Entry) -> Entry:
        raise NotKept("The disk is full.")

    async with app.run_test() as pilot:
        await unlock(pilot)
        await pilot.press("5")
        await pilot.pause()
        app.screen.query_one("#line", Input).value = "nowhere to go"
        with monkeypatch.context() as patch:
            patch.setattr(sealed.entries, "keep", full)
            await pilot.press("ctrl+l")
            await pilot.pause()
            assert text(app).split() == ["Ready."]
            assert not sealed.is_locked
        await pilot.press("enter")
        await pilot.pause()
        assert app.screen.query_one("#line", Input).value == "nowhere to go"


# -- by itself


async def test_it_locks_by_itself_after_the_minutes_that_were_chosen(
    app: CompanionApp, sealed: Store, minutes: Minutes
) -> None:
    async with app.run_test() as pilot:
        await unlock(pilot)
        minutes.pass_by(app, 4.9)
        assert not sealed.is_locked
        await pilot.press("5")
        minutes.pass_by(app, 4.9)
        assert not sealed.is_locked
        minutes.pass_by(app, 0.2)
        assert sealed.is_locked
        await pilot.pause()
        assert text(app).split() == ["Ready."]


@pytest.mark.parametrize(("after", "idle"), [(1, 1.1), (60, 60.1)])
async def test_the_minutes_can_be_chosen(
    app: CompanionApp, sealed: Store, minutes: Minutes, after: int, idle: float
) -> None:
    sealed.keep_settings(msgspec.structs.replace(sealed.settings, lock_after=after))
    async with app.run_test() as pilot:
        await unlock(pilot)
        minutes.pass_by(app, after - 0.1)
        assert not sealed.is_locked
        minutes.pass_by(app, 0.2)
        assert sealed.is_locked


async def test_it_can_be_off(app: CompanionApp, sealed: Store, minutes: Minutes) -> None:
    sealed.keep_settings(msgspec.structs.replace(sealed.settings, lock_after=None))
    async with app.run_test() as pilot:
        await unlock(pilot)
        minutes.pass_by(app, 120)
        assert not sealed.is_locked


async def test_a_mouse_and_a_paste_are_somebody_too(app: CompanionApp, sealed: Store, minutes: Minutes) -> None:
    async with app.run_test() as pilot:
        await unlock(pilot)
        minutes.pass_by(app, 4.9)
        app.post_message(events.MouseMove(None, 5, 5, 0, 0, 0, False, False, False))
        await pilot.pause()
        minutes.pass_by(app, 4.9)
        app.post_message(events.Paste("words"))
        await pilot.pause()
        minutes.pass_by(app, 4.9)
        assert not sealed.is_locked


async def test_without_a_passphrase_nothing_locks(app_at: AppAt, plain: Store, minutes: Minutes) -> None:
    app = app_at(Place.LOG, plain)
    async with app.run_test() as pilot:
        await pilot.pause()
        minutes.pass_by(app, 120)
        await pilot.pause()
        assert NOTE in shown(pilot)


async def test_a_watched_pause_goes_on_being_shown_locked(app: CompanionApp, sealed: Store, minutes: Minutes) -> None:
    async with app.run_test() as pilot:
        await unlock(pilot)
        await pilot.press("2")
        await pilot.pause()
        minutes.pass_by(app, 5.1)
        await pilot.pause()
        await pilot.pause()
        assert sealed.is_locked
        assert "back at 20:28" in shown(pilot)
        assert not [word for word in WORDS if word in shown(pilot)]
        before = app.screen
        minutes.pass_by(app, 30)
        await pilot.pause()
        assert app.screen is before


async def test_a_breath_that_is_followed_goes_on(app: CompanionApp, sealed: Store, minutes: Minutes) -> None:
    async with app.run_test() as pilot:
        await unlock(pilot)
        await pilot.press("b")
        await pilot.pause()
        minutes.pass_by(app, 5.1)
        await pilot.pause()
        await pilot.pause()
        assert sealed.is_locked
        assert "Stop any time." in shown(pilot)


@pytest.mark.parametrize("clock_stood_still", [True, False])
async def test_waking_from_sleep_locks_before_the_first_key_counts(
    app: CompanionApp, sealed: Store, minutes: Minutes, clock: MovableClock, clock_stood_still: bool
) -> None:
    async with app.run_test() as pilot:
        await unlock(pilot)
        await pilot.press("5", "escape")
        clock.move(seconds=31)
        minutes.now += 0 if clock_stood_still else 31
        await pilot.press("n")
        await pilot.pause()
        assert sealed.is_locked
        assert text(app).split() == ["Ready."]


async def test_half_a_minute_on_another_clock_is_no_sleep(
    app: CompanionApp, sealed: Store, minutes: Minutes, clock: MovableClock
) -> None:
    async with app.run_test() as pilot:
        await unlock(pilot)
        clock.move(seconds=-3600)
        await pilot.press("5")
        clock.move(seconds=29)
        await pilot.press("6")
        assert not sealed.is_locked


@pytest.mark.parametrize("wanted", [True, False])
async def test_losing_the_focus_locks_only_if_that_is_wanted(app: CompanionApp, sealed: Store, wanted: bool) -> None:
    sealed.keep_settings(msgspec.structs.replace(sealed.settings, lock_on_blur=wanted))
    async with app.run_test() as pilot:
        await unlock(pilot)
        app.post_message(events.AppBlur())
        await pilot.pause()
        await pilot.pause()
        assert sealed.is_locked is wanted


async def test_suspending_locks_first(app: CompanionApp, sealed: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    locked: list[bool] = []
    monkeypatch.setattr("textual.app.App.action_suspend_process", lambda self: locked.append(sealed.is_locked))
    async with app.run_test() as pilot:
        await unlock(pilot)
        await pilot.press("5", "ctrl+z")
        await pilot.pause()
        assert locked == [True]
        assert text(app).split() == ["Ready."]


# -- other processes


async def test_a_passphrase_set_elsewhere_locks_here(app_at: AppAt, plain: Store, open_store: OpenStore) -> None:
    app = app_at(Place.LOG, plain)
    async with app.run_test(notifications=True) as pilot:
        await pilot.pause()
        app.screen.query_one("#line", Input).value = "not yet kept"
        seal(open_store())
        app._look()
        await pilot.pause()
        await pilot.pause()
        assert "A passphrase was set in another window. f2 unlocks." in shown(pilot)
        assert app.current_mode == Place.NOW
        assert "locked" in lines(app)[0]
        await unlock(pilot)
        assert {entry.note for entry in plain.entries} == {NOTE, "not yet kept"}


async def test_a_passphrase_removed_elsewhere_opens_here(
    app: CompanionApp, sealed: Store, open_store: OpenStore
) -> None:
    async with app.run_test(notifications=True) as pilot:
        await pilot.press("5")
        await pilot.pause()
        other = open_store()
        other.unlock(other.open_key(PASSPHRASE))
        other.remove_passphrase()
        app._look()
        await pilot.pause()
        assert "Your words are not sealed any more." in shown(pilot)
        assert NOTE in shown(pilot)


async def test_a_new_key_set_elsewhere_locks_here(app: CompanionApp, sealed: Store, open_store: OpenStore) -> None:
    async with app.run_test(notifications=True) as pilot:
        await unlock(pilot)
        other = open_store()
        other.unlock(other.open_key(PASSPHRASE))
        other.change_passphrase(other.new_key("another one"))
        app._look()
        await pilot.pause()
        await pilot.pause()
        assert "The passphrase was changed in another window." in shown(pilot)
        assert sealed.is_locked
        await unlock(pilot, "another one")
        assert not sealed.is_locked


# -- nothing stays in memory by our doing


def holds(words: str) -> list[object]:
    """Return the live objects that hold the words, directly or in what the collector does not track."""
    found: list[object] = []
    for holder in gc.get_objects():
        if holder is found or type(holder).__name__ in ("frame", "cell", "coroutine"):
            continue
        seen = gc.get_referents(holder)
        seen += [inner for each in seen if not gc.is_tracked(each) for inner in gc.get_referents(each)]
        if any(type(each) is str and words in each for each in seen):
            found.append(holder)
    return found


async def test_after_locking_no_object_holds_a_word(app_at: AppAt, sealed: Store, clock: MovableClock) -> None:
    app = app_at(Place.LOG, sealed)
    marker = "-".join(["zebra", "over", "the", "fence"])
    typed = "-".join(["giraffe", "in", "the", "hall"])
    async with app.run_test(notifications=True) as pilot:
        gc.freeze()  # as the app does at its start
        await unlock(pilot)
        sealed.entries.keep(Entry(at=clock() - timedelta(minutes=1), note=marker))
        app._look()
        app.screen.reload()  # type: ignore[attr-defined]
        await pilot.pause()
        assert marker in shown(pilot)
        app.screen.query_one("#line", Input).value = typed
        await pilot.press("escape", "enter")
        await pilot.pause()
        app.screen.query_one("#note", Input).value = f"{marker} {typed}"
        app.copy_to_clipboard(typed)
        app.notify(typed)
        await pilot.press("tab", "ctrl+p")
        await pilot.pause(0.2)
        assert holds(marker)
        await pilot.press("f2")
        await pilot.pause()
        await pilot.pause(0.2)
        assert app.current_mode == COVERED
        assert isinstance(app.screen, Cover)
        left = [*holds(marker), *holds(typed)]
        assert not left, [(type(each), str(each)[:200]) for each in left]


async def test_reading_on_while_locked_is_not_disturbed_for_nothing(
    app: CompanionApp, sealed: Store, minutes: Minutes
) -> None:
    async with app.run_test() as pilot:
        app.follow(Link("articles", "a-pause-with-a-promise"))
        await pilot.pause()
        minutes.pass_by(app, 20)
        await pilot.pause()
        assert isinstance(app.screen, ArticleScreen)


async def test_what_was_typed_while_locked_is_put_away_too(app: CompanionApp, minutes: Minutes) -> None:
    async with app.run_test() as pilot:
        await pilot.press("5")
        await pilot.pause()
        app.screen.query_one("#line", Input).value = "in the dark"
        minutes.pass_by(app, 5.1)
        await pilot.pause()
        assert text(app).split() == ["Ready."]
