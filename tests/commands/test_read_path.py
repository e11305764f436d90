"""The verb read with Markdown of one's own: in the data folder, and any file that is named."""

import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from companion.commands.main import companion
from companion.storage.opened_files import OpenedFiles


class Run:
    """Runs companion over a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.articles = folder / "articles"

    def __call__(self, *words: str, input: bytes | None = None) -> Result:
        arguments = ["--data-dir", str(self.folder), *words]
        return CliRunner(env={"COLUMNS": "60"}).invoke(companion, arguments, input=input)

    def drop(self, name: str, text: str) -> None:
        """Put an article into the data folder."""
        path = self.articles / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


@pytest.fixture
def run(tmp_path: Path) -> Run:
    return Run(tmp_path / "data")


def test_own_articles_are_listed_and_printed(run: Run) -> None:
    run.drop("garden/My roses.md", "---\ntitle: Roses\n---\nThey are *red*, and [so on](tulips.md).")
    listed = run("read", "list")
    assert "Your own\n  own/garden/My roses " in listed.stdout and "Roses · 1 min" in listed.stdout
    printed = run("read", "own/garden/My roses")
    assert printed.stdout == "Roses\n\nThey are red, and so on [own/garden/tulips].\n"
    [shape] = [each for each in json.loads(run("read", "list", "--json").stdout) if each["topic"] == "own"]
    assert shape == {
        "slug": "own/garden/My roses", "title": "Roses", "topic": "own", "side": None, "minutes": 1, "finished": False,
    }  # fmt: skip
    assert [each["topic"] for each in json.loads(run("read", "list", "--json").stdout)][-1] == "own"


def test_files_that_cannot_be_read_are_named_beside_the_list(run: Run) -> None:
    run.drop("bad.md", "a\0b")
    listed = run("read", "list")
    assert listed.exit_code == 0
    assert listed.stderr == "own/bad.md: it is no text: character 2 is a zero\n"
    assert "Your own" not in listed.stdout
    opened = run("read", "own/bad")
    assert opened.exit_code == 1 and "it is no text" in opened.stderr


@pytest.mark.parametrize("name", ["notes.md", "notes.MARKDOWN", "notes.txt", "no ending"])
def test_a_path_is_printed_where_there_is_no_terminal(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(name).write_text("# Notes\n\nSome **bold** words ![a cat](cat.png) [on](on.md).", encoding="utf-8")
    for word in (name, f"./{name}", str(tmp_path / name)):
        printed = run("read", word)
        assert printed.output == "Notes\n\nSome bold words [image: a cat] on [on.md].\n"
    assert run("read", name, "--plain").output == printed.output
    assert not run.folder.exists()


def test_lines_are_wrapped_unless_none_are_wanted(run: Run, tmp_path: Path) -> None:
    (tmp_path / "long.md").write_text("---\ntitle: Long\n---\n" + "word " * 100, encoding="utf-8")
    printed = run("read", str(tmp_path / "long.md")).output
    assert printed.startswith("Long\n\nword word") and max(map(len, printed.splitlines())) <= 60
    assert run("read", "--plain", str(tmp_path / "long.md")).output == printed
    assert "word " * 99 + "word\n" in run("read", "--width", "0", str(tmp_path / "long.md")).output


def test_standard_input_is_printed(run: Run) -> None:
    assert run("read", "-", input="# Über\n\n* eins".encode()).output == "Über\n\n- eins\n"
    assert run("read", "-", "--plain", input=b"* one").output == "- one\n"
    empty = run("read", "-", input=b"")
    assert (empty.exit_code, empty.stderr) == (1, "companion: standard input: it is empty\n")


def test_a_slug_stays_a_slug_also_where_a_file_has_its_name(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("asking-kindly").write_text("A file", encoding="utf-8")
    assert "Asking for room, kindly" in run("read", "asking-kindly").output
    assert run("read", "./asking-kindly").output == "A file\n" or "A file" in run("read", "./asking-kindly").output


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda path: None, "it is not there"),
        (lambda path: path.mkdir(), "it is a folder, not a file"),
        (lambda path: path.write_bytes(b""), "it is empty"),
        (lambda path: path.write_bytes(b"a\0b"), "it is no text"),
        (lambda path: path.write_bytes(b"\x81"), "byte 1 is wrong"),
        (os.mkfifo, "it is a pipe, not a file; “companion read -” reads what comes through one"),
        (lambda path: path.symlink_to(path), "it is a link"),
        (lambda path: path.symlink_to("/dev/zero"), "it is a device, not a file"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_line(run: Run, tmp_path: Path, make: object, said: str) -> None:
    assert callable(make)
    path = tmp_path / "some.md"
    make(path)
    result = run("read", str(path))
    assert result.exit_code == 1
    assert said in result.stderr and result.stderr.count("\n") == 1 and not result.stdout


def test_a_pipe_is_read(run: Run) -> None:
    reading, writing = os.pipe()
    os.write(writing, b"# Piped")
    os.close(writing)
    assert run("read", f"/dev/fd/{reading}").output == "Piped\n"
    os.close(reading)


def test_a_pipe_by_its_bare_name_is_named_and_not_waited_for(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    os.mkfifo("some")
    assert "it is a pipe, not a file" in run("read", "some").stderr


def test_what_windows_wrote_is_read_and_said_beside_it(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "old.md"
    path.write_bytes("Café".encode("cp1252"))
    for read in (run("read", str(path)), run("read", "-", input=path.read_bytes())):
        assert (read.stdout, read.stderr) == ("Café\n", "Read as Windows-1252; some letters may be wrong.\n")


def test_obsidians_links_lead_to_files_beside_and_below_and_nowhere_else(run: Run, tmp_path: Path) -> None:
    home = tmp_path / "vault"
    (home / "a/deep").mkdir(parents=True)
    (home / "a/deep/Roses.md").write_text("[[first]] [[Tulips]]", encoding="utf-8")
    (home / "a/Tulips.markdown").write_text("Yellow.", encoding="utf-8")
    (tmp_path / "Out.md").write_text("Outside.", encoding="utf-8")
    (home / "first.md").write_text("---\nup: '[[Roses]]'\n---\n[[Roses|red]] [[Out]] [[tulips]]", encoding="utf-8")
    printed = run("read", str(home / "first.md"), "--width", "0").output
    assert printed == "First\n\nred [a/deep/Roses.md] Out tulips [a/Tulips.markdown]\n"
    files = OpenedFiles(home / "first.md")
    assert files.read("a/deep/Roses.md")[1] == "[first](../../first.md) [Tulips](../Tulips.markdown)"
    assert run("read", "-", input=b"[[Roses|red]] ==now==").output == "red now\n"


def test_for_a_link_of_obsidians_no_whole_disk_is_looked_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("companion.storage.opened_files._MOST_LOOKED_AT", 3)
    (tmp_path / "a/b").mkdir(parents=True)
    for name in ("first.md", "near.md", "a/b/far.md"):
        (tmp_path / name).write_text("[[near]] [[far]]", encoding="utf-8")
    assert OpenedFiles(tmp_path / "first.md").read("")[1] == "[near](near.md) far"


def test_a_callout_is_a_quote_that_begins_with_a_bold_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "note.md").write_text("> [!warning] Mind it\n> It is ==wide==.", encoding="utf-8")
    assert run("read", str(tmp_path / "note.md")).output == "Mind it\nIt is wide.\n"


def test_a_word_that_is_neither_is_still_explained(run: Run) -> None:
    result = run("read", "asking-kindle")
    assert result.exit_code == 2 and "asking-kindly" in result.stderr


def test_near_names_are_those_of_own_articles_too(run: Run) -> None:
    run.drop("vault/obsidian notes.md", "Words")
    for word in ("obsidian notes", "own/obsidian notes", "own/vault/obsidian note", "vault/obsidian notes.md"):
        asked = run("read", word)
        assert asked.exit_code in (1, 2)
        assert "own/vault/obsidian notes" in asked.stderr or word.startswith("vault/")
    assert run("read", "own/vault/obsidian notes.md").output == "Obsidian notes\n\nWords\n"


def test_what_is_own_and_no_file_is_named_as_doctor_names_it(run: Run) -> None:
    run.drop("good.md", "Words")
    os.mkfifo(run.articles / "fifo.md")
    (run.articles / "binary.md").write_bytes(b"a\0b")
    (run.articles / "old.md").write_bytes(b"caf\xe9")
    asked = run("read", "own/fifo")
    assert asked.exit_code == 1 and "it is a pipe, not a file" in asked.stderr
    said = run("doctor").output
    assert "fifo.md can’t be read: it is a pipe, not a file." in said
    assert "binary.md can’t be read: it is no text: character 2 is a zero." in said
    assert "old.md: Read as Windows-1252; some letters may be wrong." in said and "old.md can’t" not in said


def test_own_is_a_topic(run: Run) -> None:
    none = run("read", "list", "--topic", "own")
    assert none.exit_code == 0 and "Nothing of your own is here yet." in none.output
    assert run("read", "list", "--topic", "own", "--json").output == "[]\n"
    run.drop("mine.md", "# Mine")
    assert run("read", "--topic", "own").output.startswith("Your own\n  own/mine ")
    assert [each["slug"] for each in json.loads(run("read", "--topic", "own", "--json").output)] == ["own/mine"]


def test_a_wrong_option_is_said_in_one_breath_with_the_help_that_is_there(run: Run) -> None:
    said = run("read", "asking-kindly", "--plan").stderr
    assert ".?" not in said and "?." not in said and "See companion read --help." in said


def test_the_help_says_that_nothing_is_remembered(run: Run) -> None:
    assert "nothing is remembered" in " ".join(run("read", "--help").output.split())


def test_paths_name_the_folder(run: Run) -> None:
    assert json.loads(run("paths", "--json").output)["articles"] == str(run.articles)
    assert f"articles {run.articles}\n" in run("paths").output


def test_erasing_leaves_them_and_says_so(run: Run) -> None:
    run.drop("mine.md", "Mine")
    assert run("log", "a line").exit_code == 0
    erased = run("erase", "--phrase", "erase everything")
    assert "which are not Companion’s: articles" in erased.output
    assert (run.articles / "mine.md").read_text(encoding="utf-8") == "Mine"


def test_for_a_path_the_library_is_not_read(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "notes.md").write_text("# Notes", encoding="utf-8")
    monkeypatch.setattr("companion.storage.library.Library.articles", property(lambda _: pytest.fail("it was read")))
    assert "Notes" in run("read", str(tmp_path / "notes.md")).stdout


def test_ones_own_needs_no_folder_where_no_shipped_piece_has_its_name(run: Run) -> None:
    run.drop("mine.md", "My own words.")
    run.drop("asking-kindly.md", "Not the shipped one.")
    assert run("read", "mine").stdout == run("read", "own/mine").stdout
    assert "Not the shipped one." not in run("read", "asking-kindly").stdout
