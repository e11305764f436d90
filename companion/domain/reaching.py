"""Reaching out, said in plain words: what one of us offered or asked, and what came back."""

from typing import NamedTuple

from companion.catalogue import _
from companion.domain.entry import Entry, Who
from companion.domain.vocabulary import Vocabulary, Word

_SLOT = "{who}"
"""Stands in the words of `vocabulary/offers.yaml` and `replies.yaml` where somebody is named."""


class _Sides(NamedTuple):
    reached: str
    """Who reached out, at the beginning of a sentence."""
    replied: str
    """Whose reply it was, further on in it."""


_SIDES = {
    Who.ME: _Sides("I", "they"),
    Who.THEM: _Sides(_("They"), "I"),
    Who.BOTH: _Sides(_("We both"), "we"),
}
_UNSAID = _Sides(_("Somebody"), _("the other one"))


def say_reaching(entry: Entry, vocabulary: Vocabulary) -> str:
    """Say who reached out and what came back: `I offered good news · it was missed`; nothing if none of it is noted."""
    if entry.offer is None and entry.reply is None and entry.reached_by is None:
        return ""
    sides = _SIDES.get(entry.reached_by, _UNSAID) if entry.reached_by else _UNSAID
    parts = []
    if entry.offer is not None:
        parts.append(_say(vocabulary.offers, entry.offer, sides.reached))
    elif entry.reached_by is not None:
        parts.append(f"{sides.reached} {'moved first' if entry.answers else 'reached out'}")
    if entry.reply is not None:
        parts.append(_say(vocabulary.replies, entry.reply, sides.replied))
    return " · ".join(parts)


def _say(words: tuple[Word, ...], word_id: str, who: str) -> str:
    """Say a word of a list with somebody in it; a word that no list holds is said as it is."""
    word = next((word for word in words if word.id == word_id), None)
    if word is None:
        return word_id
    return word.said.replace(_SLOT, who) if word.said else word.label
