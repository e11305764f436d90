"""The sheet for the therapy hour, from the screen: chosen, looked at, written."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from companion.storage.store import Store
from companion.ui.app import CompanionApp
from companion.ui.places import Place
from tests.conftest import AppAt
from tests.ui.review.hands import keep, shown


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    (tmp_path / "home").mkdir()
    return tmp_path / "home"


async def opened(app: CompanionApp, pilot: Pilot[None]) -> str:
    await shown(app, pilot)
    await pilot.press("s")
    return await shown(app, pilot)


async def test_parts_are_ticked_and_shown_before_anything_is_written(app_at: AppAt, store: Store, home: Path) -> None:
    keep(store, feelings=("hurt",), person="Anna")
    app = app_at(Place.REVIEW)
    async with app.run_test(size=(80, 100)) as pilot:
        said = await opened(app, pilot)
        assert "■ Days" in said
        assert "□ Went with" in said
        await pilot.press("down", "down", "down", "space", "v")
        said = await shown(app, pilot)
        assert "# Notes for a talk 23 November 2025 to 22 November 2026 ## Kinds per week" in said
        assert "- hurt: 1 of 1 entry" in said
        assert "Anna" not in said
    assert not any(home.iterdir())  # noqa: ASYNC240


async def test_only_quotes_that_are_picked_go_on_it(app_at: AppAt, store: Store) -> None:
    keep(store, 0, quote="Not now.", note="I asked twice", person="Anna")
    keep(store, 1, note="a secret")
    app = app_at(Place.REVIEW)
    async with app.run_test(size=(80, 120)) as pilot:
        assert "Quotes: none picked" in await opened(app, pilot)
        await pilot.press("q")
        said = await shown(app, pilot)
        assert "0 quotes picked. Quotes stand as you wrote them, names too." in said
        assert "□ “Not now.” 20 November 2026, A" in said
        await pilot.press("space", "down", "down", "space", "space")
        assert "1 quote picked" in await shown(app, pilot)
        await pilot.press("escape")
        assert "Quotes: 1 picked" in await shown(app, pilot)
        await pilot.press("v")
        said = await shown(app, pilot)
        assert "names too" not in said
        await pilot.press("w", "enter")
        asked = await shown(app, pilot)
        assert "Anyone who can open it can read it." in asked and "Quotes stand as you wrote them, names too." in asked
    assert "## In words > Not now. > > 20 November 2026, A" in said
    assert "secret" not in said
    assert "I asked twice" not in said


async def test_persons_are_told_apart_from_all_whom_the_log_names(app_at: AppAt, store: Store) -> None:
    keep(store, 0, "not-heard", miss="shrink", quote="Not now.", person="Sam")
    keep(store, 900, note="hi", person="S", hidden=True)
    app = app_at(Place.REVIEW)
    async with app.run_test(size=(80, 160)) as pilot:
        await opened(app, pilot)
        await pilot.press("q", "space")
        assert "■ “Not now.” 20 November 2026, Sa" in await shown(app, pilot)
        await pilot.press("escape", "v")
        said = await shown(app, pilot)
    assert "by whom is not noted, with Sa: 1 entry" in said
    assert "> Not now. > > 20 November 2026, Sa" in said


async def test_other_days_let_their_quotes_go(app_at: AppAt, store: Store) -> None:
    keep(store, 60, quote="Long ago.")
    app = app_at(Place.REVIEW)
    async with app.run_test(size=(80, 60)) as pilot:
        await opened(app, pilot)
        await pilot.press("q", "space", "escape", "f", "down", "enter")
        said = await shown(app, pilot)
    assert "Days: 26 October 2026 to 22 November 2026" in said
    assert "Quotes: none picked" in said


@pytest.mark.parametrize(("keys", "ending", "begins"), [((), "html", "<!doctype html>"), (("down",), "md", "# Notes")])
async def test_it_is_written_for_the_owner_alone(
    app_at: AppAt, store: Store, home: Path, keys: tuple[str, ...], ending: str, begins: str
) -> None:
    keep(store)
    app = app_at(Place.REVIEW)
    async with app.run_test(notifications=True) as pilot:
        await opened(app, pilot)
        await pilot.press("v", "w", *keys, "enter")
        assert f"~/notes-for-a-talk-2026-11-22.{ending}" in await shown(app, pilot)
        await pilot.press("enter")
        assert "Written to" in await shown(app, pilot)
    written = home / f"notes-for-a-talk-2026-11-22.{ending}"
    assert written.read_text(encoding="utf-8").startswith(begins)
    assert written.stat().st_mode & 0o777 == 0o600


async def test_a_file_that_is_there_is_written_over_only_after_asking(app_at: AppAt, store: Store, home: Path) -> None:
    keep(store)
    there = home / "notes-for-a-talk-2026-11-22.html"
    there.write_text("mine", encoding="utf-8")
    app = app_at(Place.REVIEW)
    async with app.run_test() as pilot:
        await opened(app, pilot)
        await pilot.press("v", "w", "enter", "enter")
        assert "is there already. Write over it?" in await shown(app, pilot)
        await pilot.press("enter")
        assert there.read_text(encoding="utf-8") == "mine"
        await pilot.press("w", "enter", "enter", "escape")
        assert there.read_text(encoding="utf-8") == "mine"
        await pilot.press("w", "enter", "enter", "down", "enter")
        await shown(app, pilot)
    assert there.read_text(encoding="utf-8").startswith("<!doctype")


async def test_a_name_that_can_t_be_is_said_beside_the_field(app_at: AppAt, tmp_path: Path) -> None:
    store = Store(tmp_path / "data")
    keep(store)
    app = app_at(Place.REVIEW, over=store)
    async with app.run_test() as pilot:
        await opened(app, pilot)
        await pilot.press("v", "w", "enter")
        await pilot.pause()
        for typed, said in (
            ("", "Name a file."),
            (str(tmp_path), "is a folder"),
            (str(tmp_path / "data" / "companion.json"), "is Companion's own"),
            ("x" * 300, "is no name for a file"),
        ):
            app.screen.query_one("Input").value = typed  # type: ignore[attr-defined]
            await pilot.press("enter")
            assert said in " ".join((await shown(app, pilot)).split()), typed
