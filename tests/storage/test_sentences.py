"""Reading the sentences of Now without a parser."""

from pathlib import Path

import pytest

from companion.resources import LIBRARY
from companion.storage.library import Library
from companion.storage.sentences import read_sentences

PLAIN = "- id: far-away\n  sentence: They are here, but far away\n  say: hello\n"


def test_the_shipped_sentences_are_plain_and_read_as_yaml_reads_them() -> None:
    parsed = {each.id: each.sentence for each in Library(LIBRARY).situations.values()}
    assert list((read_sentences(LIBRARY / "situations.yaml") or {}).items()) == list(parsed.items())


@pytest.mark.parametrize(
    "other",
    ['- id: quoted\n  sentence: "They left"\n', "- id: mark\n  sentence: They said: no\n", "- sentence: No id\n"],
)
def test_a_file_that_is_not_plain_is_left_to_the_parser(tmp_path: Path, other: str) -> None:
    path = tmp_path / "situations.yaml"
    path.write_text(PLAIN, encoding="utf-8")
    assert read_sentences(path) == {"far-away": "They are here, but far away"}
    path.write_text(PLAIN + other, encoding="utf-8")
    assert read_sentences(path) is None


def test_a_file_that_is_missing_is_left_to_the_parser(tmp_path: Path) -> None:
    assert read_sentences(tmp_path / "situations.yaml") is None
