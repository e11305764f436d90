"""One choice out of a few: what fits is drawn whole, and a digit marks a strength."""

import pytest
from textual.app import App, ComposeResult

from companion.ui.choice import Choice, StrengthChoice
from companion.ui.rows import POINTER
from tests.screens import lines

OPTIONS = [(word, word) for word in ("twenty", "thirty", "forty", "fifty")]


class Holding(App[None]):
    """A choice alone."""

    def __init__(self, choice: Choice) -> None:
        super().__init__()
        self._choice = choice

    def compose(self) -> ComposeResult:
        yield self._choice


@pytest.mark.parametrize(
    ("width", "chosen", "drawn"),
    [
        (40, "thirty", " twenty [thirty] forty  fifty"),
        (24, "twenty", "[twenty] thirty  forty ›"),
        (23, "forty", "‹ thirty [forty] fifty"),
        (20, "fifty", "‹ forty [fifty]"),
    ],
)
async def test_no_option_is_cut(width: int, chosen: str, drawn: str) -> None:
    app = Holding(Choice(OPTIONS, chosen))
    async with app.run_test(size=(width, 3)):
        assert lines(app)[0] == drawn


async def test_a_click_chooses_what_is_drawn_there() -> None:
    app = Holding(Choice(OPTIONS, "twenty"))
    async with app.run_test(size=(24, 3)) as pilot:
        await pilot.click(Choice, offset=(18, 0))
        assert app.query_one(Choice).value == "forty"
        await pilot.click(Choice, offset=(9, 0))
        assert app.query_one(Choice).value == "thirty"


@pytest.mark.parametrize(
    ("typed", "value"), [("7", "7"), ("1", "1"), ("10", "10"), ("100", "0"), ("31", "1"), ("310", "10"), ("20", "0")]
)
async def test_a_digit_marks_a_strength_and_a_0_behind_a_1_makes_10(typed: str, value: str) -> None:
    app = Holding(StrengthChoice())
    async with app.run_test() as pilot:
        app.query_one(StrengthChoice).focus()
        await pilot.press(*typed)
        assert app.query_one(StrengthChoice).value == value


async def test_with_nothing_chosen_a_pointer_says_that_the_keys_come_here() -> None:
    app = Holding(Choice(OPTIONS))
    async with app.run_test() as pilot:
        choice = app.query_one(Choice)
        choice.blur()
        await pilot.pause()
        assert POINTER.strip() not in choice.render_line(0).text
        choice.focus()
        await pilot.pause()
        assert choice.render_line(0).text.startswith(POINTER.strip())
        await pilot.press("right")
        assert POINTER.strip() not in choice.render_line(0).text
