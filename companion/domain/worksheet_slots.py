"""The slots of a card: `{field}` in a text of the library."""

import re
from collections.abc import Mapping, Sequence

_SLOT = r"\{(\w+)\}"


def slots_in(text: str) -> list[str]:
    """Return the names of the slots in a text."""
    return re.findall(_SLOT, text)


def filled(text: str, said: Mapping[str, Sequence[str]]) -> str:
    """Return a text with its slots filled. A line whose slots are all empty is left out.

    Where one slot alone stands in a line, the line is written once for each line of the answer.
    """
    lines: list[str] = []
    for line in text.splitlines():
        names = slots_in(line)
        if len(names) == 1:
            before, after = re.split(_SLOT, line)[::2]
            lines += [f"{before}{each}{after}" for each in said.get(names[0], ())]
        elif not names or any(said.get(name) for name in names):
            lines.append(re.sub(_SLOT, lambda slot: "; ".join(said.get(slot[1], ())), line))
    return "\n".join(lines)
