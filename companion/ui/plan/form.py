"""The one form that runs every worksheet, built from the worksheet's fields."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input

from companion.catalogue import _
from companion.domain.field import FieldKind
from companion.domain.filling import Answers
from companion.domain.times import Clock
from companion.domain.worksheet import Worksheet
from companion.domain.worksheet_offers import Offers
from companion.domain.worksheet_result import SAFETY, is_unsafe, say_not_kept
from companion.domain.worksheet_seal import NOT_SEALED, lacks_day, readable
from companion.resources import STYLES
from companion.storage.filling import BESIDE, Filling
from companion.storage.library import Library
from companion.storage.store import Store
from companion.storage.unkept import Draft, newest
from companion.ui.dialogs import Choose
from companion.ui.field.box import FieldBox
from companion.ui.field.editors import Editors, room_in
from companion.ui.messages import Follow
from companion.ui.place_screen import PlaceScreen
from companion.ui.places import Place
from companion.ui.plan.card import STAY_OR_GO, CardScreen, End
from companion.ui.plan.closed import Closed
from companion.ui.plan.fields import SheetFields
from companion.ui.row_list import RowList
from companion.ui.unkept import START_ANEW, WriteSoon, say_aside, say_left, say_taken_up

_ONLY_HERE = _("It waits here alone: gone if you lock or quit, unless you keep it.")


class WorksheetForm(PlaceScreen):
    """A worksheet's fields: empty, with the answers of the newest filling, or with those of one to change."""

    CSS_PATH = [STYLES / "worksheet_form.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "keep", "Keep", id="worksheet.keep"),
        Binding("f3", "card", "Card", id="worksheet.card"),
        Binding("f4", "unsafe", "Safety first", id="worksheet.unsafe"),
        Binding(START_ANEW, "anew", "Start anew", id="worksheet.anew", priority=True),
        Binding("escape", "back", "Back", id="worksheet.back"),
    ]

    place = Place.PLAN

    def __init__(
        self, worksheet: Worksheet, store: Store, library: Library, clock: Clock, filling: Answers | None = None
    ) -> None:
        """Make the form.

        Args:
            worksheet: What is filled in.
            store: Where it is kept.
            library: Where the words of feelings come from.
            clock: Tells the day.
            filling: The filling to change; without it, the worksheet says how it begins.
        """
        super().__init__(clock)
        self._worksheet = worksheet
        self._store = store
        self._library = library
        self._filling = Filling(worksheet, store, clock, filling)
        self._begun = newest(store, self._filling.form)
        self._draft = Draft(store, clock, self._filling.form, self._begun)
        self._is_aside = self._is_warned = False
        self._writing = WriteSoon(self, self.keep_unkept)
        self._offers = Offers(library.vocabulary, store.entries, whole_names=store.settings.show_names)
        self._rests_until = self._filling.rests_until

    # -- what is shown

    def compose_place(self) -> ComposeResult:
        """The fields; or when it opens again."""
        if self._rests_until is None:
            editors = Editors(self._offers, self._filling.today, room_in(self.app.size.width))
            yield SheetFields(self._worksheet, self._filling, editors, self._begun.fields if self._begun else {})
        else:
            yield Closed(self._worksheet, self._rests_until, self._library, self.clock())

    @property
    def _fields(self) -> SheetFields:
        return self.query_one(SheetFields)

    def on_mount(self) -> None:
        """Start in the first field, and say what was taken up."""
        self._say_begun()
        self.focus_first()

    def focus_first(self) -> None:
        """Focus the first field, the title still in sight."""
        for first in self.query(FieldBox)[:1]:
            first.editor.focus(scroll_visible=False)
            return
        for rows in self.query(RowList)[:1]:
            rows.focus()

    def _say_begun(self) -> None:
        if self._rests_until is None:
            said = say_taken_up(self._begun.written_at, self.clock(), "worksheet.anew") if self._begun else ""
            said = say_aside("worksheet.anew") if self._is_aside else said
            self._fields.say("begun", said if self._worksheet.waits_on_disk else _ONLY_HERE)
            self.refresh_bindings()

    # -- what is typed and not kept

    @on(FieldBox.Changed)
    def _put_down(self) -> None:
        """Put what is typed on the disk within a second."""
        self._writing.start()
        if not self._is_warned:
            self._fields.say_safety()
        self.refresh_bindings()

    def keep_unkept(self) -> bool:
        """Put what is typed and not kept on the disk as it stands, if it may wait there, to be taken up again."""
        if self._rests_until is not None or not self.query(SheetFields):
            return True
        typed = self._fields.typed if self._worksheet.waits_on_disk else {}
        self._is_aside = self._is_aside and not typed
        return self._is_aside or self.did(lambda: self._draft.keep(typed) if typed else self._draft.drop())

    async def action_anew(self) -> None:
        """Put aside what was taken up, or bring it back."""
        self._writing.stop()
        if self._is_aside or self.keep_unkept():
            self._begun = newest(self._store, self._filling.form)
            self._is_aside = not self._is_aside
            self._fields.typed_before = self._begun.fields if self._begun and not self._is_aside else {}
            await self._fields.recompose()
            self._writing.stop()
            self._say_begun()
            self.focus_first()

    # -- keeping

    def action_keep(self) -> None:
        """Keep the answers; what is said of them comes next, where there is something to say."""
        if not self._fields.all_fit():
            return
        sheet, answers = self._worksheet, self._filling.with_changes(self._fields.changed)
        has_ticks = any(field.kind is FieldKind.TICKS for field in sheet.fields)
        if sheet.begins_empty and not answers.is_filled and not has_ticks:
            self.notify(_("Nothing is filled in yet."), markup=False)
        elif is_unsafe(sheet, answers):
            self._warn()
        elif self._fields.asks_for_day(answers):
            return
        elif not sheet.keep:
            self._look(answers, self._end, asks=True)
        elif self.did(self._keep):
            self._say_kept(answers)
            self._look(answers, self._leave)
        else:
            self.keep_unkept()

    def _warn(self) -> None:
        """Open the page about safety, with nothing left on the disk of what is typed."""
        self._is_warned = True
        is_gone = self.did(self._forget_typed)
        self._fields.say("foot", say_not_kept(self._filling.base) if is_gone else "")
        self.post_message(Follow(SAFETY))

    def _keep(self) -> None:
        self._filling.keep(self._fields.changed)
        self._fields.take_as_kept()
        self._forget_typed()

    def _say_kept(self, answers: Answers) -> None:
        said = BESIDE if self._filling.is_beside else _("Kept.")
        self.notify(NOT_SEALED if lacks_day(self._worksheet, answers) else said, markup=False)

    def _forget_typed(self) -> None:
        self._writing.stop()
        self._draft.drop()
        self._begun, self._is_aside = None, False
        self._say_begun()

    def _leave(self, _: End | None) -> None:
        self.dismiss()

    def _end(self, end: str | None) -> None:
        """Do what was chosen at the end of a worksheet of which nothing is kept by itself."""
        if end == End.KEEP and self.did(self._keep):
            self._say_kept(self._filling.with_changes({}))
            self.dismiss()
        elif end == End.LET_GO and self.did(self._forget_typed):
            self.notify(_("What you typed is gone."), markup=False)
            self.dismiss()

    # -- moving and looking

    @on(Input.Submitted)
    def to_the_next_field(self) -> None:
        """Go on to the next field."""
        if self._rests_until is None:
            self.focus_next()

    def _look(self, answers: Answers, then: Callable[[End | None], None], *, asks: bool = False) -> None:
        shown, before = readable(self._worksheet, answers, self._filling.today), self._filling.before()
        look = CardScreen(self._worksheet, shown, before, self._offers, self._library, self.clock, asks=asks)
        self.app.push_screen(look, lambda _: then(look.end))

    def action_card(self) -> None:
        """Show the answers as a card."""
        self._look(self._filling.with_changes(self._fields.changed), lambda _: None)

    def action_unsafe(self) -> None:
        """Open the page about safety; what is typed stays."""
        self.post_message(Follow(SAFETY))

    @property
    def would_be_lost(self) -> bool:
        """Whether something is typed that waits nowhere; not once it was said of unsafe answers that they go."""
        if self._worksheet.waits_on_disk or not self.query(SheetFields) or not self._fields.typed:
            return False
        answers = self._filling.with_changes(self._fields.changed)
        return not (self._is_warned and is_unsafe(self._worksheet, answers))

    def action_back(self) -> None:
        """Go back; what is typed and not kept waits here, unless it is nothing to leave lying about."""
        self._writing.stop()
        if self._rests_until is not None:
            self.dismiss()
        elif self.would_be_lost:
            self.app.push_screen(Choose(_("Nothing of this is kept yet. Let it go?"), STAY_OR_GO), self._end)
        elif not self._worksheet.waits_on_disk and self._fields.typed:
            self._end(End.LET_GO)
        elif self.keep_unkept():
            if self._draft.is_on_disk and not self._is_aside:
                self.notify(say_left(_("opening it again")), markup=False)
            self.dismiss()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what there is something for."""
        match action:
            case "keep" | "card":
                return self._rests_until is None
            case "anew":
                return bool(self._begun) and self._worksheet.waits_on_disk and self._rests_until is None
            case "unsafe":
                is_afraid = bool(self.query(SheetFields)) and self._fields.is_afraid
                return self._worksheet.together or bool(self._worksheet.unsafe_if) or is_afraid
        return super().check_action(action, parameters)
