"""The reader on the screen: measure, keys, links, place and end, and nothing laid out before its time."""

import pytest
from textual import on
from textual.app import App, ComposeResult

from companion.domain.content import Link
from companion.resources import STYLES
from companion.ui.messages import Follow
from companion.ui.reader import flow_view
from companion.ui.reader.view import Reader
from companion.ui.themes import DAWN, DUSK
from tests.screens import lines, text

LONG = "# Long\n\n" + "\n\n".join(f"Paragraph {number} " + "with some words " * 50 for number in range(130))
"""About 20,000 words."""
LINKS = "[one](a.md)\n\n" + "\n\n".join(["words"] * 40) + "\n\n[two](/pause) and [out](https://example.org)\n"


class Host(App[None]):
    """A reader and what it says."""

    CSS_PATH = [STYLES / "base.tcss", STYLES / "shared.tcss"]

    def __init__(self, words: str, place: int = 0, end: int | None = None) -> None:
        super().__init__()
        self.register_theme(DUSK)
        self.theme = DUSK.name
        self.words, self.place, self.end = words, place, end
        self.followed: list[Link] = []
        self.ends = 0

    def compose(self) -> ComposeResult:
        yield Reader()

    def on_mount(self) -> None:
        self.reader.show(self.words, "pages", place=self.place, end=self.end)
        self.reader.focus()

    @property
    def reader(self) -> Reader:
        return self.query_one(Reader)

    @on(Follow)
    def note_follow(self, message: Follow) -> None:
        self.followed.append(message.link)

    @on(Reader.EndSeen)
    def note_end(self) -> None:
        self.ends += 1


async def test_a_long_text_is_on_the_screen_before_it_is_laid_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Reader, "_go_on", lambda _: None)
    app = Host(LONG)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "Paragraph 0" in text(app)
        assert app.reader.laid_out < 100
        assert app.reader.virtual_size.height > 1000  # the scroll bar knows better


async def test_the_rest_is_laid_out_in_slices(monkeypatch: pytest.MonkeyPatch) -> None:
    slices = []
    go_on = Reader._go_on

    def count(reader: Reader) -> None:
        before = reader.laid_out
        go_on(reader)
        slices.append(reader.laid_out - before)

    monkeypatch.setattr(Reader, "_go_on", count)
    app = Host(LONG)
    async with app.run_test(size=(80, 24)) as pilot:
        for _ in range(20):
            await pilot.pause()
        assert app.reader.laid_out == app.reader.virtual_size.height > 1000
    assert len(slices) > 4
    assert max(slices) < flow_view._SLICE + 40


@pytest.mark.parametrize(("width", "widest", "left"), [(120, 72, 23), (80, 72, 3), (40, 37, 1)])
async def test_the_measure_is_readable_and_centred(width: int, widest: int, left: int) -> None:
    app = Host("word " * 100)
    async with app.run_test(size=(width, 10)) as pilot:
        await pilot.pause()
        shown = [line for line in lines(app) if line.strip()]
    assert all(line.startswith(" " * left + "word") for line in shown)
    ends = [line.rindex("word") + len("word") - left for line in shown]
    assert widest - 5 < max(ends) <= widest


async def test_keys_move_by_line_screenful_and_to_the_ends() -> None:
    app = Host(LONG)
    async with app.run_test(size=(80, 24)) as pilot:
        for key, at in (("down", 1), ("down", 2), ("up", 1), ("space", 24), ("pagedown", 47), ("pageup", 24)):
            await pilot.press(key)
            assert app.reader.scroll_offset.y == at
        await pilot.press("end")
        assert "Paragraph 129" in text(app)
        assert app.reader.share == 1
        await pilot.press("home")
        assert lines(app)[0].strip() == "Long"


async def test_a_place_is_opened_and_kept_when_the_width_changes() -> None:
    app = Host(LONG, place=200)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert lines(app)[0].strip().startswith("Paragraph 99 ")
        assert app.reader.place == 200
        await pilot.resize_terminal(50, 20)
        await pilot.pause()
        assert lines(app)[0].strip().startswith("Paragraph 99 ")
        assert app.reader.place == 200


async def test_it_can_go_to_a_source_line() -> None:
    app = Host(LONG)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.reader.scroll_to_source(100)
        await pilot.pause()
        assert lines(app)[0].strip().startswith("Paragraph 49 ")


async def test_the_end_is_said_once_and_only_when_seen() -> None:
    app = Host(LONG)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("space")
        assert app.ends == 0
        await pilot.press("end", "up", "end")
        assert app.ends == 1


async def test_the_end_of_the_text_proper_counts_not_what_is_printed_after_it() -> None:
    body = "\n\n".join(["words"] * 20)
    app = Host(f"{body}\n\nthe last\n\n" + "\n\n".join(["source"] * 40), end=40)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert app.ends == 0
        await pilot.press("pagedown")
        assert "the last" in text(app)
        assert app.ends == 1
        assert app.reader.share == 1


async def test_a_short_text_is_seen_to_its_end_at_once() -> None:
    app = Host("one line\n")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert app.ends == 1


async def test_tab_goes_over_links_wherever_they_are_and_enter_follows() -> None:
    app = Host(LINKS)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        assert app.followed == []
        await pilot.press("tab", "enter", "tab", "enter")
        assert app.followed == [Link("pages", "a"), Link("pause")]
        assert "out³ (https://example.org)" in text(app)
        await pilot.press("shift+tab", "enter")
        assert app.followed[-1] == Link("pages", "a")
        assert lines(app)[0].strip() == "one¹"


async def test_a_click_follows_the_link_under_it_and_nothing_beside_it() -> None:
    app = Host("say [one](a.md) now\n")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        x = lines(app)[0].index("one")
        for beside in (x - 2, x + 3, x + 40):
            await pilot.click(Reader, offset=(beside, 0))
        assert app.followed == []
        await pilot.click(Reader, offset=(x + 2, 0))
        assert app.followed == [Link("pages", "a")]


async def test_another_theme_is_drawn_in_its_colours() -> None:
    app = Host("# Head\n\ntext\n")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        before = app.reader.render_line(0)
        app.register_theme(DAWN)
        app.theme = DAWN.name
        await pilot.pause()
        assert app.reader.render_line(0).text == before.text
        assert app.reader.render_line(0) != before
