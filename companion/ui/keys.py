"""All keys, gathered from the bindings that declare them."""

from collections.abc import Iterator
from dataclasses import dataclass

from textual.binding import Binding
from textual.dom import DOMNode

from companion.ui.app import CompanionApp
from companion.ui.breathe import BreatheScreen
from companion.ui.cover import Cover
from companion.ui.key_bar import say_key
from companion.ui.log.bin import BinScreen
from companion.ui.log.context import ContextNotes
from companion.ui.log.filter_form import FilterForm
from companion.ui.log.form import EntryForm
from companion.ui.log.saved_filters import SavedFilters
from companion.ui.log.screen import LogScreen
from companion.ui.now.screen import NowScreen
from companion.ui.now.sheet import SituationSheet
from companion.ui.pause.form import PauseForm
from companion.ui.pause.more import MoreTime
from companion.ui.pause.returned import ReturnedPause
from companion.ui.pause.returning.last import LogPart
from companion.ui.pause.returning.message import MessagePart
from companion.ui.pause.returning.ready import ReadyPart, Ticks
from companion.ui.pause.returning.turns import TurnsPart
from companion.ui.pause.running import RunningPause
from companion.ui.pause.waiting import WaitingPause
from companion.ui.plan.card import CardScreen
from companion.ui.plan.form import WorksheetForm
from companion.ui.plan.history import HistoryScreen
from companion.ui.plan.screen import PlanScreen
from companion.ui.plan.week import WeekScreen
from companion.ui.privacy.screen import PrivacyScreen
from companion.ui.read.article import ArticleScreen
from companion.ui.read.exercise import ExerciseScreen
from companion.ui.read.marks import MarksScreen
from companion.ui.read.screen import ReadScreen
from companion.ui.reader.finding import FindLine
from companion.ui.reader.selecting import SelectBar
from companion.ui.reader.view import Reader
from companion.ui.reading_screen import ReadingScreen
from companion.ui.review.entries import EntriesScreen
from companion.ui.review.entry import EntryScreen
from companion.ui.review.page import ReviewPage
from companion.ui.review.preview import PreviewScreen
from companion.ui.review.quotes import QuotesScreen
from companion.ui.review.screen import ReviewScreen
from companion.ui.review.sheet import SheetScreen
from companion.ui.settings import SettingsScreen
from companion.ui.words.builder import SentenceBuilder
from companion.ui.words.check import CheckScreen
from companion.ui.words.drill import DrillScreen
from companion.ui.words.held import HeldScreen
from companion.ui.words.hold import HoldMessage
from companion.ui.words.opened import OpenedMessage
from companion.ui.words.promised import PromisedScreen
from companion.ui.words.screen import WordsScreen

_WHERE: dict[str, type[DOMNode]] = {
    "Everywhere": CompanionApp,
    "Now": NowScreen,
    "A sentence of Now": SituationSheet,
    "Pause, before": PauseForm,
    "Pause, running": RunningPause,
    "Pause, theirs": WaitingPause,
    "Pause, more time": MoreTime,
    "Pause, back": ReturnedPause,
    "Pause, ready to talk?": Ticks,
    "Pause, not ready": ReadyPart,
    "Pause, say it": MessagePart,
    "Pause, listening turns": TurnsPart,
    "Pause, an entry about it": LogPart,
    "Breathe": BreatheScreen,
    "Read": ReadScreen,
    "A text": ReadingScreen,
    "A text, its links and parts": Reader,
    "A text, finding words": FindLine,
    "An article": ArticleScreen,
    "A text, selecting": SelectBar,
    "Bookmarks and highlights": MarksScreen,
    "An exercise": ExerciseScreen,
    "Words": WordsScreen,
    "A sentence being built": SentenceBuilder,
    "The drill": DrillScreen,
    "Holding a message": HoldMessage,
    "Held messages": HeldScreen,
    "A held message, open": OpenedMessage,
    "What I promised": PromisedScreen,
    "Checking a message": CheckScreen,
    "Log": LogScreen,
    "Log, choosing a filter": FilterForm,
    "Log, saved filters": SavedFilters,
    "Deleted entries": BinScreen,
    "An entry": EntryForm,
    "What else goes on": ContextNotes,
    "Review": ReviewScreen,
    "Review, a part": ReviewPage,
    "Review, entries": EntriesScreen,
    "Review, an entry": EntryScreen,
    "The sheet": SheetScreen,
    "The sheet, quotes": QuotesScreen,
    "The sheet, before it is written": PreviewScreen,
    "Plan": PlanScreen,
    "A worksheet": WorksheetForm,
    "Earlier fillings": HistoryScreen,
    "A filling as a card": CardScreen,
    "The week": WeekScreen,
    "Privacy and passphrase": PrivacyScreen,
    "Settings": SettingsScreen,
    "The cover": Cover,
}


@dataclass(frozen=True)
class Key:
    """One key and what it does."""

    where: str
    key: str
    what: str


def _bindings(node: type[DOMNode]) -> Iterator[object]:
    """Yield the bindings of a screen, and of the parts of it that lie in the same folder."""
    folder = node.__module__.rpartition(".")[0]
    for each in node.__mro__:
        if each is node or (each.__module__.rpartition(".")[0] == folder != "companion.ui"):
            yield from vars(each).get("BINDINGS", ())


def all_keys() -> Iterator[Key]:
    """Yield every key that has a name, place by place."""
    for where, node in _WHERE.items():
        named = {each.id: each for each in _bindings(node) if isinstance(each, Binding) and each.id}
        for binding in named.values():
            if binding.description:
                yield Key(where, say_key(binding), binding.description)
