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

    def __init__(self, link: Link, place: int | None = None, heading: str = "", found_by: tuple[str, ...] = ()) -> None:
        super().__init__()
        self.link = link
        self.place = place
        self.heading = heading
        self.found_by = found_by
        """Words of a search; the first of them that stand in the text are found there."""


class NoteMoment(Message):
    """Open the log's form for a new entry of that kind, with what is known already."""

    def __init__(
        self,
        kind: str | None = None,
        strength: int | None = None,
        pause: str | None = None,
        note: str = "",
        pasted: str = "",
    ) -> None:
        super().__init__()
        self.kind = kind
        self.strength = strength
        self.pause = pause
        self.note = note
        self.pasted = pasted
        """What is said of a note that was pasted just now, and waits nowhere else; empty for any other."""


class PauseKept(Message):
    """A pause was started, moved or ended on the disk; the chip follows."""


class Restyled(Message):
    """Another theme was chosen, or something else of how the app looks and moves."""
