"""The shorthand of the quick line: what each sign means, and that no word is lost."""

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.shorthand import Tags, read_line, say_shorthand
from companion.storage.library import Library
from tests.conftest import HOSTILE


def test_many_blanks_are_read_at_once(tags: Tags) -> None:
    began = perf_counter()
    assert read_line(f"a{' ' * 20_000}b", tags).note.split() == ["a", "b"]
    assert perf_counter() - began < 1


@pytest.fixture(scope="module")
def tags(library: Library) -> Tags:
    return Tags(library.vocabulary)


@pytest.mark.parametrize(
    ("line", "note", "values"),
    [
        ("he left", "he left", {}),
        ("he left !7 @S #work", "he left", {"strength": 7, "person": "S", "context": ("work",)}),
        ("#work, he left.", "he left.", {"context": ("work",)}),
        ("he left #work, late", "he left, late", {"context": ("work",)}),
        ("#poor-sleep #POOR-SLEEP x", "x", {"context": ("poor sleep",)}),
        ("#can't-find-words #can’t-find-words x", "x", {"body": "can't find words"}),
        ("x #i-was-not-heard", "x", {"kind": "not-heard"}),
        ("x #not-heard", "x", {"kind": "not-heard"}),
        ("x #calm", "x", {"feelings": ("calm",)}),
        ("x #need:calm #repair:fix", "x", {"need": "calm", "repairs": ("fix",)}),
        ("x #fix", "x", {"miss": "fix"}),
        ("x #hurt #torn", "x", {"feelings": ("hurt", "torn")}),
        ("x #bridged #comfort #toward", "x", {"mended": "bridged", "offer": "comfort", "reply": "toward"}),
        ("argued with @Sam about #money", "argued with Sam about money", {"person": "Sam", "context": ("money",)}),
        ("x @sam @Mum", "x", {"person": "Sam, Mum"}),
        (r"\#work \!7 \@S x", "#work !7 @S x", {}),
        ("what!! c#3 a@b.c # ! @ @3 !wow", "what!! c#3 a@b.c # ! @ @3 !wow", {}),
        ("!3 !5 x", "x", {"strength": 5}),
        ("!10", "", {"strength": 10}),
        (HOSTILE, HOSTILE.strip(), {}),
    ],
)
def test_signs_fill_fields_and_all_else_is_the_note(
    tags: Tags, line: str, note: str, values: dict[str, object]
) -> None:
    said = read_line(line, tags, ["Sam"])
    assert (said.note, said.values) == (note, values)
    assert not said.unknown


@pytest.mark.parametrize(
    ("line", "why", "near"),
    [
        ("x #wok", "is not on the lists", "#work"),
        ("x #wo", "is not on the lists", "#work"),
        ("x #qqqqqq", "is not on the lists", ""),
        ("x #" + "y" * 10_000, "is not on the lists", ""),
        ("x !11", "is not 0 to 10", ""),
        ("x !999999999999999999999", "is not 0 to 10", ""),
        ("x #heated #tears", "would be a second kind", ""),
        ("x #hurt #torn #calm #fond", "would be more than 3 feelings", ""),
    ],
)
def test_a_sign_that_means_nothing_stays_and_is_said(tags: Tags, line: str, why: str, near: str) -> None:
    said = read_line(line, tags)
    (unknown,) = said.unknown
    assert (unknown.why, unknown.near) == (why, near)
    assert said.note.endswith(unknown.said)


def test_what_was_understood_is_said_in_a_line(tags: Tags) -> None:
    said = read_line("x #work #i-was-not-heard !7 @S #hurt", tags)
    assert say_shorthand(said, tags, "S") == "strength 7 · S · I was not heard · hurt · work"


@given(st.text(max_size=60))
def test_a_line_without_signs_is_its_own_note(tags: Tags, line: str) -> None:
    plain = line.translate({ord(sign): "" for sign in "#!@\\"})
    assert read_line(plain, tags).note == plain.strip()


@given(st.text(alphabet="#!@\\ab7-., ", max_size=40))
def test_no_line_is_too_odd_to_be_read_and_every_plain_word_stays(tags: Tags, line: str) -> None:
    note = read_line(line, tags).note
    plain = [word for word in line.split() if not set("#!@\\") & set(word)]
    assert all(word.strip(".,-") in note for word in plain)
