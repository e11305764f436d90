"""Hits of words in a text, whatever their looks, capitals, quotes and lines."""

from time import perf_counter

import pytest

from companion.text.flow import Flow
from companion.text.hits import Hits
from companion.text.spans import Span, Spot, words_of

TEXT = "# A Pause\n\nA pause isn’t a **pau**se of love.\n\n- take  a\n  pause · よりそい pause\n"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("pause", ["Pause", "pause", "pause", "pause", "pause"]),
        ("isn't A", ["isn’t a"]),
        ("a pause", ["A Pause", "A pause", "a pause", "a pause"]),
        ("take a pause", ["take a pause"]),
        ("よりそい", ["よりそい"]),
        (".*", []),
        ("  ", []),
    ],
)
def test_words_are_found_whatever_their_looks_capitals_quotes_and_lines(words: str, found: list[str]) -> None:
    blocks = Flow(TEXT).blocks
    assert [words_of(span, blocks) for span in Hits(words, blocks)] == found


def test_a_hit_lies_in_one_block_and_is_known_by_its_number() -> None:
    blocks = Flow("pause\n\npause a pause\n\nnothing\n\npause\n").blocks
    hits = Hits("pause", blocks)
    assert list(hits.on(1)) == [(1, Span(Spot(1, 0), Spot(1, 5))), (2, Span(Spot(1, 8), Spot(1, 13)))]
    assert list(hits.on(2)) == []
    assert hits[-1] == Span(Spot(3, 0), Spot(3, 5))
    assert hits[1:3] == [span for _, span in hits.on(1)]
    assert [hits.from_(Spot(*spot)) for spot in ((0, 0), (0, 1), (1, 8), (2, 0), (3, 1))] == [0, 1, 2, 3, 4]
    assert not Hits("pause nothing", blocks)


def test_words_in_cells_and_in_code_are_found() -> None:
    blocks = Flow("| a room | b |\n|---|---|\n| x | room |\n\n```\n  room\n```\n").blocks
    assert len(Hits("room", blocks)) == 3


def test_a_single_letter_of_twenty_thousand_words_is_found_within_a_frame() -> None:
    blocks = Flow("\n\n".join(["the words that were said here " * 16] * 210)).blocks
    took = []
    for _ in range(5):
        begun = perf_counter()
        hits = Hits("e", blocks)
        took.append(perf_counter() - begun)
    assert len(hits) > 15_000
    assert min(took) < 0.05  # 5 ms here; the bound is for a busy machine
