"""How the entries of the log are arranged, and the choice of it."""

from enum import StrEnum

from companion.catalogue import _
from companion.ui.choice import Choice


class View(StrEnum):
    """How the entries are arranged."""

    DAYS = "days"
    THREADS = "threads"

    @property
    def label(self) -> str:
        """What it is called on the screen."""
        return _("Days") if self is View.DAYS else _("Threads")


class ViewChoice(Choice, can_focus=False):
    """The names of the views; `v` goes from one to the next."""
