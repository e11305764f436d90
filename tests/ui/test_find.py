"""Find in a text: hits while typing, a count, and keys that go through them."""

from companion.domain.content import Link
from companion.ui.places import Place
from companion.ui.reader.view import Reader
from tests.conftest import AppAt
from tests.screens import text


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
