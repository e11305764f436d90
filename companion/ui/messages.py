"""What a screen asks of the app, which alone knows the other screens."""

from textual.message import Message

from companion.domain.content import Link
from companion.ui.places import Place


class GoTo(Message):
    """Go to a place."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place


class Arrived(Message):
    """A place is shown, with the focus where it belongs."""


class Follow(Message):
    """Open what a link leads to, at a line of its text or under a heading of it, if one is known."""

    def __init__(self, link: Link, place: int | None = None, heading: str = "") -> None:
        super().__init__()
        self.link = link
        self.place = place
        self.heading = heading


class NoteMoment(Message):
    """Open the log's form for a new entry of that kind, with what is known already."""

    def __init__(
        self,
        kind: str | None = None,
        strength: int | None = None,
        pause: str | None = None,
        note: str = "",
    ) -> None:
        super().__init__()
        self.kind = kind
        self.strength = strength
        self.pause = pause
        self.note = note


class PauseKept(Message):
    """A pause was started, moved or ended on the disk; the chip follows."""
