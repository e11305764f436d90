"""What is said while the words are locked: how to unlock them, and nothing of what there is."""

from companion.catalogue import _

LOG = _(
    "What you wrote before is locked. f2 unlocks it.\n\n"
    "You can go on writing: in the line above, or with esc and n in the full form. It is kept sealed."
)
READ = _("What you read is locked. f2 unlocks it.")
REVIEW = _("The review is locked. f2 unlocks it.")
PLAN = _("Your worksheets are locked. f2 unlocks them.")
WEEK = _("Your week is locked. f2 unlocks it.")
OWN_WORDS = _("Locked. f2 unlocks them.")
MARKS = _("Your bookmarks and highlights are locked. f2 unlocks them.")
EARLIER = _("Earlier entries are locked. f2 unlocks them.")

KEPT_SEALED = _("Kept, sealed. You see it after unlocking.")
"""Said of what is kept while it is locked, instead of showing it."""


def kept(is_locked: bool, otherwise: str) -> str:
    """Return what is said of something that has just been kept."""
    return KEPT_SEALED if is_locked else otherwise
