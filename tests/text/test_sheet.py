"""The sheet for the therapy hour: every word stays a word, and the page asks for nothing."""

import re
from datetime import date, timedelta
from typing import Any

import html5lib
import pytest

from companion.domain.context_note import ContextNote
from companion.domain.entry import Entry, Who
from companion.domain.person import Names
from companion.domain.review.period import Period
from companion.domain.review.section import Part
from companion.domain.review.sentences import NOTE
from companion.domain.review.sheet import USUAL, Quote, Sheet, quotes_of, sheet
from companion.storage.content_file import read_style
from companion.text.plain import one_line
from companion.text.sheet_html import sheet_html
from companion.text.sheet_markdown import sheet_markdown
from tests.domain.review.logs import END, YEAR, entry, missed, review

HOSTILE = "</style><script>alert(1)</script><img src=http://evil.example/x> & \"q\" 'q' \x1b[31m [red] | 1. مرحبا 🌧"
SVG = "{http://www.w3.org/2000/svg}"


def a_log() -> list[Entry]:
    """Half a year: a pattern, feelings, a strength each day."""
    days = [
        entry(
            day, "heated" if day % 3 else "good", strength=day % 11, feelings=("hurt",) if day % 2 else (), need="rest"
        )
        for day in range(180, 360)
    ]
    return [*days, *(missed(day, repairs=("sorry",), by=Who.THEM, person="Anna Berg") for day in range(200, 260, 7))]


def made(entries: list[Entry], parts: Any = tuple(Part), quotes: list[Quote] | None = None, **more: Any) -> Sheet:
    return sheet(review(entries, **more), parts, quotes or [], {})


def page(of: Sheet) -> str:
    return sheet_html(of, read_style("sheet_page.css"))


def parsed(text: str) -> Any:
    """The page's tree; fails where a strict parser finds anything wrong with it."""
    return html5lib.HTMLParser(strict=True).parse(text)


def words(tree: Any) -> str:
    return "".join(tree.itertext())


@pytest.mark.parametrize(
    "entries",
    [[], [entry(200)], [entry(200 + day, "heated", strength=10) for day in range(6)], a_log()],
    ids=["empty", "one", "all hard", "half a year"],
)
def test_the_page_is_whole_whatever_was_noted(entries: list[Entry]) -> None:
    tree = parsed(page(made(entries)))
    assert NOTE in words(tree)
    for part in Part:
        assert part.label in words(tree)


def test_pictures_are_drawn_where_there_is_enough_and_said_for_those_who_do_not_see_them() -> None:
    charts = list(parsed(page(made(a_log()))).iter(f"{SVG}svg"))
    assert len(charts) == 6  # days, kinds, strength, hours, feelings, needs
    days, kinds, strength, hours, feelings, needs = (chart.get("aria-label") for chart in charts)
    assert ". 30 June 2026 good; 1 July 2026 hard; " in days
    assert kinds.startswith("Kinds per week. It got heated 120, A good moment 60, I was not heard 9 in all; ")
    assert "; 2026-W30 It got heated 5, A good moment 2, I was not heard 1; " in kinds
    assert ". 2026-W27 6.5, moving average 6.5; 2026-W28 3.6, moving average 4.9; " in strength
    assert ". Monday 13:00 9, 14:00 25; Tuesday 13:00 9, 14:00 17; " in hours
    assert feelings == "Feelings. hurt 90."
    assert needs == "Needs. rest 180."
    assert not list(parsed(page(made([]))).iter(f"{SVG}svg"))


def test_nothing_is_fetched() -> None:
    text = page(made(a_log(), quotes=[Quote(day=date(2026, 3, 3), words=HOSTILE, is_theirs=True)]))
    tree = parsed(text)
    assert {each.tag.split("}")[-1] for each in tree.iter() if isinstance(each.tag, str)} == {
        "html", "head", "meta", "title", "style", "body", "header", "h1", "p", "main", "section", "h2", "svg", "text",
        "rect", "line", "circle", "path", "ul", "li", "blockquote", "cite", "footer",
    }  # fmt: skip
    names = {name for each in tree.iter() for name in (each.attrib if isinstance(each.tag, str) else ())}
    assert not {name for name in names if re.search(r"href|src|^on|style$", str(name))}
    assert "default-src 'none'" in next(each.get("content") for each in tree.iter() if each.get("http-equiv"))
    assert "url(" not in text
    assert "@import" not in text


def test_words_stay_words_in_the_page() -> None:
    notes = [ContextNote(what=HOSTILE, since=date(2026, 7, 1), until=date(2026, 8, 1))]
    entries = [
        *a_log(),
        *(entry(day, HOSTILE, feelings=(HOSTILE,), need=HOSTILE, strength=5) for day in range(300, 305)),
    ]
    quotes = [Quote(day=date(2026, 3, 3), words=f"{HOSTILE}\nsecond line", is_theirs=True, person="<b>")]
    text = page(made(entries, quotes=quotes, notes=notes))
    assert "\x1b" not in text
    tree = parsed(text)
    said = HOSTILE.replace("\x1b", " ")
    assert words(tree).count(one_line(HOSTILE)) >= 4
    assert f"{said}\nsecond line" in words(tree)
    assert "3 March 2026, <b>" in words(tree)


def test_ten_thousand_letters_fit() -> None:
    notes = [ContextNote(what="w" * 10_000, since=date(2026, 7, 1))]
    text = page(made(a_log(), quotes=[Quote(day=date(2026, 3, 3), words="x" * 10_000, is_theirs=False)], notes=notes))
    assert "x" * 10_000 in words(parsed(text))


def test_the_styles_go_in_as_they_are() -> None:
    css = read_style("sheet_page.css")
    assert css in page(made([]))
    assert "size: A4" in css


def test_persons_stand_by_their_initials_alone() -> None:
    entries = a_log()
    found = sheet(review(entries, person="Anna Berg"), tuple(Part), [], {})
    for text in (page(found), sheet_markdown(found)):
        assert "with AB" in text
        assert "Anna" not in text
    assert quotes_of(missed(3, person="Anna Berg", quote="No."))[0].person == "AB"


def test_persons_with_the_same_initials_are_told_apart_on_it() -> None:
    log = [missed(200 + day, person=person, quote="No.") for day, person in enumerate(("Sam", "Sofia"))]
    names = Names.among(log, whole=False)
    text = sheet_markdown(sheet(review(log), (Part.PATTERNS,), quotes_of(log[1], names), {}, names))
    assert "with Sa: 1 entry" in text
    assert "2026, So\n" in text
    assert "Sofia" not in text


def test_the_weeks_of_each_kind_are_a_table_that_reads_as_it_is() -> None:
    log = [entry(350, "heated"), entry(351, "heated"), entry(357, HOSTILE), entry(10, "good")]
    text = sheet_markdown(made(log, parts=(Part.KINDS,)))
    head, line, *rows = (each for each in text.splitlines() if each.startswith("| "))
    assert len({len(each) for each in (head, line, *rows)}) == 1
    assert head.split("|")[-3:] == ["53", " All ", ""]
    assert re.search(r"\| It got heated +\|(  \|){9} 2\|  \|  \| +2 \|", text)
    assert re.search(r"\| A good moment +\|(  \|){12} +1 \|", text)
    assert all(len(re.findall(r"(?<!\\)\|", each)) == len(re.findall(r"\|", head)) for each in rows)


def test_markdown_has_the_chosen_parts_in_their_order_with_n() -> None:
    text = sheet_markdown(made(a_log(), parts=(Part.FEELINGS, Part.DAYS)))
    assert re.findall(r"^## (.*)$", text, re.MULTILINE) == ["Days", "Feelings"]
    assert "- hurt: 90 of 189 entries" in text
    assert text.endswith(f"*{NOTE}*\n")


def test_words_stay_words_in_markdown() -> None:
    quote = Quote(day=date(2026, 3, 3), words="# no heading\n- no list\n\n<b>\x1b[31m *x*", is_theirs=False)
    text = sheet_markdown(made([], parts=(Part.DAYS,), quotes=[quote]))
    assert "\x1b" not in text
    assert "> \\# no heading\\\n> \\-" in text
    assert "> \\<b\\> \\[31m \\*x\\*\n>\n> 3 March 2026, my note" in text


def test_an_entry_offers_their_words_and_ones_own_note() -> None:
    both = entry(3, note="mine", quote="theirs")
    assert [(quote.words, quote.is_theirs) for quote in quotes_of(both)] == [("theirs", True), ("mine", False)]
    assert quotes_of(entry(3, "heated", quote=" ")) == []


def test_a_period_of_many_years_is_drawn_too() -> None:
    long = Period(date(2000, 1, 1), YEAR.until)
    parsed(page(made([entry(day, "heated", strength=3) for day in range(0, 300, 20)], period=long)))
    one_day = Period(YEAR.since, YEAR.since)
    parsed(page(made([entry(0, "heated", strength=3) for _ in range(6)], period=one_day, now=END - timedelta(days=1))))


def test_what_stands_on_it_usually_is_a_page_or_two() -> None:
    assert len(sheet_markdown(made(a_log(), parts=USUAL)).splitlines()) < 150
