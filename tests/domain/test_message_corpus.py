"""The message check against sentences with known classes: how much of what it says is right, and how much it finds."""

from pathlib import Path

import pytest
import yaml

from companion.domain.message_check import MessageCheck
from companion.domain.message_rule import MessageClass
from companion.storage.library import Library

CORPUS = Path(__file__).with_name("message_corpus.yaml")
CLEAN = "clean"
LEAST = 0.97
"""Of sentences that the rules were written with; what is asked of those they never saw is 0.9."""
LEAST_CLEAN = 0.49
"""A part of the sentences: kind words found fault with are what a rule does wrong most easily."""


def labelled() -> list[tuple[str, set[str]]]:
    """Return the sentences and their classes."""
    kinds = yaml.safe_load(CORPUS.read_text(encoding="utf-8"))
    return [(text, {*key.split()} - {CLEAN}) for key, texts in kinds.items() for text in texts]


def test_what_is_found_in_the_corpus_is_right_and_whole(library: Library, capsys: pytest.CaptureFixture[str]) -> None:
    check = MessageCheck(library.message_rules)
    hits = false = missed = 0
    wrong = []
    for text, wanted in labelled():
        found = {finding.kind.value for finding in check.read(text)}
        hits, false, missed = hits + len(found & wanted), false + len(found - wanted), missed + len(wanted - found)
        if found != wanted:
            wrong.append(f"{text!r}: {sorted(found)}, labelled {sorted(wanted)}")
    precision, recall = hits / (hits + false), hits / (hits + missed)
    with capsys.disabled():
        print(f"\nmessage check: precision {precision:.3f}, recall {recall:.3f}, {len(labelled())} sentences")
    assert min(precision, recall) >= LEAST, "\n".join(wrong)


def test_the_corpus_is_large_half_clean_and_has_every_class(capsys: pytest.CaptureFixture[str]) -> None:
    rows = labelled()
    clean = sum(not kinds for _, kinds in rows)
    with capsys.disabled():
        print(f"\nmessage corpus: {len(rows)} sentences, {clean} of them clean")
    assert len(rows) >= 3000
    assert len({text for text, _ in rows}) == len(rows)
    assert clean >= LEAST_CLEAN * len(rows)
    assert {kind for _, kinds in rows for kind in kinds} == set(MessageClass)


def test_safety_stands_alone_in_the_corpus_as_it_does_in_the_check() -> None:
    assert all(kinds == {MessageClass.SAFETY} for _, kinds in labelled() if MessageClass.SAFETY in kinds)
