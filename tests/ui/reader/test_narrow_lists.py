"""The lists of marks and links on narrow screens: words come first, and nothing is cut without a sign."""

import pytest

from companion.domain.bookmark import Bookmark
from companion.domain.content import Link
from companion.storage.store import Store
from companion.ui.places import Place
from companion.ui.rows import Row, RowLayout
from tests.conftest import AppAt, MovableClock
from tests.screens import text

LINK = Link("articles", "asking-kindly")
WORDS = "Therapists often say that a fair pause differs"


@pytest.mark.parametrize(("size", "day"), [((20, 12), ""), ((40, 12), "22 Nov"), ((80, 24), "22 November")])
async def test_of_a_mark_the_day_gives_way_first(
    app_at: AppAt, store: Store, clock: MovableClock, size: tuple[int, int], day: str
) -> None:
    store.bookmarks.keep(Bookmark(link=str(LINK), words=WORDS, made_at=clock()))
    app = app_at(Place.READ)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await pilot.press("apostrophe")
        await pilot.pause()
        shown = text(app)
        assert ("Nov" in shown) == bool(day)
        assert day in shown and ("November" in shown) == day.endswith("November")
        assert "Therapists" in shown


def test_what_stands_at_the_edge_of_a_row_goes_under_words_that_need_its_room() -> None:
    row = Row("A fair pause", "1", lead=" 1", tail="article")
    assert [line for line, _ in RowLayout([row], 40, True).texts(0)] == ["A fair pause"]
    narrow = RowLayout([row], 18, True)
    assert [line for line, _ in narrow.texts(0)] == ["A fair pause", "article"]
    assert narrow.tail(row) == ""


def test_a_long_lead_that_leaves_a_mere_column_begins_the_text() -> None:
    row = Row("It got heated in the kitchen", "id", lead="07:51 on Fri 20 Nov")
    assert RowLayout([row], 70, wrapped=True).lead(row).strip() == "07:51 on Fri 20 Nov"
    narrow = RowLayout([row], 34, wrapped=True)
    assert narrow.lead(row) == ""
    assert narrow.texts(0)[0][0].startswith("07:51 on Fri 20 Nov")
