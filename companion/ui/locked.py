"""What is said while the words are locked: how to unlock them, and nothing of what there is."""

LOG = (
    "What you wrote before is locked. f2 unlocks it.\n\n"
    "You can go on writing: the line above, or n for the full form. It is kept sealed."
)
READ = "What you read is locked. f2 unlocks it."
REVIEW = "The review is locked. f2 unlocks it."
PLAN = "Your worksheets are locked. f2 unlocks them."
WEEK = "Your week is locked. f2 unlocks it."
OWN_WORDS = "Your own words are locked. f2 unlocks them."
MARKS = "Your bookmarks and highlights are locked. f2 unlocks them."
EARLIER = "Earlier entries are locked. f2 unlocks them."

KEPT_SEALED = "Kept, sealed. You see it after unlocking."
"""Said of what is kept while it is locked, instead of showing it."""


def kept(is_locked: bool, otherwise: str) -> str:
    """Return what is said of something that has just been kept."""
    return KEPT_SEALED if is_locked else otherwise
