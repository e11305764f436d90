"""Facts and sources: what the library's claims rest on."""

from enum import StrEnum

from companion.domain.content import Content


class Firmness(StrEnum):
    """How firmly a fact stands."""

    STRONG = "strong"
    MODERATE = "moderate"
    EARLY = "early"
    CONSENSUS = "consensus"


class Fact(Content, frozen=True, kw_only=True):
    """One finding or teaching, and how firmly it stands."""

    firmness: Firmness
    claim: str
    sources: tuple[str, ...] = ()


class Source(Content, frozen=True, kw_only=True):
    """A paper or page."""

    text: str
    """Authors, year, short title, journal."""
    doi: str = ""


class Sources(Content, frozen=True, kw_only=True):
    """All facts and sources, by id."""

    facts: dict[str, Fact]
    sources: dict[str, Source]
