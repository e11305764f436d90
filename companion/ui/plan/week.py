"""The week: quiet, solo and together time, planned and as it was, beside what one wishes for."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import ClassVar

import msgspec
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from companion.catalogue import _
from companion.domain.content import Link
from companion.domain.times import Clock, local
from companion.domain.week import WEEK, Week, wishes
from companion.domain.week_reading import read_was
from companion.domain.week_time import WeekTime, check_begun, taken_by
from companion.resources import STYLES
from companion.storage.errors import StoreError
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui import locked
from companion.ui.bindings import key_of
from companion.ui.list_screen import ListScreen
from companion.ui.messages import Follow
from companion.ui.places import Place
from companion.ui.plan.week_changes import WeekChanges
from companion.ui.plan.week_days import ROOM, WeekDays
from companion.ui.plan.week_form import WeekForm
from companion.ui.plan.week_rows import legend, say_copied, say_in_column, say_long, say_short, week_rows
from companion.ui.plan.week_was import AskWas
from companion.ui.row_list import RowList

_ON_A_TIME = ("edit", "was", "pause", "delete")
_LEAST = 76
"""Cells that a row takes with its squares."""
_NOTHING = _("Nothing is planned in the week before that isn't here already.")
_GONE = _("It is gone already, or Companion can't read it any more.")


class WeekScreen(ListScreen):
    """Seven days; the cursor stands on a time, or on a day without one."""

    CSS_PATH = [STYLES / "week.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "add", "Add", id="week.add"),
        Binding("w", "was", "As it was", id="week.was"),
        Binding("n", "note", "Not planned", id="week.note"),
        Binding("e", "edit", "Edit", id="week.edit"),
        Binding("p", "pause", "Pause", id="week.pause"),
        Binding("d", "delete", "Delete", id="week.delete"),
        Binding("u", "undo", "Undo", id="week.undo"),
        Binding("left_square_bracket", "move(-1)", "Week before", id="week.before", key_display="["),
        Binding("right_square_bracket", "move(1)", "Week after", id="week.after", key_display="]"),
        Binding("c", "copy", "Copy last week", id="week.copy"),
        Binding("t", "today", "This week", id="week.today"),
        Binding("escape", "back", "Back", id="week.back"),
    ]

    place = Place.PLAN

    def __init__(self, store: Store, library: Library, clock: Clock) -> None:
        super().__init__(store, library, clock)
        self._changes = WeekChanges(store)
        self._day = self._drawn_on = self._today
        self._week = Week.around(self._day, ())

    def compose_place(self) -> ComposeResult:
        """Which week it is, its days, what they come to."""
        yield Static("", id="title", markup=False)
        yield WeekDays()
        yield Static("", id="sums", markup=False)
        yield Static("", id="legend", classes="quiet", markup=False)

    @property
    def _today(self) -> date:
        return local(self.clock()).date()

    # -- what is shown

    def reload(self) -> None:
        """Show what is kept now."""
        self._draw()

    def tick(self) -> None:
        """Draw anew once another day has begun."""
        super().tick()
        if self.is_shown and self._today != self._drawn_on:
            self._draw()

    def on_resize(self) -> None:
        """Draw for the new width."""
        self.call_after_refresh(self._draw)

    def _draw(self, at: str | None = None) -> None:
        """Show the week, the cursor on that row, else where it was, else on the first one of its day."""
        times, today, is_locked = list(self._store.week_times), self._today, self._store.is_locked
        self._drawn_on = today
        sheets = self._library.worksheets.values()
        self._week = Week.around(self._day, times, wishes(sheets, self._store.worksheets))
        pauses = list(self._store.pauses)
        took = {each.id: length for each in self._week.times if (length := taken_by(each, pauses))}
        shown, width = self.query_one(WeekDays), self.size.width
        shown.side_by_side = width >= ROOM
        say = say_in_column if shown.side_by_side else say_long if width >= _LEAST else say_short
        rows = week_rows(self._week, today, took, say)
        self.set_class(is_locked, "-locked")
        self.set_class(shown.side_by_side, "-side-by-side")
        self.query_one("#title", Static).update(locked.say_locked(locked.WEEK) if is_locked else self._week.say(today))
        ids = [row.id for row in rows]
        here = next((row for row in (at, self._row_id) if row in ids), self._id_of(self._day))
        shown.show(() if is_locked else rows, here)
        self.query_one("#legend", Static).update(legend(self._week, sheets))
        self._say_sums()

    def _id_of(self, day: date) -> str:
        return next((each.id for each in self._week.on(day)), day.isoformat())

    @on(RowList.Moved)
    def _follow_cursor(self) -> None:
        """Know the day, and say where there is little room what the kind under the cursor comes to."""
        if self._row_id:
            time = self._here()
            self._day = time.day if time else date.fromisoformat(self._row_id)
        self._say_sums()
        self.refresh_bindings()

    def _say_sums(self) -> None:
        here, sums = self._here(), self._week.sums()
        if self.has_class("-low"):
            sums = [each for each in sums if here and each.kind is here.kind]
        line = self.query_one("#sums", Static)
        line.update("\n".join(self._week.say_sum(each, self._today) for each in sums))
        line.display = bool(sums) and not self._store.is_locked

    def _here(self) -> WeekTime | None:
        """Return the time under the cursor, if it stands on one."""
        return next((each for each in self._week.times if each.id == self._row_id), None)

    # -- what can be done

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what there is something to do with; while it is locked, nothing but the way back."""
        if action in (*_ON_A_TIME, "add", "note", "undo", "copy", "move", "today") and self._store.is_locked:
            return False
        match action:
            case "pause":
                return (here := self._here()) is not None and here.begins_pause
            case "undo":
                return self._changes.can_undo
            case "today":
                return self._today not in self._week.days
        return self._here() is not None if action in _ON_A_TIME else super().check_action(action, parameters)

    @on(RowList.Chosen)
    def open(self) -> None:
        """Change the time that was chosen, or plan one for the day."""
        self._open(self._here())

    def action_add(self) -> None:
        """Plan a time on the day of the cursor."""
        self._open(None)

    def action_edit(self) -> None:
        """Change the time under the cursor."""
        self._open(self._here())

    def action_note(self) -> None:
        """Note a time as it was on the day of the cursor, though it was not planned."""
        self._open(None, is_planned=False)

    def _open(self, time: WeekTime | None, *, is_planned: bool = True) -> None:
        form = WeekForm(self._store, self.clock, self._changes, self._day, time, is_planned=is_planned)
        self.app.push_screen(form, self._show_kept)

    def _show_kept(self, kept_id: str | None) -> None:
        if time := self._store.week_times.get(kept_id) if kept_id else None:
            self._day = time.day
        self._draw(kept_id)

    def action_was(self) -> None:
        """Ask how long the time under the cursor was."""
        if (time := self._here()) is None:
            return
        took = taken_by(time, self._store.pauses)
        try:
            check_begun(time, took, self.clock())
        except ValueError as error:
            return self.notify(str(error), markup=False)
        ask = AskWas(time, took, self._today)

        def take(words: str | None) -> None:
            if words is not None:
                after = msgspec.structs.replace(time, was=read_was(time, took, words))
                self._did(partial(self._changes.change, time, after), gone=_GONE)

        self.app.push_screen(ask, take)

    def action_pause(self) -> None:
        """Go to the form of a planned pause, with this time's length."""
        if time := self._here():
            self.post_message(Follow(Link(Place.PAUSE.value, time.id)))

    def action_delete(self) -> None:
        """Delete the time under the cursor; it can be brought back until one leaves."""
        if time := self._here():
            deleted = _("Deleted. {undo} brings it back.", undo=key_of("week.undo", "u"))
            self._did(partial(self._changes.delete, time.id), deleted, _GONE)

    def action_undo(self) -> None:
        """Take back the last change."""
        self._did(self._changes.undo)

    def action_copy(self) -> None:
        """Plan this week as the one before it was planned."""
        before = Week.around(self._week.monday - WEEK, self._store.week_times)
        if not (copies := self._week.copied_from(before)):
            self.notify(_NOTHING, markup=False)
            return
        self._did(partial(self._changes.add, copies), say_copied(len(copies)))

    def _did(self, change: Callable[[], object], said: str = "", gone: str = "") -> None:
        """Make a change, show it and say so; or say why it did not reach the disk, or that its time is gone."""
        try:
            is_done = change() is not False
        except StoreError as error:
            self.notify(str(error), severity="warning", markup=False)
            return
        if words := said if is_done else gone:
            self.notify(words, markup=False)
        self._draw()

    # -- other weeks

    def action_move(self, weeks: int) -> None:
        """Show another week."""
        self._go_to(self._day + weeks * WEEK)

    def action_today(self) -> None:
        """Show this week."""
        self._go_to(self._today)

    def _go_to(self, day: date) -> None:
        self._day = day
        self._draw()
