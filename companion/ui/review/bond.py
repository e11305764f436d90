"""Choosing one bond to look at alone, and saying which it is."""

from collections.abc import Callable

from textual.app import App

from companion.catalogue import _
from companion.ui.dialogs import Choose
from companion.ui.review.looking import Looking
from companion.ui.rows import Row

_EVERYBODY = "*"


def say_bond(looking: Looking) -> str:
    """Say whom it is about; nothing if it is about everybody."""
    return _("with {person}", person=looking.names.say(looking.person)) if looking.person else ""


def ask_person(app: App[object], looking: Looking, take: Callable[[str | None], None]) -> None:
    """Ask whom it is about.

    Args:
        app: Shows the question.
        looking: Knows who is named, and who is looked at now.
        take: Called with the name that was chosen; with None for everybody.
    """
    names = [Row(looking.names.say(each.person), f"={each.person}", tail=f"{each.n:,}") for each in looking.persons]
    at = f"={looking.person}" if looking.person else _EVERYBODY

    def answer(row: str | None) -> None:
        if row is not None:
            take(None if row == _EVERYBODY else row[1:])

    app.push_screen(Choose(_("Whom is it about?"), [Row(_("Everybody"), _EVERYBODY), *names], at), answer)
