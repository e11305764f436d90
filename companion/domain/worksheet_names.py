"""The persons of a filling, said as they are in the log: by the shortest form that is clear, or by whole names."""

import msgspec

from companion.domain.field import FieldKind
from companion.domain.filling import Answers
from companion.domain.person import Names
from companion.domain.worksheet import Worksheet

SHORT_NAMES = "Persons stand by their initials."
"""Said of a card that goes out so."""
WHOLE_NAMES = "Persons stand with their whole names."
_NAMING = (FieldKind.PEOPLE, FieldKind.ENTRIES)


def is_naming(worksheet: Worksheet, answers: Answers) -> bool:
    """Return whether a filling may name somebody: in a field of people, or by an entry that it links to."""
    return any(answers.lines(field.id) for field in worksheet.fields if field.kind in _NAMING)


def named(worksheet: Worksheet, answers: Answers, names: Names) -> Answers:
    """Return a filling to look at, its people called as names says; what is kept stays as it was written."""
    people = [field.id for field in worksheet.fields if field.kind is FieldKind.PEOPLE]
    said = {name: "\n".join(map(names.say, answers.lines(name))) for name in people if answers.lines(name)}
    return msgspec.structs.replace(answers, answers={**answers.answers, **said}) if said else answers
