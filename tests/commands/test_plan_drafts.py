"""What was begun in the form goes on in `plan fill`, and the other way round: one draft, read as it was meant."""

from pathlib import Path

import pytest
from textual.widgets import Input

from companion.domain.filling import Answers
from companion.domain.unkept import Unkept
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.app import CompanionApp
from companion.ui.field.box import FieldBox
from companion.ui.places import Place
from companion.ui.plan.form import WorksheetForm
from tests.commands.plan_verb import fill, kept, run, sheets, sheets_root
from tests.conftest import MovableClock
from tests.ui.plan.hands import line, open_form, settle

__all__ = ["sheets", "sheets_root"]

CHECK_IN, SEVERAL = "monthly", "boundary-like"


async def typed(folder: Path, sheets: Library, clock: MovableClock, filling: Answers | None, **words: str) -> None:
    """Type into lines of the form, and leave it."""
    store = Store(folder)
    app = CompanionApp(store, sheets, clock, place=Place.PLAN)
    slug = filling.of if filling else CHECK_IN
    async with app.run_test() as pilot:
        await open_form(pilot, sheets.worksheets[slug], store, clock, filling)
        for field, said in words.items():
            line(app, field).value = said
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
    store.close()


async def shown(folder: Path, sheets: Library, clock: MovableClock, filling: Answers | None) -> dict[str, str]:
    """Open the form, and return what stands in its lines."""
    store = Store(folder)
    app = CompanionApp(store, sheets, clock, place=Place.PLAN)
    async with app.run_test() as pilot:
        await open_form(pilot, sheets.worksheets[filling.of if filling else CHECK_IN], store, clock, filling)
        assert isinstance(app.screen, WorksheetForm)
        boxes = [box for box in app.screen.query(FieldBox) if isinstance(box.editor, Input)]
        return {box.field.id: box.typed for box in boxes if box.typed}


async def test_a_check_in_begun_in_the_form_is_ended_by_the_verb(
    tmp_path: Path, sheets: Library, clock: MovableClock
) -> None:
    fill(tmp_path, CHECK_IN, days=30, new="before")
    await typed(tmp_path, sheets, clock, None, new="a walk", who="S, Mum", again="in 3 weeks")
    said = run(tmp_path, "fill", CHECK_IN, typed="\n\n\n").output
    assert "Taken up from" in said
    assert kept(tmp_path, CHECK_IN)[-1].answers.items() >= {"new": "a walk", "who": "S\nMum"}.items()
    assert kept(tmp_path, CHECK_IN)[-1].answers["again"][4] == "-"
    assert kept(tmp_path, CHECK_IN)[0].answers == {"new": "before"}
    assert not list(Store(tmp_path).unkept)


async def test_a_change_begun_in_the_form_is_ended_by_the_verb(
    tmp_path: Path, sheets: Library, clock: MovableClock
) -> None:
    one, other = fill(tmp_path, SEVERAL, say="No calls"), fill(tmp_path, SEVERAL, say="Another")
    await typed(tmp_path, sheets, clock, one, say="No calls after ten")
    assert "Taken up" not in run(tmp_path, "fill", SEVERAL, "--id", other.id[:8], typed="\n\n\n").output
    run(tmp_path, "fill", SEVERAL, "--id", one.id[:8], typed="\n\n\n")
    said = {each.id: each.answers["say"] for each in kept(tmp_path, SEVERAL)}
    assert said == {one.id: "No calls after ten", other.id: "Another"}


@pytest.mark.parametrize("is_changing", [False, True])
async def test_what_the_verb_left_stands_in_the_form(
    tmp_path: Path, sheets: Library, clock: MovableClock, is_changing: bool
) -> None:
    one = fill(tmp_path, SEVERAL, say="No calls") if is_changing else None
    words = ("fill", SEVERAL, "--id", one.id[:8]) if one else ("fill", CHECK_IN)
    assert run(tmp_path, *words, typed="No calls after ten\n").exit_code == 1
    assert await shown(tmp_path, sheets, clock, one) == {"say" if one else "new": "No calls after ten"}


async def test_of_two_windows_the_verb_takes_up_what_was_typed_last(tmp_path: Path, clock: MovableClock) -> None:
    form, store = f"worksheet:{CHECK_IN}", Store(tmp_path)
    store.unkept.keep(Unkept(id=form, written_at=clock(), fields={"new": "first"}))
    clock.move(minutes=1)
    store.unkept.keep(Unkept(id=f"{form}:other", written_at=clock(), fields={"new": "second"}))
    run(tmp_path, "fill", CHECK_IN, typed="\n\n\n")
    assert kept(tmp_path, CHECK_IN)[0].answers == {"new": "second"}
    assert [each.fields for each in Store(tmp_path).unkept] == [{"new": "first"}]


def test_that_a_beginning_waits_is_said_with_how_to_take_it_up(tmp_path: Path, clock: MovableClock) -> None:
    assert "waits" not in run(tmp_path, CHECK_IN).output
    begun = Unkept(id=f"worksheet:{CHECK_IN}", written_at=clock(), fields={"new": "a walk"})
    Store(tmp_path).unkept.keep(begun)
    said = run(tmp_path, CHECK_IN).output
    assert f"A beginning waits. Take it up: companion plan fill {CHECK_IN}" in said
    assert "Nothing is kept" not in said


def test_what_was_typed_and_can_t_be_read_is_asked_for_again(tmp_path: Path, clock: MovableClock) -> None:
    begun = Unkept(id=f"worksheet:{CHECK_IN}", written_at=clock(), fields={"again": "soon"})
    Store(tmp_path).unkept.keep(begun)
    said = run(tmp_path, "fill", CHECK_IN, typed="\n\n\n2099-03-01\n").output
    assert "now: soon" in said
    assert "“soon” is not a day." in said
    assert kept(tmp_path, CHECK_IN)[0].answers == {"again": "2099-03-01"}
