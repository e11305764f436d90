"""The cover hides everything at once, and shows nothing until it is taken away."""

import pytest
from textual.widgets import Input

from companion.domain.entry import Entry
from companion.storage.store import Store
from companion.ui.cover import CLEAR, Cover
from companion.ui.places import Place
from tests.conftest import AppAt, MovableClock
from tests.screens import text

PRIVATE = "they threw the red cup"


@pytest.mark.parametrize("before", [(), ("2",), ("5",), ("ctrl+p",), ("f1",), ("b",)])
async def test_the_cover_hides_everything_from_anywhere(
    app_at: AppAt, store: Store, clock: MovableClock, before: tuple[str, ...]
) -> None:
    store.entries.keep(Entry(at=clock(), note=PRIVATE))
    app = app_at()
    async with app.run_test() as pilot:
        await pilot.press(*before)
        await pilot.pause()
        await pilot.press("ctrl+l")
        await pilot.pause()
        assert isinstance(app.screen, Cover)
        assert text(app).split() == ["Ready."]


async def test_the_cover_works_from_a_field_and_gives_it_back_as_it_was(app_at: AppAt) -> None:
    app = app_at(Place.LOG)
    async with app.run_test() as pilot:
        await pilot.pause()
        field = app.screen.query(Input).first()
        field.focus()
        field.value = PRIVATE
        await pilot.press("ctrl+l")
        await pilot.pause()
        assert PRIVATE not in text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert field.value == PRIVATE


@pytest.mark.parametrize("key", ["escape", "f1", "f2", "ctrl+p", "1", "5", "b", "q", "ctrl+c", "tab"])
async def test_under_the_cover_other_keys_show_nothing(app_at: AppAt, key: str) -> None:
    app = app_at()
    async with app.run_test() as pilot:
        await pilot.press("ctrl+l", key)
        await pilot.pause()
        assert text(app).split() == ["Ready."]


async def test_what_was_said_in_passing_is_covered_too(app_at: AppAt) -> None:
    app = app_at()
    async with app.run_test(notifications=True) as pilot:
        app.notify(PRIVATE, timeout=20, markup=False)
        await pilot.pause()
        assert PRIVATE in text(app)
        await pilot.press("ctrl+l")
        app.notify("said later", markup=False)
        await pilot.pause()
        assert text(app).split() == ["Ready."]


async def test_the_cover_key_again_quits(app_at: AppAt) -> None:
    app = app_at()
    async with app.run_test() as pilot:
        await pilot.press("ctrl+l")
        await pilot.pause()
        await pilot.press("ctrl+l")
        await pilot.pause()
        assert app._exit


async def test_the_clear_is_written_before_the_cover_is_drawn(app_at: AppAt, monkeypatch: pytest.MonkeyPatch) -> None:
    app = app_at()
    async with app.run_test() as pilot:
        await pilot.pause()
        written: list[str] = []
        assert app._driver is not None
        monkeypatch.setattr(app._driver, "write", written.append)
        app.action_cover()
        assert written == [CLEAR]
        assert not isinstance(app.screen, Cover) or written
