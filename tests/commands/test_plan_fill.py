"""The verb plan fill: question and answer on the terminal or from standard input."""

import os
import signal
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from companion.commands import plan_fill
from companion.commands.plan_typed import read_line
from companion.domain.entry import Entry
from companion.domain.unkept import Unkept
from companion.storage.library import Library
from companion.storage.store import Store
from tests.commands.plan_verb import fill, kept, run, sheets, sheets_root
from tests.conftest import HOSTILE

__all__ = ["sheets", "sheets_root"]


_ALL = [
    "a line", "one", "two", "", "both", "2, 3", "7", "2099-03-01", "8pm", "1h 15m", "1, 2", "S, Mum", "",
    "yesterday held", "",
]  # fmt: skip


def test_every_kind_of_field_is_asked_for_and_kept(tmp_path: Path, sheets: Library) -> None:
    said = run(tmp_path, "fill", "all-kinds", typed="\n".join(_ALL) + "\n")
    assert said.exit_code == 0, said.output
    yesterday = datetime.now().astimezone().date() - timedelta(days=1)
    assert kept(tmp_path, "all-kinds")[0].answers == {
        "line": "a line",
        "text": "one\ntwo",
        "choice": "both of us",
        "ticks": "one topic\na walk",
        "scale": "7",
        "date": "2099-03-01",
        "clock": "20:00",
        "length": "1h 15m",
        "feelings": "\n".join(sheets.vocabulary.feelings[0].words[:2]),
        "people": "S\nMum",
        "log": f"{yesterday} held",
    }
    assert len(Store(tmp_path).unkept) == 0
    assert "0 is far, 10 is close." in said.output


def test_a_wrong_answer_gets_a_sentence_and_is_asked_again(tmp_path: Path) -> None:
    said = run(tmp_path, "fill", "weekly", typed="maybe\noften\n11\n?\n5\nfully\n")
    assert "  Choose one of: rarely, often." in said.output
    assert "  Choose a number from 0 to 10." in said.output
    assert "An empty line keeps what stands there" in said.output
    assert kept(tmp_path, "weekly")[0].answers == {"heard": "often", "near": "5", "safe": "fully"}


def test_empty_keeps_a_dash_clears_and_a_log_grows(tmp_path: Path) -> None:
    one = fill(tmp_path, "boundary-like", say="No calls", tested="2026-01-01 held", again="2099-01-01")
    run(tmp_path, "fill", "boundary-like", "--id", one.id[:8], typed="\n2026-01-02 partly\n\n-\n")
    changed = kept(tmp_path, "boundary-like")
    assert [each.id for each in changed] == [one.id]
    assert changed[0].answers == {"say": "No calls", "tested": "2026-01-01 held\n2026-01-02 partly"}


def test_input_that_ends_early_is_begun_and_not_kept(tmp_path: Path) -> None:
    said = run(tmp_path, "fill", "all-kinds", typed="a line")
    assert said.exit_code == 1
    assert (
        "The input ended before the last question. What you typed waits: companion plan fill all-kinds" in said.output
    )
    assert kept(tmp_path, "all-kinds") == []
    assert [each.fields for each in Store(tmp_path).unkept] == [{"line": "a line"}]
    run(tmp_path, "fill", "all-kinds", typed="\n" * 12)
    assert kept(tmp_path, "all-kinds")[0].answers == {"line": "a line"}
    assert run(tmp_path / "new", "fill", "all-kinds").exit_code == 0
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    ("more", "typed", "count"), [((), "y\n", 1), ((), "n\n", 0), ((), "", 0), (("--keep",), "", 1)]
)
def test_it_is_asked_if_it_is_to_be_kept(tmp_path: Path, more: tuple[str, ...], typed: str, count: int) -> None:
    said = run(tmp_path, "fill", "unkept", *more, typed=f"1, 2\n{typed}")
    assert "You sound ready." in said.output
    assert len(kept(tmp_path, "unkept")) == count
    assert len(Store(tmp_path).unkept) == 0


def test_an_unsafe_answer_prints_the_safety_page_and_keeps_nothing(tmp_path: Path) -> None:
    said = run(tmp_path, "fill", "weekly", typed="often\n5\nnot really\n")
    assert "Safety first" in said.output
    assert "Heard enough" not in said.output
    assert "Nothing of this is kept." in said.output
    assert kept(tmp_path, "weekly") == []
    assert len(Store(tmp_path).unkept) == 0


def on_the_disk(folder: Path) -> bytes:
    """Return all that lies in the data folder, backups too."""
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize(
    "typed", ["often\n5\nnot really\n", "often\n5\n"], ids=["an unsafe answer", "the input ends before it"]
)
def test_answers_that_are_not_kept_never_reach_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    Store(tmp_path).entries.keep(Entry(at=datetime.now(UTC), note="a word before"))
    seen: list[bytes] = []

    def look_and_read() -> str:
        seen.append(on_the_disk(tmp_path))
        return read_line()

    monkeypatch.setattr(plan_fill, "read_line", look_and_read)
    said = run(tmp_path, "fill", "weekly", typed=typed)
    assert "Nothing of this is kept." in said.output
    seen.append(on_the_disk(tmp_path))
    assert len(seen) == 4
    for lying in seen:
        assert b"a word before" in lying
        assert b"often" not in lying
        assert b"not really" not in lying


def test_a_draft_from_before_does_not_outlive_an_unsafe_answer(tmp_path: Path) -> None:
    Store(tmp_path).unkept.keep(Unkept(id="worksheet:weekly", written_at=datetime.now(UTC), fields={"near": "3"}))
    said = run(tmp_path, "fill", "weekly", typed="often\n\nnot really\n")
    assert "now: 3" in said.output
    assert len(Store(tmp_path).unkept) == 0


@pytest.mark.parametrize(
    ("day", "said", "is_sealed"), [("2099-03-01\n", "Kept.", True), ("\n", "Kept, not sealed.", False)]
)
def test_a_letter_without_a_day_asks_for_it_once_more(tmp_path: Path, day: str, said: str, is_sealed: bool) -> None:
    told = run(tmp_path, "fill", "letter", typed=f"me\nwords\n\n\n{day}")
    assert "Give the day it opens, or it can be read at once." in told.output
    assert told.output.endswith(f"\n{said}\n")
    assert ("opens" in kept(tmp_path, "letter")[0].answers) is is_sealed
    assert len(Store(tmp_path).unkept) == 0


def test_it_rests_after_something_very_strong(tmp_path: Path) -> None:
    Store(tmp_path).entries.keep(Entry(at=datetime.now(UTC) - timedelta(hours=1), kind="not-heard", strength=9))
    said = run(tmp_path, "fill", "half-sealed", typed="x\n")
    assert said.exit_code == 1
    assert "this rests until" in said.output
    assert kept(tmp_path, "half-sealed") == []


def test_hostile_words_are_kept_to_the_letter_and_printed_without_what_would_steer_the_terminal(tmp_path: Path) -> None:
    run(tmp_path, "fill", "all-kinds", typed=f"{HOSTILE}\n" + "\n" * 11)
    assert kept(tmp_path, "all-kinds")[0].answers == {"line": HOSTILE}
    for words in (("all-kinds",), ("card", "all-kinds"), ("fill", "all-kinds")):
        said = run(tmp_path, *words).output
        assert "I felt [/b] and [red] $x" in said
        assert "\x1b" not in said


def test_ctrl_c_loses_nothing_and_the_next_time_goes_on(tmp_path: Path) -> None:
    program = [sys.executable, "-m", "companion", "--data-dir", str(tmp_path), "plan", "fill", "boundary"]
    with subprocess.Popen(
        program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env={**os.environ, "TERM": "dumb"},
    ) as running:  # fmt: skip
        assert running.stdin
        assert running.stdout
        running.stdin.write("No calls after ten\n")
        running.stdin.flush()
        while "What I will do" not in (line := running.stdout.readline()):
            assert line
        running.send_signal(signal.SIGINT)
        _, problem = running.communicate(timeout=30)
    assert running.returncode == 1
    assert "What you typed waits: companion plan fill boundary" in problem
    assert [each.fields for each in Store(tmp_path).unkept] == [{"sentence": "No calls after ten"}]
    again = subprocess.run(program, input="\n" * 20, capture_output=True, text=True, check=True)
    assert "Taken up from" in again.stdout
    assert "now: No calls after ten" in again.stdout
    assert kept(tmp_path, "boundary")[0].answers == {"sentence": "No calls after ten"}


def test_anew_leaves_out_what_was_begun(tmp_path: Path) -> None:
    Store(tmp_path).unkept.keep(Unkept(id="worksheet:weekly", written_at=datetime.now(UTC), fields={"near": "3"}))
    assert "Nothing was changed." in run(tmp_path, "fill", "weekly", "--anew").output
    assert kept(tmp_path, "weekly") == []
