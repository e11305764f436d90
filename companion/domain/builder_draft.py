"""A sentence being built: what was said in each part, and the person's own changes to the whole."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from companion.catalogue import _
from companion.domain.builder import Builder
from companion.domain.length import parse_due
from companion.domain.script import OwnScript, fill, unfill
from companion.domain.times import say_clock, say_length

_LONG = 600
"""Letters from which on an edited sentence is taken as it stands: finding its times again would hold up the keys."""

_OWN, _KEPT = "own", "kept"
"""Fields beside those of the parts."""

_GAPS = {"minutes": _("‹how long›"), "back_at": "‹when›"}
"""What stands for a time that is not said yet."""


@dataclass
class Draft:
    """What is typed in a builder. Its times stay slots, so that they are true whenever it is read."""

    builder: Builder
    said: dict[str, str] = field(default_factory=dict)
    """Part to what was typed."""
    own: str = ""
    """The sentence as the person changed it, with slots; empty while it follows the parts."""
    kept: OwnScript | None = None
    """The script that it was kept as."""

    @property
    def text(self) -> str:
        """The sentence as a script, slots unfilled."""
        return self.own or self.builder.text(self.said)

    @property
    def fields(self) -> dict[str, str]:
        """What is typed, field by field, and the id of the script that it was kept as."""
        return {**self.said, _OWN: self.own, _KEPT: self.kept.id if self.kept else ""}

    def put(self, fields: Mapping[str, object], scripts: Callable[[str], OwnScript | None]) -> None:
        """Take the fields as they stood once.

        Args:
            fields: What `fields` gave.
            scripts: Returns the script of an id, if it is kept still.
        """
        self.said = {part.name: str(fields.get(part.name, "")) for part in self.builder.parts}
        self.own = str(fields.get(_OWN, ""))
        self.kept = scripts(str(fields.get(_KEPT, "")))

    @property
    def is_empty(self) -> bool:
        """Whether nothing is typed."""
        return not self.own.strip() and not any(words.strip() for words in self.said.values())

    @property
    def is_unkept(self) -> bool:
        """Whether there is something that would be lost."""
        return not self.is_empty and (self.kept is None or self.kept.text != self.text)

    def due(self, now: datetime) -> datetime | None:
        """Return when one would be back; None if no time was said.

        Raises:
            ValueError: with a sentence, if what was said is no time.
        """
        words = next((self.said.get(part.name, "").strip() for part in self.builder.parts if part.is_time), "")
        return parse_due(words, now) if words else None

    def slots(self, now: datetime) -> dict[str, str]:
        """Return what the times stand for; gaps, as long as they are not understood."""
        try:
            due = self.due(now)
        except ValueError:
            due = None
        if due is None:
            return dict(_GAPS)
        return {"minutes": say_length(due - now), "back_at": say_clock(due, now)}

    def words(self, now: datetime) -> str:
        """Return the sentence as it would be said now."""
        return fill(self.text, self.slots(now))

    def edit(self, words: str, now: datetime) -> None:
        """Take the sentence as the person changed it; a time that stayed as it was stays true."""
        if words != self.words(now):
            self.own = words if len(words) > _LONG else unfill(words, self.text, self.slots(now))

    def script(self) -> OwnScript:
        """Return the sentence as a script of one's own; the one it was kept as before, if it was."""
        if self.kept is None:
            return OwnScript(text=self.text.strip())
        return OwnScript(id=self.kept.id, text=self.text.strip())
