"""Writing a script of one's own, with a look at how it will read."""

from collections.abc import Callable, Mapping

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, Static

from companion.catalogue import _
from companion.domain.script import SLOTS, OwnScript, fill, say_unfilled
from companion.domain.times import Clock
from companion.resources import STYLES
from companion.storage.errors import StoreError
from companion.storage.store import Store
from companion.storage.unkept import Words
from companion.text.plain import one_line
from companion.ui.line import Line
from companion.ui.said import Said
from companion.ui.unkept_dialog import UnkeptDialog

_WORDS = "words"
"""The name of the one field."""
_EXAMPLE = _("I need {minutes}. Back at {back_at}.")
_HINT = _(
    "Slots: {slots}. [ in {{place}}] is left out when it is empty.", slots=" ".join(f"{{{name}}}" for name in SLOTS)
)


class WriteScript(UnkeptDialog):
    """One line and what it will say; what is typed waits on the disk until it is kept."""

    CSS_PATH = [STYLES / "write_script.tcss"]
    AUTO_FOCUS = "Input"

    def __init__(
        self,
        store: Store,
        clock: Clock,
        form: str,
        way_back: str,
        text: str,
        slots: Mapping[str, str],
        keep: Callable[[str], OwnScript],
    ) -> None:
        """Ask for the words.

        Args:
            store: Where they wait until they are kept.
            clock: Tells when they were typed.
            form: The id under which they wait.
            way_back: The key that leads here again.
            text: What stands there at first.
            slots: What the slots stand for in the preview.
            keep: Called with the words; what it raises is said under the field and keeps it open.
        """
        super().__init__(store, clock, form, {_WORDS: text}, way_back)
        self._slots = slots
        self._keep = keep

    def compose_question(self) -> ComposeResult:
        """Title, field, preview, what is wrong, slots."""
        text = str(self.start[_WORDS])
        yield Static(_("Your own words"), markup=False, classes="dialog-title")
        yield self.about()
        yield Line(text, _EXAMPLE)
        yield Said(self._preview(text), id="preview")
        yield Said(one_line(say_unfilled(text)), classes="problem")
        yield Static(_HINT, markup=False, classes="quiet", id="slots")

    def _preview(self, text: str) -> str:
        return one_line(fill(text, self._slots))

    @property
    def typed(self) -> Words:
        """The words, unless there are none."""
        words = self.query_one(Line).words
        return {_WORDS: words} if words else self._before

    def put(self, words: Words) -> None:
        """Let the field show those words."""
        self.query_one(Line).value = one_line(str(words[_WORDS]))

    @on(Input.Changed)
    def look(self, event: Input.Changed) -> None:
        """Show how it will read, and what would be shown as it stands."""
        self.query_one("#preview", Said).say(self._preview(event.value))
        self._say_problem(say_unfilled(event.value))

    def _say_problem(self, words: str) -> None:
        self.query_one(".problem", Said).say(one_line(words))

    @on(Input.Submitted)
    def action_keep(self) -> None:
        """Keep the words and close, or say why not and go on holding them."""
        try:
            kept = self._keep(self.query_one(Line).words)
        except (ValueError, StoreError) as error:
            self._say_problem(str(error))
        else:
            self.leave(kept.id)
