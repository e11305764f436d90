"""Articles of one's own that are none, or harm: each is named in a sentence, and harms no other."""

import os
import socket
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from companion.storage.errors import ContentError
from companion.storage.own_articles import OwnArticles
from companion.storage.text_file import Text
from tests.storage.articles import looked, write


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "articles"
    made.mkdir()
    return made


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
    "latin-1": (lambda path: path.write_bytes("Café".encode("latin-1")), "Read as Windows-1252; some letters may be"),
    "utf-8 with a wrong byte": (lambda path: path.write_bytes("Café".encode() + b"\xe9"), "byte 6 is wrong; expected"),
    "neither": (lambda path: path.write_bytes(b"Caf\x81"), "byte 4 is wrong; expected UTF-8 text"),
    "many control bytes": (lambda path: path.write_bytes(b"\x01\x02\xe9"), "byte 3 is wrong; expected UTF-8 text"),
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

    def vanish(path: Path, *_: object) -> Text:
        if path.name == "gone.md":
            raise FileNotFoundError
        return Text("Words")

    monkeypatch.setattr("companion.storage.own_articles.read_text", vanish)
    own.look()
    assert list(own.heads) == ["good"] and not own.problems


def test_what_is_found_wrong_only_further_down_is_named_once_it_was_opened(folder: Path) -> None:
    (folder / "late.md").write_bytes(b"Fine words. " * 2000 + b"\0")
    own = looked(folder)
    assert "late" in own.heads
    with pytest.raises(ContentError, match=r"character 24,001 is a zero"):
        own.article("late")
    own.look()
    assert not own.heads and "character 24,001" in own.problems[0].problem


def test_what_is_there_and_no_file_is_named_also_when_it_is_asked_for(folder: Path) -> None:
    os.mkfifo(folder / "fifo.md")
    for own in (OwnArticles(folder), looked(folder)):
        with pytest.raises(ContentError, match="it is a pipe, not a file"):
            own.article("fifo")
