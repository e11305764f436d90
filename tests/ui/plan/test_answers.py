"""A worksheet's form: answers of every kind, kept, shown again and taken back."""

from datetime import timedelta

import pytest

from companion.domain.worksheet_uses import pause_defaults
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.choice import Choice
from companion.ui.field.box import FieldBox
from companion.ui.places import Place
from companion.ui.plan.card import CardScreen
from companion.ui.tick_list import TickList
from tests.conftest import AppAt, MovableClock
from tests.screens import text
from tests.ui.plan.hands import AGREEMENT, STRONG, area, box, keep, line, newest, open_form


async def test_ctrl_s_keeps_every_kind_of_field_and_says_so(
    app_at: AppAt, store: Store, library: Library, clock: MovableClock
) -> None:
    app = app_at(Place.PLAN)
    async with app.run_test(notifications=True) as pilot:
        await open_form(pilot, library.worksheets[AGREEMENT], store, clock)
        line(app, "sign").value = "a red card"
        line(app, "length").value = "45"
        line(app, "place").value = "the balcony"
        area(app, "off_limits").text = "shouting\nthe door"
        box(app, "restart").query_one(Choice).value = "either of us"
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "Kept." in text(app)
        assert isinstance(app.screen, CardScreen)
    kept = newest(store, AGREEMENT)
    assert kept is not None
    assert kept.answers == {
        "sign": "a red card",
        "length": "45",
        "place": "the balcony",
        "off_limits": "shouting\nthe door",
        "restart": "either of us",
    }
    assert kept.filled_at == clock()
    usual = pause_defaults(library.worksheets.values(), store.worksheets)
    assert (usual.length, usual.place) == (timedelta(minutes=45), "the balcony")


async def test_answers_kept_before_stand_in_the_form_and_in_the_plan(
    app_at: AppAt, store: Store, library: Library, clock: MovableClock
) -> None:
    said = {"sign": "a red card", "restart": "either of us", "off_limits": "shouting\nthe door"}
    keep(store, clock, AGREEMENT, **said)
    app = app_at(Place.PLAN)
    async with app.run_test(size=(80, 50)) as pilot:
        await open_form(pilot, library.worksheets[AGREEMENT], store, clock)
        shown = text(app)
        assert "a red card" in shown
        assert "[either of us]" in shown
        assert "the door" in shown
        assert {field: box(app, field).answer for field in said} == said


async def test_emptying_a_field_takes_its_answer_back(
    app_at: AppAt, store: Store, library: Library, clock: MovableClock
) -> None:
    keep(store, clock, AGREEMENT, sign="a red card", place="the balcony")
    app = app_at(Place.PLAN)
    async with app.run_test() as pilot:
        await open_form(pilot, library.worksheets[AGREEMENT], store, clock)
        line(app, "sign").value = ""
        await pilot.press("ctrl+s")
    kept = newest(store, AGREEMENT)
    assert kept is not None
    assert kept.answers == {"place": "the balcony"}


async def test_a_scale_and_a_choice_are_chosen_with_the_arrows_and_can_be_taken_back(
    app_at: AppAt, store: Store, clock: MovableClock
) -> None:
    app = app_at(Place.PLAN)
    async with app.run_test() as pilot:
        await open_form(pilot, STRONG, store, clock)
        await pilot.press("right", "right", "tab", "right", "ctrl+s")
        kept = newest(store, "strong")
        assert kept is not None
        assert kept.answers == {"strong": "1", "who": "me"}
        await pilot.press("escape")
        await open_form(pilot, STRONG, store, clock)
        await pilot.press("tab", "left", "ctrl+s")
        kept = newest(store, "strong")
        assert kept is not None
        assert kept.answers == {"strong": "1"}


@pytest.mark.parametrize(("width", "editor"), [(80, Choice), (40, TickList)])
async def test_a_choice_too_long_for_the_width_stands_in_rows(
    app_at: AppAt, store: Store, library: Library, clock: MovableClock, width: int, editor: type
) -> None:
    app = app_at(Place.PLAN)
    async with app.run_test(size=(width, 24)) as pilot:
        await open_form(pilot, library.worksheets[AGREEMENT], store, clock)
        assert isinstance(box(app, "contact").editor, editor)


async def test_rows_of_a_choice_are_kept_and_begin_with_nothing_chosen(
    app_at: AppAt, store: Store, library: Library, clock: MovableClock
) -> None:
    app = app_at(Place.PLAN)
    async with app.run_test(size=(40, 12)) as pilot:
        await open_form(pilot, library.worksheets[AGREEMENT], store, clock)
        box(app, "contact").editor.focus()
        await pilot.pause()
        assert box(app, "contact").answer == ""
        assert "Messages during the pause" in text(app)
        assert "❯ □ none" in text(app)
        await pilot.press("space", "down", "space", "up", "space", "ctrl+s")
        await pilot.pause()
    kept = newest(store, AGREEMENT)
    assert kept is not None
    assert kept.answers == {"contact": "none"}


async def test_the_row_that_was_chosen_is_in_sight_at_once(
    app_at: AppAt, store: Store, library: Library, clock: MovableClock
) -> None:
    sheet = library.worksheets[AGREEMENT]
    last = sheet.field("contact").choices[-1]
    keep(store, clock, AGREEMENT, contact=last)
    app = app_at(Place.PLAN)
    async with app.run_test(size=(40, 12)) as pilot:
        await open_form(pilot, sheet, store, clock)
        box(app, "contact").editor.focus()
        await pilot.pause()
        assert f"❯ ■ {last.split()[0]}" in text(app)


async def test_what_another_process_answered_meanwhile_stays(
    app_at: AppAt, store: Store, library: Library, clock: MovableClock
) -> None:
    app = app_at(Place.PLAN)
    async with app.run_test() as pilot:
        await open_form(pilot, library.worksheets[AGREEMENT], store, clock)
        keep(store, clock, AGREEMENT, place="the balcony", of_a_later_version="yes")
        clock.move(minutes=1)
        line(app, "sign").value = "a red card"
        await pilot.press("ctrl+s")
    kept = newest(store, AGREEMENT)
    assert kept is not None
    assert kept.answers == {"place": "the balcony", "of_a_later_version": "yes", "sign": "a red card"}


async def test_a_length_nobody_can_read_is_said_beside_it_when_it_is_left(
    app_at: AppAt, store: Store, library: Library, clock: MovableClock
) -> None:
    app = app_at(Place.PLAN)
    async with app.run_test() as pilot:
        await open_form(pilot, library.worksheets[AGREEMENT], store, clock)
        line(app, "length").focus()
        line(app, "length").value = "a while"
        await pilot.pause()
        assert "is not a length" not in text(app)
        await pilot.press("tab")
        await pilot.pause()
        assert "“a while” is not a length" in text(app)
        line(app, "length").value = "30"
        await pilot.pause()
        assert "is not a length" not in text(app)


async def test_ctrl_s_goes_to_what_does_not_fit_and_keeps_nothing(
    app_at: AppAt, store: Store, library: Library, clock: MovableClock
) -> None:
    app = app_at(Place.PLAN)
    async with app.run_test(size=(40, 12)) as pilot:
        await open_form(pilot, library.worksheets[AGREEMENT], store, clock)
        line(app, "length").value = "a while"
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert app.focused is line(app, "length")
        assert "“a while” is not a length" in " ".join(text(app).split())
    assert newest(store, AGREEMENT) is None


async def test_enter_in_a_line_goes_on_to_the_next_field(
    app_at: AppAt, store: Store, library: Library, clock: MovableClock
) -> None:
    app = app_at(Place.PLAN)
    async with app.run_test() as pilot:
        await open_form(pilot, library.worksheets[AGREEMENT], store, clock)
        await pilot.press("enter")
        assert app.focused is line(app, "text_sign")
        await pilot.press("tab")
        assert app.focused is line(app, "length")


@pytest.mark.parametrize("size", [(40, 12), (80, 24)])
async def test_the_label_of_the_field_one_is_in_is_on_the_screen(
    app_at: AppAt, store: Store, library: Library, clock: MovableClock, size: tuple[int, int]
) -> None:
    app = app_at(Place.PLAN)
    async with app.run_test(size=size) as pilot:
        await open_form(pilot, library.worksheets[AGREEMENT], store, clock)
        for each in (*app.screen.query(FieldBox), *reversed(list(app.screen.query(FieldBox)))):
            each.editor.focus()
            await pilot.pause()
            await pilot.pause()
            assert each.field.label in text(app)
