"""What the terminal is: whether a person sits at it, whether it is light, and what Textual may read of it."""

import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from time import monotonic

_PATIENCE = 0.1
"""Seconds that the terminal has, from the question on, to answer about its background; loading the app takes longer."""
_ASK_BACKGROUND = b"\x1b]11;?\x07\x1b[c"
"""OSC 11, then DA1: every terminal answers the second, so that a silent one costs no wait."""
_COLOUR = re.compile(rb"\x1b\]11;rgba?:([0-9a-fA-F]+)/([0-9a-fA-F]+)/([0-9a-fA-F]+)")
_DONE = re.compile(rb"\x1b\[\?[\d;]*c")
_ANSWERS = re.compile(rb"\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b\[\?[\d;]*c|\x1b\[[<?]?[\d;:]{30,}[@-~]?")
"""Whatever the terminal says to the question: a colour or none, then what it is. And a report that is longer than any
is: of its digits Textual would make keys."""
_BEGUN = re.compile(rb"\x1b\][ -~]{0,64}\x1b?\Z|\x1b\[[<?]?[\d;:]+\Z")
"""An answer, or a report, whose end has not come yet."""
_ENDLESS = re.compile(rb"\x1b\]\d+;(?:rgba?:[\da-fA-F/]*|[ -~]*)")
"""An answer whose end does not come; what was typed behind it is no part of a colour."""
_END_WITHIN = 1.0
"""Seconds that the end of an answer has."""
_LIGHT_INDEXES = {"7", "15"}
_SYSTEM = "TEXTUAL_COLOR_SYSTEM"
_MANY, _FEW = ("truecolor", "256"), ("standard",)
"""What that variable may say; Textual ends with a traceback if it says anything else."""
_KEPT_VARIABLES = {"TEXTUAL_ANIMATIONS", _SYSTEM}
"""Textual's variables that a person may set here. `TEXTUAL_LOG` would record every key typed."""
_COLOURFUL = ("256color", "direct", "kitty")
"""What the names of terminals end with that have more than 16 colours."""
_COLOURLESS = re.compile(r"vt[1-3]\d\d\b|.*-(?:m|mono)$")
"""Names of terminals that have none."""
_CONSOLE = "linux"
"""The name of a terminal whose fonts hold 256 or 512 signs, round corners not among them."""

_early = bytearray()
"""What a person typed while the terminal was asked, in its order."""


def is_interactive() -> bool:
    """Return whether the app can be drawn: keys come from a terminal, and it can do more than print lines."""
    return sys.stdin.isatty() and sys.stderr.isatty() and os.environ.get("TERM", "dumb") != "dumb"


def has_colours() -> bool:
    """Return whether colours are wanted, and the terminal has so many that those of a theme can be told apart.

    With 16 nobody knows which ones a terminal shows: what it writes by itself is all that surely can be read.
    """
    if not shows_colours():
        return False
    if (system := os.environ.get(_SYSTEM)) in (*_MANY, *_FEW):
        return system in _MANY
    term = os.environ.get("TERM", "")
    return os.environ.get("COLORTERM", "").lower() in ("truecolor", "24bit") or term.endswith(_COLOURFUL)


def shows_colours() -> bool:
    """Return whether any code for a colour may be written: NO_COLOR is not set, not even to nothing (no-color.org)."""
    return "NO_COLOR" not in os.environ and not _COLOURLESS.match(os.environ.get("TERM", ""))


def has_round_corners() -> bool:
    """Return whether the terminal's font holds the round corners that large digits are drawn with."""
    return not os.environ.get("TERM", "").startswith(_CONSOLE)


@contextmanager
def asking_for_light() -> Iterator[Callable[[], bool]]:
    """Ask whether the terminal's background is light; it has time to answer until what is yielded is called.

    COLORFGBG says it without a question. It is dark if nothing says so.
    """
    if said := os.environ.get("COLORFGBG", ""):
        yield lambda: said.rpartition(";")[2] in _LIGHT_INDEXES
        return

    def is_light() -> bool:
        answer = listen()
        _early.extend(answer)
        return _luminance(answer) > 0.5

    with _asked() as listen:
        yield is_light


def typed_early() -> bytes:
    """Return what came while the app was starting, once; the driver hears it before all else."""
    typed = bytes(_early)
    _early.clear()
    return typed


class AnswerFilter:
    """Takes the terminal's answers out of what is typed, however late they come and wherever they are cut."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._held = b""
        self.until: float | None = None
        """When an answer that has begun must have ended."""

    def typed(self, data: bytes) -> bytes:
        """Return what a person typed of the data; the beginning of an answer is held for a second."""
        before, whole = self._held, self._held + data
        begun = _BEGUN.search(whole)
        is_same = bool(before and begun and begun.start() == 0)
        cut = begun.start() if begun else len(whole)
        self._held = whole[cut:]
        if not is_same:
            self.until = self._clock() + _END_WITHIN if begun else None
        return _without_answers(whole[:cut])

    def give_up(self) -> bytes:
        """Return what was typed of what is held, if its time is over; the answer itself is dropped."""
        if self.until is None or self._clock() < self.until:
            return b""
        held, self._held, self.until = self._held, b"", None
        return _without_answers(held)


def _without_answers(data: bytes) -> bytes:
    return _ENDLESS.sub(b"", _ANSWERS.sub(b"", data))


def _luminance(answer: bytes) -> float:
    """Return how light the colour in the answer is, 0 to 1 (Rec. 709 weights); 0 if there is none."""
    found = _COLOUR.search(answer)
    if not found:
        return 0.0
    red, green, blue = (int(part, 16) / float(16 ** len(part) - 1) for part in found.groups())
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@contextmanager
def _asked() -> Iterator[Callable[[], bytes]]:
    """Ask the terminal for its background colour; yield what returns its answer, keys typed meanwhile among it."""
    if os.name != "posix":
        yield lambda: b""
        return
    import select
    import termios
    import tty

    handle, until = sys.stdin.fileno(), monotonic() + _PATIENCE
    before = termios.tcgetattr(handle)

    def listen() -> bytes:
        answer = b""
        with suppress(OSError):  # the terminal is gone; the app will notice
            while not _DONE.search(answer) and select.select([handle], [], [], max(0.0, until - monotonic()))[0]:
                if not (part := os.read(handle, 256)):
                    break
                answer += part
        return answer

    try:
        with suppress(OSError):
            tty.setcbreak(handle, termios.TCSANOW)
            os.write(sys.stderr.fileno(), _ASK_BACKGROUND)
        yield listen
    finally:
        with suppress(OSError, termios.error):
            termios.tcsetattr(handle, termios.TCSANOW, before)


def drop_variables() -> None:
    """Forget Textual's other environment variables; call it before Textual is imported."""
    for name in list(os.environ):
        unknown = name == _SYSTEM and os.environ[name] not in (*_MANY, *_FEW)
        if name.startswith("TEXTUAL") and (unknown or name not in _KEPT_VARIABLES):
            del os.environ[name]
