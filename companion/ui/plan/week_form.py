"""A time of the week, being planned or noted as it was: what kind, on which day, from when, how long."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import Any, ClassVar

import msgspec
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Static

from companion.catalogue import _
from companion.domain.times import Clock, local
from companion.domain.week_reading import read_begin, read_kind, read_length
from companion.domain.week_time import TimeKind, WeekTime, check_begun, type_length
from companion.domain.worksheet_day import read_day
from companion.resources import STYLES
from companion.storage.errors import StoreError
from companion.storage.store import Store
from companion.storage.unkept import Words
from companion.ui.bindings import key_of
from companion.ui.choice import Choice
from companion.ui.line import Line
from companion.ui.plan.week_changes import WeekChanges
from companion.ui.unkept_dialog import UnkeptDialog

_KIND, _DAY, _AT, _LENGTH, _NOTE = "kind", "day", "at", "length", "note"
_LINES = {
    _DAY: (_("Day"), _("like friday, 3 march, 2027-03-03")),
    _AT: (_("From"), _("like 20:00 or 8pm")),
    _LENGTH: (_("Length"), _("like 2h, 1h 30m or 45")),
    _NOTE: (_("Note"), _("only if you like")),
}
"""Label and example of each line, by the name of its field."""
_PLANNED, _AS_IT_WAS = _("A time of your week"), _("As it was, not planned")


class _Kind(Choice):
    """The kinds; enter goes on."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "app.focus_next", "Next field", id="dialog.next-field", show=False, system=True)
    ]


class WeekForm(UnkeptDialog):
    """A choice and four lines; the answer is the id of the time that was kept, or None."""

    CSS_PATH = [STYLES / "week_form.tcss"]
    AUTO_FOCUS = f"#{_KIND}"

    def __init__(
        self,
        store: Store,
        clock: Clock,
        changes: WeekChanges,
        day: date,
        time: WeekTime | None = None,
        *,
        is_planned: bool = True,
    ) -> None:
        """Make the form.

        Args:
            store: Where the words lie until they are kept.
            clock: Tells what “friday” means.
            changes: Keeps the time.
            day: The day that a new one is on at first.
            time: The one to change; it is a new one without it.
            is_planned: Whether a new one is planned; else it is noted as it was.
        """
        new = (
            ("week:new", _("{add} here", add=key_of("week.add", "a")))
            if is_planned
            else ("week:was", _("{note} here", note=key_of("week.note", "n")))
        )
        form, way_back = (f"week:{time.id}", _("{edit} on it", edit=key_of("week.edit", "e"))) if time else new
        super().__init__(store, clock, form, _words_of(time, day), way_back)
        self._clock = clock
        self._changes = changes
        self._old = time
        self._is_planned = time.is_planned if time else is_planned

    def compose_question(self) -> ComposeResult:
        """The kinds, the lines, and beside each one room for a sentence."""
        start = self.start
        yield Static(_PLANNED if self._is_planned else _AS_IT_WAS, classes="dialog-title", markup=False)
        yield self.about()
        kinds = [(kind.value, kind.value) for kind in TimeKind]
        yield Horizontal(Static(_("Kind"), classes="label"), _Kind(kinds, str(start[_KIND]), id=_KIND), classes="line")
        for name, (label, example) in _LINES.items():
            line = Line(str(start[name]), example, id=name)
            with Vertical(classes="field"):
                yield Horizontal(Static(label, classes="label"), line, classes="line")
                yield Static("", classes="problem", id=f"{name}-said", markup=False)

    def on_mount(self) -> None:
        """Say nothing beside the lines yet."""
        self.clear_problems()

    # -- what stands in the fields

    @property
    def typed(self) -> Words:
        """What stands in the fields."""
        lines: Words = {name: self.query_one(f"#{name}", Line).words for name in _LINES}
        return {_KIND: self.query_one(f"#{_KIND}", Choice).value or "", **lines}

    def put(self, words: Words) -> None:
        """Let the fields show those words."""
        self.query_one(f"#{_KIND}", Choice).value = str(words[_KIND])
        for name in _LINES:
            self.query_one(f"#{name}", Line).value = str(words[name])

    @on(Input.Changed)
    def clear_problems(self) -> None:
        """Take the sentences away once something else is typed."""
        for name in _LINES:
            self.query_one(f"#{name}-said").display = False

    def _say_beside(self, name: str, sentence: str) -> None:
        said = self.query_one(f"#{name}-said", Static)
        said.update(sentence)
        said.display = True

    @on(Input.Submitted)
    def go_on(self, event: Input.Submitted) -> None:
        """Go to the next line; from the length and the last one, keep."""
        if event.input.id in (_LENGTH, _NOTE):
            self.action_keep()
        else:
            self.focus_next()

    # -- keeping

    def action_keep(self) -> None:
        """Keep the time and close; what is wrong is said beside its line."""
        if (time := self._read()) is None:
            return
        try:
            if self._old is None:
                self._changes.add([time])
            elif not self._changes.change(self._old, time):
                self._changes.add([time])  # it was deleted elsewhere; what was typed is not lost
        except StoreError as error:
            self.notify(str(error), severity="warning", markup=False)
        else:
            self.leave(time.id)

    def _read(self) -> WeekTime | None:
        """Return the time that the fields say; None if something is wrong with them, which is said."""
        typed, today = {name: str(said) for name, said in self.typed.items()}, local(self._clock()).date()
        readers: dict[str, Callable[[str], object]] = {
            _KIND: read_kind, _DAY: partial(_day, today=today, ahead=self._is_planned), _AT: read_begin,
            _LENGTH: read_length, _NOTE: str,
        }  # fmt: skip
        read, wrong = dict[str, Any](), list[str]()
        for name, reader in readers.items():
            try:
                read[name] = reader(typed[name])
            except ValueError as error:
                wrong.append(name)
                self._say_beside(name, str(error))
        if wrong:
            self.query_one(f"#{wrong[0]}").focus()
            return None
        return self._made(read)

    def _made(self, read: dict[str, Any]) -> WeekTime | None:
        """Return the time of what was read; None if it was not planned and has not come yet, which is said."""
        if not self._is_planned:
            read |= {_LENGTH: timedelta(), "was": read[_LENGTH]}
        time = msgspec.structs.replace(self._old, **read) if self._old else WeekTime(**read)
        try:
            if not self._is_planned:
                check_begun(time, None, self._clock())
        except ValueError as error:
            self._say_beside(_DAY, str(error))
            self.query_one(f"#{_DAY}").focus()
            return None
        return time


def _day(typed: str, *, today: date, ahead: bool) -> date:
    """Read the day; of two that a weekday or a date without a year may mean, the next one, or the last one."""
    if not typed.strip():
        raise ValueError(_("Say on which day, like “friday” or “3 march”."))
    return read_day(typed, today, ahead=ahead)


def _words_of(time: WeekTime | None, day: date) -> Words:
    """Return what stands in the fields at first."""
    if time is None:
        return {_KIND: TimeKind.QUIET.value, _DAY: day.isoformat(), _AT: "", _LENGTH: "", _NOTE: ""}
    length = type_length(time.length or time.was or time.length)
    return {
        _KIND: time.kind.value,
        _DAY: time.day.isoformat(),
        _AT: f"{time.at:%H:%M}",
        _LENGTH: length,
        _NOTE: time.note,
    }
