"""A line to write in takes pasted words, but no book."""

from textual import events
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from companion.ui.line import MOST, Line


class _Host(App[None]):
    def compose(self) -> ComposeResult:
        yield Line("begun")


async def paste(pilot: Pilot[None], words: str) -> Line:
    """Paste words at the end of the line."""
    line = pilot.app.query_one(Line)
    line.focus()
    await pilot.press("end")
    pilot.app.post_message(events.Paste(words))
    await pilot.pause()
    return line


async def test_as_many_signs_as_a_line_takes_are_put_in() -> None:
    async with _Host().run_test() as pilot:
        words = "x" * (MOST - len("begun"))
        assert (await paste(pilot, words)).value == f"begun{words}"


async def test_what_is_longer_is_refused_whole_and_the_line_says_so() -> None:
    async with _Host().run_test(notifications=True) as pilot:
        line = await paste(pilot, "x" * MOST)
        assert line.value == "begun"
        (said,) = pilot.app._notifications
        assert said.message == "A line takes 10,000 signs. What you pasted is longer, so nothing was put in."


async def test_what_is_pasted_over_what_is_selected_counts_alone() -> None:
    async with _Host().run_test() as pilot:
        line = pilot.app.query_one(Line)
        line.focus()
        line.select_all()
        pilot.app.post_message(events.Paste("y" * MOST))
        await pilot.pause()
        assert line.value == "y" * MOST
