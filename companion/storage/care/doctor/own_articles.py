"""Whether the articles of one's own can be read."""

from companion.catalogue import _
from companion.domain.finding import Finding, Looked
from companion.storage.errors import ContentError
from companion.storage.own_articles import Flaw, OwnArticles

_NAMED = 10
"""How many files are named."""
_ADVICE = _("Correct it, or move it out of the folder. The other files can be read all the same.")
_ADVICE_ON_FLAW = _("It is shown all the same. Correct it when you like.")


def look_at_own_articles(own: OwnArticles, is_sealed: bool) -> Looked:
    """Look at each file; no word of it is shown.

    Args:
        own: The articles.
        is_sealed: Whether there is a passphrase.
    """
    own.look()
    calm = _("Every Markdown file of yours can be read.") if own.heads else _("There are no Markdown files of yours.")
    if own.heads and is_sealed:
        calm = " ".join((calm, _("They stay plain files: the passphrase does not seal them.")))
    found = [
        Finding(_sentence(own, each), _ADVICE_ON_FLAW if isinstance(each, Flaw) else _ADVICE, str(each.path))
        for each in own.problems[:_NAMED]
    ]
    if (more := len(own.problems) - _NAMED) > 0:
        found.append(
            Finding(
                _("Something is wrong with {more:,} more files.", more=more), _("“companion read list” names them.")
            )
        )
    return Looked("articles", calm, tuple(found))


def _sentence(own: OwnArticles, problem: ContentError) -> str:
    """Say what is wrong with a file, and whether it can be read all the same."""
    name = own.name_of(problem) if isinstance(problem, Flaw) else _("{file} can’t be read", file=own.name_of(problem))
    return f"{name}: {problem.problem.rstrip('.')}."
