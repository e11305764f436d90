"""Each rule for an article's front matter and for its claims finds what it is there to find."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from companion.domain.article import Article, Side
from companion.domain.source import Fact, Firmness, Source, Sources
from tests.shipped import claim_rules as claims
from tests.shipped import front_rules as front

KNOWN = Sources(
    facts={
        "A1": Fact(firmness=Firmness.MODERATE, claim="It goes together.", sources=("foran-2020",)),
        "A4": Fact(firmness=Firmness.EARLY, claim="Small.", sources=("foran-2020",)),
        "B2": Fact(firmness=Firmness.MODERATE, claim="Diaries of 116 couples.", sources=("papp-2009",)),
        "C7": Fact(firmness=Firmness.STRONG, claim="It helps.", sources=("papp-2009",)),
        "J8": Fact(firmness=Firmness.CONSENSUS, claim="No score."),
    },
    sources={"foran-2020": Source(text="Foran (2020)."), "papp-2009": Source(text="Papp (2009).")},
)
FRONT: dict[str, Any] = {
    "slug": "a-walk", "title": "A walk", "side": "both", "topic": "calm", "minutes": 2,
    "summary": "Go round the block.", "tags": ["walk", "calm", "body"], "facts": ["A1"], "sources": ["foran-2020"],
    "do": "log", "next": ["articles/a-nap", "articles/a-bath"], "updated": date(2026, 11, 22), "text": "word " * 400,
}  # fmt: skip


def an_article(text: str = "Studies suggest that it helps.", facts: tuple[str, ...] = ("A1",), **more: Any) -> Article:
    """Return an article that keeps the rules but for what is given."""
    sources = more.get("sources", ("foran-2020",))
    return Article(
        slug="a-walk", title="A walk", side=Side.BOTH, topic="calm", minutes=2, summary="Go round the block.",
        tags=("walk",), facts=facts, sources=sources, next=("articles/a-nap",), do="log", updated=date(2026, 11, 22),
        text=text,
    )  # fmt: skip


CLAIMS: list[tuple[Callable[[Article, Sources], list[str]], Article]] = [
    (claims.unknown_names, an_article(facts=("A1", "Z9"))),
    (claims.unknown_names, an_article(sources=("foran-2020", "nobody-1999"))),
    (claims.from_memory, an_article(facts=("A1", "A4"))),
    (claims.on_nothing, an_article(facts=("J8",), sources=())),
    (claims.foreign_sources, an_article(sources=("foran-2020", "papp-2009"))),
    (claims.unbacked_facts, an_article(facts=("A1", "B2"))),
    (claims.too_firm, an_article("Research shows that it helps.")),
    (claims.too_firm, an_article("Therapists often suggest a walk.")),
    (claims.too_firm, an_article("Studies suggest that it helps.", facts=("J8",))),
    (claims.foreign_figures, an_article("In diaries of 116 US couples it held.")),
    (claims.foreign_figures, an_article("It was 2,092 people.")),
]


@pytest.mark.parametrize(("rule", "bad"), CLAIMS)
def test_a_claim_that_nothing_carries_is_found(rule: Callable[[Article, Sources], list[str]], bad: Article) -> None:
    assert rule(bad, KNOWN)


def test_what_the_facts_carry_is_let_pass() -> None:
    text = "Research shows it. In diaries of 116 couples it held. After 45 minutes they ate.\n\n> Of 99 people, you."
    fine = an_article(text, facts=("B2", "C7"), sources=("papp-2009",))
    for rule in claims.FOR_CLAIMS:
        assert rule(fine, KNOWN) == [], rule.__name__


FRONTS: list[tuple[Callable[[dict[str, Any]], list[str]], dict[str, Any]]] = [
    (front.missing_keys, {"tags": []}),
    (front.missing_keys, {"do": None}),
    (front.bad_summary, {"summary": "No stop"}),
    (front.bad_summary, {"summary": "Go round " + "the block " * 9 + "."}),
    (front.bad_date, {"updated": "2026-11-22"}),
    (front.bad_date, {"updated": date(1970, 1, 1)}),
    (front.bad_ways_on, {"next": ["articles/a-nap"]}),
    (front.bad_ways_on, {"next": ["articles/a-nap", "articles/a-nap"]}),
    (front.bad_ways_on, {"next": ["articles/a-nap", "articles/a-walk"]}),
    (front.bad_tags, {"tags": ["walk"]}),
    (front.bad_tags, {"tags": ["walk", "walk", "calm"]}),
    (front.bad_tags, {"tags": ["Walk", "calm", "body"]}),
    (front.untrue_minutes, {"minutes": 4}),
    (front.wrong_length, {"text": "word " * 349}),
    (front.wrong_length, {"text": "word " * 651}),
    (front.wrong_length, {"text": "word " * 601, "side": "safety"}),
]


@pytest.mark.parametrize(("rule", "bad"), FRONTS)
def test_front_matter_that_is_not_sound_is_found(
    rule: Callable[[dict[str, Any]], list[str]], bad: dict[str, Any]
) -> None:
    assert rule(FRONT) == []
    assert rule(FRONT | bad)


def test_no_rule_goes_without_something_that_breaks_it() -> None:
    assert {rule for rule, _ in CLAIMS} == set(claims.FOR_CLAIMS)
    assert {rule for rule, _ in FRONTS} == set(front.FOR_FRONT_MATTER)
