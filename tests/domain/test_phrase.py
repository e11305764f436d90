"""Phrases as they are written: what each of their signs finds, and what it does not."""

import pytest

from companion.domain.levelled_words import read_words
from companion.domain.phrase import Phrases

LISTS = {"PET": "cat dog", "ANIMAL": "PET cow"}


def found(phrase: str, text: str) -> list[str]:
    phrases = Phrases(LISTS, ["so", "very"], {"leave": "leaves left leaving"})
    phrases.add([phrase], "it")
    return [text[each.start : each.end] for each in phrases.find(read_words(text, {}))]


@pytest.mark.parametrize(
    ("phrase", "text", "there"),
    [
        ("you always", "You always win", ["You always"]),
        ("you are lazy", "You are so very lazy", ["You are so very lazy"]),
        ("you|they win", "They win", ["They win"]),
        ("you (are late|never call)", "You never call", ["You never call"]),
        ("you (are (late|lazy)|never call) again", "You are lazy again", ["You are lazy again"]),
        ("you (can (not|never)?|will) win", "You can win", ["You can win"]),
        ("you (can (not|never)?|will) win", "You can not win", ["You can not win"]),
        ("you always? win", "You win", ["You win"]),
        ("my ANIMAL", "my cow, my dog", ["my cow", "my dog"]),
        ("leave+ me", "Leaving me", ["Leaving me"]),
        ("you ~2 win", "You may well win", ["You may well win"]),
        ("you ~2 win", "You may. I win", []),
        ("you ~1 win", "You may very well yet win", []),
        ("^ you win $", "Well. You win!", ["You win"]),
        ("^ you win", "Then you win", []),
        ("you win ?", "You win?", ["You win"]),
    ],
)
def test_a_phrase_finds_what_it_says(phrase: str, text: str, there: list[str]) -> None:
    assert found(phrase, text) == there


@pytest.mark.parametrize("phrase", ["", "~2 you", "(~1 you", "you) win", "HORSE wins", "a (PET|HORSE)"])
def test_what_is_no_phrase_is_refused_before_a_text_is_read(phrase: str) -> None:
    with pytest.raises(ValueError, match="expected"):
        found(phrase, "")
