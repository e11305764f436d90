"""Whether the articles of one's own can be read."""

from companion.domain.finding import Finding, Looked
from companion.storage.own_articles import OwnArticles

_NAMED = 10
"""How many files are named."""
_ADVICE = "Correct it, or move it out of the folder. The other files can be read all the same."


def look_at_own_articles(own: OwnArticles, is_sealed: bool) -> Looked:
    """Look at each file; no word of it is shown.

    Args:
        own: The articles.
        is_sealed: Whether there is a passphrase.
    """
    own.look()
    calm = "Every Markdown file of yours can be read." if own.heads else "There are no Markdown files of yours."
    if own.heads and is_sealed:
        calm += " They stay plain files: the passphrase does not seal them."
    found = [
        Finding(f"{own.name_of(each)} could not be read in full: {each.problem}.", _ADVICE, str(each.path))
        for each in own.problems[:_NAMED]
    ]
    if (more := len(own.problems) - _NAMED) > 0:
        found.append(Finding(f"{more:,} more files could not be read in full.", "“companion read list” names them."))
    return Looked("articles", calm, tuple(found))
