"""What is said while the words are locked: how to unlock them, and nothing of what there is."""

from companion.catalogue import _
from companion.ui.bindings import key_of

LOG = _(
    "What you wrote before is locked. {unlock} unlocks it.\n\n"
    "You can go on writing: in the line above, or with esc and {new} in the full form. It is kept sealed."
)
READ = _("What you read is locked. {unlock} unlocks it.")
REVIEW = _("The review is locked. {unlock} unlocks it.")
PLAN = _("Your worksheets are locked. {unlock} unlocks them.")
WEEK = _("Your week is locked. {unlock} unlocks it.")
OWN_WORDS = _("Locked. {unlock} unlocks them.")
MARKS = _("Your bookmarks and highlights are locked. {unlock} unlocks them.")
EARLIER = _("Earlier entries are locked. {unlock} unlocks them.")

KEPT_SEALED = _("Kept, sealed. You see it after unlocking.")
"""Said of what is kept while it is locked, instead of showing it."""


def say_locked(sentence: str) -> str:
    """Return one of these sentences with the keys that hold now."""
    return _(sentence, unlock=key_of("app.unlock", "f2"), new=key_of("log.new", "n"))


def kept(is_locked: bool, otherwise: str) -> str:
    """Return what is said of something that has just been kept."""
    return KEPT_SEALED if is_locked else otherwise
