"""What is said once a heavy entry was kept; see `domain/nudges.py` for when."""

from companion.catalogue import _
from companion.domain.content import Link
from companion.domain.entry import Entry, is_afraid
from companion.domain.nudges import Nudge, nudge
from companion.domain.vocabulary import Vocabulary
from companion.storage.store import Store

RIDE_OUT = Link("exercises", "five-things")
"""The exercise that is offered."""

AFRAID = _("If you are afraid of them: f1 is help and safety.")
"""Said wherever “afraid” is chosen, unless it is switched off."""

_SAID = {
    Nudge.DAY: _("Kept. That is a lot to carry today. {way}x rides it out with an exercise; or call someone"),
    Nudge.ROW: _("Kept. Several heavy ones in a row. Did one small thing go right? {way}g keeps a good moment"),
}


def say_nudge(store: Store, kept: Entry, vocabulary: Vocabulary, way: str = "") -> str:
    """Return what to say of an entry that was just kept, if anything: of fear nothing but the way to safety.

    Args:
        store: Where the entries lie.
        kept: The entry.
        vocabulary: Says which kinds are hard.
        way: What leads to where letters are keys, if they are not at once.
    """
    if store.settings.nudge_afraid and is_afraid(kept.feelings):
        return _("Kept. {afraid}", afraid=AFRAID)
    found = None if store.is_locked else nudge(store.entries, kept, vocabulary, store.settings)
    return _SAID[found].format(way=way) if found else ""
