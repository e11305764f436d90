"""What is made ahead: in pieces, beside the keys."""

from collections.abc import Iterator
from time import monotonic

import pytest

from companion.resources import STYLES
from companion.ui.places import Place
from tests.conftest import AppAt


def numbers(seen: list[int]) -> Iterator[int]:
    for number in range(200_000):
        seen.append(number)
        yield number


async def test_it_is_made_a_piece_at_a_time_and_stops_when_it_is_dropped(app_at: AppAt) -> None:
    seen: list[int] = []
    app = app_at()
    async with app.run_test() as pilot:
        app.ahead.begin(numbers(seen))
        until = monotonic() + 20
        while not seen and monotonic() < until:
            await pilot.pause(0.01)
        app.ahead.drop()
        made = len(seen)
        await pilot.pause(0.1)
    assert 0 < made < 200_000
    assert len(seen) == made


async def test_the_sheets_of_all_places_are_there_before_the_first_visit(
    app_at: AppAt, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("companion.ui.app._WARM_AFTER", 0.01)
    app = app_at()
    wanted = [str(STYLES / f"{name}.tcss") for name in ("shared", *Place)]
    async with app.run_test() as pilot:
        until = monotonic() + 20
        while not all(map(app.stylesheet.has_source, wanted)) and monotonic() < until:
            await pilot.pause(0.02)
    assert all(map(app.stylesheet.has_source, wanted))
    assert app.current_mode == Place.NOW


async def test_a_first_visit_styles_nothing_anew_that_is_shown_already(
    app_at: AppAt, monkeypatch: pytest.MonkeyPatch
) -> None:
    styled: list[bool] = []
    app = app_at()
    async with app.run_test() as pilot:
        monkeypatch.setattr(app, "refresh_css", lambda animate=True: styled.append(animate))
        await pilot.press("5")
        await pilot.pause()
        assert app.current_mode == Place.LOG
    assert not styled
