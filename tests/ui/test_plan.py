"""Plan: the worksheets, the one form that runs them, and the card."""

from datetime import timedelta

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from companion.domain.worksheet import Answers, Field, FieldKind, Worksheet, pause_defaults
from companion.storage.collection import Collection
from companion.storage.errors import NotKept
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.app import CompanionApp
from companion.ui.choice import Choice
from companion.ui.dialogs import Choose
from companion.ui.places import Place
from companion.ui.plan.card import CardScreen
from companion.ui.plan.editors import ChoiceRows
from companion.ui.plan.field_box import FieldBox
from companion.ui.plan.form import WorksheetForm
from companion.ui.plan.screen import PlanScreen
from companion.ui.row_list import RowList
from tests.conftest import HOSTILE, AppAt, MovableClock
from tests.screens import text

AGREEMENT = "our-pause-agreement"
CALMS = "what-calms-me"
STRONG = Worksheet(
    slug="strong",
    title="How strong",
    group="For a pause",
    why="Why.",
    fields=(
        Field(id="strong", label="How strong", kind=FieldKind.SCALE),
        Field(id="who", label="Who", kind=FieldKind.CHOICE, choices=("me", "both of us")),
    ),
)


def box(app: CompanionApp, field: str) -> FieldBox:
    return next(box for box in app.screen.query(FieldBox) if box.field.id == field)


def line(app: CompanionApp, field: str) -> Input:
    return box(app, field).query_one(Input)


def area(app: CompanionApp, field: str) -> TextArea:
    return box(app, field).query_one(TextArea)


async def open_form(pilot: Pilot[None], worksheet: Worksheet, store: Store, clock: MovableClock) -> None:
    await pilot.pause()
    pilot.app.push_screen(WorksheetForm(worksheet, store, clock))
    await pilot.pause()
    await pilot.pause()


def keep(store: Store, clock: MovableClock, slug: str, **said: str) -> None:
    store.worksheets.keep(Answers(id=slug, answers=said, filled_at=clock()))


def fail(*_: object) -> None:
    raise NotKept("Not kept: the disk is full. Free some space, then try again.")


# -- the place


async def test_worksheets_stand_in_groups_with_their_why(app_at: AppAt) -> None:
    app = app_at(Place.PLAN)
    async with app.run_test() as pilot:
        await pilot.pause()
        shown = text(app)
    assert "For a pause" in shown
    assert "What calms me" in shown
    assert "Write it now, while you are calm." in " ".join(shown.split())
    assert shown.count("empty") == 2


@pytest.mark.parametrize(
    ("days", "said"), [(0, "filled in today"), (1, "filled in yesterday"), (20, "filled in 22 Nov")]
)
async def test_a_filled_in_worksheet_says_when(
    app_at: AppAt, store: Store, clock: MovableClock, days: int, said: str
) -> None:
    keep(store, clock, CALMS, body="a walk")
    clock.move(days=days)
    app = app_at(Place.PLAN)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert said in text(app)


async def test_a_worksheet_from_another_year_says_which(app_at: AppAt, store: Store, clock: MovableClock) -> None:
    keep(store, clock, CALMS, body="a walk")
    clock.move(days=100)
    app = app_at(Place.PLAN)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "filled in 22 November 2026" in text(app)


async def test_enter_opens_a_worksheet_in_its_first_field(app_at: AppAt) -> None:
    app = app_at(Place.PLAN)
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, WorksheetForm)
        assert app.focused is line(app, "sign")
        assert "Our pause agreement" in text(app)


# -- keeping


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
        assert isinstance(app.screen, WorksheetForm)
    kept = store.worksheets.get(AGREEMENT)
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
    kept = store.worksheets.get(AGREEMENT)
    assert kept is not None
    assert kept.answers == {"place": "the balcony"}


async def test_a_scale_and_a_choice_are_chosen_with_the_arrows_and_can_be_taken_back(
    app_at: AppAt, store: Store, clock: MovableClock
) -> None:
    app = app_at(Place.PLAN)
    async with app.run_test() as pilot:
        await open_form(pilot, STRONG, store, clock)
        await pilot.press("right", "right", "tab", "right", "ctrl+s")
        kept = store.worksheets.get("strong")
        assert kept is not None
        assert kept.answers == {"strong": "1", "who": "me"}
        await pilot.press("left", "ctrl+s")
        kept = store.worksheets.get("strong")
        assert kept is not None
        assert kept.answers == {"strong": "1"}


@pytest.mark.parametrize(("width", "editor"), [(80, Choice), (40, ChoiceRows)])
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
        assert "❯ not chosen yet" in text(app)
        await pilot.press("down", "ctrl+s")
        await pilot.pause()
    kept = store.worksheets.get(AGREEMENT)
    assert kept is not None
    assert kept.answers == {"contact": "none"}


async def test_what_another_process_answered_meanwhile_stays(
    app_at: AppAt, store: Store, library: Library, clock: MovableClock
) -> None:
    app = app_at(Place.PLAN)
    async with app.run_test() as pilot:
        await open_form(pilot, library.worksheets[AGREEMENT], store, clock)
        keep(store, clock, AGREEMENT, place="the balcony", of_a_later_version="yes")
        line(app, "sign").value = "a red card"
        await pilot.press("ctrl+s")
    kept = store.worksheets.get(AGREEMENT)
    assert kept is not None
    assert kept.answers == {"place": "the balcony", "of_a_later_version": "yes", "sign": "a red card"}


# -- what does not fit


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
    assert store.worksheets.get(AGREEMENT) is None


# -- going back


async def test_esc_without_a_change_writes_nothing(
    app_at: AppAt, store: Store, library: Library, clock: MovableClock
) -> None:
    app = app_at(Place.PLAN)
    async with app.run_test() as pilot:
        await open_form(pilot, library.worksheets[CALMS], store, clock)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, PlanScreen)
    assert len(store.worksheets) == 0


async def test_esc_keeps_what_was_changed(app_at: AppAt, store: Store, library: Library, clock: MovableClock) -> None:
    app = app_at(Place.PLAN)
    async with app.run_test() as pilot:
        await open_form(pilot, library.worksheets[CALMS], store, clock)
        area(app, "body").text = "a walk"
        await pilot.press("escape")
        await pilot.pause()
        await pilot.pause()
        assert isinstance(app.screen, PlanScreen)
        assert "filled in today" in text(app)
    kept = store.worksheets.get(CALMS)
    assert kept is not None
    assert kept.answers == {"body": "a walk"}


@pytest.mark.parametrize(
    ("answer", "leaves", "kept"),
    [("keep", True, {"length": "a while"}), ("drop", True, None), ("stay", False, None)],
)
async def test_esc_asks_what_to_do_with_an_answer_that_does_not_fit(
    app_at: AppAt,
    store: Store,
    library: Library,
    clock: MovableClock,
    answer: str,
    leaves: bool,
    kept: dict[str, str] | None,
) -> None:
    app = app_at(Place.PLAN)
    async with app.run_test() as pilot:
        await open_form(pilot, library.worksheets[AGREEMENT], store, clock)
        line(app, "length").value = "a while"
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, Choose)
        for words in ("Keep it", "Throw it away", "Go on writing"):
            assert words in text(app)
        rows = app.screen.query_one(RowList)
        rows.cursor = next(at for at, row in enumerate(rows._rows) if row.id == answer)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, PlanScreen) is leaves
        if not leaves:
            assert line(app, "length").value == "a while"
    found = store.worksheets.get(AGREEMENT)
    assert (found and found.answers) == kept


async def test_words_stay_in_the_form_when_the_disk_fails(
    app_at: AppAt, store: Store, library: Library, clock: MovableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = app_at(Place.PLAN)
    async with app.run_test(notifications=True) as pilot:
        await open_form(pilot, library.worksheets[CALMS], store, clock)
        area(app, "body").text = "a walk"
        with monkeypatch.context() as patch:
            patch.setattr(Collection, "keep", fail)
            await pilot.press("ctrl+s")
            await pilot.pause()
            assert "the disk is full" in text(app)
            assert area(app, "body").text == "a walk"
            await pilot.press("escape")
            await pilot.pause()
            assert isinstance(app.screen, Choose)
            await pilot.press("escape")
            await pilot.pause()
        assert area(app, "body").text == "a walk"
        await pilot.press("ctrl+s")
    kept = store.worksheets.get(CALMS)
    assert kept is not None
    assert kept.answers == {"body": "a walk"}


# -- moving and looking


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


async def test_f3_shows_the_card_and_y_copies_it_as_markdown(
    app_at: AppAt, store: Store, library: Library, clock: MovableClock
) -> None:
    app = app_at(Place.PLAN)
    async with app.run_test() as pilot:
        await open_form(pilot, library.worksheets[AGREEMENT], store, clock)
        line(app, "sign").value = "a red card"
        await pilot.press("f3")
        await pilot.pause()
        assert isinstance(app.screen, CardScreen)
        assert "Our word or sign" in text(app)
        assert "a red card" in text(app)
        assert "Usual length" not in text(app)
        await pilot.press("y")
        assert app.clipboard == "# Our pause agreement\n\n**Our word or sign:** a red card\n"
        await pilot.press("escape")
        await pilot.pause()
        assert line(app, "sign").value == "a red card"


async def test_an_empty_card_says_what_will_stand_there(
    app_at: AppAt, store: Store, library: Library, clock: MovableClock
) -> None:
    app = app_at(Place.PLAN)
    async with app.run_test(size=(40, 12)) as pilot:
        await open_form(pilot, library.worksheets[CALMS], store, clock)
        await pilot.press("f3")
        await pilot.pause()
        assert "Nothing is filled in yet." in text(app)


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40)])
async def test_hostile_words_are_shown_as_they_were_typed_and_kept_to_the_letter(
    app_at: AppAt, store: Store, library: Library, clock: MovableClock, size: tuple[int, int]
) -> None:
    keep(store, clock, AGREEMENT, sign=HOSTILE, off_limits=f"{HOSTILE}\nsecond")
    app = app_at(Place.PLAN)
    async with app.run_test(size=size) as pilot:
        await open_form(pilot, library.worksheets[AGREEMENT], store, clock)
        assert "[/b] and [red] $x {place}" in text(app)
        area(app, "off_limits").focus()
        await pilot.pause()
        await pilot.pause()
        assert "I felt [/b] and [red] $x" in text(app)
        assert "\x1b" not in text(app)
        line(app, "place").value = "the balcony"
        await pilot.press("f3")
        await pilot.pause()
        assert "I felt [/b] and [red] $x {place}" in " ".join(text(app).split())
        assert "\x1b" not in text(app)
        await pilot.press("escape", "ctrl+s")
    kept = store.worksheets.get(AGREEMENT)
    assert kept is not None
    assert kept.answers == {"sign": HOSTILE, "off_limits": f"{HOSTILE}\nsecond", "place": "the balcony"}
