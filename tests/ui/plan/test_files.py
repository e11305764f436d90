"""Files of worksheets: what is wrong with one is said where one asks, and a new or mended one works at once."""

from pathlib import Path
from shutil import copytree

import pytest
from textual.widgets import Static

from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.app import CompanionApp
from companion.ui.dialogs import Choose
from companion.ui.places import Place
from companion.ui.plan.screen import PlanScreen
from tests.conftest import MovableClock
from tests.screens import text
from tests.ui.plan.hands import SIZES, choose, filled, line, said, settle


@pytest.fixture
def root(tmp_path: Path, sheets_root: Path) -> Path:
    """A library that a writer changes."""
    return Path(copytree(sheets_root, tmp_path / "library"))


def write(root: Path, name: str, words: str) -> None:
    (root / "worksheets" / name).write_text(words, encoding="utf-8")


@SIZES
async def test_a_broken_file_stands_on_top_and_enter_says_what_is_wrong_and_where_it_lies(
    root: Path, store: Store, clock: MovableClock, size: tuple[int, int]
) -> None:
    write(root, "weekly.yaml", "title: Only a title\n")
    write(root, "mine.yaml", "")
    app = CompanionApp(store, Library(root), clock, place=Place.PLAN)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert app.screen.query_one("RowList").chosen.id == "the week"  # type: ignore[attr-defined]
        await pilot.press("home")
        await settle(pilot)
        assert "Files that can't be read" in text(app)
        assert text(app).index("mine.yaml") < text(app).index("weekly.yaml")
        await pilot.press("down", "enter")
        await settle(pilot)
        assert isinstance(app.screen, Choose)
        assert "weekly.yaml: the key “group” is missing" in said(app)
        question = str(app.screen.query_one(".dialog-title", Static).render())
        assert question.endswith(f"It lies in {root / 'worksheets'}")
        assert size == (40, 12) or "Back to the plan" in text(app)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, PlanScreen)


async def test_the_others_can_be_filled_in(root: Path, store: Store, clock: MovableClock) -> None:
    write(root, "weekly.yaml", "title: Only a title\n")
    app = CompanionApp(store, Library(root), clock, place=Place.PLAN)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        choose(app, "letter")
        await pilot.press("enter")
        await settle(pilot)
        line(app, "to").value = "me"
        await pilot.press("ctrl+s", "ctrl+s")
        await settle(pilot)
    assert [each.answers for each in store.worksheets] == [{"to": "me"}]


async def test_a_file_that_is_dropped_in_changed_or_mended_works_without_a_restart(
    root: Path, store: Store, clock: MovableClock
) -> None:
    own = root / "own"
    own.mkdir()
    app = CompanionApp(store, Library(root, own), clock, place=Place.PLAN)
    async with app.run_test(size=(80, 60)) as pilot:
        for words, there in (
            ("title: A walk\ngroup: Own\nwhy: W\nfields: [{id: a, label: Where, kind: line}]\n", "A walk"),
            ("title: A walk\ngroup: Own\nwhy: W\nfields: [{id: a, label: Where, kind: lime}]\n", "walk.yaml"),
            (
                "title: A long walk\ngroup: Own\nwhy: W\nfields: [{id: a, label: Which way, kind: line}]\n",
                "A long walk",
            ),
        ):
            (own / "walk.yaml").write_text(words, encoding="utf-8")
            await pilot.press("1")
            await settle(pilot)
            await pilot.press("7")
            await settle(pilot)
            assert there in text(app)
        choose(app, "walk")
        await pilot.press("enter")
        await settle(pilot)
        assert "Which way" in text(app)


async def test_one_of_ones_own_stands_in_for_a_shipped_one_and_says_so(
    root: Path, store: Store, clock: MovableClock
) -> None:
    own = root / "own"
    own.mkdir()
    words = "title: My letter\ngroup: Own\nwhy: W\nfields: [{id: to, label: To whom, kind: line}]\n"
    (own / "letter.yaml").write_text(words, encoding="utf-8")
    app = CompanionApp(store, Library(root, own), clock, place=Place.PLAN)
    async with app.run_test(size=(80, 60)) as pilot:
        await settle(pilot)
        assert "A letter" not in text(app)
        choose(app, "letter")
        await pilot.pause()
        assert "Your own file stands in for the one that comes with Companion." in said(app)
        (own / "letter.yaml").write_text("title: [", encoding="utf-8")
        await pilot.press("1")
        await settle(pilot)
        await pilot.press("7")
        await settle(pilot)
        assert "A letter" in text(app)
        assert "letter.yaml" in text(app)


@SIZES
async def test_words_of_a_worksheet_that_is_gone_can_be_read_copied_and_deleted(
    root: Path, store: Store, clock: MovableClock, size: tuple[int, int]
) -> None:
    filled(store, clock, "my-own", where="by the lake", when="at six")
    app = CompanionApp(store, Library(root), clock, place=Place.PLAN)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("end")
        await settle(pilot)
        assert "Words of a worksheet that is gone" in said(app)
        assert "Its file is not there any more." in said(app) or size == (40, 12)
        await pilot.press("enter")
        await settle(pilot)
        assert "Change" not in said(app)
        await pilot.press("enter", "y")
        await settle(pilot)
        assert app.clipboard == "# my-own\n\n**where:** by the lake\n\n**when:** at six\n"
        await pilot.press("escape", "d")
        await settle(pilot)
        assert len(store.worksheets) == 0
        await pilot.press("u")
        await settle(pilot)
        assert len(store.worksheets) == 1


async def test_an_answer_whose_field_is_gone_stands_under_its_id(root: Path, store: Store, clock: MovableClock) -> None:
    filled(store, clock, "letter", to="me", before="a word from then")
    app = CompanionApp(store, Library(root), clock, place=Place.PLAN)
    async with app.run_test(size=(80, 40)) as pilot:
        await settle(pilot)
        choose(app, "letter")
        await pilot.press("h", "enter")
        await settle(pilot)
        assert "before a word from then" in said(app)
