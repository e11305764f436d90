"""Writing a file that the person names, from a screen: nothing that is there is written over unasked."""

from collections.abc import Callable
from pathlib import Path

from textual.screen import Screen

from companion.catalogue import _
from companion.storage.errors import StoreError
from companion.storage.outside import check_outside, is_there, write_outside
from companion.ui.dialogs import Ask, Choose
from companion.ui.rows import Row

WHERE = _("Write it to which file? Anyone who can open it can read it.")

_YES, _NO = "yes", "no"
_OVERWRITE = (Row(_("No, leave it as it is"), _NO), Row(_("Yes, write over it"), _YES))


def write_out(
    screen: Screen[None], folder: Path | None, name: str, text: Callable[[], str], where: str = WHERE
) -> None:
    """Ask where to write a text, and write it there, readable by its owner alone.

    Args:
        screen: Over which it is asked.
        folder: The data folder, whose own files are never written over.
        name: The name that stands there at first.
        text: Makes the text.
        where: The question.
    """

    def check(typed: str) -> Path:
        return check_outside(typed, folder, overwrite=True)

    def ask_again(typed: str | None) -> None:
        if typed is None:
            return
        path = check(typed)
        if not is_there(path):
            write(path)
            return
        question = Choose(_("{path} is there already. Write over it?", path=path), _OVERWRITE)
        screen.app.push_screen(question, lambda answer: write(path) if answer == _YES else None)

    def write(path: Path) -> None:
        try:
            write_outside(path, text().encode("utf-8", "replace"))
        except StoreError as error:
            screen.notify(str(error), severity="warning", markup=False)
        else:
            screen.notify(_("Written to {path}, readable by you alone.", path=path), markup=False)

    screen.app.push_screen(Ask(where, name, check=check), ask_again)
