"""The width of a text's lines: a setting, changed while reading, the words at the top staying there."""

import pytest

from companion.domain.settings import Settings
from companion.storage.store import Store
from companion.ui.places import Place
from companion.ui.row_list import RowList
from companion.ui.settings import parse_measure
from tests.conftest import AppAt
from tests.screens import lines, text
from tests.ui.reading import read, reader, said, top

LONG = "\n\n".join(f"Paragraph{number} " + "with some words " * 60 for number in range(60))
LESS, MORE = "less_than_sign", "greater_than_sign"


def width(shown: list[str]) -> int:
    """Return how wide the widest line of the text is."""
    return max(len(line[:-1].strip()) for line in shown[3:-3])


async def test_it_is_changed_while_reading_and_kept_at_once(app_at: AppAt, store: Store) -> None:
    app = app_at(Place.READ)
    async with app.run_test(size=(100, 24)) as pilot:
        read(app, LONG)
        await pilot.pause()
        assert 66 < width(lines(app)) <= 72
        await pilot.press(LESS, LESS)
        await pilot.pause()
        assert 58 < width(lines(app)) <= 64
        assert store.settings.measure == 64
        assert "Lines of 64 columns" in said(app)
        await pilot.press(*[MORE] * 7)
        await pilot.pause()
        assert store.settings.measure == 80
        await pilot.press(*[LESS] * 9)
        await pilot.pause()
        assert store.settings.measure == 56


async def test_the_words_at_the_top_stay_there_however_often_it_is_changed(app_at: AppAt) -> None:
    app = app_at(Place.READ)
    async with app.run_test(size=(100, 24)) as pilot:
        read(app, LONG)
        await pilot.pause()
        await pilot.press(*["pagedown"] * 3, "down", "down")
        await pilot.pause()
        before, spot = top(app), reader(app).top_spot
        for key in (LESS, LESS, MORE, LESS, MORE, MORE):
            await pilot.press(key)
            await pilot.pause()
            shown = reader(app)
            assert shown.top_spot <= spot < shown.flow.spot_at(shown.scroll_offset.y + 1, 0)
        assert top(app) == before
        assert reader(app).top_spot == spot


async def test_a_narrow_screen_is_filled_whatever_is_set(app_at: AppAt, store: Store) -> None:
    app = app_at(Place.READ)
    async with app.run_test(size=(40, 12)) as pilot:
        read(app, LONG)
        await pilot.pause()
        before = lines(app)[2]
        await pilot.press(MORE, LESS, LESS)
        await pilot.pause()
        assert lines(app)[2] == before


async def test_it_stands_among_the_settings(app_at: AppAt, store: Store) -> None:
    app = app_at()
    async with app.run_test(size=(80, 40)) as pilot:
        app.show(app._screens.settings())
        await pilot.pause()
        assert "Lines of a text" in text(app)
        assert "72 columns" in text(app)
        rows = app.screen.query_one(RowList)
        rows.show(rows.rows, "measure")
        await pilot.press("enter", "backspace", "backspace", *"90", "enter")
        await pilot.pause()
        assert "Say a number from 56 to 80." in text(app)
        await pilot.press("backspace", "backspace", *"60", "enter")
        await pilot.pause()
        assert "60 columns" in text(app)
    assert store.settings.measure == 60


async def test_the_next_text_has_the_same_width(app_at: AppAt, store: Store) -> None:
    store.keep_settings(Settings(measure=56))
    app = app_at(Place.READ)
    async with app.run_test(size=(100, 24)) as pilot:
        read(app, LONG)
        await pilot.pause()
        assert 50 < width(lines(app)) <= 56


@pytest.mark.parametrize("wrong", [55, 81, 0])
def test_a_width_that_nobody_reads_well_is_refused(wrong: int) -> None:
    with pytest.raises(ValueError, match="56 to 80 columns"):
        Settings(measure=wrong)
    with pytest.raises(ValueError, match="from 56 to 80"):
        parse_measure(str(wrong))


def test_it_is_read_as_people_type_it() -> None:
    assert [parse_measure(typed) for typed in ("64", " 72 columns", "80")] == [64, 72, 80]
