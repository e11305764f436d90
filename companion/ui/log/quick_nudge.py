"""What is said once an entry was kept: of heavy ones, see `domain/nudges.py` for when; of a first one, once."""

from companion.catalogue import _
from companion.domain.content import Link
from companion.domain.entry import Entry, is_afraid
from companion.domain.nudges import Nudge, nudge
from companion.domain.vocabulary import Vocabulary
from companion.storage.store import Store
from companion.ui.bindings import key_of
from companion.ui.log.offer import offer_passphrase

RIDE_OUT = Link("exercises", "five-things")
"""The exercise that is offered."""


def say_afraid() -> str:
    """Say the way to safety: wherever “afraid” is chosen, unless that is switched off."""
    return _("If you are afraid of them: {key} is help and safety.", key=key_of("app.help", "f1"))


def say_nudge(store: Store, kept: Entry, vocabulary: Vocabulary, is_typing: bool = False) -> str:
    """Return what to say of an entry that was just kept, if anything: of fear nothing but the way to safety.

    Args:
        store: Where the entries lie.
        kept: The entry.
        vocabulary: Says which kinds are hard.
        is_typing: Whether letters are no keys before esc.
    """
    if store.settings.nudge_afraid and is_afraid(kept.feelings):
        return _("Kept. {afraid}", afraid=say_afraid())
    found = None if store.is_locked else nudge(store.entries, kept, vocabulary, store.settings)
    return _say(found, is_typing) if found else offer_passphrase(store, kept)


def _say(found: Nudge, is_typing: bool) -> str:
    letter = key_of("log.ride-out", "x") if found is Nudge.DAY else key_of("log.good", "g")
    key = _("esc, then {key}", key=letter) if is_typing else letter
    if found is Nudge.DAY:
        return _("Kept. That is a lot to carry today. {key} rides it out with an exercise; or call someone", key=key)
    return _("Kept. Several heavy ones in a row. Did one small thing go right? {key} keeps a good moment", key=key)
