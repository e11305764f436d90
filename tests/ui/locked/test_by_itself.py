"""It locks by itself when nobody is there, and only then."""

import msgspec
import pytest
from textual import events
from textual.widgets import Input

from companion.domain.content import Link
from companion.storage.store import Store
from companion.ui import locking
from companion.ui.app import CompanionApp
from companion.ui.places import Place
from companion.ui.read.article import ArticleScreen
from tests.conftest import AppAt, MovableClock
from tests.screens import text
from tests.ui.locked.conftest import NOTE, WORDS, shown, unlock


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
        await pilot.press("1", "b")
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
