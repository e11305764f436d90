"""What else a worksheet's file can ask for: several side by side, seals, rest; and the history of all."""

from datetime import timedelta

import pytest

from companion.domain.entry import Entry
from companion.domain.filling import Answers
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.app import CompanionApp
from companion.ui.choice import Choice
from companion.ui.places import Place
from companion.ui.plan.card import CardScreen
from companion.ui.plan.history import HistoryScreen
from companion.ui.plan.screen import PlanScreen
from companion.ui.read.exercise import ExerciseScreen
from tests.conftest import MovableClock
from tests.screens import text
from tests.ui.plan.hands import SIZES, area, box, choose, filled, line, newest, said, settle


async def test_several_stand_side_by_side_under_their_first_field(
    app: CompanionApp, store: Store, clock: MovableClock
) -> None:
    filled(store, clock, "boundary-like", say="No calls after ten")
    async with app.run_test(size=(80, 40)) as pilot:
        await settle(pilot)
        choose(app, "boundary-like")
        await pilot.press("enter")
        await settle(pilot)
        assert line(app, "say").value == ""
        line(app, "say").value = "I leave when it is loud"
        await pilot.press("ctrl+s", "escape")
        await settle(pilot)
        assert "· No calls after ten" in text(app)
        assert "· I leave when it is loud" in text(app)
    assert len(store.worksheets) == 2


async def test_one_of_several_is_changed_in_its_place_deleted_and_brought_back(
    app: CompanionApp, store: Store, clock: MovableClock
) -> None:
    filling = filled(store, clock, "boundary-like", say="No calls after ten", tested="2026-11-20 held")
    clock.move(days=3)
    async with app.run_test(size=(80, 40)) as pilot:
        await settle(pilot)
        choose(app, f"boundary-like/{filling.id}")
        await pilot.press("enter")
        await settle(pilot)
        box(app, "tested").editor.focus()
        await pilot.press("tab", "right", "right", "enter", "ctrl+s", "f3")
        await settle(pilot)
        await pilot.press("y")
        assert app.clipboard == (
            "# A line of mine\n\nNo calls after ten\n- 20 November 2026: held\n- 25 November 2026: partly\n"
        )
        await pilot.press("escape")
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert len(store.worksheets) == 1
        await pilot.press("d")
        await settle(pilot)
        assert len(store.worksheets) == 0
        await pilot.press("u")
        await settle(pilot)
    kept = store.worksheets.get(filling.id)
    assert kept is not None
    assert kept.answers["tested"] == "2026-11-20 held\n2026-11-25 partly"


async def test_a_sealed_filling_shows_its_day_and_nothing_else_until_then(
    app: CompanionApp, store: Store, clock: MovableClock
) -> None:
    filling = filled(store, clock, "letter", to="me", words="secret words", opens="2026-12-01")
    async with app.run_test(size=(80, 40), notifications=True) as pilot:
        await settle(pilot)
        assert "sealed until 1 December" in text(app)
        choose(app, f"letter/{filling.id}")
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, PlanScreen)
        assert "It opens by" in text(app)
        await pilot.press("h")
        await settle(pilot)
        assert isinstance(app.screen, HistoryScreen)
        await pilot.press("enter", "e")
        await settle(pilot)
        assert isinstance(app.screen, HistoryScreen)
        assert "secret" not in text(app)
        await pilot.press("escape")
        await settle(pilot)
        clock.move(days=9)
        app.screen.reload()
        await settle(pilot)
        assert "A letter · can be read today" in text(app)
        choose(app, f"letter/{filling.id}")
        await pilot.press("enter")
        await settle(pilot)
        assert area(app, "words").text == "secret words"


async def test_a_sealed_field_can_not_be_read_or_opened_early_and_stays_as_it_is(
    app: CompanionApp, store: Store, clock: MovableClock
) -> None:
    filled(store, clock, "half-sealed", **{"for": "money", "guess": "secret words", "opens": "2026-12-01"})
    async with app.run_test(size=(80, 40)) as pilot:
        await settle(pilot)
        choose(app, "half-sealed")
        await pilot.press("enter")
        await settle(pilot)
        assert "Sealed until 1 December. It opens by itself." in text(app)
        area(app, "for").text = "money\nroom"
        await pilot.press("ctrl+s", "f3")
        await settle(pilot)
        assert "secret" not in text(app)
        await pilot.press("y")
        assert "secret" not in app.clipboard
    kept = newest(store, "half-sealed")
    assert kept is not None
    assert kept.answers == {"for": "money\nroom", "guess": "secret words", "opens": "2026-12-01"}


@pytest.mark.parametrize(
    ("day", "said_then", "is_sealed"), [("", "Kept, not sealed.", False), ("in 6 weeks", "", True)]
)
async def test_a_letter_without_a_day_asks_for_it_before_it_is_kept(
    app: CompanionApp, store: Store, day: str, said_then: str, is_sealed: bool
) -> None:
    async with app.run_test(size=(80, 40), notifications=True) as pilot:
        await settle(pilot)
        choose(app, "letter")
        await pilot.press("enter")
        await settle(pilot)
        area(app, "words").text = "secret words"
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "Give the day it opens, or it can be read at once." in text(app)
        assert line(app, "opens").has_focus
        assert len(store.worksheets) == 0
        line(app, "opens").value = day
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert said_then in text(app)
        assert "Give the day" not in text(app)
    kept = newest(store, "letter")
    assert kept is not None
    assert ("opens" in kept.answers) is is_sealed


async def test_a_seal_that_is_over_already_is_refused(app: CompanionApp, store: Store) -> None:
    async with app.run_test(size=(80, 40)) as pilot:
        await settle(pilot)
        choose(app, "letter")
        await pilot.press("enter")
        await settle(pilot)
        line(app, "opens").value = "today"
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "Choose one that lies ahead." in text(app)
    assert len(store.worksheets) == 0


@SIZES
async def test_it_rests_for_a_day_after_something_very_strong(
    app: CompanionApp, store: Store, clock: MovableClock, size: tuple[int, int]
) -> None:
    store.entries.keep(Entry(at=clock() - timedelta(hours=4), kind="not-heard", strength=8))
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        choose(app, "half-sealed")
        await pilot.press("enter")
        await settle(pilot)
        assert "Something very strong was noted" in said(app)
        assert "it rests until 16:10 tomorrow" in said(app)
        await pilot.press("ctrl+s", "enter")
        await settle(pilot)
        assert isinstance(app.screen, ExerciseScreen)
    clock.move(hours=20)
    async with CompanionApp(store, Library(app._library._root), clock, place=Place.PLAN).run_test() as pilot:
        await settle(pilot)
        choose(pilot.app, "half-sealed")  # type: ignore[arg-type]
        await pilot.press("enter")
        await settle(pilot)
        assert pilot.app.screen.query("FieldBox")


async def test_what_is_less_strong_closes_nothing(app: CompanionApp, store: Store, clock: MovableClock) -> None:
    store.entries.keep(Entry(at=clock(), kind="not-heard", strength=7))
    async with app.run_test() as pilot:
        await settle(pilot)
        choose(app, "half-sealed")
        await pilot.press("enter")
        await settle(pilot)
        assert area(app, "for").has_focus


async def test_the_history_is_newest_first_each_beside_the_one_before_and_undoes_a_deletion(
    app: CompanionApp, store: Store, clock: MovableClock
) -> None:
    for near in ("6", "4", "9"):
        filled(store, clock, "weekly", heard="often", near=near)
        clock.move(days=7)
    async with app.run_test(size=(80, 40)) as pilot:
        await settle(pilot)
        choose(app, "weekly")
        await pilot.press("h")
        await settle(pilot)
        shown = said(app)
        assert shown.index("Sunday 6 December") < shown.index("Sunday 29 November") < shown.index("Sunday 22 November")
        assert "How near: higher than on 29 November: 4, now 9" in shown
        assert "How near: a bit lower than on 22 November: 6, now 4" in shown
        await pilot.press("d")
        await settle(pilot)
        assert len(store.worksheets) == 2
        await pilot.press("u", "home", "enter")
        await settle(pilot)
        assert isinstance(app.screen, CardScreen)
        assert "higher than on 29 November" in said(app)
    assert len(store.worksheets) == 3


async def test_a_filling_of_another_day_keeps_its_day_when_it_is_changed(
    app: CompanionApp, store: Store, clock: MovableClock
) -> None:
    filling = filled(store, clock, "weekly", near="6")
    clock.move(days=7)
    async with app.run_test(size=(80, 40)) as pilot:
        await settle(pilot)
        choose(app, "weekly")
        await pilot.press("h", "e")
        await settle(pilot)
        box(app, "near").query_one(Choice).value = "5"
        await pilot.press("ctrl+s")
        await settle(pilot)
    kept = store.worksheets.get(filling.id)
    assert kept is not None
    assert (kept.answers, kept.filled_at) == ({"near": "5"}, filling.filled_at)


async def test_a_lasting_worksheet_is_kept_anew_on_another_day_and_changed_on_the_same(
    app: CompanionApp, store: Store, clock: MovableClock
) -> None:
    store.worksheets.keep(Answers(id="half-sealed", answers={"for": "money"}, filled_at=clock()))
    for days, count in ((0, 1), (1, 2), (0, 2)):
        clock.move(days=days)
        async with CompanionApp(store, app._library, clock, place=Place.PLAN).run_test() as pilot:
            await settle(pilot)
            choose(pilot.app, "half-sealed")  # type: ignore[arg-type]
            await pilot.press("enter")
            await settle(pilot)
            area(pilot.app, "for").text += f"\n{days}"  # type: ignore[arg-type]
            await pilot.press("ctrl+s")
            await settle(pilot)
        assert len(store.worksheets) == count
    kept = newest(store, "half-sealed")
    assert kept is not None
    assert kept.answers["for"] == "money\n0\n1\n0"
