"""Own articles on the shelf: beside the shipped ones, seen without a restart, and no file breaks it."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from textual.pilot import Pilot

from companion.domain.content import Link
from companion.domain.reading import Reading
from companion.resources import LIBRARY
from companion.storage.library import Library
from companion.storage.opened_files import OpenedFiles
from companion.storage.own_articles import OwnArticles
from companion.storage.store import Store
from companion.ui.app import CompanionApp
from companion.ui.dialogs import Choose
from companion.ui.places import Place
from companion.ui.read.article import ArticleScreen
from companion.ui.read.own_rows import OWN, UNSEALED, OwnRows
from companion.ui.read.screen import ReadScreen
from tests.conftest import AppAt, MovableClock
from tests.screens import lines, text


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "articles").mkdir()
    return tmp_path / "articles"


@pytest.fixture
def library(folder: Path) -> Library:
    return Library(LIBRARY, own_articles=folder)


async def looked(app: CompanionApp, pilot: Pilot[None]) -> None:
    """Let the shelf look at the folder, as it does when it is shown and every two seconds."""
    await pilot.pause()
    assert isinstance(app.screen, ReadScreen)
    app.screen._look_for_own()
    await app.workers.wait_for_complete()
    await pilot.pause()


async def at_the_end(app: CompanionApp, pilot: Pilot[None]) -> None:
    await looked(app, pilot)
    await pilot.press("end")
    await pilot.pause()


async def test_without_any_nothing_is_said_of_them(app_at: AppAt) -> None:
    app = app_at(Place.READ)
    async with app.run_test(size=(80, 100)) as pilot:
        await looked(app, pilot)
        assert OWN not in text(app)


async def test_they_stand_at_the_end_with_folder_and_minutes_and_what_they_are_about(
    app_at: AppAt, folder: Path
) -> None:
    (folder / "garden").mkdir()
    (folder / "garden/roses.md").write_text("# Roses [red]\n\nThey need *sun*.", encoding="utf-8")
    (folder / "shop.md").write_text("Seeds.", encoding="utf-8")
    app = app_at(Place.READ)
    async with app.run_test() as pilot:
        await at_the_end(app, pilot)
        shown = lines(app)
    heading = next(number for number, line in enumerate(shown) if line.strip().startswith(OWN))
    assert "Shop" in shown[heading + 1]
    assert "❯ Roses [red]" in shown[heading + 2] and "garden · 1 min" in shown[heading + 2]
    assert "They need sun." in "\n".join(shown)


async def test_one_opens_keeps_its_place_and_is_marked_when_read(
    app_at: AppAt, folder: Path, store: Store, clock: MovableClock
) -> None:
    (folder / "a note.md").write_text("---\ndo: pause\n---\nHello [there](b.md).", encoding="utf-8")
    app = app_at(Place.READ)
    async with app.run_test() as pilot:
        await at_the_end(app, pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, ArticleScreen)
        assert "A note" in text(app) and "Hello there" in text(app) and "Take a pause" in text(app)
        clock.move(minutes=2)
        await pilot.press("escape")
        await pilot.pause()
        assert "A note ✓" in text(app)
    assert store.reading.get("own/a note")


async def test_what_is_dropped_in_changed_or_taken_away_is_seen_without_a_restart(app_at: AppAt, folder: Path) -> None:
    app = app_at(Place.READ)
    async with app.run_test() as pilot:
        (folder / "one.md").write_text("# First", encoding="utf-8")
        await at_the_end(app, pilot)
        assert "❯ First" in text(app)
        (folder / "one.md").write_text("# Second title", encoding="utf-8")
        await looked(app, pilot)
        assert "❯ Second title" in text(app)
        (folder / "one.md").unlink()
        await looked(app, pilot)
        assert OWN not in text(app)


async def test_what_could_not_be_read_is_a_row_that_names_each_file(app_at: AppAt, folder: Path) -> None:
    (folder / "picture.md").write_bytes(b"a\0b")
    (folder / "caf\u202e\x1b[31mé.md").write_bytes(b"\xe9")
    (folder / "good.md").write_text("# Good", encoding="utf-8")
    app = app_at(Place.READ)
    async with app.run_test() as pilot:
        await at_the_end(app, pilot)
        assert "❯ Something is wrong with 2 files" in text(app)
        assert "Good" in text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, Choose)
        shown = text(app)
        assert "picture.md" in shown and "it is no text" in shown and "Read as Windows-1252" in shown
        assert "\u202e" not in shown and "\x1b" not in shown
        await pilot.press("enter")
        assert isinstance(app.screen, ReadScreen)


async def test_titles_and_names_steer_nothing(app_at: AppAt, folder: Path) -> None:
    (folder / "x.md").write_text('---\ntitle: "A\\e[31m \u202eB"\n---\n\x1b]0;owned\x07 words', encoding="utf-8")
    app = app_at(Place.READ)
    async with app.run_test() as pilot:
        await at_the_end(app, pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert not {"\x1b", "\x07", "\u202e"} & {*text(app)}


@pytest.mark.parametrize(
    "target", ["gone.md", "../articles/nope.md", "/exercises/nope", "/pages/nope", "/worksheets/x"]
)
async def test_a_link_that_leads_nowhere_is_said_and_breaks_nothing(app_at: AppAt, folder: Path, target: str) -> None:
    (folder / "a.md").write_text(f"# A\n\nSee [that]({target}).", encoding="utf-8")
    app = app_at(Place.READ)
    async with app.run_test() as pilot:
        await at_the_end(app, pilot)
        await pilot.press("enter", "tab", "enter")
        await pilot.pause()
        assert isinstance(app.screen, ArticleScreen)
        assert any("it is not there" in each.message for each in app._notifications)


async def test_one_that_vanished_is_said(app_at: AppAt, folder: Path) -> None:
    (folder / "a.md").write_text("# A", encoding="utf-8")
    app = app_at(Place.READ)
    async with app.run_test() as pilot:
        await at_the_end(app, pilot)
        (folder / "a.md").unlink()
        app.follow(Link("own", "a"))
        await pilot.pause()
        assert isinstance(app.screen, ReadScreen)
        assert [each.message for each in app._notifications] == ["own/a: it is not there"]


HARD = {
    "a long line": "word " * 20_000,
    "one long word": "x" * 100_000,
    "quotes in quotes": "> " * 1000 + "x",
    "lists in lists": "\n".join("  " * depth + "- a" for depth in range(1000)),
    "brackets": "[" * 20_000,
    "emphasis": "*a **b " * 5000,
    "backticks": " ".join("`" * (1 + number % 50) for number in range(5000)),
    "five megabytes of lines": "a line of words\n\n" * 300_000,
    "five megabytes of a list": "- an item of words\n" * 260_000,
    "five megabytes of code": "```\n" + "code\n" * 1_000_000,
}


@pytest.mark.parametrize("what", HARD)
async def test_a_hard_text_is_shown(app_at: AppAt, folder: Path, what: str) -> None:
    (folder / "hard.md").write_text(f"# Hard\n\n{HARD[what]}", encoding="utf-8")
    app = app_at(Place.READ)
    async with app.run_test() as pilot:
        await at_the_end(app, pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, ArticleScreen)
        assert "Hard" in text(app)


async def test_a_file_from_the_shell_is_shown_first_leads_to_its_neighbours_and_leaves_no_trace(
    store: Store, clock: MovableClock, tmp_path: Path
) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "secret.md").write_text("# Secret", encoding="utf-8")
    (tmp_path / "sub/first.md").write_text("# First\n\n[on](on.md) [out](../secret.md)", encoding="utf-8")
    (tmp_path / "sub/on.md").write_text("# Further on", encoding="utf-8")
    library = Library(LIBRARY)
    library.opened = OpenedFiles(tmp_path / "sub/first.md")
    app = CompanionApp(store, library, clock, first=Link("file"))
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "First" in text(app) and "(../secret.md)" in text(app)
        await pilot.press("tab", "enter")
        await pilot.pause()
        assert "Further on" in text(app)
        await pilot.press("escape")
        await pilot.pause()
        assert "First" in text(app)
        await pilot.press("escape")
        await pilot.pause()
        assert not app.is_running
    assert not list(store.reading)


async def test_from_a_place_the_finder_leads_back_to_the_file_from_the_shell(
    store: Store, clock: MovableClock, tmp_path: Path
) -> None:
    (tmp_path / "first.md").write_text("# First\n\nsome words", encoding="utf-8")
    library = Library(LIBRARY)
    library.opened = OpenedFiles(tmp_path / "first.md")
    app = CompanionApp(store, library, clock, first=Link("file"))
    async with app.run_test() as pilot:
        await pilot.pause()
        assert [type(screen).__name__ for screen in app._all_screens()] == ["FileScreen"]
        await pilot.press("1")
        await pilot.pause()
        assert "What is happening?" in text(app)
        next(find for find in app.finds(app.screen) if find.title == "The file").run()
        await pilot.pause()
        assert "some words" in text(app)


def test_with_a_passphrase_it_is_said_that_they_are_not_sealed(folder: Path) -> None:
    (folder / "mine.md").write_text("# Mine", encoding="utf-8")
    own = OwnArticles(folder)
    own.look()
    rows = OwnRows(own)
    assert [row.text for row in rows.rows({})] == ["", OWN, "Mine"]
    assert [(row.text, row.id) for row in rows.rows({}, True)][1:3] == [(OWN, None), (UNSEALED, None)]
    assert [row.text for row in rows.rows({}, False)] == ["", OWN, "Mine"]


async def test_read_lately_has_the_titles_of_those_that_are_there(app_at: AppAt, folder: Path, store: Store) -> None:
    (folder / "roses.md").write_text("# All about roses", encoding="utf-8")
    for slug in ("own/roses", "own/gone"):
        store.reading.keep(Reading(id=slug, read_at=datetime.now(UTC)))
    app = app_at(Place.READ)
    async with app.run_test() as pilot:
        await looked(app, pilot)
        await pilot.press("h")
        await pilot.pause()
        assert "All about roses" in text(app) and "gone" in text(app)
