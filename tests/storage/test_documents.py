"""Documents that are only read when somebody looks: what is odd or damaged is the same as for a plain JSON reader."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from companion.storage.documents import read_tables
from companion.storage.tables import encode

ODD = (
    '{"entries":{"a":{"id":"a","note":"d\u00e9j\u00e0 \\u00e9 \\ud83d\\ude00 \u2014",'
    '"n":[1,2.5e3,null,true,-0.1]},"b":5}}'
)
SOUND = ODD.encode()


def looked_at(data: bytes) -> object:
    """Read all of it; what a plain reader does with it, it does too."""
    return {name: dict(table) for name, table in read_tables(data).items()}


@pytest.mark.parametrize(
    "text",
    [
        ODD,
        '{"entries":{"a":{"note":"\\ud800"}}}',
        '{"entries":{"a":{"n":1e999,"m":123456789012345678901234567890}}}',
        '{"entries":{"a":{"n":Infinity},"a":null}}',
        "{}",
        ' {"entries" : { } } ',
    ],
)
def test_what_a_plain_reader_reads_is_read_the_same_and_written_again(text: str) -> None:
    assert looked_at(text.encode()) == json.loads(text)
    assert json.loads(encode(read_tables(text.encode())).decode("utf-8", "surrogatepass")) == json.loads(text)


@pytest.mark.parametrize(
    "data", [b"", b"[]", b'{"a":5}', b"{", b'{"a":{"b":"\xff"}}', b'{"a":' * 9999, b'{"a":{"b":nul}}']
)
def test_what_is_damaged_is_refused_before_anybody_looks_at_it(data: bytes) -> None:
    with pytest.raises(ValueError):
        read_tables(data)


@settings(max_examples=300, deadline=None)
@given(st.integers(0, len(SOUND) - 1), st.integers(0, 3), st.binary(max_size=3))
def test_a_damaged_file_is_refused_or_read_as_a_plain_reader_does(at: int, gone: int, instead: bytes) -> None:
    data = SOUND[:at] + instead + SOUND[at + gone :]
    try:
        expected = json.loads(data)
    except ValueError:
        with pytest.raises(ValueError):
            read_tables(data)
        return
    if isinstance(expected, dict) and all(isinstance(table, dict) for table in expected.values()):
        assert looked_at(data) == expected


def test_a_value_is_let_go_of_when_its_document_changes() -> None:
    documents = read_tables(SOUND)["entries"]
    documents.made["a"] = documents.made["b"] = "made"  # type: ignore[attr-defined]
    documents["a"] = {"note": "new"}
    del documents["b"]
    assert not documents.made  # type: ignore[attr-defined]
    assert dict(documents) == {"a": {"note": "new"}}


def test_the_same_word_is_held_once() -> None:
    documents = read_tables(b'{"entries":{"a":{"kind":"ordinary"},"b":{"kind":"ordinary"}}}')["entries"]
    assert documents["a"]["kind"] is documents["b"]["kind"]
