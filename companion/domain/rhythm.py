"""A rhythm: a way of breathing, in four parts."""

import math
from collections.abc import Iterator
from enum import StrEnum

from companion.catalogue import _
from companion.domain.content import Content


class Part(StrEnum):
    """The parts of a breath, in their order."""

    INHALE = "inhale"
    HOLD = "hold"
    EXHALE = "exhale"
    REST = "rest"


_CUES = {Part.INHALE: _("breathe in"), Part.HOLD: _("hold"), Part.EXHALE: _("breathe out"), Part.REST: _("rest")}


class Rhythm(Content, frozen=True, kw_only=True):
    """Seconds for each part of a breath."""

    id: str
    title: str
    summary: str
    inhale: float
    hold: float
    exhale: float
    rest: float
    cues: dict[Part, str] = {}
    """What each part says, where it is not the usual word."""
    skip: str
    """Who should leave it out."""
    facts: tuple[str, ...]

    def __post_init__(self) -> None:
        if min(self.inhale, self.exhale) <= 0 or min(self.hold, self.rest) < 0:
            raise ValueError(_("inhale and exhale take more than 0 seconds, hold and rest 0 or more"))

    def parts(self) -> Iterator[tuple[Part, float]]:
        """Yield the parts that take time, with their seconds."""
        for part in Part:
            if seconds := getattr(self, part):
                yield part, seconds

    @property
    def period(self) -> float:
        """Seconds of one whole breath."""
        return self.inhale + self.hold + self.exhale + self.rest

    def part_at(self, seconds: float) -> tuple[Part, float]:
        """Return the part of the breath at that time from the start, and how far through it is, 0 to 1."""
        into = seconds % self.period
        for part, length in self.parts():
            if into < length:
                return part, into / length
            into -= length
        return Part.INHALE, 0.0

    def level_at(self, seconds: float) -> float:
        """Return how full the breath is, 0 to 1, eased at both ends (a raised cosine)."""
        part, through = self.part_at(seconds)
        match part:
            case Part.INHALE:
                return (1 - math.cos(math.pi * through)) / 2
            case Part.HOLD:
                return 1.0
            case Part.EXHALE:
                return (1 + math.cos(math.pi * through)) / 2
            case _:
                return 0.0

    def cue(self, part: Part) -> str:
        """Return the words for a part."""
        return self.cues.get(part, _CUES[part])
