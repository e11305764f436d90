"""Strength: how strong something feels, 0 to 10."""

from companion.catalogue import _

STRENGTHS = range(11)
"""0 is nothing, 10 the most one can imagine."""


def check_strength(strength: int | None) -> None:
    """Raise ValueError with a sentence unless it is None or 0 to 10."""
    if strength is not None and strength not in STRENGTHS:
        raise ValueError(_("Strength is a number from 0 to 10, not {strength}.", strength=strength))
