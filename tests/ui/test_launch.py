"""Launch: the theme that fits the terminal, the place asked for, and no key lost on the way."""

import os
import re
import sys
from contextlib import nullcontext
from pathlib import Path
from typing import NamedTuple

import pytest

from companion.storage.store import Store
from companion.ui.places import Place
from companion.ui.terminal import (
    AnswerFilter,
    asking_for_light,
    drop_variables,
    has_colours,
    shows_colours,
    typed_early,
)
from companion.ui.themes import DAWN, DUSK, PLAIN, theme_for
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
    monkeypatch.setattr("companion.ui.terminal._asked", lambda: pytest.fail("asked"))
    with asking_for_light() as is_light:
        assert is_light() is light


class _End(NamedTuple):
    """An end of a terminal, as Python's standard streams are used here."""

    handle: int

    def fileno(self) -> int:
        return self.handle


@pytest.mark.parametrize(("answer", "light"), [(_SAID_LIGHT + _WHAT_IT_IS, True), (_SAID_DARK + _WHAT_IT_IS, False)])
def test_a_terminal_answers_while_the_app_is_loaded(
    answer: bytes, light: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    import termios

    person, program = os.openpty()
    before = termios.tcgetattr(program)
    monkeypatch.delenv("COLORFGBG", raising=False)
    monkeypatch.setattr(sys, "stdin", _End(program))
    monkeypatch.setattr(sys, "stderr", _End(program))
    with asking_for_light() as is_light:
        assert _QUESTION in os.read(person, 256)
        os.write(person, answer)
        assert is_light() is light
    assert termios.tcgetattr(program) == before
    assert typed_early() == answer
    os.close(person)
    os.close(program)


@pytest.mark.parametrize("light", [True, False])
def test_the_theme_fits_the_background_if_there_are_colours(light: bool) -> None:
    assert theme_for(light=light, has_colours=True) == (DAWN if light else DUSK).name
    assert theme_for(light=light, has_colours=False) == PLAIN.name


@pytest.mark.parametrize(
    ("environment", "colours", "any_colour"),
    [
        ({"TERM": "xterm-256color"}, True, True),
        ({"TERM": "xterm", "COLORTERM": "truecolor"}, True, True),
        ({"TERM": "xterm-kitty"}, True, True),
        ({"TERM": "xterm"}, False, True),
        ({"TERM": "linux"}, False, True),
        ({"TERM": "vt100"}, False, False),
        ({"TERM": "xterm-256color", "NO_COLOR": ""}, False, False),
        ({"TERM": "xterm-256color", "NO_COLOR": "1", "COLORTERM": "truecolor"}, False, False),
        ({"TERM": "xterm-256color", "TEXTUAL_COLOR_SYSTEM": "standard"}, False, True),
        ({"TERM": "xterm", "TEXTUAL_COLOR_SYSTEM": "256"}, True, True),
        ({"TERM": "xterm", "TEXTUAL_COLOR_SYSTEM": "many"}, False, True),
    ],
)
def test_how_many_colours_there_are_is_known_from_the_environment(
    environment: dict[str, str], colours: bool, any_colour: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("TERM", "COLORTERM", "NO_COLOR", "TEXTUAL_COLOR_SYSTEM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert (has_colours(), shows_colours()) == (colours, any_colour)


def test_of_textuals_variables_those_that_are_harmless_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.startswith("TEXTUAL"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("TEXTUAL_LOG", "keys.txt")
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    for system, kept in (("256", True), ("neon", False)):
        monkeypatch.setenv("TEXTUAL_COLOR_SYSTEM", system)
        drop_variables()
        left = {name for name in os.environ if name.startswith("TEXTUAL")}
        assert left == {"TEXTUAL_ANIMATIONS", *(["TEXTUAL_COLOR_SYSTEM"] if kept else [])}


_CODES = re.compile(rb"\x1b\[([\d;:]*)m")
_KEYS = (b"\r", b"\x1b", b"2", b"3", b"5", b"ab", b"\x1b", b"6", b"\x10", b"pau", b"\x1b")
"""Keys that lead through a list, a form, a field, a chart and the palette."""


def codes_of_a_tour(folder: Path, **variables: str) -> set[str]:
    """Return all codes of looks that are written on a way through some places."""
    with running(folder, answer=b"", under=(), **variables) as terminal:
        terminal.wait_for(b"What is happening?")
        seen = terminal.seen
        for key in _KEYS:
            terminal.press(key)
            terminal.read(0.3)
            seen += terminal.seen
        terminal.press(b"\x11")
        terminal.end()
        seen += terminal.seen
    return {code for each in _CODES.findall(seen) for code in each.decode().split(";")}


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "vt100")])
def test_where_no_colour_is_wanted_no_code_for_one_is_written(tmp_path: Path, name: str, value: str) -> None:
    codes = codes_of_a_tour(tmp_path, **{"COLORTERM": "", name: value})
    assert codes <= {"", "0", "1", "2", "3", "4", "7"}
    assert {"1", "4", "7"} <= codes  # the focus and the present place are told all the same


def test_with_16_colours_the_terminals_own_are_written_and_no_others(tmp_path: Path) -> None:
    codes = codes_of_a_tour(tmp_path, TERM="xterm", COLORTERM="")
    assert {"39", "49", "1", "4", "7"} <= codes
    assert not {"38", "48"} & codes


def test_a_theme_that_was_chosen_asks_the_terminal_nothing(tmp_path: Path) -> None:
    Store(tmp_path).change_settings(theme="dawn")
    with running(tmp_path, COLORFGBG="") as terminal:
        terminal.wait_for(b"What is happening?")
        assert _QUESTION not in terminal.seen
        assert _LIGHT in terminal.seen


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
    monkeypatch.setattr("companion.ui.terminal._asked", lambda: nullcontext(lambda: sent))
    with asking_for_light() as is_light:
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
