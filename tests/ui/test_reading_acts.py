"""What a text asks for opens with what is known already."""

import pytest

from companion.domain.content import Link, parse_link
from companion.ui.choice import Choice
from companion.ui.pause.form import PauseForm
from companion.ui.places import Place
from companion.ui.read.article import ArticleScreen
from tests.conftest import AppAt
from tests.screens import lines, text, until


@pytest.mark.parametrize(
    ("link", "kind", "said"),
    [
        ("pause", "taking", "back at 20:40"),
        ("pause/45", "taking", "[45] 60  until…       back at 20:55"),
        ("pause/giving", "giving", "They said       20 [30]"),
        ("pause/planned", "planned", "[120] 180"),
    ],
)
async def test_a_pause_opens_with_what_the_link_says(app_at: AppAt, link: str, kind: str, said: str) -> None:
    app = app_at(Place.READ)
    async with app.run_test() as pilot:
        app.follow(parse_link(link))
        await until(pilot, lambda: said in text(app))
        assert app.screen.query_one(PauseForm).query_one("#kind", Choice).value == kind
        assert said in text(app)


@pytest.mark.parametrize(("link", "said"), [("log/repair", "Something was mended"), ("log/nothing-of-ours", "")])
async def test_an_entry_opens_with_its_kind(app_at: AppAt, link: str, said: str) -> None:
    app = app_at(Place.READ)
    async with app.run_test() as pilot:
        app.follow(parse_link(link))
        await until(pilot, lambda: "A new entry" in text(app) and said in text(app))
        assert "A new entry" in text(app)
        assert said in text(app)


@pytest.mark.parametrize("link", ["pause/soon", "pause/0", "log/x y", "own", "elsewhere/x", "articles"])
def test_what_leads_nowhere_is_refused_with_what_was_expected(link: str) -> None:
    with pytest.raises(ValueError, match="is not a link; expected pause, pause/30"):
        parse_link(link)


async def test_esc_comes_back_from_a_pause_to_the_text_that_led_there(app_at: AppAt) -> None:
    app = app_at(Place.READ)
    async with app.run_test() as pilot:
        app.follow(Link("articles", "asking-kindly"))
        await until(pilot, lambda: isinstance(app.screen, ArticleScreen) and app.screen.has_arrived)
        await pilot.press("d")
        await until(pilot, lambda: "esc Back" in lines(app)[-1] and app.screen.query(PauseForm))
        assert app.screen.query(PauseForm) and "esc Back" in lines(app)[-1]
        app.screen.query_one("#where").focus()
        await pilot.press("escape")
        assert app.screen.query_one(PauseForm).has_focus
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, ArticleScreen) and app.screen.has_arrived)
        assert isinstance(app.screen, ArticleScreen) and app.screen.reader.has_focus


async def test_who_came_to_a_pause_by_its_key_stays_there(app_at: AppAt) -> None:
    app = app_at(Place.READ)
    async with app.run_test() as pilot:
        app.follow(parse_link("pause"))
        await until(pilot, lambda: app.screen.query(PauseForm))
        await pilot.press("4", "2")
        await until(pilot, lambda: app.screen.query(PauseForm) and "esc Back" not in lines(app)[-1])
        assert "esc Back" not in lines(app)[-1]
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen.query(PauseForm)
