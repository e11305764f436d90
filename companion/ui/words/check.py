"""Checking a message: a draft, what may be hard to hear in it, and what to try instead."""

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.timer import Timer
from textual.widgets import TextArea

from companion.domain.content import Link
from companion.domain.message_check import Finding, MessageCheck
from companion.domain.message_rule import MessageClass
from companion.domain.times import Clock
from companion.resources import STYLES
from companion.storage.library import Library
from companion.ui.clipboard import copy
from companion.ui.messages import Follow
from companion.ui.place_screen import PlaceScreen
from companion.ui.places import Place
from companion.ui.row_list import RowList
from companion.ui.rows import Row
from companion.ui.words.check_area import CheckArea

_PAUSE = 0.3
"""Seconds without a key after which the draft is read."""
_SAFETY = Link("pages", "safety-first")
_EMPTY = Row("Write or paste a message here. It is read on this machine alone. Nothing is sent, nothing is kept.")
_CLEAR = Row("Nothing stands out. Rules can’t judge a message; you know the two of you best.", indent=True)
_FIRST = Row("This comes before any advice on style. f3 opens Safety first, with help lines by country.", indent=True)


@dataclass
class Draft:
    """What was written last; in memory alone, and gone with the screen that holds it."""

    text: str = ""


class CheckScreen(PlaceScreen):
    """A draft with its marks, and the findings beside or below."""

    CSS_PATH = [STYLES / "check.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f4", "copy", "Copy", id="check.copy"),
        Binding("f3", "safety", "Safety first", id="check.safety"),
        Binding("tab", "app.focus_next", "Findings", id="check.findings"),
        Binding("escape", "back", "Back", id="check.back"),
    ]

    place = Place.WORDS

    def __init__(self, library: Library, clock: Clock, draft: Draft) -> None:
        """Make the screen.

        Args:
            library: Where the rules come from.
            clock: For the bar.
            draft: What stands there at first, and where it stays when one goes back.
        """
        super().__init__(clock)
        self._library = library
        self._draft = draft
        self._check: MessageCheck | None = None
        self._findings: list[Finding] = []
        self._waiting: Timer | None = None

    def compose_place(self) -> ComposeResult:
        """The draft and the findings."""
        with Container(id="body"):
            yield CheckArea(self._draft.text)
            yield RowList(_EMPTY, wrapped=True)

    def on_mount(self) -> None:
        """Start in the draft, and read what stands there."""
        self.focus_first()
        self.call_after_refresh(self._read)

    def focus_first(self) -> None:
        """Focus the draft."""
        self.query_one(CheckArea).focus()

    @on(TextArea.Changed)
    def _read_soon(self) -> None:
        """Read once the keys rest."""
        if self._waiting:
            self._waiting.stop()
        self._waiting = self.set_timer(_PAUSE, self._read)

    def _read(self) -> None:
        if self._check is None:
            self._check = MessageCheck(self._library.message_rules)
        area = self.query_one(CheckArea)
        self._findings = self._check.read(area.text)
        area.marks = tuple((finding.start, finding.end) for finding in self._findings)
        self.query_one(RowList).show(self._rows(area.text))
        self.refresh_bindings()

    def _rows(self, text: str) -> list[Row]:
        if not text.strip():
            return [_EMPTY]
        found = [_row(number, finding) for number, finding in enumerate(self._findings)]
        return [*([_FIRST] if self._is_unsafe else []), *found] or [_CLEAR]

    @property
    def _is_unsafe(self) -> bool:
        return any(finding.kind is MessageClass.SAFETY for finding in self._findings)

    @on(RowList.Chosen)
    def go_to_words(self, event: RowList.Chosen) -> None:
        """Select the words that a finding is about."""
        finding = self._findings[int(event.row.id or 0)]
        self.query_one(CheckArea).stand_on(finding.start, finding.end)

    def action_copy(self) -> None:
        """Copy the draft as it stands."""
        copy(self.app, self.query_one(CheckArea).text)

    def action_safety(self) -> None:
        """Open the page for somebody who is afraid."""
        self.post_message(Follow(_SAFETY))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the page on safety where the draft speaks of it."""
        return self._is_unsafe if action == "safety" else True

    def action_back(self) -> None:
        """Go back; the draft stays in memory."""
        self._draft.text = self.query_one(CheckArea).text
        self.dismiss()


def _row(number: int, finding: Finding) -> Row:
    """Return a finding as a row: the words, then why and what to try."""
    return Row(f"“{finding.excerpt}” · {finding.kind.label}", str(number), help=f"{finding.why} Try: {finding.try_}")
