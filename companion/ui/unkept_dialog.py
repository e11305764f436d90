"""A small form over a screen: what is typed in it and not kept waits on the disk, whatever happens."""

from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widgets import Input, Static

from companion.domain.times import Clock
from companion.storage.errors import StoreError
from companion.storage.store import Store
from companion.ui.choice import Choice
from companion.ui.dialogs import Dialog
from companion.ui.unkept import ASIDE, START_ANEW, Draft, Words, WriteSoon, newest, say_left, say_taken_up

_STUCK = "It can't be kept just now: the disk does not take it."


class UnkeptDialog(Dialog[str | None]):
    """Holds the draft; what fields there are is said by who derives from it. The answer is the id of what was kept."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "keep", "Keep", id="dialog.keep"),
        Binding("escape", "close", "Back", id="dialog.back"),
        Binding(START_ANEW, "start_anew", "Start anew", id="dialog.anew", show=False, priority=True),
        Binding("up", "app.focus_previous", show=False),
        Binding("down", "app.focus_next", show=False),
    ]

    def __init__(self, store: Store, clock: Clock, form: str, before: Words, way_back: str) -> None:
        """Look for what was typed before.

        Args:
            store: Where it lies.
            clock: Tells when something was typed.
            form: The id of what is typed and not kept.
            before: What stands in the fields when nothing was typed.
            way_back: What leads here again, as in `e on it`.
        """
        super().__init__()
        self._clock = clock
        self._before = self._aside = before
        self._way_back = way_back
        self._begun = newest(store, form)
        self._draft = Draft(store, clock, form, self._begun)
        self._writing = WriteSoon(self, self.keep_unkept)

    @property
    def typed(self) -> Words:
        """What stands in the fields."""
        raise NotImplementedError

    def put(self, words: Words) -> None:
        """Let the fields show those words."""
        raise NotImplementedError

    @property
    def start(self) -> Words:
        """What stands in the fields at first."""
        return {**self._before, **(self._begun.fields if self._begun else {})}

    def about(self) -> Static:
        """Return the line that says what was taken up."""
        said = say_taken_up(self._begun.written_at, self._clock()) if self._begun else ""
        return Static(said, id="about", classes="quiet", markup=False)

    def on_mount(self) -> None:
        """Show the line only where it says something."""
        self._say("" if not self._begun else None)

    def _say(self, about: str | None) -> None:
        line = self.query_one("#about", Static)
        if about is not None:
            line.update(about)
        line.display = about != ""

    def action_start_anew(self) -> None:
        """Put aside what is typed; at once after that, bring it back."""
        typed = self.typed
        words, self._aside = (self._aside, typed) if typed == self._before else (self._before, typed)
        self.put(words)
        self._say(ASIDE if words == self._before else "")

    @on(Input.Changed)
    @on(Choice.Changed)
    def put_down(self) -> None:
        """Put what is typed on the disk within a second."""
        self._writing.start()

    def keep_unkept(self) -> bool:
        """Write down what is typed; return whether nothing of it is left over."""
        if not self.is_mounted or self._is_left:
            return True
        typed = self.typed
        try:
            if typed == self._before:
                self._draft.drop()
            else:
                self._draft.keep(typed)
        except StoreError:
            return False
        return True

    def leave(self, kept_id: str) -> None:
        """Close: what was typed is kept now, and waits nowhere."""
        self._before = self.typed
        self.keep_unkept()
        self.dismiss(kept_id)

    def action_close(self) -> None:
        """Close; what is typed waits on the disk until one comes back."""
        is_open = self.typed != self._before
        if not self.keep_unkept() and is_open:
            self.notify(_STUCK, severity="warning", markup=False)
            return
        if is_open:
            self.notify(say_left(self._way_back), markup=False)
        self.dismiss(None)
