"""What a file of another journal holds: the rows that could be read, and the ones that could not."""

import re
from dataclasses import dataclass, field

from companion.catalogue import _
from companion.domain.foreign import ForeignRow

_WHERE = re.compile(r"^(?P<what>.*?)(?: - at `\$\.?(?P<where>[^`]*)`)?$", re.DOTALL)


@dataclass(frozen=True)
class Bad:
    """A row, or a record, that could not be read."""

    line: int
    """Where it begins in the file, from 1; 0 if that is not known."""
    why: str
    what: str = ""
    """Which record, where a line says too little."""

    def __str__(self) -> str:
        where = ", ".join(filter(None, (_("line {line}", line=self.line) if self.line else "", self.what)))
        return f"{where}: {self.why}"


@dataclass
class Rows:
    """The rows of one file."""

    source: str
    """The name of the journal that wrote it."""
    rows: list[ForeignRow] = field(default_factory=list)
    bad: list[Bad] = field(default_factory=list)


def reason(error: ValueError) -> str:
    """Return what is wrong in plain words, where msgspec says it: `time: expected str, got int`."""
    found = _WHERE.match(str(error))
    what, where = (found["what"], found["where"]) if found else (str(error), None)
    what = what.replace("`", "").rstrip(".")
    return f"{where}: {what[:1].lower()}{what[1:]}" if where else what
