"""Where one can go."""

from enum import StrEnum


class Place(StrEnum):
    """The places in the order of their keys; the value is the name on the command line."""

    NOW = "now"
    PAUSE = "pause"
    READ = "read"
    WORDS = "words"
    LOG = "log"
    REVIEW = "review"
    PLAN = "plan"

    @property
    def label(self) -> str:
        """The word in the bar."""
        return self.value.capitalize()

    @property
    def key(self) -> str:
        """The digit that goes there."""
        return str(list(Place).index(self) + 1)
