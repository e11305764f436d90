"""One next step as a sentence of two halves: what may happen, and what one does then."""

import re

from companion.catalogue import _

_THEN = _(", then I ")
_DOUBLED_IF = re.compile(r"^if\s+", re.IGNORECASE)
_DOUBLED_I = re.compile(r"^(then\s+)?i(['’]ll)?(\s+|$)", re.IGNORECASE)
"""What is written before a half, though it stands there already."""


def say_if_then(when: str, will: str) -> str:
    """Return a next step as a sentence: `If it gets loud, then I say our word`; half of it is kept too."""
    when, will = _DOUBLED_IF.sub("", when.strip()), _DOUBLED_I.sub("", will.strip())
    if when and will:
        return _("If {when}{then}{will}", when=when, then=_THEN, will=will)
    return _("If {when}", when=when) if when else f"I {will}" if will else ""


def read_if_then(sentence: str) -> tuple[str, str] | None:
    """Return the two halves of what `say_if_then` said; other words have none."""
    when, will = "", sentence.removeprefix("I ")
    if sentence.startswith("If "):
        when, _, will = sentence.removeprefix("If ").partition(_THEN)
    return (when, will) if say_if_then(when, will) == sentence else None
