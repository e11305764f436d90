"""What is asked of every screen: nothing is cut off in secret, one thing has the focus, a key that is named works."""

import re
from collections.abc import Iterator

import pytest
from rich.cells import cell_len
from textual.geometry import Region
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Static

from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.dialogs import Dialog
from companion.ui.key_bar import KeyBar
from tests.conftest import AppAt, MovableClock
from tests.screens import lines, text
from tests.ui.scenes import SCENES, Scene

SIZES = ((80, 24), (40, 12))
WIDE = ("now", "sheet", "own", "ready", "entry-form", "log-found", "read", "words", "review", "plan-week", "settings")
"""Scenes that are looked at in 200x60 as well."""
WIDEST = 120
"""Cells; a line of text that is longer is hard to read. The bar on top goes from side to side."""
ELSEWHERE = ("f1", "f2", "^l", "^p", "^q")
"""Keys that work everywhere, and have tests of their own."""


async def reach(pilot: Pilot[None], scene: Scene) -> None:
    """Go to a scene as a hand does."""
    await pilot.pause()
    for key in scene.keys:
        await pilot.press(key)
    await pilot.pause()


def in_sight(widget: Widget) -> Iterator[Region]:
    """Yield what of a widget is inside all that lies around it; nothing for one that can be scrolled into sight."""
    region = widget.region
    for around in widget.ancestors:
        if not isinstance(around, Widget):
            break
        if around.allow_vertical_scroll or not around.display:
            return
        region = region.intersection(around.region)
    yield region


def cut_off(pilot: Pilot[None]) -> Iterator[str]:
    """Yield the words of which a part is not shown, with nothing that says so."""
    for widget in pilot.app.screen.query(Static):
        if not widget.is_on_screen or not widget.size.area or not str(widget.visual).strip():
            continue
        size, styles = widget.size, widget.styles
        is_marked = styles.text_overflow == "ellipsis"
        needed = widget.get_content_height(size, pilot.app.size, size.width)
        if needed > size.height and not is_marked:
            yield f"{widget!r}: {needed} lines in {size.height}"
        for seen in in_sight(widget):
            if 0 < seen.height < widget.region.height and not is_marked:
                yield f"{widget!r}: {seen.height} of {widget.region.height} lines in sight"


@pytest.mark.parametrize(
    ("name", "size"),
    [(name, size) for name in SCENES for size in (*SIZES, *([(200, 60)] if name in WIDE else []))],
    ids=lambda each: each if isinstance(each, str) else "x".join(map(str, each)),
)
async def test_a_screen_shows_all_it_says_and_one_focus(
    app_at: AppAt, store: Store, library: Library, clock: MovableClock, name: str, size: tuple[int, int]
) -> None:
    SCENES[name].fill(store, library, clock)
    async with app_at(SCENES[name].place).run_test(size=size) as pilot:
        await reach(pilot, SCENES[name])
        drawn = lines(pilot.app)
        assert max(map(cell_len, drawn)) <= size[0]
        is_alone = not isinstance(pilot.app.screen, Dialog)
        spoken = [line for line in drawn if is_alone and not any(each in line for each in ("─", " Now ", "f1 Help"))]
        columns = [column for line in spoken for column in re.split(r" {4,}|│", line)]
        assert [column for column in columns if cell_len(column.strip()) > WIDEST] == []
        assert [*cut_off(pilot)] == []
        assert sum(widget.has_focus for widget in pilot.app.screen.query("*")) <= 1


NAMED = ("sheet", "form", "own", "giving", "overdue", "ready", "turns", "log-threads", "filter-form", "saved-filters")


async def keys_named(pilot: Pilot[None]) -> list[str]:
    """Return the keys of the line of keys that belong to the screen."""
    keys = pilot.app.screen.query_one(KeyBar)._keys()
    return [key.key.split(",")[0] for key in keys if key.display not in ELSEWHERE]


@pytest.mark.parametrize("name", NAMED)
async def test_every_key_that_is_named_does_something(
    app_at: AppAt, library: Library, clock: MovableClock, name: str
) -> None:
    left: list[str] | None = None
    idle: list[str] = []
    while left is None or left:
        store = Store(clock=clock)
        SCENES[name].fill(store, library, clock)
        app = app_at(SCENES[name].place, store)
        async with app.run_test(size=(200, 60), notifications=True) as pilot:
            await reach(pilot, SCENES[name])
            left = await keys_named(pilot) if left is None else left
            before = app.screen, text(app), app.clipboard, app.focused
            key = left.pop()
            await pilot.press(key)
            await pilot.pause()
            if before == (app.screen, text(app), app.clipboard, app.focused):
                idle.append(key)
    assert idle == []


async def test_words_shown_large_stand_in_the_middle_the_first_time_too(
    app_at: AppAt, store: Store, library: Library, clock: MovableClock
) -> None:
    SCENES["large"].fill(store, library, clock)
    async with app_at(SCENES["large"].place).run_test(size=(80, 24)) as pilot:
        await reach(pilot, SCENES["large"])
        (at,) = [number for number, line in enumerate(lines(pilot.app)) if "I'm back like I said." in line]
        assert 9 <= at <= 12


@pytest.mark.parametrize("name", ["entry-form", "filter-form"])
async def test_a_digit_typed_beside_a_field_leads_nowhere(
    app_at: AppAt, store: Store, library: Library, clock: MovableClock, name: str
) -> None:
    SCENES[name].fill(store, library, clock)
    async with app_at(SCENES[name].place).run_test() as pilot:
        await reach(pilot, SCENES[name])
        form = pilot.app.screen
        form.query_one("#kind").focus()
        await pilot.press("1", "b")
        assert pilot.app.screen is form


async def test_a_line_that_is_too_long_for_its_field_says_so_once_it_is_left(
    app_at: AppAt, store: Store, library: Library, clock: MovableClock
) -> None:
    async with app_at(SCENES["entry-new"].place).run_test(size=(40, 12)) as pilot:
        await reach(pilot, SCENES["entry-new"])
        assert "now, or like" in text(pilot.app)
        (when,) = [line for line in lines(pilot.app) if "now, or like" in line]
        assert "…" in when


@pytest.mark.parametrize(("name", "said"), [("bin", "Back after a"), ("context-notes", "Nothing is noted")])
async def test_words_are_left_where_there_is_hardly_room(
    app_at: AppAt, store: Store, library: Library, clock: MovableClock, name: str, said: str
) -> None:
    SCENES[name].fill(store, library, clock)
    async with app_at(SCENES[name].place).run_test(size=(20, 5)) as pilot:
        await reach(pilot, SCENES[name])
        assert said in text(pilot.app)


@pytest.mark.parametrize("width", [80, 40])
async def test_the_line_of_the_palette_begins_where_its_rows_do_and_says_that_it_is_cut(
    app_at: AppAt, width: int
) -> None:
    async with app_at().run_test(size=(width, 24)) as pilot:
        await pilot.press("ctrl+p")
        await pilot.pause()
        (asked,) = [line for line in lines(pilot.app) if "Find a place" in line]
        (row,) = [line for line in lines(pilot.app) if line.strip() == "Now"]
        assert asked.index("Find") == row.index("Now")
        assert asked.endswith("an action" if width == 80 else "…")


async def test_the_line_of_keys_says_how_to_get_to_the_fields_of_a_pause(app_at: AppAt) -> None:
    async with app_at(SCENES["form"].place).run_test(size=(80, 24)) as pilot:
        await reach(pilot, SCENES["form"])
        assert "↓ Fields" in lines(pilot.app)[-1]
