"""What a line that is typed in an exercise can want instead of an answer."""

from enum import Enum, auto


class Wish(Enum):
    """What a line on its own can want."""

    NEXT = auto()
    SKIP = auto()
    STOP = auto()
    UNSAFE = auto()


class WishedError(Exception):
    """Something else than an answer is wanted."""

    def __init__(self, wish: Wish) -> None:
        super().__init__()
        self.wish = wish


_WISHES = {
    "": Wish.NEXT, "s": Wish.SKIP, "skip": Wish.SKIP, "q": Wish.STOP, "stop": Wish.STOP,
    "x": Wish.UNSAFE, "not safe": Wish.UNSAFE, "unsafe": Wish.UNSAFE,
}  # fmt: skip


def read_wish(line: str | None) -> Wish | None:
    """Return what a line wants; None if it is words."""
    return Wish.STOP if line is None else _WISHES.get(line.casefold().strip(" .!?“”\"'"))
