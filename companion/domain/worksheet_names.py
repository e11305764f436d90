"""The persons of a filling, said as they are in the log: by the shortest form that is clear, or by whole names."""

import msgspec

from companion.catalogue import _
from companion.domain.field import FieldKind
from companion.domain.filling import Answers
from companion.domain.person import Names
from companion.domain.worksheet import Worksheet

SHORT_NAMES = _("Persons stand by their initials.")
"""Said of a card that goes out so."""
WHOLE_NAMES = _("Persons stand with their whole names.")


def is_naming(worksheet: Worksheet, answers: Answers) -> bool:
    """Return whether a filling names somebody whom initials stand for: in a field of people, or by a linked entry."""
    kinds = (FieldKind.ENTRIES,) if worksheet.whole_names else (FieldKind.PEOPLE, FieldKind.ENTRIES)
    return any(answers.lines(field.id) for field in worksheet.fields if field.kind in kinds)


def names_in(worksheet: Worksheet, names: Names, *answers: Answers) -> Names:
    """Return what tells everybody in fillings of a worksheet apart, also from whom names knows already."""
    people = [field.id for field in worksheet.fields if field.kind is FieldKind.PEOPLE]
    there = {line for each in answers for name in people for line in each.lines(name)}
    return msgspec.structs.replace(names, fields=names.fields | there, whole=names.whole or worksheet.whole_names)


def named(worksheet: Worksheet, answers: Answers, names: Names) -> Answers:
    """Return a filling to look at, its people called as names says; what is kept stays as it was written."""
    people = [field.id for field in worksheet.fields if field.kind is FieldKind.PEOPLE and answers.lines(field.id)]
    if not people:
        return answers
    say = names_in(worksheet, names, answers).say
    said = {name: "\n".join(map(say, answers.lines(name))) for name in people}
    return msgspec.structs.replace(answers, answers={**answers.answers, **said})
