"""The part of the log that does something with entries: edit, duplicate, delete, hide, tag, answer, mend."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType

from companion.catalogue import _
from companion.domain.entry import Entry
from companion.domain.threads import Mended, answer_to
from companion.domain.times import Clock
from companion.storage.errors import StoreError
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.bindings import key_of
from companion.ui.dialogs import Choose
from companion.ui.log.answered import Answered
from companion.ui.log.changing import Changing, Done
from companion.ui.log.entry_list import EntryList
from companion.ui.log.looking import LookingScreen
from companion.ui.log.pick import PickSeveral
from companion.ui.log.say_mended import SayMended
from companion.ui.log.view import View
from companion.ui.rows import Row

_OF_ENTRIES = (
    "edit", "duplicate", "delete", "hide", "tag", "answer", "mend", "tick", "untick", "undo",
    "filter", "view", "show_all", "filter_form", "saved_filters", "person", "bin",
)  # fmt: skip
"""What can't be done while the entries are locked."""


class HandlingScreen(LookingScreen):
    """A screen with entries that something can be done with: the ticked ones, else the one under the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "answer", "Answer", id="log.answer"),
        Binding("m", f"mend('{Mended.BRIDGED}')", "Bridged", id="log.bridged"),
        Binding("M", f"mend('{Mended.HALF}')", "Half mended", id="log.half"),
        Binding("L", f"mend('{Mended.LET_GO}')", "Let go", id="log.let-go"),
        Binding("n", "new", "New", id="log.new"),
        Binding("e", "edit", "Edit", id="log.edit"),
        Binding("d", "delete", "Delete", id="log.delete"),
        Binding("u", "undo", "Undo", id="log.undo"),
        *LookingScreen.BINDINGS,
        Binding("space", "tick", "Tick", id="log.tick"),
        Binding("D", "duplicate", "Duplicate", id="log.duplicate", show=False),
        Binding("h", "hide", "Hide, or show again", id="log.hide", show=False),
        Binding("t", "tag", "Tag with a context", id="log.tag", show=False),
    ]

    def __init__(self, store: Store, library: Library, clock: Clock) -> None:
        super().__init__(store, library, clock)
        self._changing = Changing(store, clock)
        self._is_ticking = False
        """Whether the line says how many are ticked."""

    def read(self, at: str | None = None) -> None:
        """Show what is kept now, the cursor on the entry with that id."""
        raise NotImplementedError

    def open_form(self, entry: Entry | None, like: Entry | None = None, answer: Entry | None = None) -> None:
        """Open the full form of an entry, or of a new one: empty, like another, or with what is known of an answer."""
        raise NotImplementedError

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what there is something for; nothing of what is locked."""
        if action in _OF_ENTRIES and (self._store.is_locked or not self.is_shown):
            return False
        match action:
            case "edit" | "duplicate" | "delete" | "hide" | "tag" | "tick":
                return bool(self._found.entries.meant)
            case "undo":
                return self._changing.can_undo
            case "show_all":
                return bool(self._found.query_words)
            case "answer":
                return self._found.view is View.THREADS or bool(self._found.entries.ticked)
        return action != "mend" or self._found.thread is not None

    # -- one entry

    def action_new(self) -> None:
        """Open the full form."""
        self.open_form(None)

    def _chosen_entry(self) -> Entry | None:
        chosen = self._found.chosen
        return self._store.entries.get(chosen) if chosen else None

    def action_edit(self) -> None:
        """Open the form of the entry under the cursor."""
        if entry := self._chosen_entry():
            self.open_form(entry)

    def action_duplicate(self) -> None:
        """Open the form of a new entry that begins like the one under the cursor, with now as its time."""
        if entry := self._chosen_entry():
            self.open_form(None, like=entry)

    # -- ticking

    def action_tick(self) -> None:
        """Tick or untick the entry under the cursor."""
        self._found.entries.action_tick()

    @on(EntryList.Ticked)
    def say_ticked(self) -> None:
        """Say how many are ticked, and what can be done with them."""
        if ticked := self._found.entries.ticked:
            said = _(
                "{n:,} ticked: {delete} delete · {hide} hide · {tag} tag · {answer} answer · esc unticks",
                n=len(ticked),
                delete=key_of("log.delete", "d"),
                hide=key_of("log.hide", "h"),
                tag=key_of("log.tag", "t"),
                answer=key_of("log.answer", "a"),
            )
            self.say(said)
        elif self._is_ticking:
            self.say("")
        self._is_ticking = bool(ticked)
        self.refresh_bindings()

    def action_leave_field(self) -> None:
        """Leave a field; in the list, untick all."""
        if self._found.entries.has_focus:
            self._found.entries.untick()
        super().action_leave_field()

    # -- the ticked ones

    def _do(self, what: Callable[[], Done]) -> bool:
        """Do something on the disk, say what is said of it, and show what is kept now; return whether it was done."""
        try:
            done = what()
        except StoreError as error:
            self.notify(str(error), severity="warning", markup=False)
            return False
        self._is_ticking = False
        self._found.entries.untick()
        self.say(done.said)
        self.read(done.at)
        return True

    def action_delete(self) -> None:
        """Delete them; for thirty days they can be brought back."""
        if meant := self._found.entries.meant:
            self._do(partial(self._changing.delete, meant))

    def action_undo(self) -> None:
        """Undo what was done last, or bring back what was deleted last."""
        self._do(self._changing.undo)

    def action_hide(self) -> None:
        """Hide them from ordinary views, or show them again."""
        if meant := self._found.entries.meant:
            self._do(partial(self._changing.hide, meant))

    def action_tag(self) -> None:
        """Ask for words of context, and add them."""
        if meant := self._found.entries.meant:
            rows = [Row(word, word) for word in self._library.vocabulary.contexts]
            self.app.push_screen(PickSeveral(_("What else was going on?"), rows), partial(self._tag, meant))

    def _tag(self, meant: list[str], words: tuple[str, ...] | None) -> None:
        if words:
            self._do(partial(self._changing.tag, meant, words))

    # -- threads

    def action_answer(self) -> None:
        """Write an answer to the rupture under the cursor; of ticked entries, ask which rupture they answer."""
        if ticked := self._found.entries.ticked:
            rows = Answered(self._store, self._library.vocabulary, self.clock, ticked[0]).rows()
            rows = [row for row in rows if row.id not in ticked]
            self.app.push_screen(Choose(_("Which entry do they answer?"), rows), partial(self._answer, ticked))
        elif thread := self._found.thread:
            self.open_form(None, answer=answer_to(thread.rupture, self.clock()))

    def _answer(self, ticked: list[str], rupture: str | None) -> None:
        if rupture:
            self._do(partial(self._changing.answer, ticked, rupture))

    def action_mend(self, mended: str) -> None:
        """Say how far the rupture under the cursor is mended, or let go of it; a line about it may be written."""
        if thread := self._found.thread:
            how = Mended(mended)
            keep = partial(self._mend, thread.rupture, how)
            self.app.push_screen(SayMended(self._store, self.clock, thread.rupture.id, how, keep))

    def _mend(self, rupture: Entry, mended: Mended, note: str) -> bool:
        return self._do(partial(self._changing.mend, rupture, mended, note))
