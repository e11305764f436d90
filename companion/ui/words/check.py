"""Checking a message: a draft, what may be hard to hear in it, and what to try instead."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.timer import Timer
from textual.widgets import TextArea

from companion.catalogue import _
from companion.domain.content import SAFETY_FIRST
from companion.domain.message_check import Finding, MessageCheck
from companion.domain.message_rule import MessageClass
from companion.domain.times import Clock
from companion.resources import STYLES
from companion.storage.library import Library
from companion.storage.store import Store
from companion.storage.unkept import Words
from companion.ui.bindings import key_of
from companion.ui.clipboard import copy
from companion.ui.messages import Follow
from companion.ui.places import Place
from companion.ui.row_list import RowList
from companion.ui.rows import Row
from companion.ui.words.check_area import CheckArea
from companion.ui.words.draft_screen import DraftScreen

_PAUSE = 0.3
"""Seconds without a key after which the draft is read."""
FORM, _TEXT = "check", "text"
"""The id of the draft, and the name of its one field."""
_EMPTY = Row(
    _("Write or paste a message here. It stays on this machine, and is gone once you empty this. Nothing is sent."),
    indent=True,
)
_CLEAR = Row(_("Nothing stands out. Rules can’t judge a message; you know the two of you best."), indent=True)
_FIRST = _("This comes before any advice on style. {safety} opens Safety first, with help lines by country.")


class CheckScreen(DraftScreen):
    """A draft with its marks, and the findings beside or below."""

    CSS_PATH = [STYLES / "check.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f4", "copy", "Copy", id="check.copy"),
        Binding("f3", "safety", "Safety first", id="check.safety"),
        Binding("tab", "findings", "Findings", id="check.findings"),
        Binding("escape", "back", "Back", id="check.back"),
    ]

    place = Place.WORDS

    def __init__(self, store: Store, library: Library, clock: Clock) -> None:
        """Make the screen; what was typed before stands there again.

        Args:
            store: Where the draft lies.
            library: Where the rules come from.
            clock: For the bar, and for when something was typed.
        """
        super().__init__(store, clock, FORM, "")
        self._library = library
        self._about = self.taken_up
        self._check: MessageCheck | None = None
        self._findings: list[Finding] = []
        self._reading: Timer | None = None

    def compose_place(self) -> ComposeResult:
        """The draft and the findings."""
        with Container(id="body"):
            yield CheckArea(str(self._begun.fields.get(_TEXT, "")) if self._begun else "")
            yield RowList(_EMPTY, wrapped=True)

    def on_mount(self) -> None:
        """Start in the draft, and read what stands there."""
        self.focus_first()
        self.call_after_refresh(self._read)

    def focus_first(self) -> None:
        """Focus the draft."""
        self.query_one(CheckArea).focus()

    @on(TextArea.Changed)
    def _follow(self) -> None:
        """Read once the keys rest, and a while later write the draft down."""
        if self._reading:
            self._reading.stop()
        self._reading = self.set_timer(_PAUSE, self._read)
        self.write_later()

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
            return [Row(self._about, indent=True) if self._about else _EMPTY]
        about = [Row(self._about, indent=True)] if self._about else []
        found = [_row(number, finding) for number, finding in enumerate(self._findings)]
        first = Row(_(_FIRST, safety=key_of("check.safety", "f3")), indent=True)
        return [*about, *([first] if self._is_unsafe else []), *(found or [_CLEAR])]

    @property
    def _is_unsafe(self) -> bool:
        return any(finding.kind is MessageClass.SAFETY for finding in self._findings)

    @on(RowList.Chosen)
    def go_to_words(self, event: RowList.Chosen) -> None:
        """Select the words that a finding is about."""
        finding = self._findings[int(event.row.id or 0)]
        self.query_one(CheckArea).stand_on(finding.start, finding.end)

    def action_findings(self) -> None:
        """Go to the findings, and from there back to the draft."""
        self.focus_next()

    def action_copy(self) -> None:
        """Copy the draft as it stands."""
        copy(self.app, self.query_one(CheckArea).text)

    def action_safety(self) -> None:
        """Open the page for somebody who is afraid."""
        self.post_message(Follow(SAFETY_FIRST))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the page on safety where the draft speaks of it, and the findings where there are some."""
        return {"safety": self._is_unsafe, "findings": bool(self._findings)}.get(action, True)

    @property
    def typed(self) -> Words:
        """The draft, unless it is empty."""
        text = self.query_one(CheckArea).text
        return {_TEXT: text} if text.strip() else {}

    def put(self, words: Words) -> None:
        """Show a draft, or none."""
        self.query_one(CheckArea).text = str(words.get(_TEXT, ""))

    def say_about(self, words: str) -> None:
        """Say it before the findings."""
        self._about = words


def _row(number: int, finding: Finding) -> Row:
    """Return a finding as a row: the words, then why and what to try."""
    return Row(
        f"“{finding.excerpt}” · {finding.kind.label}",
        str(number),
        help=_("{why} Try: {other}", why=finding.why, other=finding.try_),
    )
