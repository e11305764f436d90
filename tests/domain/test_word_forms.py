"""The forms of a word: the regular ones are made, the others stand in a table."""

import pytest

from companion.domain.word_forms import word_forms


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("care", "care cares cared caring"),
        ("talk", "talk talks talked talking"),
        ("stop", "stop stops stopped stopping"),
        ("show", "show shows showed showing"),
        ("listen", "listen listens listened listening"),
        ("cry", "cry cries cried crying"),
        ("annoy", "annoy annoys annoyed annoying"),
        ("push", "push pushes pushed pushing"),
        ("agree", "agree agrees agreed agreeing"),
        ("leave", "leave leaves left leaving"),
    ],
)
def test_a_word_brings_its_forms(word: str, forms: str) -> None:
    assert word_forms(word, {"leave": "leaves left leaving"}) == tuple(forms.split())
