"""An area takes a pasted book, in paragraphs that can be written in."""

from textual import events
from textual.app import App, ComposeResult

from companion.ui.area import Area

SENTENCE = "it was a long day and nobody said so much at all"


class _Host(App[None]):
    def compose(self) -> ComposeResult:
        yield Area("")


async def pasted(words: str) -> Area:
    """Return an area into which the words were pasted."""
    app = _Host()
    async with app.run_test() as pilot:
        area = app.query_one(Area)
        area.focus()
        app.post_message(events.Paste(words))
        await pilot.pause()
    return area


async def test_a_book_without_line_breaks_is_broken_at_blanks_and_no_word_is_lost() -> None:
    book = " ".join([SENTENCE] * 2_000)
    area = await pasted(book)
    assert area.text.split() == book.split()
    assert max(map(len, area.text.splitlines())) <= 10_000


async def test_paragraphs_stay_as_they_are() -> None:
    book = "\n\n".join([SENTENCE * 20] * 200)
    assert (await pasted(book)).text == book


async def test_what_has_no_blanks_stays_whole() -> None:
    assert (await pasted("忙" * 20_000)).text == "忙" * 20_000
