"""A field for a passphrase: shown as dots, never copied out."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.widgets import Input

from companion.text.plain import typed


class PassphraseField(Input):
    """One line of dots."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "submit", "Go on", id="dialog.go-on")]

    def __init__(self, placeholder: str, *, id: str | None = None) -> None:
        super().__init__(placeholder=placeholder, password=True, compact=True, id=id)

    def take(self) -> str:
        """Return what was typed, and empty the field."""
        typed, self.value = self.value, ""
        return typed

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Return whether a key writes here; a joiner does too, and every blank."""
        return bool(typed(character)) or super().check_consume_key(key, character)

    def on_key(self, event: events.Key) -> None:
        """Put in, as it is, what the stock field leaves out: without it, it would be another passphrase."""
        if written := typed(event.character):
            event.prevent_default()
            event.stop()
            self.replace(written, *sorted(self.selection))

    def action_copy(self) -> None:
        """Copy nothing: a passphrase has no business in a clipboard."""

    def action_cut(self) -> None:
        """Cut nothing."""
