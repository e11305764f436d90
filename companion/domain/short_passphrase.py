"""When a new passphrase is called short, and what is said of it; nobody is kept from it."""

from companion.catalogue import _

_LETTERS, _WORDS = 12, 4
"""From so many letters or words on, a passphrase is not called short."""

SHORT = _("This is short. Four words, or 12 letters, are much harder to guess. It is yours to choose.")


def is_short(passphrase: str) -> bool:
    """Return whether a passphrase is easier to guess than it need be; one that is not begun is not."""
    return bool(passphrase) and len(passphrase) < _LETTERS and len(passphrase.split()) < _WORDS
