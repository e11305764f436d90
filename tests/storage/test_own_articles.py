"""Articles of one's own: any Markdown in a folder is there to read."""

import time
from pathlib import Path

import pytest

from companion.domain.content import Link
from companion.storage.own_articles import Flaw, OwnArticles
from tests.storage.articles import looked, write


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "articles"
    made.mkdir()
    return made


def test_any_markdown_is_there_with_its_folders_and_blanks(folder: Path) -> None:
    write(folder, "plain.md", "Just words, and no front matter.\n")
    write(folder, "deep/er/My note.markdown", "# A heading\n\n" + "word " * 1000)
    write(folder, "LOUD.MD", "---\ntitle: Said softly\nsummary: In short\ntags: [a, '#b']\n---\nText")
    write(folder, "picture.png")
    write(folder, ".obsidian/hidden.md")
    write(folder, ".hidden.md")
    own = looked(folder)
    assert [(each.slug, each.title, each.summary, each.minutes, each.tags) for each in own.heads.values()] == [
        ("plain", "Plain", "Just words, and no front matter.", 1, ()),
        ("LOUD", "Said softly", "In short", 1, ("a", "b")),
        ("deep/er/My note", "A heading", own.heads["deep/er/My note"].summary, 5, ()),
    ]
    assert own.heads["deep/er/My note"].summary.endswith("word…")
    assert own.heads["plain"].link == Link("own", "plain")
    assert not own.problems


@pytest.mark.parametrize("there", [True, False])
def test_no_folder_and_an_empty_one_hold_nothing(tmp_path: Path, there: bool) -> None:
    if there:
        (tmp_path / "articles").mkdir()
    for own in (looked(tmp_path / "articles"), looked(None)):
        assert not own.heads and not own.problems
        with pytest.raises(KeyError):
            own.article("anything")


def test_the_whole_of_one_has_its_text_without_front_matter(folder: Path) -> None:
    front = "---\ndo: pause\nnext: [articles/asking-kindly, nonsense, 3]\n---\n"
    write(folder, "one.md", f"{front}First.\r\nSecond.\rThird.")
    one = OwnArticles(folder).article("one")
    assert one.text == "First.\nSecond.\nThird."
    assert one.before == 4
    assert (one.action, one.ways_on) == (Link("pause"), (Link("articles", "asking-kindly"),))


def test_added_changed_and_removed_files_are_seen_at_the_next_look(folder: Path) -> None:
    path = write(folder, "one.md", "# One")
    own = OwnArticles(folder)
    assert own.look() and not own.look()
    write(folder, "two.md", "# Two")
    assert own.look() and list(own.heads) == ["one", "two"]
    write(folder, "one.md", "# Another one")
    assert own.look() and own.heads["one"].title == "Another one"
    path.unlink()
    assert own.look() and list(own.heads) == ["two"]
    assert own.may_hold_any


def test_a_file_is_read_again_only_when_it_changed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(folder, "one.md")
    own = looked(folder)
    monkeypatch.setattr("companion.storage.own_articles.read_text", lambda *_: pytest.fail("read again"))
    assert not own.look()


def test_of_a_long_file_only_the_beginning_is_read_for_the_shelf(folder: Path) -> None:
    write(folder, "long.md", "word " * 1_000_000)
    began = time.perf_counter()
    own = looked(folder)
    assert time.perf_counter() - began < 0.5
    assert own.heads["long"].minutes == pytest.approx(5000, rel=0.02)
    assert own.article("long").minutes == 5000


def test_obsidians_links_lead_to_the_notes_that_are_there(folder: Path) -> None:
    write(folder, "a/Roses.md", "---\naliases: [Queen of flowers]\n---\nRed.")
    write(folder, "b/Roses.md", "White.")
    write(folder, "b/note.md", "[[Roses]] [[a/Roses|the red]] [[queen of flowers]] [[Nobody]] ![[Roses]] ![[x.png]]")
    text = looked(folder).article("b/note").text
    assert text == (
        "[Roses](/own/b/Roses) [the red](/own/a/Roses) [queen of flowers](/own/a/Roses) Nobody"
        " [Roses](/own/b/Roses) ![x.png](/)"
    )


def test_what_windows_wrote_before_utf_8_is_shown_and_said(folder: Path) -> None:
    (folder / "old.md").write_bytes("# Über uns\n\nSie sagt „ja“ – 5 €.".encode("cp1252"))
    (folder / "late.md").write_bytes(b"Fine words. " * 2000 + "“Café”".encode("cp1252"))
    own = looked(folder)
    assert own.heads["old"].title == "Über uns"
    assert own.article("old").text == "# Über uns\n\nSie sagt „ja“ – 5 €."
    assert own.article("late").text.endswith("“Café”")
    assert own.look() and list(own.heads) == ["late", "old"]
    assert [(type(each), each.problem) for each in own.problems] == [
        (Flaw, "Read as Windows-1252; some letters may be wrong.")
    ] * 2


def test_the_head_of_one_is_known_without_reading_the_others(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(folder, "a/one.md", "# First")
    write(folder, "two.md").write_bytes(b"a\0b")
    own = OwnArticles(folder)
    assert own.head("a/one").title == "First"
    for slug in ("two", "gone"):
        with pytest.raises(KeyError):
            own.head(slug)


@pytest.mark.parametrize(
    ("encoding", "mark"), [("utf-8", b"\xef\xbb\xbf"), ("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff")]
)
def test_a_byte_order_mark_says_how_it_is_written(folder: Path, encoding: str, mark: bytes) -> None:
    (folder / "marked.md").write_bytes(mark + "# Über uns\r\n\r\nWörter 🙂".encode(encoding))
    own = looked(folder)
    assert own.heads["marked"].title == "Über uns"
    assert own.article("marked").text == "# Über uns\n\nWörter 🙂"


def test_a_link_inside_the_folder_is_followed_and_a_folder_linked_there_is_not_shown_twice(folder: Path) -> None:
    write(folder, "notes/one.md", "# One")
    (folder / "also.md").symlink_to(folder / "notes/one.md")
    (folder / "again").symlink_to(folder / "notes")
    (folder / "notes/up").symlink_to(folder)
    own = looked(folder)
    assert list(own.heads) == ["also", "notes/one"] and not own.problems
    assert own.article("also").text == "# One"


def test_titles_and_summaries_stay_short_and_on_one_line(folder: Path) -> None:
    write(folder, "long.md", "# " + "Title " * 30_000 + "\n\n" + "w" * 100_000)
    write(folder, "list.md", '---\ntitle: [not, a, title]\ntags: {a: b}\naliases: 3\nsummary: "a\\nb"\n---\nx')
    own = looked(folder)
    assert len(own.heads["long"].title) <= 200 and len(own.heads["long"].summary) <= 160
    assert (own.heads["list"].title, own.heads["list"].summary) == ("List", "a b")


def test_five_thousand_are_listed_again_in_a_moment(folder: Path) -> None:
    for number in range(5000):
        (folder / f"note {number}.md").write_bytes(b"# Note\n\nWords.")
    own = looked(folder)
    assert len(own.heads) == 5000
    began = time.perf_counter()
    assert not own.look()
    assert time.perf_counter() - began < 1
