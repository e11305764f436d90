"""Whether the themes of one's own can be read."""

from companion.catalogue import _
from companion.domain.finding import Finding, Looked
from companion.storage.own_themes import Themes

_NAMED = 10
"""How many files are named."""
_ADVICE = _("Correct it, or move it out of the folder. Until then the theme that fits the terminal stands in for it.")


def look_at_own_themes(themes: Themes) -> Looked:
    """Name the files that are no themes."""
    calm = _("Every theme of yours can be read.") if themes.sound else _("There are no themes of yours.")
    found = [
        Finding(
            _("{name} is no theme: {words}.", name=each.path.name, words=each.problem.rstrip(".")),
            _ADVICE,
            str(each.path),
        )
        for each in themes.broken[:_NAMED]
    ]
    if (more := len(themes.broken) - _NAMED) > 0:
        found.append(Finding(_("{more:,} more files are no themes.", more=more), _ADVICE))
    return Looked("themes", calm, tuple(found))
