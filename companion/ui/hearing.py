"""What the terminal sends, as events: whatever it says, the next key is heard."""

from codecs import getincrementaldecoder
from collections.abc import Callable, Iterator
from time import monotonic

from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START, XTermParser
from textual.events import Resize
from textual.message import Message

from companion.ui.terminal import AnswerFilter

_WIDEST, _HIGHEST = 2000, 1000
"""Columns and rows that a terminal may have."""
_QUIET_PASTE = 1.0
"""Seconds of silence after which what is pasted is taken, though its end has not come."""
_LONGEST_PASTE = 1_000_000
"""Letters of what is pasted that are taken at once."""
_BEFORE = len(BRACKETED_PASTE_START) - 1


class Hearing:
    """Turns bytes into events; what is begun and not ended is waited for no longer than a second."""

    def __init__(self, clock: Callable[[], float] = monotonic, *, is_logged: bool = False) -> None:
        self._clock = clock
        self._is_logged = is_logged
        self._parser = XTermParser(is_logged)
        self._decode = getincrementaldecoder("utf-8")("replace").decode
        self._answers = AnswerFilter(clock)
        self._last = ""
        self._pasted = 0
        self._pasting_until: float | None = None

    @property
    def until(self) -> float | None:
        """When `due` has something to do, if nothing is heard before."""
        ends = (self._parser._timeout_time, self._answers.until, self._pasting_until)
        return min((each for each in ends if each is not None), default=None)

    def hear(self, data: bytes) -> Iterator[Message]:
        """Yield the events of what came."""
        yield from self._take(self._decode(self._answers.typed(data)))

    def due(self) -> Iterator[Message]:
        """Yield the events of what has waited long enough for its end."""
        yield from self._parser.tick()
        yield from self._take(self._decode(self._answers.give_up()))
        if self._pasting_until is not None and self._clock() >= self._pasting_until:
            yield from self._take(BRACKETED_PASTE_END)

    def _take(self, text: str) -> Iterator[Message]:
        if not text:
            return
        yield from self._parse(text)
        self._look_for_paste(text)
        if self._pasted > _LONGEST_PASTE:
            yield from self._take(BRACKETED_PASTE_END + BRACKETED_PASTE_START)

    def _look_for_paste(self, text: str) -> None:
        """Find out whether something is being pasted now."""
        seen = self._last + text
        begun, ended = seen.rfind(BRACKETED_PASTE_START), seen.rfind(BRACKETED_PASTE_END)
        is_pasting = begun > ended or (begun == ended and self._pasting_until is not None)
        self._pasted = 0 if begun != ended or not is_pasting else self._pasted + len(text)
        self._pasting_until = self._clock() + _QUIET_PASTE if is_pasting else None
        self._last = seen[-_BEFORE:]

    def _parse(self, text: str) -> Iterator[Message]:
        try:
            for event in self._parser.feed(text):
                if not isinstance(event, Resize) or self._can_be(event):
                    yield event
        except (ValueError, OverflowError, ZeroDivisionError):  # a report with numbers that can't be
            self._parser = XTermParser(self._is_logged)

    def _can_be(self, event: Resize) -> bool:
        """Return whether a terminal may have that size; if not, forget it."""
        parser = self._parser
        parser.mouse_pixels = bool(event.pixel_size and all(event.pixel_size))
        if 0 < event.size.width <= _WIDEST and 0 < event.size.height <= _HIGHEST:
            return True
        parser.mouse_pixels = False
        return False
