"""Two windows over one folder: nobody's words are written over, and a desk that rests meanwhile keeps nothing."""

from pathlib import Path

import pytest

from companion.domain.entry import Entry
from companion.domain.filling import Answers
from companion.domain.worksheet import fillings
from companion.resources import LIBRARY
from companion.storage.errors import StoreError
from companion.storage.filling import Filling
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.app import CompanionApp
from companion.ui.places import Place
from companion.ui.plan.form import WorksheetForm
from tests.conftest import MovableClock
from tests.ui.plan.hands import area, open_form, said, settle

OUTSIDER = Library(LIBRARY).worksheets["kind-outsider-page"]


def kept(folder: Path) -> list[dict[str, str]]:
    """Return the answers of every filling, the oldest first."""
    return [each.answers for each in reversed(fillings(OUTSIDER, Store(folder).worksheets))]


def window(folder: Path, clock: MovableClock) -> CompanionApp:
    """Return a window over a folder."""
    return CompanionApp(Store(folder), Library(LIBRARY), clock, place=Place.PLAN)


async def test_new_fillings_of_two_windows_are_two_fillings(tmp_path: Path, clock: MovableClock) -> None:
    one, other = window(tmp_path, clock), window(tmp_path, clock)
    async with one.run_test(notifications=True) as first, other.run_test(notifications=True) as second:
        await open_form(first, OUTSIDER, one._store, clock)
        await open_form(second, OUTSIDER, other._store, clock)
        area(one, "told").text = "They were tired."
        area(one, "me").text = "I was tired too."
        area(other, "told").text = "Both were tired."
        await first.press("ctrl+s")
        await settle(first)
        assert "Kept." in said(one)
        clock.move(minutes=1)
        await second.press("ctrl+s")
        await settle(second)
        assert "Kept as a filling of its own" in said(other)
    assert kept(tmp_path) == [{"told": "They were tired.", "me": "I was tired too."}, {"told": "Both were tired."}]
    assert len(Store(tmp_path).unkept) == 0


@pytest.fixture
def begun(tmp_path: Path, clock: MovableClock) -> tuple[Filling, Filling]:
    """One filling that two windows change."""
    filling = Store(tmp_path).worksheets.keep(
        Answers(worksheet=OUTSIDER.slug, answers={"told": "a", "me": "b"}, filled_at=clock())
    )
    one, other = (Filling(OUTSIDER, Store(tmp_path), clock, filling) for _ in range(2))
    clock.move(minutes=1)
    return one, other


def test_different_answers_of_one_filling_join(tmp_path: Path, begun: tuple[Filling, Filling]) -> None:
    one, other = begun
    one.keep({"told": "one"})
    other.keep({"me": ""})
    assert kept(tmp_path) == [{"told": "one"}]
    assert not other.is_beside


def test_the_same_answer_changed_twice_stands_in_two_fillings(
    tmp_path: Path, begun: tuple[Filling, Filling], clock: MovableClock
) -> None:
    one, other = begun
    one.keep({"told": "one"})
    clock.move(minutes=1)
    other.keep({"told": "other"})
    assert other.is_beside
    assert kept(tmp_path) == [{"told": "one", "me": "b"}, {"told": "other", "me": "b"}]
    clock.move(minutes=1)
    other.keep({"told": "other again"})
    assert not other.is_beside
    assert kept(tmp_path) == [{"told": "one", "me": "b"}, {"told": "other again", "me": "b"}]


def test_what_a_window_does_not_show_is_not_written_over_later(
    tmp_path: Path, begun: tuple[Filling, Filling], clock: MovableClock
) -> None:
    one, other = begun
    one.keep({"told": "one"})
    other.keep({"me": "other"})
    other.keep({"told": "over what it does not show"})
    assert other.is_beside
    assert {"told": "one", "me": "other"} in kept(tmp_path)


async def test_a_desk_that_rests_meanwhile_keeps_nothing_and_the_words_wait(
    tmp_path: Path, clock: MovableClock, sheets: Library
) -> None:
    desk = sheets.worksheets["half-sealed"]
    app = window(tmp_path, clock)
    async with app.run_test(notifications=True) as pilot:
        await open_form(pilot, desk, app._store, clock)
        area(app, "for").text = "money"
        Store(tmp_path).entries.keep(Entry(at=clock(), kind="not-heard", strength=8))
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "until 20:10 tomorrow" in said(app)
        assert isinstance(app.screen, WorksheetForm)
        assert area(app, "for").text == "money"
    assert len(Store(tmp_path).worksheets) == 0
    assert next(iter(Store(tmp_path).unkept)).fields == {"for": "money"}


def test_a_verb_that_was_asked_meanwhile_keeps_nothing_either(
    tmp_path: Path, clock: MovableClock, sheets: Library
) -> None:
    filling = Filling(sheets.worksheets["half-sealed"], Store(tmp_path), clock)
    Store(tmp_path).entries.keep(Entry(at=clock(), kind="not-heard", strength=8))
    with pytest.raises(StoreError, match="rests until"):
        filling.keep({"for": "money"})
