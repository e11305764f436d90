"""The log by thread: what is open first, what answers it below it, and one key for each end of it."""

from datetime import timedelta

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from companion.domain.entry import Entry, Who
from companion.storage.store import Store
from companion.ui.log.form import EntryForm
from companion.ui.log.say_mended import SayMended
from companion.ui.places import Place
from companion.ui.row_list import RowList
from tests.conftest import AppAt, MovableClock
from tests.screens import text
from tests.ui.log.hands import SIZES, cursor


@pytest.fixture
def rows(store: Store, clock: MovableClock) -> dict[str, Entry]:
    """One of each: bridged, open, half mended, let go; and a good moment that is no rupture."""

    def keep(days: float, **fields: object) -> Entry:
        return store.entries.keep(Entry(at=clock() - timedelta(days=days), **fields))  # type: ignore[arg-type]

    bridged, opened = keep(9, kind="heated", note="bridged"), keep(3, kind="tears", note="open", person="S")
    half, gone = keep(5, kind="not-heard", note="half"), keep(20, kind="silence", note="gone")
    keep(8.5, kind="repair", answers=bridged.id, mended="bridged", reached_by=Who.THEM)
    keep(4, kind="repair", answers=half.id, mended="half")
    keep(19, kind="repair", answers=gone.id, mended="let-go")
    keep(1, kind="good", note="soup")
    return {"bridged": bridged, "open": opened, "half": half, "gone": gone}


def listed(pilot: Pilot[None]) -> list[str]:
    rows = pilot.app.screen.query_one("#entries", RowList).rows
    return [" | ".join(filter(None, (row.lead, row.text, row.tail))) for row in rows if row.text]


@pytest.mark.usefixtures("rows")
async def test_open_ruptures_come_first_and_answers_stand_below_theirs(app_at: AppAt) -> None:
    async with app_at(Place.LOG).run_test() as pilot:
        await pilot.press("escape", "v")
        assert listed(pilot) == [
            "Open",
            "19 Nov | Tears or deep upset · S · open | open 3 days",
            "Half mended",
            "17 Nov | I was not heard · half | half mended, open 5 days",
            "   18 Nov | Something was mended | half mended",
            "Bridged",
            "13 Nov | It got heated · bridged | bridged after 12 hours · they moved first",
            "   14 Nov | Something was mended · They moved first | bridged",
            "Let go on purpose",
            "2 Nov | Silence or no reply · gone | let go",
            "   3 Nov | Something was mended | let go on purpose",
        ]  # fmt: skip
        await pilot.press("v")
        assert "soup" in text(pilot.app)


@pytest.mark.usefixtures("rows")
@pytest.mark.parametrize("size", SIZES)
async def test_how_long_it_is_open_is_seen_at_every_size(app_at: AppAt, size: tuple[int, int]) -> None:
    async with app_at(Place.LOG).run_test(size=size) as pilot:
        await pilot.press("escape", "v")
        assert "open 3 days" in text(pilot.app)


@pytest.mark.usefixtures("rows")
async def test_an_answer_that_was_left_waits_at_its_rupture_and_at_no_other(app_at: AppAt, store: Store) -> None:
    async with app_at(Place.LOG).run_test(notifications=True) as pilot:
        await pilot.press("escape", "v", "a", *"sorry", "escape")
        await pilot.pause()
        assert "what it answers takes it up again" in text(pilot.app)
    async with app_at(Place.LOG).run_test() as pilot:
        await pilot.press("escape", "v", "down", "a")
        await pilot.pause()
        assert pilot.app.screen.query_one("#note", Input).value == ""
        await pilot.press("escape", "up", "a")
        await pilot.pause()
        assert pilot.app.screen.query_one("#note", Input).value == "sorry"
        assert "Taken up from" in text(pilot.app)
        await pilot.press("ctrl+s")
        await pilot.pause()
    assert [entry.person for entry in store.entries if entry.note == "sorry"] == ["S"]
    assert len(store.unkept) == 0


@pytest.mark.usefixtures("rows")
async def test_an_answer_opens_the_form_with_what_is_known(app_at: AppAt, rows: dict[str, Entry], store: Store) -> None:
    async with app_at(Place.LOG).run_test() as pilot:
        await pilot.press("escape", "v", "a")
        await pilot.pause()
        form = pilot.app.screen
        assert isinstance(form, EntryForm)
        await pilot.press(*"sorry", "ctrl+s")
        await pilot.pause()
        kept = store.entries.get(form.entry_id)
        assert kept is not None
        assert (kept.kind, kept.answers, kept.person, kept.note) == ("repair", rows["open"].id, "S", "sorry")
        assert cursor(pilot).endswith("sorry")


@pytest.mark.parametrize("line", ["", "enough of it, by mum"])
@pytest.mark.parametrize(
    ("key", "mended", "said", "without"),
    [
        ("m", "bridged", "Bridged.", ""),
        ("M", "half", "Half mended.", ""),
        ("L", "let-go", "Let go, on purpose.", "I let it go."),
    ],
)
async def test_each_end_asks_for_a_line_that_may_stay_empty_and_is_undone_by_a_key(
    app_at: AppAt, rows: dict[str, Entry], store: Store, line: str, key: str, mended: str, said: str, without: str
) -> None:
    def answers() -> list[tuple[str | None, str]]:
        return [(entry.mended, entry.note) for entry in store.entries if entry.answers == rows["open"].id]

    async with app_at(Place.LOG).run_test() as pilot:
        await pilot.press("escape", "v", key)
        await pilot.pause()
        assert isinstance(pilot.app.screen, SayMended)
        await pilot.press(*line, "enter")
        await pilot.pause()
        assert said in text(pilot.app)
        assert answers() == [(mended, line or without)]
        await pilot.press("u")
        assert answers() == []
        assert cursor(pilot).endswith("open")


@pytest.mark.usefixtures("rows")
@pytest.mark.parametrize("key", ["m", "M", "L"])
async def test_leaving_the_question_keeps_nothing(app_at: AppAt, store: Store, key: str) -> None:
    before = len(store.entries)
    async with app_at(Place.LOG).run_test() as pilot:
        await pilot.press("escape", "v", key)
        await pilot.pause()
        await pilot.press(*"enough", "escape")
        await pilot.pause()
        assert len(store.entries) == before
        await pilot.press(key)
        await pilot.pause()
        assert pilot.app.screen.query_one(Input).value == "enough"


async def test_by_day_the_keys_of_threads_do_nothing(app_at: AppAt, rows: dict[str, Entry], store: Store) -> None:
    before = len(store.entries)
    async with app_at(Place.LOG).run_test() as pilot:
        await pilot.press("escape", "m", "M", "L", "a")
        await pilot.pause()
        assert not isinstance(pilot.app.screen, SayMended | EntryForm)
        assert "Bridged" not in text(pilot.app)
    assert len(store.entries) == before == len(rows) + 4


@pytest.mark.usefixtures("rows")
async def test_a_filter_narrows_threads_and_shows_those_that_fit_whole(app_at: AppAt) -> None:
    async with app_at(Place.LOG).run_test() as pilot:
        await pilot.press("escape", "v", "slash", *"half", "enter")
        await pilot.pause()
        assert [row for row in listed(pilot) if row.startswith(("Open", "Bridged"))] == []
        assert listed(pilot)[-1] == "   18 Nov | Something was mended | half mended"


async def test_a_log_without_ruptures_says_what_will_stand_here(
    app_at: AppAt, store: Store, clock: MovableClock
) -> None:
    store.entries.keep(Entry(at=clock(), kind="good"))
    async with app_at(Place.LOG).run_test() as pilot:
        await pilot.press("escape", "v")
        assert "No rupture is noted." in text(pilot.app)


async def test_reaching_out_is_said_in_its_row_in_both_directions(
    app_at: AppAt, store: Store, clock: MovableClock
) -> None:
    store.entries.keep(Entry(at=clock(), kind="good", reached_by=Who.ME, offer="good-news", reply="missed"))
    store.entries.keep(Entry(at=clock(), kind="good", reached_by=Who.THEM, offer="ask-help", reply="toward"))
    async with app_at(Place.LOG).run_test() as pilot:
        await pilot.pause()
        assert "I offered good news · it was missed" in text(pilot.app)
        assert "They asked for help · I turned toward" in text(pilot.app)
