"""The form of a time of the week: what does not fit is said, and what is typed is never lost."""

from pathlib import Path

import pytest
from textual.widgets import Input

from companion.storage.collection import Collection
from companion.storage.store import Store
from companion.ui.places import Place
from companion.ui.plan.week_form import WeekForm
from tests.conftest import HOSTILE, AppAt, MovableClock
from tests.screens import text
from tests.ui.locked.conftest import told
from tests.ui.plan.hands import fail, kept_times, open_week, settle, write_week


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ({"day": "", "at": "9", "length": "1h"}, "Say on which day"),
        ({"day": "nonsense", "at": "9", "length": "1h"}, "“nonsense” is not a day."),
        ({"at": "", "length": "1h"}, "Say when it begins"),
        ({"at": "25:00", "length": "1h"}, "“25:00” is not a clock time."),
        ({"at": "9", "length": ""}, "Say how long"),
        ({"at": "9", "length": f"{HOSTILE}"}, "is no length of up to a day."),
        ({"at": "9", "length": "x" * 10_000}, "x…” is no length of up to a day."),
    ],
)
@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_what_does_not_fit_is_said_beside_its_line(
    app_at: AppAt, store: Store, words: dict[str, str], sentence: str, size: tuple[int, int]
) -> None:
    async with app_at(Place.PLAN).run_test(size=size) as pilot:
        await open_week(pilot)
        await pilot.press("a")
        await settle(pilot)
        await write_week(pilot, **words)
        assert " ".join(sentence.split()) in " ".join(text(pilot.app).split()) or size == (40, 12)
        said = [each for each in pilot.app.screen.query(".problem") if each.display]
        assert len(said) == 1
        assert said[0].region.height
        assert isinstance(pilot.app.screen, WeekForm)
    assert kept_times(store) == []


async def test_what_is_typed_is_never_lost_and_ctrl_d_starts_anew(
    app_at: AppAt, tmp_path: Path, clock: MovableClock
) -> None:
    store = Store(tmp_path / "data", clock=clock)
    async with app_at(Place.PLAN, store).run_test() as pilot:
        await open_week(pilot)
        await pilot.press("a")
        await settle(pilot)
        pilot.app.screen.query_one("#note", Input).value = HOSTILE
        await pilot.press("escape")
        await settle(pilot)
        assert [each.fields["note"] for each in Store(tmp_path / "data").unkept] == [HOSTILE]
    async with app_at(Place.PLAN, Store(tmp_path / "data", clock=clock)).run_test() as pilot:
        await open_week(pilot)
        await pilot.press("a")
        await settle(pilot)
        assert "Taken up from 20:10" in text(pilot.app)
        await pilot.press("ctrl+d")
        assert pilot.app.screen.query_one("#note", Input).value == ""
        await pilot.press("ctrl+d")
        await write_week(pilot, at="9", length="1h")
        assert "[red] $x {place}" in text(pilot.app)
    store = Store(tmp_path / "data")
    assert len(store.week_times) == 1
    assert len(store.unkept) == 0


async def test_a_full_disk_is_said_and_the_words_stay(
    app_at: AppAt, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = app_at(Place.PLAN)
    async with app.run_test() as pilot:
        await open_week(pilot)
        await pilot.press("a")
        await settle(pilot)
        monkeypatch.setattr(Collection, "keep", fail)
        await write_week(pilot, at="9", length="1h")
        assert "the disk is full" in told(app)[-1]
        assert pilot.app.screen.query_one("#length", Input).value == "1h"
        monkeypatch.undo()
        await write_week(pilot)
    assert len(store.week_times) == 1
