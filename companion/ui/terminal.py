"""What the terminal is: whether a person sits at it, whether it is light, and what Textual may read of it."""

import os
import re
import sys
from time import monotonic

_PATIENCE = 0.1
"""Seconds to wait for the terminal's answer about its background."""
_ASK_BACKGROUND = b"\x1b]11;?\x07\x1b[c"
"""OSC 11, then DA1: every terminal answers the second, so that a silent one costs no wait."""
_COLOUR = re.compile(rb"\x1b\]11;rgba?:([0-9a-fA-F]+)/([0-9a-fA-F]+)/([0-9a-fA-F]+)")
_DONE = re.compile(rb"\x1b\[\?[\d;]*c")
_ANSWERS = re.compile(rb"\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b\[\?[\d;]*c")
"""Whatever the terminal says to the question: a colour or none, then what it is."""
_BEGUN = re.compile(rb"\x1b\][^\x07]*\Z")
"""An answer whose end has not come yet."""
_LIGHT_INDEXES = {"7", "15"}
_KEPT_VARIABLES = {"TEXTUAL_ANIMATIONS"}
"""Textual's variables that a person may set here. `TEXTUAL_LOG` would record every key typed."""

_early = bytearray()
"""What a person typed while the terminal was asked, in its order."""


def is_interactive() -> bool:
    """Return whether the app can be drawn: keys come from a terminal, and it can do more than print lines."""
    return sys.stdin.isatty() and sys.stderr.isatty() and os.environ.get("TERM", "dumb") != "dumb"


def is_light() -> bool:
    """Return whether the terminal's background is light: by COLORFGBG, else by asking; dark if unknown."""
    if said := os.environ.get("COLORFGBG", ""):
        return said.rpartition(";")[2] in _LIGHT_INDEXES
    answer = _ask()
    _early.extend(answer)
    return _luminance(answer) > 0.5


def typed_early() -> bytes:
    """Return what came while the app was starting, once; the driver hears it before all else."""
    typed = bytes(_early)
    _early.clear()
    return typed


class AnswerFilter:
    """Takes the terminal's answers out of what is typed, however late they come and wherever they are cut."""

    def __init__(self) -> None:
        self._held = b""

    def typed(self, data: bytes) -> bytes:
        """Return what a person typed of the data; the beginning of an answer is held until its end has come."""
        data = _ANSWERS.sub(b"", self._held + data)
        begun = _BEGUN.search(data)
        self._held = begun[0] if begun else b""
        return data[: begun.start()] if begun else data


def _luminance(answer: bytes) -> float:
    """Return how light the colour in the answer is, 0 to 1 (Rec. 709 weights); 0 if there is none."""
    found = _COLOUR.search(answer)
    if not found:
        return 0.0
    red, green, blue = (int(part, 16) / float(16 ** len(part) - 1) for part in found.groups())
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _ask() -> bytes:
    """Ask the terminal for its background colour; return what it sends, keys typed meanwhile among it."""
    if os.name != "posix":
        return b""
    import select
    import termios
    import tty

    handle = sys.stdin.fileno()
    before = termios.tcgetattr(handle)
    answer = b""
    try:
        tty.setcbreak(handle, termios.TCSANOW)
        os.write(sys.stderr.fileno(), _ASK_BACKGROUND)
        until = monotonic() + _PATIENCE
        while not _DONE.search(answer) and (wait := until - monotonic()) > 0:
            if select.select([handle], [], [], wait)[0]:
                answer += os.read(handle, 256)
    except OSError:
        pass  # the terminal is gone; the app will notice
    finally:
        termios.tcsetattr(handle, termios.TCSANOW, before)
    return answer


def drop_variables() -> None:
    """Forget Textual's other environment variables; call it before Textual is imported."""
    for name in list(os.environ):
        if name.startswith("TEXTUAL") and name not in _KEPT_VARIABLES:
            del os.environ[name]
