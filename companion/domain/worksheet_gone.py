"""Words whose questions are gone: a file that was removed or renamed, or a field that a file no longer has."""

from collections.abc import Container, Iterable, Iterator

import msgspec

from companion.catalogue import _
from companion.domain.field import Field, FieldKind
from companion.domain.filling import Answers
from companion.domain.worksheet import Worksheet

GONE = _("Words of a worksheet that is gone")
"""The heading that such words stand under."""
_WHY = _("Its file is not there any more. What you wrote in it is kept, and can be read, copied and deleted here.")


def gone_worksheets(answers: Iterable[Answers], known: Container[str]) -> dict[str, Worksheet]:
    """Return what stands in for the worksheets that are gone, by slug: their fields are called by their ids.

    Args:
        answers: All fillings.
        known: The slugs of the files that are there, sound or not.
    """
    kept: dict[str, list[Answers]] = {}
    for each in answers:
        if each.of not in known and any(_fields(each)):
            kept.setdefault(each.of, []).append(each)
    return {slug: _stand_in(slug, kept[slug]) for slug in sorted(kept)}


def _stand_in(slug: str, answers: list[Answers]) -> Worksheet:
    found = {field.id: field for each in answers for field in _fields(each)}
    return Worksheet(slug=slug, title=slug, group=GONE, why=_WHY, fields=tuple(found.values()))


def with_gone_fields(worksheet: Worksheet, *answers: Answers) -> Worksheet:
    """Return the worksheet, with a field at its end for each answer whose field its file no longer has."""
    known = {field.id for field in worksheet.fields}
    gone = {field.id: field for each in answers for field in _fields(each) if field.id not in known}
    return msgspec.structs.replace(worksheet, fields=(*worksheet.fields, *gone.values())) if gone else worksheet


def _fields(answers: Answers) -> Iterator[Field]:
    """Yield a field for each answer, called by its id."""
    for name in answers.answers:
        if name.isidentifier() and answers.lines(name):
            yield Field(id=name, kind=FieldKind.TEXT, label=name)
