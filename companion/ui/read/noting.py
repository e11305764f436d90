"""Asking for the note on a highlight."""

from collections.abc import Callable

from msgspec.structs import replace
from textual.screen import Screen

from companion.domain.highlight import Highlight
from companion.storage.store import Store
from companion.ui.dialogs import Ask

_NOTE = "Your note on these words"
_WHY = "what they mean to you, or who should hear them"


def ask_note(screen: Screen[None], store: Store, highlight: Highlight, then: Callable[[], object]) -> None:
    """Ask for a note and keep it; what does not reach the disk stays in the field.

    Args:
        screen: Over which it is asked.
        store: Where the highlight is kept.
        highlight: As it is kept now.
        then: Called when the note has been kept.
    """

    def keep(typed: str) -> None:
        noted = replace(highlight, note=typed.strip())
        if store.highlights.edit(highlight, noted) is None:
            store.highlights.keep(noted)  # taken away in another window meanwhile: the note is not lost

    def go_on(answer: str | None) -> None:
        if answer is not None:
            then()

    screen.app.push_screen(Ask(_NOTE, highlight.note, placeholder=_WHY, check=keep), go_on)
