"""Articles of one's own: any Markdown in a folder is there to read, and a hostile file harms no other."""

import os
import socket
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from companion.domain.content import Link
from companion.storage.errors import ContentError
from companion.storage.own_articles import OwnArticles


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "articles"
    made.mkdir()
    return made


def looked(folder: Path | None) -> OwnArticles:
    own = OwnArticles(folder)
    own.look()
    return own


def write(folder: Path, name: str, text: str = "Some words.\n") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


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


def link_out(path: Path) -> None:
    secret = path.parent.parent / "secret.md"
    secret.write_text("# Secret", encoding="utf-8")
    path.symlink_to(secret)


def link_folder_out(path: Path) -> None:
    elsewhere = path.parent.parent / "elsewhere"
    elsewhere.mkdir()
    write(elsewhere, "secret.md", "# Secret")
    path.with_suffix("").symlink_to(elsewhere)


def bind(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        at = Path.cwd()
        os.chdir(path.parent)  # a socket's name may not be long
        try:
            made.bind(path.name)
        finally:
            os.chdir(at)


def undecodable(path: Path) -> None:
    Path(os.fsdecode(os.fsencode(path.parent) + b"/na\xefve.md")).write_text("Words.", encoding="utf-8")


def sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(21_000_000)


def twin(path: Path) -> None:
    write(path.parent, "bad.markdown")
    write(path.parent, "bad.md")


def buried(path: Path) -> None:
    write(path.parent, "/".join(["deep"] * 22) + "/bad.md")


HOSTILE: dict[str, tuple[Callable[[Path], object], str]] = {
    "empty": (lambda path: path.write_bytes(b""), "it is empty"),
    "blank": (lambda path: path.write_bytes(b" \n\t\n"), "it is empty"),
    "only a byte order mark": (lambda path: path.write_bytes(b"\xef\xbb\xbf"), "it is empty"),
    "zero byte": (lambda path: path.write_bytes(b"words\0words"), "it is no text: character 6 is a zero"),
    "picture": (lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n\0\0"), "byte 1 is wrong; expected UTF-8 text"),
    "latin-1": (lambda path: path.write_bytes("Café".encode("latin-1")), "byte 4 is wrong; expected UTF-8 text"),
    "utf-16 without a mark": (lambda path: path.write_bytes("Words".encode("utf-16-le")), "it is no text"),
    "utf-16 cut short": (lambda path: path.write_bytes(b"\xff\xfeW\0o"), "UTF-16"),
    "utf-32": (lambda path: path.write_bytes("Words".encode("utf-32")), "it is no text"),
    "huge": (sparse, "it has 21 MB; at most 20 MB can be shown"),
    "folder": (lambda path: path.mkdir(), "it is a folder, not a file"),
    "pipe": (os.mkfifo, "it is a pipe, not a file"),
    "socket": (bind, "it is a socket, not a file"),
    "link outside": (link_out, "it is a link to somewhere outside the folder, which is not followed"),
    "link to a folder outside": (link_folder_out, "it is a link to a folder elsewhere, which is not followed"),
    "link to itself": (lambda path: path.symlink_to(path), "it is a link that leads in a circle"),
    "link to nothing": (lambda path: path.symlink_to("gone"), "it is a link to a file that is gone"),
    "link to a device": (lambda path: path.symlink_to("/dev/zero"), "outside the folder"),
    "name that is no text": (undecodable, "its name is not UTF-8; give it another one"),
    "two of a name": (twin, "lies beside it; one of the two is shown"),
    "too deep": (buried, "it lies more than 20 folders deep"),
    "broken yaml": (lambda path: write(path.parent, path.name, "---\na: [\n---\nHello"), "its front matter is no YAML"),
    "deep yaml": (lambda path: write(path.parent, path.name, f"---\na: {'[' * 4000}{']' * 4000}\n---\nHello"), "YAML"),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_file_is_named_in_a_sentence_and_the_others_can_be_read(folder: Path, what: str) -> None:
    make, said = HOSTILE[what]
    write(folder, "good.md", "# Good")
    make(folder / "bad.md")
    began = time.perf_counter()
    own = looked(folder)
    assert time.perf_counter() - began < 2
    assert own.heads["good"].title == "Good" and own.article("good").text == "# Good"
    [problem] = own.problems
    assert said in problem.problem and "\n" not in problem.problem
    assert own.name_of(problem).encode("utf-8", "replace")
    assert "Secret" not in str(own.heads)
    for slug in ("bad", "bad/secret"):
        if slug not in own.heads:
            with pytest.raises((KeyError, ContentError)):
                own.article(slug)


@pytest.mark.parametrize("slug", ["../secret", "/etc/passwd", "a/../../secret", "..", "", "\0"])
def test_no_slug_leads_out_of_the_folder(folder: Path, slug: str) -> None:
    write(folder.parent, "secret.md")
    write(folder, "good.md")
    with pytest.raises(KeyError):
        OwnArticles(folder).article(slug)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_named(folder: Path) -> None:
    write(folder, "good.md")
    write(folder, "bad.md").chmod(0)
    write(folder, "closed/bad.md").parent.chmod(0)
    own = looked(folder)
    assert list(own.heads) == ["good"]
    assert [each.problem for each in own.problems] == ["it can't be opened (Permission denied)"] * 2
    (folder / "closed").chmod(0o700)


def test_a_file_that_goes_between_listing_and_reading_is_left_out(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = write(folder, "gone.md")
    write(folder, "good.md")
    own = looked(folder)
    gone.unlink()
    with pytest.raises(KeyError):
        own.article("gone")
    write(folder, "gone.md")

    def vanish(path: Path, *_: object) -> tuple[str, float]:
        if path.name == "gone.md":
            raise FileNotFoundError
        return "Words", 1.0

    monkeypatch.setattr("companion.storage.own_articles.read_text", vanish)
    own.look()
    assert list(own.heads) == ["good"] and not own.problems


def test_what_is_found_wrong_only_further_down_is_named_once_it_was_opened(folder: Path) -> None:
    (folder / "late.md").write_bytes(b"Fine words. " * 2000 + b"\xff")
    own = looked(folder)
    assert "late" in own.heads
    with pytest.raises(ContentError, match=r"byte 24,001 is wrong"):
        own.article("late")
    own.look()
    assert not own.heads and "byte 24,001" in own.problems[0].problem


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
