"""Finding words in all there is: mistyped ones, parts of them, in any script; and why each piece was found."""

import os
import sqlite3
import sys
import unicodedata
from pathlib import Path

import pytest

from companion.domain.content import Link
from companion.resources import LIBRARY
from companion.storage.library import Library
from companion.storage.search.document import PRIVATE, Document, Hit, Kind
from companion.storage.search.index import Search
from companion.storage.search.library_documents import library_documents, own_article_documents


@pytest.fixture(scope="module")
def search() -> Search:
    return Search(library_documents(Library(LIBRARY)))


def piece(text: str, slug: str = "one", kind: Kind = Kind.ARTICLE, title: str = "") -> Document:
    return Document(kind=kind, link=Link("articles", slug), title=title, text=text)


def only_hit(text: str, typed: str) -> Hit:
    (hit,) = Search([piece(text)]).find(typed).hits
    return hit


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("asking kindly", "asking-kindly"),
        ("kindly ask", "asking-kindly"),
        ("breath", "breathing-that-is-worth-your-time"),
        ("brething", "breathing-that-is-worth-your-time"),
        ("pasue promise", "a-pause-with-a-promise"),
        ("guil", "the-guilt-that-tags-along"),
        ("contrl", "silence-that-punishes"),
        ("stonewaling", "the-sting-of-contempt"),
        ("mentl load", "the-invisible-list"),
        ("invisibl list", "the-invisible-list"),
    ],
)
def test_the_right_article_is_among_the_first(search: Search, typed: str, slug: str) -> None:
    articles = [hit.link.slug for hit in search.find(typed).hits if hit.kind is Kind.ARTICLE]
    assert any(found.startswith(slug) for found in articles[:3]), articles


@pytest.mark.parametrize("word", ["lonely", "missing", "feelings", "relationship", "apologies", "guilty", "happy"])
def test_every_beginning_of_a_word_finds_it_while_it_is_typed(word: str) -> None:
    search = Search([piece(f"So {word} again.")])
    assert all(search.find(word[:end]).hits for end in range(1, len(word) + 1))


@pytest.mark.parametrize("word", ["silence", "breathing", "relationship", "promise"])
def test_a_slip_at_the_third_letter_is_forgiven_as_soon_as_four_are_typed(word: str) -> None:
    search = Search([piece(f"About {word} and more.")])
    slipped = f"{word[:2]}{word[3]}{word[2]}{word[4:]}"
    for end in range(4, len(word) + 1):
        results = search.find(slipped[:end])
        assert results.is_near and results.hits[0].marked == (word,), slipped[:end]


@pytest.mark.parametrize(
    "typed",
    ["", "   ", '"', "' OR 1=1 --", "*", "NEAR(", "NEAR/3 -", "title:", "\x02", "(((", "zzzzqqqq", "a AND", "NOT b",
     "^x", "{a b}", "a\0b", "\ud800", "_", "\u200b", "½", "हिन्दी", "🌧", "a " * 5_000, "x" * 10_000, "-" * 999],
)  # fmt: skip
def test_nothing_that_can_be_typed_breaks_it(search: Search, typed: str) -> None:
    assert isinstance(search.find(typed).hits, list)


@pytest.mark.parametrize(
    "text", ["\ud800 lone", "\0 lone", "lone\x02\x03", "\u200blone", "lone " * 100_000, "[](lone) lone"]
)
def test_nothing_that_can_be_written_breaks_it(text: str) -> None:
    hit = only_hit(text, "lone")
    assert "lone" in hit.snippet
    assert not {"\x02", "\x03", "\u200b", "\0"} & {*hit.snippet}


@pytest.mark.parametrize(
    ("text", "typed", "marked"),
    [
        ("Grüße von Oma", "grusse", None),
        ("Grüße von Öma", "oma", "Öma"),
        ("So süß", "SÜSS", None),
        ("Zoë called", "zoe", "Zoë"),
        ("plain cafe", "café", "cafe"),
        (unicodedata.normalize("NFD", "Später, Café"), "spater", unicodedata.normalize("NFD", "Später")),
        ("忙しい一日でした。", "一日", "一日"),
        ("我们昨天分手了。", "分手", "分手"),
        ("어제 헤어졌어요", "헤어", "헤어"),
        ("ฉันเหงามาก", "เหงา", "เหงา"),
        ("Мне одиноко", "один", "одиноко"),
        ("don’t go", "don't", "don’t"),
    ],
)
def test_accents_do_not_matter_and_any_script_is_found(text: str, typed: str, marked: str | None) -> None:
    hits = Search([piece(text)]).find(typed).hits
    assert [hit.marked for hit in hits] == ([(marked,)] if marked else [])


@pytest.mark.parametrize(
    ("text", "typed"),
    [("The further shore is safe.", "für"), ("The further shore is safe.", "café"), ("a safe place", "cafe\u0301")],
)
def test_accents_turn_no_word_into_another(text: str, typed: str) -> None:
    assert Search([piece(text)]).find(typed).hits == []


@pytest.mark.parametrize("typed", ["Spät", "spät", "SPÄTER", "spa\u0308t", "spat"])
def test_the_beginning_of_a_word_with_accents_finds_it(typed: str) -> None:
    assert Search([piece("Wir reden später.")]).find(typed).hits


def test_a_snippet_shows_the_words_it_was_found_by(search: Search) -> None:
    hit = search.find("guilt").hits[0]
    assert "guilt" in hit.snippet.lower()
    assert "](" not in hit.snippet
    assert {word.lower() for word in hit.marked} <= {"guilt", "guilty", "guilts"}


def test_a_snippet_is_the_stretch_with_the_most_of_the_words_and_names_its_line() -> None:
    text = "A cup stood there.\n\n- Tea is warm.\n- Then the cup of tea fell."
    hit = only_hit(text, "tea cup")
    assert hit.snippet == "Then the cup of tea fell."
    assert hit.place == 3


def test_a_snippet_of_an_unspaced_script_shows_what_stands_around_the_word() -> None:
    text = "我们昨天晚上说了很多话，后来他说需要一点空间，我不知道该怎么回答他。" * 3
    hit = only_hit(text, "空间")
    assert "需要一点空间，我不知道" in hit.snippet and len(hit.snippet) <= 70


def test_a_piece_found_by_its_title_shows_its_summary_and_has_no_place() -> None:
    found = Document(kind=Kind.PAGE, link=Link("pages", "p"), title="Safety first", summary="Where to go.", text="Hm.")
    (hit,) = Search([found]).find("safety").hits
    assert (hit.title, hit.snippet, hit.marked, hit.place) == ("Safety first", "Where to go.", ("Safety",), None)


def test_a_title_counts_for_more_than_a_text() -> None:
    texts = [piece("river " * 20, "much"), piece("Once.", "titled", title="The river")]
    assert [hit.link.slug for hit in Search(texts).find("river").hits] == ["titled", "much"]


def test_what_is_found_stands_by_its_kind_and_the_library_before_ones_own() -> None:
    note = Document(kind=Kind.ENTRY, link=Link("log", "1"), title="river", text="river river")
    groups = Search([note, piece("A river.")]).find("river").groups
    assert [group.kind for group in groups] == [Kind.ARTICLE, Kind.ENTRY]


def test_of_many_the_best_are_shown() -> None:
    search = Search(piece(f"river {number}", str(number)) for number in range(40))
    (group,) = search.find("river").groups
    assert len(group.hits) == 12


def test_every_kind_of_the_library_is_found_and_exercises_by_their_steps_too(search: Search) -> None:
    assert {hit.kind for word in ("pause", "kind") for hit in search.find(word).hits} == {
        Kind.ARTICLE, Kind.TRAIL, Kind.EXERCISE, Kind.SCRIPT, Kind.WORKSHEET, Kind.PAGE
    }  # fmt: skip
    assert Link("exercises", "long-sigh") in [hit.link for hit in search.find("small sip more").hits]


# -- keeping to what there is


def test_a_changed_piece_is_found_by_its_new_words_only_and_a_dropped_one_by_none() -> None:
    search = Search([piece("old words"), piece("others", "two")])
    search.keep(piece("new words"))
    assert not search.find("old").hits
    assert [hit.link.slug for hit in search.find("new").hits] == ["one"]
    search.drop("articles/one")
    search.drop("articles/one")
    assert not search.find("new").hits
    assert search.find("others").hits


def test_following_takes_what_is_new_and_drops_what_is_gone_of_its_kinds_only() -> None:
    search = Search([piece("shipped"), piece("note a", "a", Kind.NOTE), piece("note b", "b", Kind.NOTE)])
    for _ in search.follow([piece("note b again", "b", Kind.NOTE), piece("note c", "c", Kind.NOTE)], PRIVATE):
        pass
    assert {hit.link.slug for hit in search.find("note").hits} == {"b", "c"}
    assert search.find("again").hits and search.find("shipped").hits


def test_what_has_not_changed_is_not_indexed_again() -> None:
    search = Search([piece("river")])
    changes = search._db.total_changes
    search.keep(piece("river"))
    assert search._db.total_changes == changes


def test_a_closed_index_finds_nothing_takes_nothing_and_holds_nothing() -> None:
    search = Search([piece("river")])
    search.close()
    search.keep(piece("sea", "two"))
    assert not search.find("river").hits and not search.find("sea").hits
    with pytest.raises(sqlite3.ProgrammingError):
        search._db.execute("select 1")


def test_own_articles_are_found_long_ones_by_the_line_in_the_whole(tmp_path: Path) -> None:
    (tmp_path / "short.md").write_text("# Our cabin\n\nThe stove smokes.\n", encoding="utf-8")
    long = "\n".join(f"Line {number}, plain and long enough to matter." for number in range(4_000))
    (tmp_path / "book.md").write_text(f"{long}\nThe lighthouse.\n{'x' * 70_000} beacon\n", encoding="utf-8")
    (tmp_path / "broken.md").write_bytes(b"\x00\x01\x02")
    library = Library(LIBRARY, own_articles=tmp_path)
    library.own_articles.look()
    search = Search(own_article_documents(library))
    (cabin,) = search.find("stove").hits
    assert (cabin.kind, cabin.link, cabin.title) == (Kind.OWN_ARTICLE, Link("own", "short"), "Our cabin")
    (book,) = search.find("lighthouse").hits
    assert (book.link, book.place) == (Link("own", "book"), 4_000)
    assert [hit.link.slug for hit in search.find("plain").hits] == ["book"]
    assert search.find("beacon").hits


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks at the open files of Linux")
def test_no_file_is_made_however_much_is_indexed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("TMPDIR", "SQLITE_TMPDIR"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.chdir(tmp_path)
    before = open_files()
    search = Search(piece(f"secret {number} " + f"word{number} " * 900, str(number)) for number in range(800))
    for typed in ("s", "secret", "wodr7", "word"):
        search.find(typed)
        assert open_files() <= before
    assert [name for *_, name in search._db.execute("pragma database_list")] == [""]
    assert search._db.execute("pragma temp_store").fetchone() == (2,)
    assert not list(tmp_path.iterdir())


def open_files() -> set[str]:
    """Return what this process has open, also what was removed meanwhile."""
    folder = Path("/proc/self/fd")
    links = set()
    for each in folder.iterdir():
        try:
            links.add(os.readlink(each))  # noqa: PTH115 (it may name what is gone)
        except FileNotFoundError:
            continue
    return {link for link in links if link.startswith("/") and not link.startswith(("/dev", "/proc"))}
