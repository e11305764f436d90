"""What comes first for some words, whatever else holds them."""

from collections.abc import Iterable, Sequence

from companion.domain.content import Link
from companion.domain.signpost import Signpost
from companion.storage.search.words import fold, one_slip_apart, words_in

_LOOKED_AT = 400
"""Characters of what is typed."""
_ENOUGH, _LONG = 5, 7
"""Letters from which a word may be mistyped, and all that is typed not yet be whole; and those of words together from
which one of them may be mistyped: `rope` is not taken for a slip."""


class Signposts:
    """Knows where words lead that are typed, alone or among others."""

    def __init__(self, signposts: Iterable[Signpost]) -> None:
        self._ways = [(_parted(words), each.links) for each in signposts for words in each.words]
        self._last = "", list[Link]()
        """What was typed last, and where it leads: the palette asks for each piece."""

    def links(self, typed: str) -> list[Link]:
        """Return the pieces that come first, in their order; none for most words."""
        if typed != self._last[0]:
            words = _parted(typed[:_LOOKED_AT])
            begun = {word[0] for word in words}  # a slip is none in the first letter
            ways = ((said, links) for said, links in self._ways if said[0][0] in begun)
            led = (link for said, links in ways if _holds(words, said) for link in links)
            self._last = typed, list(dict.fromkeys(led))
        return self._last[1]

    def standing(self, link: Link, typed: str) -> int:
        """Return how far before all others a piece comes: more is before; 0 if it stands among them."""
        links = self.links(typed)
        return len(links) - links.index(link) if link in links else 0


def _parted(text: str) -> list[str]:
    return [fold(word) for word in words_in(text.replace("’", "").replace("'", ""))]


def _holds(typed: Sequence[str], said: Sequence[str]) -> bool:
    """Return whether the words follow each other in what is typed."""
    is_long = sum(map(len, said)) >= _LONG
    for start in range(len(typed) - len(said) + 1):
        pairs = zip(typed[start:], said, strict=False)
        if all(one == word or (is_long and _is_slip(one, word)) for one, word in pairs):
            return True
    return _is_begun(typed, said)


def _is_slip(typed: str, word: str) -> bool:
    return len(word) >= _ENOUGH and typed[:1] == word[0] and one_slip_apart(typed, word)


def _is_begun(typed: Sequence[str], said: Sequence[str]) -> bool:
    """Return whether all that is typed are the words, the last of them not yet whole."""
    is_enough = sum(map(len, typed)) >= _ENOUGH and len(typed) == len(said)
    return is_enough and typed[:-1] == said[:-1] and said[-1].startswith(typed[-1])
