"""The sentences that Companion says itself, in the language of the person: gettext's way, known to translators' tools.

Prose lies in `library/`. Sentences of the code are English, marked by `_`; a catalogue may hold another language's.
"""

import os
from contextlib import suppress
from pathlib import Path
from string import Formatter

DOMAIN = "companion"
"""The name of a language's catalogue: `LANGUAGE/LC_MESSAGES/companion.mo`."""
ELSEWHERE = "COMPANION_LANGUAGES"
"""The variable that names another folder of catalogues, for somebody who tries a translation."""
LANGUAGES = Path(os.environ.get(ELSEWHERE) or Path(__file__).parent / "languages")

_catalogue = None
if LANGUAGES.is_dir():  # English alone needs no gettext: 2 ms less for every verb
    import gettext
    import struct

    with suppress(OSError, ValueError, LookupError, struct.error, RecursionError):  # a damaged one: English
        _catalogue = gettext.translation(DOMAIN, LANGUAGES, fallback=True)


def _(text: str, /, **values: object) -> str:
    """Return a sentence in the language of the person, its `{places}` filled in if there are values."""
    said = _catalogue.gettext(text) if _catalogue else text
    return _filled(said, text, values) if values else said


def ngettext(one: str, several: str, n: int, /, **values: object) -> str:
    """Return the sentence that goes with a number, its `{n}` and other places filled in."""
    english = one if n == 1 else several
    said = _catalogue.ngettext(one, several, n) if _catalogue else english
    return _filled(said, english, {"n": n, **values})


def _filled(said: str, english: str, values: dict[str, object]) -> str:
    """Fill in the places of a sentence; where a translation has other ones than English, that is said instead."""
    if said is not english and not _places(said) <= _places(english) | _places("{n}{n:,}"):
        said = english
    return said.format(**values)


def _places(sentence: str) -> set[tuple[str, str | None, str | None]]:
    """Return the places of a sentence, each with how it is written; one without a name if it can't be read."""
    try:
        return {(name, spec, kind) for _text, name, spec, kind in Formatter().parse(sentence) if name is not None}
    except ValueError:
        return {("", None, None)}
