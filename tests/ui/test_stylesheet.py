"""Our style sheet is quicker than Textual's, and says the same."""

import pytest
import textual.css.stylesheet
from textual.css.stylesheet import Stylesheet

from companion.domain.content import Link
from companion.resources import STYLES
from companion.ui.places import Place
from companion.ui.stylesheet import QuickStylesheet
from companion.ui.themes import DAWN, DUSK
from tests.conftest import AppAt

Rules = list[tuple[object, ...]]


def rules(sheet: Stylesheet) -> Rules:
    """Return of each rule: what it selects, what it sets, whether it is a default, and its rank."""
    return [
        (rule.selectors, repr(rule.styles.get_rules()), rule.styles.important, rule.is_default_rules, rule.tie_breaker)
        for rule in sheet.rules
    ]


async def test_after_a_tour_in_both_themes_the_rules_are_those_of_textuals_own_sheet(app_at: AppAt) -> None:
    app = app_at()
    async with app.run_test() as pilot:
        for theme in (DUSK, DAWN, DUSK):
            app.theme = theme.name
            for place in Place:
                app.go(place)
                await pilot.pause()
            for link in (Link("articles", "asking-kindly"), Link("exercises", "slow-six")):
                app.follow(link)
                await pilot.press("escape")
            await pilot.press("f1")
            await pilot.pause()
            await pilot.press("escape")
            assert isinstance(app.stylesheet, QuickStylesheet)
            stock = Stylesheet(variables=app.get_css_variables())
            stock.source = dict(app.stylesheet.source)
            stock.parse()
            assert rules(app.stylesheet) == rules(stock)
            assert len(stock.rules) > 100


async def test_every_sheet_of_ours_says_the_same_in_both_themes(app_at: AppAt) -> None:
    app = app_at()
    quick = QuickStylesheet(variables={})
    quick.read_all(sorted(STYLES.glob("*.tcss")))
    seen: list[Rules] = []
    async with app.run_test() as pilot:
        await pilot.pause()
        for theme in (DUSK, DAWN, DUSK):
            app.theme = theme.name
            stock = Stylesheet(variables=app.get_css_variables())
            stock.read_all(sorted(STYLES.glob("*.tcss")))
            stock.parse()
            quick.set_variables(app.get_css_variables())
            quick.reparse()
            assert rules(quick) == rules(stock)
            seen.append(rules(quick))
    assert seen[0] != seen[1]
    assert seen[0] == seen[2]


async def test_a_source_is_parsed_once(app_at: AppAt, monkeypatch: pytest.MonkeyPatch) -> None:
    app = app_at()
    async with app.run_test() as pilot:
        await pilot.pause()
        quick = QuickStylesheet(variables=app.get_css_variables())
        quick.read_all(sorted(STYLES.glob("*.tcss")))
        quick.parse()
        before = rules(quick)

        def parse(*_: object, **__: object) -> None:
            raise AssertionError("parsed again")

        monkeypatch.setattr(textual.css.stylesheet, "parse", parse)
        quick.set_variables(app.get_css_variables())
        quick.reparse()
        assert rules(quick) == before
