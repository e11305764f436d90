"""Words that are typed where words are offered: which of them are meant."""

from collections.abc import Iterable, Sequence

from companion.catalogue import _


class PartlyKnownError(ValueError):
    """Some of several words are not known; the others are."""

    def __init__(self, sentence: str, known: Sequence[str]) -> None:
        super().__init__(sentence)
        self.known = known


def split_words(words: str, offered: Sequence[str]) -> list[str]:
    """Return the values that were given, on lines of their own or with commas between."""
    lines = words.splitlines()
    if len(lines) == 1 and words not in offered:
        lines = words.split(",")
    return [" ".join(line.split()) for line in lines if line.strip()]


def words_meant(values: Sequence[str], offered: Sequence[str]) -> list[str]:
    """Return the words that were meant.

    Raises:
        PartlyKnownError: saying which of several are not known.
    """
    known, problems = [], []
    for value in values:
        try:
            known.append(word_meant(value, offered))
        except ValueError as error:
            problems.append(
                str(error) if len(values) == 1 else _("“{typed}” is not known. {hint}", typed=value, hint=error)
            )
    if problems:
        raise PartlyKnownError(" ".join(problems), known)
    return known


def word_meant(typed: str, offered: Sequence[str]) -> str:
    """Return the word that was meant: itself in any case, the only one that begins so, or its number from 1.

    Raises:
        ValueError: with those that may be meant, if it is none or several.
    """
    wanted = typed.strip().casefold()
    same = [word for word in offered if word.casefold() == wanted]
    found = same or [word for word in offered if word.casefold().startswith(wanted)]
    if len(found) == 1:
        return found[0]
    if not found and typed.isascii() and typed.isdecimal() and 1 <= int(typed[:4]) <= len(offered):
        return offered[int(typed[:4]) - 1]
    near = [] if found else _near(wanted, offered)
    if near:
        raise ValueError(_("Did you mean {meant}?", meant=" or ".join(f"“{word}”" for word in near)))
    raise ValueError(_("Choose one of: {choices}.", choices=_few(found or offered)))


def _near(typed: str, offered: Sequence[str]) -> list[str]:
    from difflib import get_close_matches  # 2 ms that words of the list need not pay

    return get_close_matches(typed, offered, cutoff=0.7)


def _few(words: Iterable[str]) -> str:
    known = list(words)
    return ", ".join(known[:8]) + (" …" if len(known) > 8 else "")
