"""An exercise: a guided piece, one step a screen."""

from datetime import date

from companion.domain.article import Side
from companion.domain.content import Content


class Step(Content, frozen=True, kw_only=True):
    """One step of an exercise."""

    say: str
    """What to do, shown alone on the screen."""
    seconds: int | None = None
    """How long the step takes, if it has a clock."""
    rhythm: str | None = None
    """The id of the rhythm that paces it, if any."""


class Exercise(Content, frozen=True, kw_only=True):
    """A guided piece."""

    slug: str
    title: str
    side: Side
    minutes: int
    """About how long it takes, in whole minutes."""
    summary: str
    skip: str
    """Who should leave it out, and what to do instead; said before it starts."""
    evidence: str
    """What is known of it, in the strength of its facts."""
    facts: tuple[str, ...]
    sources: tuple[str, ...] = ()
    updated: date
    steps: tuple[Step, ...]
    text: str
    """Markdown: what it is for."""
