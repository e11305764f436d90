"""A field for a passphrase: shown as dots, never copied out."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from companion.ui.line import AnySign


class PassphraseField(AnySign):
    """One line of dots. Every sign counts: without one it would be another passphrase."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "submit", "Go on", id="dialog.go-on")]

    def __init__(self, placeholder: str, *, id: str | None = None) -> None:
        super().__init__(placeholder=placeholder, password=True, compact=True, id=id)

    def take(self) -> str:
        """Return what was typed, and empty the field."""
        typed, self.value = self.value, ""
        return typed

    def action_copy(self) -> None:
        """Copy nothing: a passphrase has no business in a clipboard."""

    def action_cut(self) -> None:
        """Cut nothing."""
