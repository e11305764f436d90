"""Marked words are found again in a text that has changed, and nothing else is taken for them."""

import re
from difflib import SequenceMatcher

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from companion.domain.bookmark import first_words
from companion.domain.highlight import CONTEXT, Quote
from companion.resources import LIBRARY
from companion.storage.library import Library
from companion.text.anchors import Running, locate, locate_paragraph
from companion.text.blocks import Block, Run
from companion.text.flow import Flow
from companion.text.whole import article_whole

_LIBRARY = Library(LIBRARY)
ARTICLES = [Running(Flow(article_whole(each, _LIBRARY).text).blocks) for each in _LIBRARY.articles.values()]
TEXTS = [each.text for each in ARTICLES]
EDITS = st.sampled_from(["", "x", ", really", "’", "word", " and so on"])
TEXT = "Say it once. Then wait. You can say it once more, later. Room is no wall. Then wait."


def blocks(*paragraphs: str) -> list[Block]:
    return [Block(number, (Run(words),)) for number, words in enumerate(paragraphs)]


def quote(text: str, words: str, number: int = 0) -> Quote:
    start = [match.start() for match in re.finditer(re.escape(words), text)][number]
    return Running(blocks(text)).quote(start, start + len(words))


def found(quoted: Quote, text: str) -> str | None:
    place = locate(quoted, text)
    return None if place is None else text[slice(*place)]


def edit(text: str, at: int, by: str) -> str:
    """Put something in before the word that begins at or after a place; nothing to put in takes that word away."""
    match = re.compile(r"\b\w").search(text, at)
    if match is None:
        return text
    if by:
        return text[: match.start()] + by.strip() + " " + text[match.start() :]
    return text[: match.start()] + re.sub(r"^\w+", "", text[match.start() :])


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_any_words_of_any_article_are_found_after_three_small_edits_around_them_and_one_inside(
    data: st.DataObject,
) -> None:
    text = data.draw(st.sampled_from(TEXTS))
    starts = [match.start() for match in re.finditer(r"\S+", text)]
    first = data.draw(st.integers(0, len(starts) - 13))
    begin, end = starts[first], starts[first + data.draw(st.integers(5, 12))]
    words = text[begin:end].rstrip()
    quoted = Running(blocks(text)).quote(begin, begin + len(words))
    before, after, inside = text[:begin], text[begin + len(words) :], words
    for number in range(data.draw(st.integers(0, 3))):
        by = data.draw(EDITS)
        off = CONTEXT if number else 0  # one of them may be right beside the words
        if data.draw(st.booleans()):
            at = data.draw(st.integers(0, max(0, len(before) - off)))
            before = edit(before[:at], max(0, at - CONTEXT), by) + before[at:]
        else:
            after = edit(after, data.draw(st.integers(min(off, len(after)), len(after))), by)
    if data.draw(st.booleans()):
        inside = edit(words, data.draw(st.integers(1, len(words) // 2)), "very")
    place = locate(quoted, before + inside + after)
    assert place is not None
    start, stop = place
    assert abs(start - len(before)) <= 12 and abs(stop - len(before) - len(inside)) <= 12


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_words_that_are_gone_are_found_nowhere(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(TEXTS))
    starts = [match.start() for match in re.finditer(r"\S+", text)]
    first = data.draw(st.integers(0, len(starts) - 42))
    begin, end = starts[first], starts[first + data.draw(st.integers(1, 40))]
    quoted = Running(blocks(text)).quote(begin, end)
    without = text[:begin] + text[end:]
    place = locate(quoted, without)
    if place is not None:  # only where most of the very same words stand again
        there, gone = without[slice(*place)].split(), quoted.words.split()
        assert sum(block.size for block in SequenceMatcher(None, there, gone).get_matching_blocks()) >= len(gone) / 2


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_words_of_one_article_are_not_found_in_another(text: str) -> None:
    other = TEXTS[(TEXTS.index(text) + 7) % len(TEXTS)]
    middle = text.index(" ", len(text) // 2)
    assert found(Running(blocks(text)).quote(middle + 1, middle + 120), other) is None


def test_of_words_that_stand_twice_those_are_found_that_were_marked() -> None:
    last = quote(TEXT, "Then wait.", 1)
    assert locate(last, TEXT) == (len(TEXT) - 10, len(TEXT))
    assert locate(last, "Well. " + TEXT) == (len(TEXT) - 4, len(TEXT) + 6)


def test_a_single_word_is_not_taken_for_the_same_word_elsewhere() -> None:
    marked = quote(TEXT, "Room")
    assert found(marked, TEXT) == "Room"
    assert found(marked, "Room to think is what some people need more than anything. Say it once.") is None


def test_retyped_quotes_dashes_and_blanks_make_no_difference() -> None:
    marked = quote('It\'s "no wall" - it is a door for both of you.', '"no wall" - it is')
    assert found(marked, "It’s “no wall” –\nit is a door for both of you.") == "“no wall” –\nit is"


def test_a_slip_in_the_only_word_may_be_mended() -> None:
    marked = quote("What you recieve is what they meant to give.", "recieve")
    assert found(marked, "What you receive is what they meant to give.") == "receive"


def test_words_inside_a_word_are_found() -> None:
    marked = quote("Mind the windowpane and the door beside it.", "indowpane and the d")
    assert found(marked, "Do mind the windowpane and the door beside it.") == "indowpane and the d"


def test_words_without_anything_around_them_are_found_where_they_stand() -> None:
    assert locate(Quote("all of it"), "all of it") == (0, 9)
    assert locate(Quote(" "), "all of it") is None
    assert locate(Quote("all"), "") is None


def test_a_paragraph_is_known_by_its_first_words() -> None:
    shown = blocks(
        "A title", "It’s the first one, and it goes on for a good while longer than sixty characters.", "End"
    )
    words = first_words(shown[1].words)
    assert words == "It’s the first one, and it goes on for a good while longer"
    assert locate_paragraph(words, shown) == 1
    assert locate_paragraph(words, blocks("New", *(each.words.replace("first", "very first") for each in shown))) == 2
    assert locate_paragraph(words, [*shown[:1], *shown[2:]]) is None


def test_a_long_text_is_looked_through_in_a_moment() -> None:
    text = " ".join(TEXTS) * 3
    marked = quote(text, TEXTS[3][200:900])
    changed = text.replace("you ", "you all ")
    place = locate(marked, changed)
    assert place is not None
    assert changed[place[0] :][:20] == TEXTS[3][200:220].replace("you ", "you all ")[:20]
