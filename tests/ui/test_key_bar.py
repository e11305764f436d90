"""The keys at the bottom: on a narrow screen on two lines, none of them cut."""

import pytest

from companion.domain.content import Link
from companion.domain.pause import PauseKind
from companion.storage.store import Store
from companion.ui.places import Place
from tests.conftest import AppAt, MovableClock
from tests.screens import lines, text
from tests.ui.pause.hands import running


async def test_before_a_pause_a_narrow_screen_offers_every_key(app_at: AppAt) -> None:
    app = app_at(Place.PAUSE)
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.pause()
        keys = " ".join(lines(app)[-2:])
        words = text(app)
    for key in ("enter Start", "k Kind", "y Copy", "u Until…", "x Not safe", "f1 Help", "^l Hide", "↓ Fields"):
        assert key in keys
    assert "e edit" in words


@pytest.mark.parametrize(("kind", "back"), [(PauseKind.TAKING, "I'm back"), (PauseKind.GIVING, "They're back")])
async def test_in_a_pause_the_way_back_and_the_way_to_safety_are_on_a_narrow_screen(
    app_at: AppAt, store: Store, clock: MovableClock, kind: PauseKind, back: str
) -> None:
    store.pauses.keep(running(clock, kind=kind))
    app = app_at(Place.PAUSE)
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.pause()
        keys = " ".join(lines(app)[-2:])
    for key in (f"enter {back}", "+ ", "x Not safe", "f1 Help", "^l Hide"):
        assert key in keys


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (120, 40)])
async def test_over_an_article_what_leads_on_comes_first_and_nothing_is_cut(
    app_at: AppAt, size: tuple[int, int]
) -> None:
    app = app_at(Place.READ)
    async with app.run_test(size=size) as pilot:
        app.follow(Link("articles", "asking-kindly"))
        await pilot.pause()
        keys = " ".join(line.strip() for line in lines(app)[-2:])
    assert "tab Link  d Do now  n Read next" in keys
    for key in ("/ Find", "f1 Help", "^l Hide"):
        assert key in keys


async def test_under_a_question_only_its_own_keys_are_shown(app_at: AppAt) -> None:
    app = app_at(Place.PAUSE)
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("u")
        await pilot.pause()
        assert lines(app)[-2:] == ["", " enter Take it  esc Close"]
        await pilot.press("escape")
        await pilot.pause()
        assert "enter Start" in lines(app)[-2]


async def test_a_click_on_the_second_line_does_what_stands_there(app_at: AppAt) -> None:
    app = app_at(Place.PAUSE)
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.pause()
        at = lines(app)[-1].index("u Until…")
        await pilot.click("KeyBar", offset=(at + 1, 1))
        await pilot.pause()
        assert app.screen.query("Ask Input") or app.screen.query("Input")
        assert type(app.screen).__name__ == "Ask"
