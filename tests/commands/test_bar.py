"""What a prompt asks each second is said without click; however it is typed, the answer is one."""

import gc
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from companion import __main__
from companion.domain.pause import Pause
from companion.storage.paths import JOURNAL, STORE
from companion.storage.store import Store


@pytest.fixture(autouse=True)
def _nothing_global(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the machinery of the test run as it is."""
    monkeypatch.setattr(__main__, "start_privately", lambda: None)
    monkeypatch.setattr(gc, "disable", lambda: None)
    monkeypatch.setattr(gc, "freeze", lambda: None)


def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *words: str) -> tuple[object, str, str]:
    """Run the program in this process; return exit code, what it printed, and what it said beside that."""
    monkeypatch.setattr(sys, "argv", ["companion", *words])
    with pytest.raises(SystemExit) as ended:
        __main__.main()
    return ended.value.code, *capsys.readouterr()


def begin(folder: Path, minutes: float, passed: timedelta = timedelta()) -> None:
    began, length, store = datetime.now(UTC) - passed, timedelta(minutes=minutes), Store(folder)
    store.pauses.keep(Pause(started_at=began, due=began + length, planned=length))
    store.close()


@pytest.mark.parametrize("form", [[], ["--json"]])
@pytest.mark.parametrize(("minutes", "code"), [(0, 0), (60, 10), (1, 11)])
def test_said_with_click_and_without_it_is_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
    form: list[str], minutes: int, code: int,
) -> None:  # fmt: skip
    if minutes:
        begin(tmp_path, minutes, passed=timedelta(minutes=5.5))
    quick = run(monkeypatch, capsys, "--data-dir", str(tmp_path), "status", *form)
    by_click = run(monkeypatch, capsys, f"--data-dir={tmp_path}", "status", *form)
    assert quick[0] == by_click[0] == code
    assert quick[2] == by_click[2] == ""
    assert abs(len(quick[1]) - len(by_click[1])) <= 1  # a second may pass between them
    assert bool(quick[1]) is bool(minutes or form)


def test_the_folder_may_come_from_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    begin(tmp_path, 60)
    monkeypatch.setenv("COMPANION_DATA_DIR", str(tmp_path))
    assert run(monkeypatch, capsys, "status")[0] == 10


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--data-dir", "", "status"], "Name a folder behind --data-dir."),
        (["status", "--nope"], "There is no option"),
        (["status", "more"], "“more” is more than it takes."),
    ],
)
def test_what_is_mistyped_gets_its_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    code, printed, beside = run(monkeypatch, capsys, *words)
    assert (code, printed) == (2, "")
    assert said in beside


def test_what_a_glance_can_not_tell_is_left_to_the_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    begin(tmp_path, 60)
    begin(tmp_path, 30)  # a second one makes a backup of the first
    (tmp_path / STORE).write_text("not what was written")
    (tmp_path / JOURNAL).write_bytes(b"")
    code, _, beside = run(monkeypatch, capsys, "--data-dir", str(tmp_path), "status")
    assert code == 10
    assert "damaged" in beside
