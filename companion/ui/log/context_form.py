"""A context note being written: what goes on, since when, until when."""

from collections.abc import Sequence
from datetime import date

import msgspec
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.suggester import SuggestFromList
from textual.widgets import Input, Static

from companion.catalogue import _
from companion.domain.context_note import ContextNote
from companion.domain.times import Clock, local
from companion.natural_time import parse_day
from companion.resources import STYLES
from companion.storage.errors import StoreError
from companion.storage.store import Store
from companion.storage.unkept import Words
from companion.text.plain import one_line
from companion.ui.bindings import key_of
from companion.ui.line import Line
from companion.ui.rows import cut
from companion.ui.unkept_dialog import UnkeptDialog

_WHAT, _SINCE, _UNTIL = "what", "since", "until"
_FIELDS = (
    (_WHAT, _("What goes on"), _("newborn, exams, in your own words")),
    (_SINCE, _("Since"), _("3 March, last monday, 2026-03-03")),
    (_UNTIL, _("Until"), _("empty while it goes on")),
)
_SHOWN = 30
"""Cells of what was typed that are said again."""


class ContextForm(UnkeptDialog):
    """Three lines; the answer is the id of the note that was kept, or None."""

    CSS_PATH = [STYLES / "context_form.tcss"]
    AUTO_FOCUS = f"#{_WHAT}"

    def __init__(self, store: Store, contexts: Sequence[str], clock: Clock, note: ContextNote | None = None) -> None:
        """Make the form.

        Args:
            store: Where the note goes.
            contexts: The words that are offered while one types.
            clock: Tells what “last monday” means.
            note: The one to change; a new one is written without it.
        """
        form, way_back = (
            (f"context:{note.id}", _("{edit} on it", edit=key_of("context.edit", "e")))
            if note
            else ("context:new", _("{new} here", new=key_of("context.new", "n")))
        )
        super().__init__(store, clock, form, _words_of(note, local(clock()).date()), way_back)
        self._contexts = contexts
        self._old = note

    def compose_question(self) -> ComposeResult:
        """The lines, each with room for a sentence."""
        yield Static(_("What else goes on"), classes="dialog-title", markup=False)
        yield self.about()
        for name, label, example in _FIELDS:
            yield Static(label, classes="quiet", markup=False)
            line = Line(str(self.start[name]), example, id=name)
            if name == _WHAT:
                line.suggester = SuggestFromList(self._contexts, case_sensitive=False)
            yield Vertical(line, Static("", classes="problem", id=f"{name}-said", markup=False), classes="field")

    @property
    def typed(self) -> Words:
        """What stands in the lines."""
        return {name: self._words(name) for name, _, _ in _FIELDS}

    def put(self, words: Words) -> None:
        """Let the lines show those words."""
        for name, said in words.items():
            self.query_one(f"#{name}", Line).value = str(said)

    def _words(self, name: str) -> str:
        return self.query_one(f"#{name}", Line).words

    @on(Input.Changed)
    def clear_problems(self) -> None:
        """Take the sentences away once something else is typed."""
        for name, *_rest in _FIELDS:
            self.query_one(f"#{name}-said", Static).update("")

    @on(Input.Submitted)
    def go_on(self, event: Input.Submitted) -> None:
        """Go to the next line; from the last one, keep."""
        if event.input.id == _UNTIL:
            self.action_keep()
        else:
            self.focus_next()

    def action_keep(self) -> None:
        """Keep the note and close; what is wrong is said beside its line."""
        about = _SINCE
        try:
            since = self._day(self._words(_SINCE) or "today")
            about = _UNTIL
            until = self._day(self._words(_UNTIL), is_last=True) if self._words(_UNTIL) else None
            about = _UNTIL if self._words(_WHAT) else _WHAT
            kept = self._store.context_notes.keep(self._note(self._words(_WHAT), since, until))
        except ValueError as error:
            self.query_one(f"#{about}-said", Static).update(str(error))
            self.query_one(f"#{about}").focus()
        except StoreError as error:
            self.notify(str(error), severity="warning", markup=False)
        else:
            self.leave(kept.id)

    def _note(self, what: str, since: date, until: date | None) -> ContextNote:
        if self._old:
            return msgspec.structs.replace(self._old, what=what, since=since, until=until)
        return ContextNote(what=what, since=since, until=until)

    def _day(self, typed: str, *, is_last: bool = False) -> date:
        try:
            return parse_day(typed, self._now(), is_last=is_last, may_lie_ahead=True)
        except ValueError:
            said = cut(one_line(typed), _SHOWN)
            raise ValueError(_("“{said}” is not a day. Say it like “3 March” or “2026-03-03”.", said=said)) from None


def _words_of(note: ContextNote | None, today: date) -> Words:
    """Return what stands in the lines at first."""
    if note is None:
        return {_WHAT: "", _SINCE: today.isoformat(), _UNTIL: ""}
    return {_WHAT: note.what, _SINCE: note.since.isoformat(), _UNTIL: note.until.isoformat() if note.until else ""}
