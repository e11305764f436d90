"""Every screen, made from the store, the library and the clock; imported when it is first shown.

The imports stand inside the functions on purpose: a place costs nothing at start until one goes there
(all of them together are a third of the time to the first frame).
"""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

from textual.screen import Screen

from companion.domain.content import Link
from companion.domain.entry import Entry
from companion.domain.times import Clock
from companion.resources import STYLES
from companion.storage.errors import ContentError
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.bindings import Key
from companion.ui.dismissing import SHARED
from companion.ui.messages import NoteMoment
from companion.ui.ordinary import OrdinaryDays
from companion.ui.place_screen import PlaceScreen
from companion.ui.places import Place
from companion.ui.reader.manner import Manner


class Screens:
    """Hands each screen what it needs."""

    def __init__(self, store: Store, library: Library, clock: Clock) -> None:
        self._store = store
        self._library = library
        self._clock = clock
        self.ordinary = OrdinaryDays(store, clock)
        self._manner = Manner()

    def warm(self) -> list[Path]:
        """Import every place and read the closed lists, so that the first visit is as quick as the next.

        What is wrong with a file of the library is said where it is shown.

        Returns:
            The style sheets of the places, that of what they share first.
        """
        from companion.ui.log.form import EntryForm
        from companion.ui.now.sheet import SituationSheet
        from companion.ui.privacy.unlock import Unlock
        from companion.ui.read.article import ArticleScreen

        _ = EntryForm, SituationSheet, ArticleScreen, Unlock
        with suppress(ContentError):
            library = self._library
            _ = library.vocabulary, library.scripts, library.articles, library.worksheets
            _ = library.trails, library.pages
        for place in Place:
            self._screen_of(place)
        return [SHARED, *(STYLES / f"{place}.tcss" for place in Place)]

    def at(self, place: Place) -> PlaceScreen:
        """Make the screen of a place."""
        return self._screen_of(place)(self._store, self._library, self._clock)

    def of(self, link: Link, place: int | None = None, found_by: tuple[str, ...] = ()) -> Screen[None]:
        """Make the screen of an article or a page, at a line of it, of an exercise, a trail or a worksheet."""
        store, library, clock = self._store, self._library, self._clock
        match link.folder:
            case "exercises":
                from companion.ui.read.exercise import ExerciseScreen

                return ExerciseScreen(library.exercises[link.slug], store, library, clock)
            case "trails":
                from companion.ui.read.trail import TrailScreen

                return TrailScreen(library.trails[link.slug], store, library, clock)
            case "worksheets":
                from companion.ui.plan.form import WorksheetForm

                return WorksheetForm(library.worksheets[link.slug], store, library, clock)
            case _:
                from companion.text.wholes import whole_of
                from companion.ui.read.article import ArticleScreen
                from companion.ui.read.pages import FileScreen, PageScreen

                screen = {"pages": PageScreen, "file": FileScreen}.get(link.folder, ArticleScreen)
                return screen(whole_of(link, library), store, library, clock, place, self._manner, found_by=found_by)

    def entry_form(self, moment: NoteMoment, entry: Entry | None = None) -> Screen[None]:
        """Make the form for a new entry, or for changing one."""
        from companion.ui.log.form import EntryForm

        return EntryForm(self._store, self._library, self._clock, moment, entry)

    def context_notes(self) -> Screen[None]:
        """Make the screen of what else goes on over a stretch of days."""
        from companion.ui.log.context import ContextNotes

        return ContextNotes(self._store, self._library, self._clock)

    def breathe(self) -> Screen[None]:
        """Make the breathing screen."""
        from companion.ui.breathe import BreatheScreen

        return BreatheScreen(self._library, self._clock)

    def unlock(self) -> Screen[bool]:
        """Make the dialog that asks for the passphrase."""
        from companion.ui.privacy.unlock import Unlock

        return Unlock(self._store)

    def settings(self) -> Screen[None]:
        """Make the screen of the settings."""
        from companion.ui.settings import SettingsScreen

        return SettingsScreen(self._store, self._clock)

    def theme_choice(self) -> Screen[str | None]:
        """Make the dialog that offers the themes."""
        from companion.ui.theme_choice import ChooseTheme

        return ChooseTheme(self._store)

    def privacy(self) -> Screen[None]:
        """Make the screen of the passphrase and of locking."""
        from companion.ui.privacy.screen import PrivacyScreen

        return PrivacyScreen(self._store, self._clock)

    def help(self, keys: tuple[list[Key], list[Key]] = ([], [])) -> Screen[None]:
        """Make the help screen, with the keys of where one comes from and those that work everywhere."""
        from companion.ui.help.screen import HelpScreen

        return HelpScreen(self._store, self._library, self._clock, self._manner, keys)

    def _screen_of(self, place: Place) -> Callable[[Store, Library, Clock], PlaceScreen]:
        """Import the screen of a place."""
        match place:
            case Place.NOW:
                from companion.ui.now.screen import NowScreen

                return partial(NowScreen, ordinary=self.ordinary)
            case Place.PAUSE:
                from companion.ui.pause.screen import PauseScreen

                return PauseScreen
            case Place.READ:
                from companion.ui.read.screen import ReadScreen

                return ReadScreen
            case Place.WORDS:
                from companion.ui.words.screen import WordsScreen

                return WordsScreen
            case Place.LOG:
                from companion.ui.log.screen import LogScreen

                return partial(LogScreen, ordinary=self.ordinary)
            case Place.REVIEW:
                from companion.ui.review.screen import ReviewScreen

                return ReviewScreen
            case Place.PLAN:
                from companion.ui.plan.screen import PlanScreen

                return PlanScreen
