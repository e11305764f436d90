"""The sentences that Companion says itself, in the language of the person: gettext's way, known to translators' tools.

Prose lies in `library/`. Sentences of the code are English, marked by `_`; a catalogue may hold another language's.
"""

import os
from pathlib import Path

DOMAIN = "companion"
"""The name of a language's catalogue: `LANGUAGE/LC_MESSAGES/companion.mo`."""
ELSEWHERE = "COMPANION_LANGUAGES"
"""The variable that names another folder of catalogues, for somebody who tries a translation."""
LANGUAGES = Path(os.environ.get(ELSEWHERE) or Path(__file__).parent / "languages")

_catalogue = None
if LANGUAGES.is_dir():  # English alone needs no gettext: 2 ms less for every verb
    import gettext

    _catalogue = gettext.translation(DOMAIN, LANGUAGES, fallback=True)


def _(text: str, /, **values: object) -> str:
    """Return a sentence in the language of the person, its `{places}` filled in if there are values."""
    said = _catalogue.gettext(text) if _catalogue else text
    return said.format(**values) if values else said


def ngettext(one: str, several: str, n: int, /, **values: object) -> str:
    """Return the sentence that goes with a number, its `{n}` and other places filled in."""
    said = _catalogue.ngettext(one, several, n) if _catalogue else one if n == 1 else several
    return said.format(n=n, **values)
