"""Find in a text: hits while typing, a count, and keys that go through them."""

from textual import events

from companion.domain.content import Link
from companion.text.blocks import Look, Run
from companion.text.spans import painted
from companion.ui.app import CompanionApp
from companion.ui.dialogs import Choose
from companion.ui.places import Place
from companion.ui.reader.view import Reader
from tests.conftest import AppAt
from tests.screens import lines, text
from tests.ui.reading import read, reader


async def test_hits_are_shown_while_typing_and_gone_through(app_at: AppAt) -> None:
    app = app_at(Place.READ)
    async with app.run_test(size=(80, 24)) as pilot:
        app.follow(Link("articles", "asking-kindly"))
        await pilot.pause()
        await pilot.press("slash", *"room")
        await pilot.pause()
        assert "1 of " in text(app)
        await pilot.press("enter", "n", "n")
        await pilot.pause()
        assert "3 of " in text(app)
        await pilot.press("N")
        await pilot.pause()
        assert "2 of " in text(app)
        await pilot.press("escape")
        await pilot.pause()
        assert "2 of " not in text(app)
        assert app.screen.query_one(Reader).has_focus
        assert "Asking for room" in text(app) or app.screen.query_one(Reader).place > 0


async def test_n_goes_to_the_next_hit_while_words_are_looked_for_and_reads_on_else(app_at: AppAt) -> None:
    app = app_at(Place.READ)
    async with app.run_test(size=(120, 40)) as pilot:
        app.follow(Link("articles", "asking-kindly"))
        await pilot.pause()
        assert "n Read next" in lines(app)[-1] and "Next hit" not in lines(app)[-1]
        await pilot.press("slash", *"room", "enter")
        await pilot.pause()
        assert "n Next hit" in lines(app)[-1] and "Read next" not in lines(app)[-1]
        await pilot.press("n")
        await pilot.pause()
        assert "2 of " in text(app)
        await pilot.press("escape", "n")
        await pilot.pause()
        assert isinstance(app.screen, Choose)


async def test_words_that_stand_nowhere_are_said_to(app_at: AppAt) -> None:
    app = app_at(Place.READ)
    async with app.run_test(size=(80, 24)) as pilot:
        app.follow(Link("pages", "safety-first"))
        await pilot.pause()
        await pilot.press("slash", *"zebra")
        await pilot.pause()
        assert "nowhere in this text" in text(app)
        await pilot.press("escape")
        await pilot.pause()
        assert "Safety first" in text(app)


async def test_the_first_hit_is_counted_from_where_one_began_to_look(app_at: AppAt) -> None:
    app = app_at(Place.READ)
    async with app.run_test(size=(80, 24)) as pilot:
        read(app, "\n\n".join(f"pause {number}" for number in range(100)) + "\n\npauses\n")
        await pilot.pause()
        await pilot.press("pagedown", "slash", *"pauses")
        await pilot.pause()
        assert "1 of 1" in text(app)
        await pilot.press("backspace")
        await pilot.pause()
        assert "1 of 101" not in text(app)
        assert " of 101" in text(app)
        assert 9 < reader(app).scroll_offset.y < 30  # back where one was, not at the end


async def test_words_are_pasted_whole(app_at: AppAt) -> None:
    app = app_at(Place.READ)
    async with app.run_test(size=(80, 24)) as pilot:
        read(app, "Take a room\nto be in.\n")
        await pilot.pause()
        await pilot.press("slash")
        app.screen.post_message(events.Paste("a room\nto be"))
        await pilot.pause()
        assert "1 of 1" in text(app)
        app.screen.post_message(events.Paste("x" * 9_000))
        await pilot.pause()
        assert "nowhere in this text" in text(app)


async def test_a_hit_stays_in_view_when_the_screen_changes(app_at: AppAt) -> None:
    app = app_at(Place.READ)
    async with app.run_test(size=(120, 40)) as pilot:
        read(
            app, "\n\n".join(["some words " * 40] * 40) + "\n\nthe needle\n\n" + "\n\n".join(["more words " * 40] * 40)
        )
        await pilot.pause()
        await pilot.press("slash", *"needle", "enter")
        for size in ((40, 12), (80, 24), (60, 14), (120, 40)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert "the needle" in text(app)


async def test_hits_in_tables_and_code_are_shown(app_at: AppAt) -> None:
    app = app_at(Place.READ)
    async with app.run_test(size=(80, 24)) as pilot:
        read(app, "| a room | b |\n|---|---|\n| x | room |\n\n```\n  room = 1\n```\n")
        await pilot.pause()
        await pilot.press("slash", *"room", "enter")
        await pilot.pause()
        assert "1 of 3" in text(app)
        found = [run.text for run in painted_runs(app)]
        assert found == ["room"] * 3


async def test_without_hits_there_is_no_next_one_and_escape_closes_before_it_leaves(app_at: AppAt) -> None:
    app = app_at(Place.READ)
    async with app.run_test(size=(80, 24)) as pilot:
        app.follow(Link("articles", "asking-kindly"))
        await pilot.pause()
        screen = app.screen
        await pilot.press("N")
        assert reader(app).scroll_offset.y == 0
        assert "n Next hit" not in text(app)
        await pilot.press("slash", *"room", "enter")
        await pilot.pause()
        assert "n Next hit" in text(app)
        await pilot.press("escape")
        assert app.screen is screen
        assert painted_runs(app) == []
        await pilot.press("escape")
        assert app.screen is not screen


async def test_a_click_on_a_hit_does_nothing(app_at: AppAt) -> None:
    app = app_at(Place.READ)
    async with app.run_test(size=(80, 24)) as pilot:
        read(app, "Take a room.\n")
        await pilot.pause()
        await pilot.press("slash", *"room", "enter")
        screen = app.screen
        await pilot.click("#text", offset=(11, 1))
        await pilot.pause()
        assert app.screen is screen
        assert "1 of 1" in text(app)


def painted_runs(app: CompanionApp) -> list[Run]:
    """Return the runs that stand out as hits, of the whole text."""
    shown = reader(app)
    return [
        run
        for number, line in enumerate(shown.flow.lines)
        for run in painted(
            line.runs, shown.flow.block_at(number), list(shown._painting.on(shown.flow.block_at(number)))
        )
        if run.look & (Look.FOUND | Look.FOUND_HERE)
    ]
