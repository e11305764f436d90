"""Finding the one thing that is meant by the first letters of its id."""

from collections.abc import Iterable

from companion.catalogue import _
from companion.domain.record import RecordT
from companion.text.plain import one_line

SHORT = 8
"""How many letters of an id a list shows."""
_SHOWN = 40
"""Letters of wrong words that are said again."""


def one_by_id(things: Iterable[RecordT], beginning: str, listed_by: str) -> RecordT:
    """Return the one whose id begins so.

    Args:
        things: Where to look.
        beginning: What was typed.
        listed_by: The verb that shows the ids.

    Raises:
        ValueError: if there is none, or more than one.
    """
    wanted = beginning.strip().lower()
    found = [each for each in things if wanted and each.id.startswith(wanted)]
    if len(found) == 1:
        return found[0]
    shown = one_line(beginning[:_SHOWN])
    if found:
        raise ValueError(_("{n} ids begin with “{beginning}”. Give more of it.", n=len(found), beginning=shown))
    raise ValueError(
        _("No id begins with “{beginning}”. See the ids with: {verb}", beginning=shown, verb=f"companion {listed_by}")
    )
