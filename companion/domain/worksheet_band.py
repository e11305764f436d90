"""Bands: words for a range of answers. They say what may help, and count no total."""

from collections.abc import Mapping, Sequence

from companion.catalogue import _
from companion.domain.content import Content, check_links
from companion.domain.field import COUNTED, Field, FieldKind

_SCALE_ENDS = 2


class When(Content, frozen=True, kw_only=True):
    """How many answers are so. Without any key it holds for whatever is answered."""

    answer: str | int | None = None
    """One of the choices; of scales a number, or a range such as `0-3`; None for any answer."""
    fields: tuple[str, ...] = ()
    """Which fields are counted; every choice, ticks and scale if none is named."""
    least: int | None = None
    """At least so many."""
    most: int | None = None
    """At most so many."""

    def holds(self, fields: Sequence[Field], answers: Mapping[str, str]) -> bool:
        """Return whether the answers are so."""
        count = sum(
            self._fits(field, line)
            for field in self.counted(fields)
            for line in answers.get(field.id, "").splitlines()
            if line.strip()
        )
        return (self.least is None or count >= self.least) and (self.most is None or count <= self.most)

    def counted(self, fields: Sequence[Field]) -> list[Field]:
        """Return the fields that it counts."""
        return [field for field in fields if field.kind in COUNTED and (not self.fields or field.id in self.fields)]

    def _fits(self, field: Field, line: str) -> bool:
        if self.answer is None:
            return True
        if field.kind is FieldKind.SCALE:
            low, high = _range(str(self.answer)) or (-1, -1)
            return line.strip().isdecimal() and low <= int(line) <= high
        return line.strip() == str(self.answer)

    def check(self, key: str, fields: Sequence[Field]) -> None:
        """Raise ValueError, naming the key, if it speaks of what the fields do not have."""
        counted = self.counted(fields)
        if unknown := set(self.fields) - {field.id for field in counted}:
            kinds = ", ".join(COUNTED)
            raise ValueError(
                _(
                    "{key}, fields: expected fields of kind {kinds}, got “{field}”",
                    key=key,
                    kinds=kinds,
                    field=min(unknown),
                )
            )
        if self.answer is None:
            return
        offered = {choice for field in counted for choice in field.choices}
        is_scale = any(field.kind is FieldKind.SCALE for field in counted)
        if self.answer not in offered and not (is_scale and _range(str(self.answer))):
            known = ", ".join([*sorted(offered), *([_("a number"), _("a range such as 0-3")] if is_scale else [])])
            raise ValueError(
                _("{key}, answer: expected one of {known}, got “{answer}”", key=key, known=known, answer=self.answer)
            )


class Band(Content, frozen=True, kw_only=True):
    """Words that are said when the answers are so."""

    when: When
    say: str
    next: tuple[str, ...] = ()
    """Links that go with the words."""

    def check(self, key: str, fields: Sequence[Field]) -> None:
        """Raise ValueError, naming the key, if it speaks of what is not there."""
        self.when.check(_("{key}, when", key=key), fields)
        if not self.when.counted(fields):
            raise ValueError(
                _("{key}, when: expected at least one field of kind {kinds}", key=key, kinds=", ".join(COUNTED))
            )
        check_links(_("{key}, next", key=key), *self.next)


def band_of(bands: Sequence[Band], fields: Sequence[Field], answers: Mapping[str, str]) -> Band | None:
    """Return the first band that holds; None if none does, or if not all that it counts is answered."""
    if unanswered(bands, fields, answers):
        return None
    return next((band for band in bands if band.when.holds(fields, answers)), None)


def unanswered(bands: Sequence[Band], fields: Sequence[Field], answers: Mapping[str, str]) -> int:
    """Return how many fields that the bands count are not answered; no tick at all is an answer too."""
    counted = {field.id for band in bands for field in band.when.counted(fields) if field.kind is not FieldKind.TICKS}
    return sum(not answers.get(field_id, "").strip() for field_id in counted)


def _range(said: str) -> tuple[int, int] | None:
    ends = [end.strip() for end in said.split("-")]
    if len(ends) > _SCALE_ENDS or not all(end.isdecimal() and int(end) <= 10 for end in ends):
        return None
    low, high = int(ends[0]), int(ends[-1])
    return (low, high) if low <= high else None
