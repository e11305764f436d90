"""Settings: each is changed with enter, at once, and says what it is."""

from datetime import timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from companion.domain.entry import Entry
from companion.domain.settings import Motion, Notice, Settings
from companion.storage.store import Store
from companion.ui.app import CompanionApp
from companion.ui.row_list import RowList
from companion.ui.settings import parse_seconds
from tests.conftest import AppAt, MovableClock
from tests.screens import text


async def test_every_setting_can_be_changed(app_at: AppAt, store: Store) -> None:
    app = app_at()
    async with app.run_test(size=(80, 40)) as pilot:
        for name, keys in (
            ("bell", ()),
            ("notice", ("down", "enter")),
            ("motion", ("down", "down", "enter")),
            ("clear_clipboard", (*["backspace"] * 2, *"off", "enter")),
        ):
            await go_to(app, pilot, name)
            await pilot.press("enter", *keys)
        await pilot.pause()
        shown = text(app)
    settings = store.settings
    assert (settings.bell, settings.notice, settings.motion) == (False, Notice.TERMINAL, Motion.TEXT)
    assert settings.clear_clipboard is None
    assert "by the terminal" in shown
    assert [line.split()[-1] for line in shown.splitlines() if "Reduce motion" in line] == ["on"]


@pytest.mark.parametrize("settings", [
    Settings(), Settings(theme="nord", high_contrast=True, motion=Motion.REDUCED, large_digits=False, bell=False),
])  # fmt: skip
def test_settings_are_read_as_they_were_kept(tmp_path: Path, settings: Settings) -> None:
    Store(tmp_path).keep_settings(settings)
    assert Store(tmp_path).settings == settings


@pytest.mark.parametrize(
    "name", ["show_names", "nudge_day", "nudge_row", "nudge_afraid", "nudge_only_hard", "cooled", "hard_days_again",
             "nights_quiet", "bell", "high_contrast", "large_digits"],
)  # fmt: skip
async def test_every_switch_is_turned_with_enter(app_at: AppAt, store: Store, name: str) -> None:
    app, before = app_at(), getattr(store.settings, name)
    async with app.run_test() as pilot:
        await go_to(app, pilot, name)
        await pilot.press("enter")
        assert getattr(store.settings, name) is not before
        await pilot.press("enter")
        assert getattr(store.settings, name) is before


async def test_words_fade_only_after_a_plain_warning(app_at: AppAt, store: Store, clock: MovableClock) -> None:
    store.entries.keep(Entry(at=clock() - timedelta(days=91), note="red kettle", strength=7))
    app = app_at()
    async with app.run_test(size=(80, 30)) as pilot:
        await go_to(app, pilot, "fade_after")
        for answer in ("enter", "up"):  # “Not now” is stood on; the row above lets them fade
            await pilot.press("enter", *["backspace"] * 5, *"90", "enter")
            await pilot.pause()
            said = str(app.screen.query_one(".dialog-title", Static).render())
            assert "It can't be undone." in said
            assert "Backups hold the words for up to 14 days more." in said
            await pilot.press(answer)
            if answer == "enter":
                assert (store.settings.fade_after, [entry.note for entry in store.entries]) == (None, ["red kettle"])
        await pilot.press("enter")
        await pilot.pause()
        assert "after 90 days" in text(app)
        assert [(entry.note, entry.strength) for entry in store.entries] == [("", 7)]
        await pilot.press("enter", *["backspace"] * 5, *"never", "enter")
        await pilot.pause()
    assert store.settings.fade_after is None


async def go_to(app: CompanionApp, pilot: Pilot[None], name: str) -> None:
    """Open the settings, and stand on the one of that name."""
    app.show(app._screens.settings())
    await pilot.pause()
    rows = app.screen.query_one(RowList)
    rows.cursor = next(number for number, row in enumerate(rows._rows) if row.id == name)


@pytest.mark.parametrize("typed", ["0", "-1", "soon", "", "9" * 30, "½"])
def test_what_is_no_number_of_seconds_gets_a_sentence(typed: str) -> None:
    with pytest.raises(ValueError, match="number of seconds"):
        parse_seconds(typed)


def test_seconds_are_read_as_people_type_them() -> None:
    assert [parse_seconds(typed) for typed in ("60", " 30 seconds", "5s", "OFF")] == [60, 30, 5, None]
