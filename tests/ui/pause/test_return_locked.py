"""Coming back while what was written is locked: the steps run, and what they leave lies beside what was there."""

from pathlib import Path

from textual.widgets import Input

from companion.storage.store import Store
from companion.ui.places import Place
from tests.conftest import AppAt, MovableClock
from tests.fake_wrapping import FakeWrapping
from tests.screens import text
from tests.ui.pause.hands import running

PASSPHRASE = "four plain words here"


async def test_what_the_steps_leave_while_locked_lies_beside_what_was_there(
    tmp_path: Path, app_at: AppAt, clock: MovableClock
) -> None:
    plain = Store(tmp_path / "data", wrapping=FakeWrapping(), clock=clock)
    plain.pauses.keep(running(clock, topic="the wet dog", thoughts=("the boathouse",), strength_before=7))
    plain.set_passphrase(plain.new_key(PASSPHRASE))
    plain.close()
    sealed = Store(tmp_path / "data", wrapping=FakeWrapping(), clock=clock)
    app = app_at(Place.PAUSE, sealed)
    seen = []
    async with app.run_test() as pilot:
        clock.move(minutes=20)
        for _ in range(6):
            await pilot.press("enter")
            await pilot.pause()
            seen.append(text(app))
        app.screen.query_one("#will", Input).value = "ask first"
        await pilot.pause()
        seen.append(text(app))
    sealed.unlock(sealed.open_key(PASSPHRASE))
    (pause,) = sealed.pauses
    assert "One next step" in seen[-1]
    assert not any("dog" in screen or "boathouse" in screen for screen in seen)
    assert (pause.topic, pause.thoughts, pause.strength_before) == ("the wet dog", ("the boathouse",), 7)
    assert (pause.next_step, pause.outcome) == ("I ask first", "kept")
    sealed.close()


async def test_what_a_pause_begun_anew_while_locked_could_not_take_along_is_offered_on_the_next_return(
    tmp_path: Path, app_at: AppAt, clock: MovableClock
) -> None:
    plain = Store(tmp_path / "data", wrapping=FakeWrapping(), clock=clock)
    plain.pauses.keep(running(clock, topic="the wet dog", thoughts=("the boathouse",), told_at=clock()))
    plain.set_passphrase(plain.new_key(PASSPHRASE))
    plain.close()
    sealed = Store(tmp_path / "data", wrapping=FakeWrapping(), clock=clock)
    app = app_at(Place.PAUSE, sealed)
    async with app.run_test() as pilot:
        clock.move(minutes=20)
        for key in ("enter", "enter", "r"):  # back, not ready, book it
            await pilot.press(key)
            await pilot.pause()
        clock.move(minutes=20)
        await pilot.press("enter", "enter", "enter")
        await pilot.pause()
        assert "Say it" in text(app)
        sealed.unlock(sealed.open_key(PASSPHRASE))
        app._look()
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert "the wet dog" in text(app)
        await pilot.press("down", "enter")
        await pilot.pause()
    second = max(sealed.pauses, key=lambda pause: pause.started_at)
    assert (second.topic, second.thoughts) == ("the boathouse", ("the wet dog",))
    sealed.close()
