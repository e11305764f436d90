"""One next step as a sentence of two halves: what may happen, and what one does then."""

import re

from companion.catalogue import _

_BOTH, _WHEN, _WILL = _("If {when}, then I {will}"), _("If {when}"), _("I {will}")
_DOUBLED_IF = re.compile(r"^if\s+", re.IGNORECASE)
_DOUBLED_I = re.compile(r"^(then\s+)?i(['’]ll)?(\s+|$)", re.IGNORECASE)
"""What is written before a half, though it stands there already."""


def say_if_then(when: str, will: str) -> str:
    """Return a next step as a sentence: `If it gets loud, then I say our word`; half of it is kept too."""
    when, will = _DOUBLED_IF.sub("", when.strip()), _DOUBLED_I.sub("", will.strip())
    if when and will:
        return _BOTH.format(when=when, will=will)
    return _WHEN.format(when=when) if when else _WILL.format(will=will) if will else ""


def read_if_then(sentence: str) -> tuple[str, str] | None:
    """Return the two halves of what `say_if_then` said; other words have none."""
    for said in (_BOTH, _WHEN, _WILL):
        halves = re.escape(said).replace(r"\{when\}", "(?P<when>.+?)").replace(r"\{will\}", "(?P<will>.+)")
        if found := re.fullmatch(halves, sentence, re.DOTALL):
            named = {"when": "", "will": ""} | found.groupdict()
            return (named["when"], named["will"]) if say_if_then(**named) == sentence else None
    return ("", "") if not sentence else None
