"""The app: which screen is shown, and the keys that work everywhere."""

import asyncio
from collections.abc import Callable, Iterable
from functools import partial
from itertools import chain
from typing import Any, ClassVar

from textual import on
from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen

from companion.catalogue import _
from companion.domain.content import Link
from companion.domain.pause import PauseState
from companion.domain.times import Clock
from companion.resources import STYLES
from companion.storage.errors import ContentError
from companion.storage.library import Library
from companion.storage.store import Store
from companion.text.plain import one_line
from companion.ui.bindings import key_of, key_to, keys_here
from companion.ui.finder import Find, Finder, Palette, action_finds, library_finds
from companion.ui.lifecycle import quiet_driver
from companion.ui.messages import Follow, GoTo, NoteMoment
from companion.ui.place_screen import PlaceScreen
from companion.ui.places import Place
from companion.ui.rows import Row
from companion.ui.screens import Screens
from companion.ui.themed import ThemedApp
from companion.ui.themes import DUSK

_SHOWN_IN = {"pause": Place.PAUSE, "scripts": Place.WORDS, "situations": Place.NOW}
"""Folders whose pieces a place shows itself."""
ELSE = _("What else goes on")
_LOST = _("What you typed in a worksheet is not kept. Quit all the same?")
_QUIT = (Row(_("Back to the answers"), "back"), Row(_("Let it go and quit"), "quit"))
PRIVACY, SETTINGS, THEME = _("Privacy and passphrase"), _("Settings"), _("Theme")
_FIRST = "first"
"""The mode of the file that was named in the shell."""
_WARM_AFTER = 0.5
"""Seconds after the first frame until the other places are loaded; before, the first key has all of the machine."""


class CompanionApp(ThemedApp):
    """All places over one store, one library and one clock."""

    TITLE = "Companion"
    CSS_PATH = [STYLES / "base.tcss"]
    AUTO_FOCUS = None
    NOTIFICATION_TIMEOUT = 4
    COMMANDS = {Finder}
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(place.key, f"go('{place}')", place.label, show=False, id=f"app.{place}") for place in Place),
        Binding("b", "breathe", "Breathe", id="app.breathe", show=False),
        Binding("f2", "unlock", "Unlock", id="app.unlock", priority=True),
        Binding("f2", "lock", "Lock", id="app.lock", show=False, priority=True),
        Binding("f2", "privacy", PRIVACY, id="app.privacy", show=False, priority=True),
        Binding("f1", "help", "Help", id="app.help", priority=True),
        Binding("ctrl+l", "cover", "Hide", id="app.cover", priority=True),
        Binding("ctrl+p", "find", "Find", id="app.find", priority=True),
        Binding("ctrl+z", "suspend_process", "To the shell", id="app.suspend", show=False, priority=True),
        Binding("ctrl+q", "quit", "Quit", id="app.quit", priority=True),
    ]

    def __init__(
        self,
        store: Store,
        library: Library,
        clock: Clock,
        fitting: str = DUSK.name,
        place: Place = Place.NOW,
        first: Link | None = None,
    ) -> None:
        self.DEFAULT_MODE = _FIRST if first else place.value  # type: ignore[misc]  # Textual reads it in the next line
        super().__init__(store, Screens(store, library, clock), clock, fitting, driver_class=quiet_driver())
        self._library = library
        self._made = self._touched
        for each in Place:
            self.add_mode(each.value, partial(self._make, partial(self._screens.at, each)))
        if first:  # a mode of its own: nothing else is made before it is shown
            self.add_mode(_FIRST, partial(self._make, partial(self._screens.of, first)))

    def on_mount(self) -> None:
        """Draw first; then look what the disk says."""
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        """Read the open pause, go to it unless it runs and another place was asked for, and begin to tick."""
        if self._exit or not self.is_running:
            return
        self._garbage.begin()
        self.screen_change_signal.subscribe(self, lambda _: self._show_pause())
        self._read_pause()
        self.begin_to_tick()
        if _FIRST not in self._modes:  # from a file one seldom goes to a place
            self.set_timer(_WARM_AFTER, self._warm)
        self.say_notices()
        self.say_copies()
        if self._pause:
            self._ringing.know(self, self._pause, self._clock())
            is_at_now = getattr(self.screen, "place", None) is Place.NOW
            nothing_asked = is_at_now and self._touched == self._made
            if nothing_asked or self._pause.state(self._clock()) is PauseState.OVERDUE:
                self.go(Place.PAUSE)

    def _warm(self) -> None:
        """Load, beside the person, what the other places need when they are first shown."""
        self.run_worker(self._load, exit_on_error=False, group="warm")  # type: ignore[arg-type]  # no result at all

    async def _load(self) -> None:
        sheets = await asyncio.to_thread(self._screens.warm)
        self.ahead.begin(chain(self._sheets.take(sheets), self.entries_ahead()))

    def delay_update(self, delay: float = 0.001) -> None:
        """Show another place as soon as it is laid out; Textual would wait for 50 ms more."""
        super().delay_update(delay)

    # -- nobody there

    def way_when_idle(self) -> Callable[[], object] | None:
        """Go on showing the clock and the breath of a pause, or a rhythm alone."""
        if getattr(self.shown(), "is_breathing", False):
            return self._breathe_on
        is_watched = self.current_mode == Place.PAUSE and not self.is_covered
        return partial(self.switch_mode, Place.PAUSE) if is_watched and self._pause else None

    def _breathe_on(self) -> None:
        self.switch_mode(self._left)
        self.action_breathe()

    # -- going places

    def _make(self, make: Callable[[], Screen[None]]) -> Screen[None]:
        """Make the screen of a mode; Textual would style everything that is shown anew for it, twice."""
        screen = make()
        screen._css_update_count = self._css_update_count
        return screen

    def go(self, place: Place) -> None:
        """Show a place as it was left; under the cover, nothing."""
        if not self.is_covered:
            self.switch_mode(place.value)

    def action_go(self, place: str) -> None:
        """Show the place of that name."""
        self.go(Place(place))

    @on(GoTo)
    def _go_to(self, message: GoTo) -> None:
        self.go(message.place)

    def show(self, screen: Screen[Any]) -> None:
        """Show a screen over the present one; `esc` comes back."""
        if not self.is_covered:
            self.push_screen(screen)

    @on(Follow)
    def _follow(self, message: Follow) -> None:
        self.follow(message.link, message.place, message.found_by)

    def follow(self, link: Link, place: int | None = None, found_by: tuple[str, ...] = ()) -> None:
        """Open what a link leads to; a text at a line of it, with the words it was found by, if they are said."""
        match link.folder:
            case "log":
                entry = self._store.entries.get(link.slug)
                self.show(self._screens.entry_form(NoteMoment(kind=None if entry else link.slug or None), entry))
            case "held":
                self.go(Place.WORDS)
                self.call_after_refresh(self.run_action, "screen.held" if link.slug else "screen.hold")
            case "pause" | "scripts" | "situations":
                left = self.current_mode
                self.go(_SHOWN_IN[link.folder])
                if isinstance(self.screen, PlaceScreen):
                    self.screen.came_from = left
                    self.screen.reveal(link.slug)
            case "worksheets" if self._state.is_locked:
                self.go(Place.PLAN)  # it says how to unlock
            case _:
                self._open(link, place, found_by)

    def _open(self, link: Link, place: int | None, found_by: tuple[str, ...]) -> None:
        """Show the screen of a piece; a text of one's own may lead anywhere, or be gone."""
        try:
            self.show(self._screens.of(link, place, found_by))
        except ContentError as error:
            self.notify(one_line(str(error)), severity="warning", markup=False)
        except KeyError:
            self.notify(
                one_line(_("{link}: it is not there. {key} lists what is.", link=link, key=key_to(Place.READ))),
                severity="warning",
                markup=False,
            )

    @on(NoteMoment)
    def note_moment(self, message: NoteMoment) -> None:
        """Open the form for a new entry."""
        self.show(self._screens.entry_form(message))

    def action_breathe(self) -> None:
        """Breathe, from anywhere."""
        self.show(self._screens.breathe())

    def action_help(self) -> None:
        """Show help and safety."""
        if not getattr(self.screen, "is_help", False):
            self.show(self._screens.help(keys_here(self.screen)))

    def action_find(self) -> None:
        """Open the palette."""
        if not isinstance(self.screen, Palette):
            self.push_screen(Palette(placeholder=_("Find a place, an article, words, an action")))

    async def action_quit(self) -> None:
        """Quit; first ask once about what is typed and waits nowhere. Under the cover nothing is asked."""
        from companion.ui.dialogs import Choose  # its classes take 3 ms to make, before the first frame

        screens = () if self.is_covered or isinstance(self.screen, Choose) else self._all_screens()
        if any(getattr(screen, "would_be_lost", False) for screen in screens):
            self.push_screen(Choose(_LOST, _QUIT), lambda answer: self.exit() if answer == "quit" else None)
        else:
            self.exit()

    def action_help_quit(self) -> None:
        """Say how to leave: ctrl+c is for copying in a terminal, and easily hit."""
        self.notify(_("{key} quits.", key=key_of("app.quit", "ctrl+q")), markup=False, timeout=3)

    # -- finding

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Offer none of Textual's: its screenshot would write private words to a file."""
        return ()

    def finds(self, screen: Screen[Any]) -> Iterable[Find]:
        """Yield all that the palette finds from that screen: places, actions, and the library's pieces."""
        places = [Find(place.label, _("place {key}", key=key_to(place)), partial(self.go, place)) for place in Place]
        yield from places
        if _FIRST in self._modes:
            yield Find(_("The file"), _("the one that was opened from the shell"), partial(self.switch_mode, _FIRST))
        yield Find(PRIVACY, _("lock, openings, what is sealed"), self.action_privacy)
        yield Find(SETTINGS, _("bell, notices, motion, clipboard"), lambda: self.show(self._screens.settings()))
        yield Find(THEME, _("dusk, dawn and others"), lambda: self.show(self._screens.theme_choice()))
        yield Find(ELSE, _("newborn, exams: over days or weeks"), lambda: self.show(self._screens.context_notes()))
        known = {find.title for find in places} | {PRIVACY, ELSE}
        yield from (find for find in action_finds(screen) if find.title not in known)
        yield Find(_("Write an entry"), _("the full form"), lambda: self.note_moment(NoteMoment()))
        yield from library_finds(self._library, self.follow)
