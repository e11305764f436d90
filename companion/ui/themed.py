"""How the app looks: the theme that was chosen, with or without colours, and how much moves."""

from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from typing import Any

from rich.segment import Segment
from rich.style import Style
from textual import constants, events, on
from textual.app import App
from textual.color import Color
from textual.filter import LineFilter
from textual.theme import Theme

from companion.catalogue import _
from companion.domain.settings import BY_THE_TERMINAL, Motion, Settings
from companion.domain.times import Clock
from companion.storage.errors import ContentError
from companion.storage.store import Store
from companion.text.plain import one_line
from companion.ui.bindings import key_of
from companion.ui.messages import Restyled
from companion.ui.screens import Screens
from companion.ui.stylesheet import QuickStylesheet
from companion.ui.terminal import shows_colours
from companion.ui.themes import DUSK, OURS, PLAIN, find_theme
from companion.ui.ticking import TickingApp


@lru_cache(maxsize=1024)
def _without_colour(style: Style) -> Style:
    return style.without_color + Style.from_meta(style.meta) if style.meta else style.without_color


class Colourless(LineFilter):
    """Leaves every colour out. Textual's own filters write greys, or the codes for the usual colours."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments, bold and underlined where they were."""
        return [
            Segment(text, None if style is None else _without_colour(style), control)
            for text, style, control in segments
        ]


class ThemedApp(TickingApp):
    """An app that looks as the person's settings say, as far as the terminal can show it."""

    _is_dressed = False

    def __init__(self, store: Store, screens: Screens, clock: Clock, fitting: str = DUSK.name, **options: Any) -> None:
        """Take on the looks before anything is drawn.

        Args:
            store: The store, with its settings.
            screens: Makes the screens.
            clock: Tells the time.
            fitting: The name of the theme that fits the terminal.
            options: Textual's.
        """
        super().__init__(store, screens, clock, **options)
        self._is_dressed = True
        self._fitting = fitting
        self._colourless = [Colourless()]
        self.no_color = not shows_colours()
        self._wrong_theme: Callable[[], str] | None = None
        for theme in OURS.values():
            self.register_theme(theme)
        theme = self._dress(store.settings)
        self.set_reactive(App.theme, theme.name)
        self.stylesheet = self._sheets = QuickStylesheet(variables=self.get_css_variables())

    def get_css_variables(self) -> dict[str, str]:
        """Return what the sheets name; nothing yet for the theme that Textual begins with, and nobody sees."""
        return super().get_css_variables() if self._is_dressed else {}

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Leave the colours out where none are wanted; leave the terminal's own as they are."""
        if self.no_color:
            return self._colourless
        return () if self.native_ansi_color else super().get_line_filters()

    @on(Restyled)
    def restyle(self) -> None:
        """Look as the settings say now."""
        from companion.ui.pacer import Pacer
        from companion.ui.time_left import TimeLeft

        settings = self._store.settings
        self.theme = self._dress(settings).name
        for screen in self._all_screens():
            for pacer in screen.query(Pacer):
                pacer.motion = settings.motion
            for left in screen.query(TimeLeft):
                left.is_large = settings.large_digits
        self.say_notices()

    def _dress(self, settings: Settings) -> Theme:
        """Make the theme of the settings known, and let things move or not; return the theme."""
        self.animation_level = constants.TEXTUAL_ANIMATIONS if settings.motion is Motion.FULL else "none"
        theme = self._find(settings)
        self.register_theme(theme)
        return theme

    def _find(self, settings: Settings) -> Theme:
        """Return the theme that is wanted; the one that fits the terminal if that can't be had or can't be shown."""
        self._wrong_theme, own, broken = None, dict[str, Theme](), list[ContentError]()
        name = self._fitting if settings.theme == BY_THE_TERMINAL else settings.theme
        if settings.theme != BY_THE_TERMINAL:
            from companion.ui.own_themes import own_themes  # YAML and more, for those who chose a theme

            own, broken = own_themes(self._store.folder)
        found = find_theme(name, own, high_contrast=settings.high_contrast)
        if found is None and broken:
            said = _("{file} is no theme: {problem}", file=broken[0].path.name, problem=broken[0].problem)
            self._wrong_theme = partial(one_line, said)
        elif found is None:
            self._wrong_theme = partial(_say_gone, name)
        if found is None or (self._fitting == PLAIN.name and not found.ansi):
            found = find_theme(self._fitting, {}, high_contrast=settings.high_contrast)
        return found or DUSK

    def say_notices(self) -> None:
        """Say, once each, what the person should know of their files and of a theme that is not there."""
        super().say_notices()
        if self._wrong_theme and not self.is_covered:
            self._tell_once(self._wrong_theme())

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Let the cursor of a field blink only where things may move."""
        if hasattr(event.widget, "cursor_blink"):
            event.widget.cursor_blink = self.animation_level != "none"


def _say_gone(name: str) -> str:
    """Say that the theme that is wanted is not there, and what chooses another one."""
    key = key_of("app.find", "ctrl+p")
    return one_line(_("There is no theme “{file}” any more. {key}, “Theme” chooses another one.", file=name, key=key))
