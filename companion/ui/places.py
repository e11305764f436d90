"""Where one can go."""

from enum import StrEnum

from companion.catalogue import _


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
        return _LABELS[self]

    @property
    def key(self) -> str:
        """The digit that goes there."""
        return str(list(Place).index(self) + 1)


_LABELS = {
    Place.NOW: _("Now"),
    Place.PAUSE: _("Pause"),
    Place.READ: _("Read"),
    Place.WORDS: _("Words"),
    Place.LOG: _("Log"),
    Place.REVIEW: _("Review"),
    Place.PLAN: _("Plan"),
}
