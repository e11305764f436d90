"""A monkey at the keys: everything one can do to the app, at random, the same again for the same seed."""

import random
from collections import deque
from collections.abc import Awaitable, Callable

from textual import events
from textual.geometry import Size
from textual.keys import _character_to_key
from textual.message import Message
from textual.pilot import Pilot
from textual.widgets import Input

from companion.storage.store import Store
from companion.ui.app import CompanionApp
from tests.conftest import MovableClock
from tests.idle import wait_for_idle

PASSPHRASE = "four plain words here"
ODD = (
    "👩‍👩‍👧‍👦 👍🏽 🏳️‍🌈 🇩🇪🇫🇷",
    "שלום, מה שלומך؟ مرحبا بك",
    "e\u0301" + "a\u0335\u0336" * 40,
    "नमस्ते क्षत्रिय · สวัสดีครับ · 忙しい一日",
    "nul \0 bell \a back \b\b esc \x1b[31mred\x1b[2J \x1b]52;c;aGk=\x07 del \x7f c1 \x9b31m",
    "tab\tno-break\u00a0thin\u2009zero\u200bwidth\u2060 \u202eturned\u202c \u2066held\u2069",
    "one\ntwo\r\nthree\rfour\u2028five\x85six",
    "[/b] [red] $x {place} %s \\ `` ** [[a link]] [a](b)",
    "\ud800 half of one",
    "yesterday 21:00 #hurt @Mum 7/10",
    "3",
    "45 minutes",
    "",
)
"""What is pasted."""
LONG = "it was a long day and nobody said so " * 2_800
"""100 kB."""
_KEYS = (
    *"abcdefghijklmnopqrstuvwxyz0123456789",
    *(_character_to_key(each) for each in " .,:;!?#@/+-*=<>()[]{}'\"&%$~|\\^_`"),
    *(f"ctrl+{each}" for each in "abcdefghijklmnoprstuvwxyz"),
    *(f"f{number}" for number in range(1, 13)),
    *(f"{shift}{way}" for shift in ("", "shift+", "ctrl+") for way in ("up", "down", "left", "right", "home", "end")),
    *("pageup", "pagedown", "tab", "shift+tab", "backspace", "delete", "insert", "ctrl+backspace", "alt+enter"),
)
"""All but the one that quits, which has a turn of its own."""
_USUAL = ("enter", "enter", "enter", "escape", "escape", "down", "down", "up", "tab", "space", "left", "right", "y")
_SIDES = (20, 5), (200, 60)
"""The least and the most columns and rows."""
_SIGNS = {"space": " "} | {_character_to_key(each): each for each in "\t.,:;!?#@/+-*=<>()[]{}'\"&%$~|\\^_`"}

Act = Callable[[], Awaitable[None]]


class Monkey:
    """Does one thing after the other to an app, and remembers the last of them."""

    def __init__(self, seed: int, store: Store, clock: MovableClock) -> None:
        self.rng = random.Random(seed)
        self.keys = 0
        """How many were pressed; anything else counts as one."""
        self.done: deque[str] = deque(maxlen=30)
        self.wide: set[str] = set()
        """What reached over the side of the screen."""
        self._store = store
        self._clock = clock
        self._pilot: Pilot[None]
        self._acts: dict[Act, int] = {
            self._press_what_is_offered: 40,
            self._press_usual: 30,
            self._press_any: 25,
            self._burst: 40,
            self._paste: 5,
            self._unlock: 4,
            self._cover: 3,
            self._move_the_clock: 3,
            self._use_the_mouse: 6,
            self._resize: 2,
            self._look_away: 1,
            self._quit: 1,
        }

    def sit_down(self, pilot: Pilot[None], store: Store) -> None:
        """Begin with an app."""
        self._pilot, self._store = pilot, store

    @property
    def app(self) -> CompanionApp:
        """The app it plays with."""
        assert isinstance(self._pilot.app, CompanionApp)
        return self._pilot.app

    async def act(self) -> None:
        """Do one thing and wait until the app has dealt with it."""
        self._let_go_of_too_much()
        (act,) = self.rng.choices(list(self._acts), weights=list(self._acts.values()))
        await act()
        await wait_for_idle()

    def _let_go_of_too_much(self) -> None:
        """Empty a line that was doubled by copying and pasting: a library of words in it takes seconds a key."""
        field = self.app.focused
        if isinstance(field, Input) and len(field.value) > 2 * len(LONG):
            field.value = ""

    # -- keys

    def _send(self, event: Message, said: str) -> None:
        self.keys += 1
        self.done.append(said)
        event.set_sender(self.app)
        self.app.post_message(event)

    def _press(self, key: str) -> None:
        sign = key if len(key) == 1 else _SIGNS.get(key)
        self._send(events.Key(key, sign), key)

    async def _press_what_is_offered(self) -> None:
        """Press a key that does something here."""
        offered = sorted(key for key in self.app.screen.active_bindings if key != "ctrl+q")
        self._press(self.rng.choice(offered or ["escape"]))

    async def _press_usual(self) -> None:
        self._press(self.rng.choice(_USUAL))

    async def _press_any(self) -> None:
        self._press(self.rng.choice(_KEYS))

    async def _burst(self) -> None:
        """Press several keys at once, faster than the app can follow."""
        for key in self.rng.choices((*_KEYS, *_USUAL * 6), k=self.rng.randint(2, 20)):
            self._press(key)

    async def _paste(self) -> None:
        words = LONG if self.rng.random() < 0.03 else self.rng.choice(ODD)
        self._send(events.Paste(words), f"paste {words[:20]!r}")

    # -- what else happens to an app

    async def _unlock(self) -> None:
        """Come out from under the cover, and type the passphrase where one is asked for."""
        if self.app.is_covered:
            self._press("enter")
            await wait_for_idle()
        if self._store.is_locked:
            self._press("f2")
            await wait_for_idle()
            self._clock.move(minutes=1)
            for field in self.app.screen.query(Input):
                field.value = ""
            self._send(events.Paste(PASSPHRASE), "paste the passphrase")
            self._press("enter")

    async def _cover(self) -> None:
        if not self.app.is_covered:  # a second time it quits
            self._press("ctrl+l")

    async def _move_the_clock(self) -> None:
        minutes = self.rng.choice((1, 5, 20, 45, 180, 900, 3_000, -10, -90))
        self._clock.move(minutes=minutes)
        self.app._tick()
        self.done.append(f"clock {minutes} min")

    async def _use_the_mouse(self) -> None:
        """Click, drag or scroll somewhere."""
        size = self.app.size
        x, y = self.rng.randrange(size.width), self.rng.randrange(size.height)
        match self.rng.randrange(4):
            case 0:
                kind = self.rng.choice((events.MouseScrollDown, events.MouseScrollUp))
                self._mouse(kind, x, y)
            case 1:
                self._mouse(events.MouseDown, x, y)
                for _ in range(3):
                    x, y = self.rng.randrange(size.width), self.rng.randrange(size.height)
                    self._mouse(events.MouseMove, x, y)
                self._mouse(events.MouseUp, x, y)
            case times:
                for _ in range(times):
                    self._mouse(events.MouseDown, x, y)
                    self._mouse(events.MouseUp, x, y)

    def _mouse(self, kind: type[events.MouseEvent], x: int, y: int) -> None:
        event = kind(None, x, y, 0, 0, 1, False, False, False, screen_x=x, screen_y=y)
        self._send(event, f"{kind.__name__} {x},{y}")

    async def _resize(self) -> None:
        (narrow, low), (wide, high) = _SIDES
        size = self.rng.choice((_SIDES[0], (80, 24), (self.rng.randint(narrow, wide), self.rng.randint(low, high))))
        assert self.app._driver is not None
        self.app._driver._size = size
        self._send(events.Resize(Size(*size), Size(*size)), f"resize {size}")

    async def _look_away(self) -> None:
        """Leave the terminal's window, and sometimes the whole app."""
        self._send(events.AppBlur(), "blur")
        await wait_for_idle()
        self._send(events.AppFocus(), "focus")

    async def _quit(self) -> None:
        if self.rng.random() < 0.3:
            self._press("ctrl+q")
