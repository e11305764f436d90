"""The mouse does what the keys do: on the bar of places, the bar of keys and a choice."""

import pytest
from textual.app import App, ComposeResult
from textual.geometry import Offset

from companion.ui.app import CompanionApp
from companion.ui.choice import Choice
from companion.ui.help.screen import HelpScreen
from companion.ui.key_bar import KeyBar
from companion.ui.place_bar import PlaceBar
from companion.ui.places import Place
from tests.conftest import AppAt
from tests.screens import lines


def over(app: CompanionApp, line: int, words: str) -> Offset:
    """Return where those words stand on a line of the screen."""
    return Offset(lines(app)[line].index(words), 0)


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_a_click_on_the_bar_goes_to_that_place(app_at: AppAt, size: tuple[int, int]) -> None:
    app = app_at()
    async with app.run_test(size=size) as pilot:
        for place in (Place.REVIEW, Place.READ, Place.NOW):
            await pilot.pause()
            await pilot.click(PlaceBar, offset=over(app, 0, place.key))
            await pilot.pause()
            assert app.current_mode == place


async def test_a_click_on_a_key_does_what_the_key_does(app_at: AppAt) -> None:
    app = app_at()
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.click(KeyBar, offset=over(app, -1, "Help"))
        await pilot.pause()
        assert isinstance(app.screen, HelpScreen)


async def test_a_click_on_an_option_chooses_it() -> None:
    class Asking(App[None]):
        def compose(self) -> ComposeResult:
            yield Choice([("a", "ten"), ("b", "twenty"), ("c", "thirty")], "a")

    app = Asking()
    async with app.run_test() as pilot:
        await pilot.click(Choice, offset=(8, 0))
        assert app.query_one(Choice).value == "b"
        await pilot.click(Choice, offset=(15, 0))
        assert app.query_one(Choice).value == "c"


async def test_a_click_beside_the_options_chooses_none_of_them() -> None:
    class Asking(App[None]):
        def compose(self) -> ComposeResult:
            yield Choice([("a", "ten"), ("b", "twenty")], "a")

    app = Asking()
    async with app.run_test() as pilot:
        await pilot.click(Choice, offset=(40, 0))
        assert app.query_one(Choice).value == "a"


async def test_in_a_narrow_choice_a_click_chooses_what_stands_under_it() -> None:
    class Asking(App[None]):
        def compose(self) -> ComposeResult:
            yield Choice([(str(n), f"option {n}") for n in range(6)], "5")

    app = Asking()
    async with app.run_test(size=(30, 5)) as pilot:
        shown = "".join(segment.text for segment in app.query_one(Choice).render_line(0))
        assert shown.startswith("‹")
        await pilot.click(Choice, offset=(shown.index("option 4"), 0))
        assert app.query_one(Choice).value == "4"
