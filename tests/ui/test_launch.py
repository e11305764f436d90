"""Launch: the theme that fits the terminal, the place asked for, and no key lost on the way."""

import re
import sys
from pathlib import Path

import pytest

from companion.ui.places import Place
from companion.ui.terminal import AnswerFilter, is_light, typed_early
from companion.ui.themes import DAWN, DUSK, theme_for
from tests.ui.test_terminal import _DARK, _LIGHT, _QUESTION, _WHAT_IT_IS, running

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pty")

_SAID_LIGHT, _SAID_DARK = b"\x1b]11;rgb:ffff/ffff/f0f0\x1b\\", b"\x1b]11;rgb:1010/1010/2020\x07"


@pytest.mark.parametrize(
    ("answer", "background"),
    [
        (_SAID_LIGHT + _WHAT_IT_IS, _LIGHT),
        (b"\x1b]11;rgba:ff/ff/ff/ff\x07" + _WHAT_IT_IS, _LIGHT),
        (_SAID_DARK + _WHAT_IT_IS, _DARK),
        (_WHAT_IT_IS, _DARK),
        (b"", _DARK),
    ],
    ids=["light", "light in short", "dark", "says only what it is", "silent"],
)
def test_a_terminal_is_asked_for_its_background(tmp_path: Path, answer: bytes, background: bytes) -> None:
    with running(tmp_path, answer=answer, COLORFGBG="") as terminal:
        terminal.wait_for(b"What is happening?")
        assert _QUESTION in terminal.seen
        assert background in terminal.seen
        assert ({_LIGHT, _DARK} - {background}).pop() not in terminal.seen
        assert b"rgb" not in terminal.seen.partition(b"1049h")[2]


@pytest.mark.parametrize(("said", "light"), [("0;15", True), ("0;default;7", True), ("15;0", False), ("15;8", False)])
def test_a_terminal_that_says_its_colours_is_not_asked(said: str, light: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLORFGBG", said)
    monkeypatch.setattr("companion.ui.terminal._ask", lambda: pytest.fail("asked"))
    assert is_light() is light


@pytest.mark.parametrize("light", [True, False])
def test_the_theme_fits_the_background(light: bool) -> None:
    assert theme_for(light) == (DAWN if light else DUSK).name


@pytest.mark.parametrize(("said", "is_light"), [("0;15", True), ("15;0", False)])
def test_only_greys_as_light_as_the_terminal_are_written_when_no_colour_is_wanted(
    tmp_path: Path, said: str, is_light: bool
) -> None:
    with running(tmp_path, NO_COLOR="1", COLORFGBG=said) as terminal:
        terminal.wait_for(b"What is happening?")
        colours = re.findall(rb"[34]8;2;(\d+);(\d+);(\d+)", terminal.seen)
        assert all(red == green == blue for red, green, blue in colours)
        grounds = {int(grey) for grey in re.findall(rb"48;2;(\d+)", terminal.seen)}
        assert grounds
        assert all((grey > 127) == is_light for grey in grounds)


@pytest.mark.parametrize(("place", "shown"), [(Place.LOG, b"What happened?"), (Place.PAUSE, b"Say before you go")])
def test_it_opens_at_the_place_asked_for(tmp_path: Path, place: Place, shown: bytes) -> None:
    with running(tmp_path, "--at", place) as terminal:
        terminal.wait_for(shown)
        assert b"What is happening?" not in terminal.seen


@pytest.mark.parametrize("answer", [b"2", b"2" + _SAID_DARK + _WHAT_IT_IS, _SAID_DARK + b"2" + _WHAT_IT_IS])
def test_a_key_pressed_while_the_terminal_is_asked_is_heard(tmp_path: Path, answer: bytes) -> None:
    with running(tmp_path, answer=answer, COLORFGBG="") as terminal:
        terminal.wait_for(b"Say before you go")


def test_a_key_pressed_at_once_is_heard(tmp_path: Path) -> None:
    with running(tmp_path, COLORFGBG="") as terminal:
        terminal.press(b"2")
        terminal.wait_for(b"Say before you go")


def test_what_was_typed_early_is_kept_in_its_order_and_given_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLORFGBG", raising=False)
    sent = b"l\x1b[B" + _SAID_LIGHT + "é".encode() + _WHAT_IT_IS + b"\x1b[1;5C\r"
    monkeypatch.setattr("companion.ui.terminal._ask", lambda: sent)
    assert is_light()
    assert AnswerFilter().typed(typed_early()) == b"l\x1b[B" + "é".encode() + b"\x1b[1;5C\r"
    assert typed_early() == b""


@pytest.mark.parametrize("cut", range(1, len(_SAID_LIGHT) - 1))
def test_a_late_answer_types_nothing_wherever_it_is_cut(cut: int) -> None:
    answers = AnswerFilter()
    pieces = [b"a" + _SAID_LIGHT[:cut], _SAID_LIGHT[cut:] + _WHAT_IT_IS + b"b"]
    typed = b"".join(answers.typed(piece) for piece in pieces)
    assert typed == (b"ab" if cut > 1 else b"a" + _SAID_LIGHT + b"b")


def test_escape_and_arrows_are_no_answers() -> None:
    answers = AnswerFilter()
    assert [answers.typed(key) for key in (b"\x1b", b"\x1b[A", b"\x1b[200~x\x1b[201~")] == [
        b"\x1b", b"\x1b[A", b"\x1b[200~x\x1b[201~",
    ]  # fmt: skip
