"""Settings: each is changed with enter, at once, and says what it is."""

import pytest

from companion.domain.settings import Motion, Notice
from companion.storage.store import Store
from companion.ui.settings import parse_seconds
from tests.conftest import AppAt
from tests.screens import text


async def test_every_setting_can_be_changed(app_at: AppAt, store: Store) -> None:
    app = app_at()
    async with app.run_test() as pilot:
        app.show(app._screens.settings())
        await pilot.pause()
        await pilot.press("enter")
        await pilot.press("down", "enter", "down", "enter")
        await pilot.press("down", "enter", "down", "down", "enter")
        await pilot.press("down", "enter", *["backspace"] * 2, *"off", "enter")
        await pilot.pause()
        shown = text(app)
    settings = store.settings
    assert (settings.bell, settings.notice, settings.motion) == (False, Notice.TERMINAL, Motion.TEXT)
    assert settings.clear_clipboard is None
    assert "by the terminal" in shown
    assert "words only" in shown


@pytest.mark.parametrize("typed", ["0", "-1", "soon", "", "9" * 30, "½"])
def test_what_is_no_number_of_seconds_gets_a_sentence(typed: str) -> None:
    with pytest.raises(ValueError, match="number of seconds"):
        parse_seconds(typed)


def test_seconds_are_read_as_people_type_them() -> None:
    assert [parse_seconds(typed) for typed in ("60", " 30 seconds", "5s", "OFF")] == [60, 30, 5, None]
