"""The verb read trails: the trails, and the pieces of one in their order."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from companion.commands.main import companion
from companion.domain.reading import Reading
from companion.storage.library import Library
from companion.storage.store import Store

AT = datetime(2026, 11, 22, tzinfo=UTC)


class Run:
    """Runs `companion read trails` over a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, *words: str) -> Result:
        return CliRunner().invoke(companion, ["--data-dir", str(self.folder), "read", "trails", *words])

    def finish(self, *slugs: str) -> None:
        """Keep that these were read to their end."""
        for slug in slugs:
            Store(self.folder).reading.keep(Reading(id=slug, finished=True, share=1, read_at=AT))


@pytest.fixture
def run(tmp_path: Path) -> Run:
    return Run(tmp_path / "data")


def test_it_lists_every_trail_with_its_length(run: Run, library: Library) -> None:
    printed = run().output.splitlines()
    assert [line.split()[0] for line in printed] == list(library.trails)
    assert printed[0].endswith("I need room today · 5 pieces · 16 min")
    assert not run.folder.exists()


def test_an_id_prints_the_pieces_in_order_with_what_is_finished(run: Run) -> None:
    run.finish("asking-kindly")
    title, why, progress, *pieces = run("room-today").output.splitlines()
    assert (title, why[:11], progress) == ("I need room today", "Ask kindly,", "1 of 5 read · 13 min left")
    assert [line.split()[:2] for line in pieces] == [
        ["1", "asking-kindly"],
        ["2", "a-pause-with-a-promise"],
        ["3", "what-to-do-in-the-break"],
        ["4", "coming-back-well"],
        ["5", "the-guilt-that-tags-along"],
    ]
    assert pieces[0].endswith("Asking for room, kindly · 3 min ✓")
    assert "✓" not in "".join(pieces[1:])
    assert "1 of 5 read" in run().output


def test_a_quiet_trail_tells_nothing_of_what_was_read(run: Run) -> None:
    before = run("afraid").output, run("afraid", "--json").output
    run.finish("silence-that-punishes")
    assert (run("afraid").output, run("afraid", "--json").output) == before
    assert "✓" not in before[0]


def test_machines_get_all_of_them_or_one(run: Run, library: Library) -> None:
    run.finish("asking-kindly")
    found = json.loads(run("--json").output)
    assert [each["id"] for each in found] == list(library.trails)
    assert {tuple(each) for each in found} == {("id", "title", "why", "for", "minutes", "pieces")}
    assert {tuple(each) for trail in found for each in trail["pieces"]} == {
        ("slug", "folder", "title", "minutes", "finished")
    }
    one = json.loads(run("room-today", "--json").output)
    assert one == found[0]
    assert [each["finished"] for each in one["pieces"]] == [True, False, False, False, False]


def test_an_unknown_id_names_the_one_that_is_near(run: Run) -> None:
    result = run("rom-today")
    assert result.exit_code == 2
    assert result.stderr == (
        "companion: There is no trail “rom-today”. Did you mean room-today? companion read trails lists them.\n"
    )
    assert "There is no trail “zzzz”. companion read trails lists them." in run("zzzz").stderr
