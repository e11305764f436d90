"""What the fields of an entry offer to choose from."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import msgspec

from companion.catalogue import _
from companion.domain.entry import FIELDS, EntryField, Fill, Who
from companion.domain.vocabulary import Vocabulary, Word, WordGroup
from companion.ui.rows import Row

CHOSEN = tuple(field for field in FIELDS if field.fill in (Fill.WORD, Fill.CHOICE, Fill.WHO, Fill.ENTRY))
"""The fields that are chosen in a dialog."""

PERSON, MOMENT, NOTE, HIDDEN = "person", "at", "note", "hidden"
"""Fields that the form treats in their own way."""

GROUPS = (
    ("", (NOTE, "kind", "strength", MOMENT, PERSON, "feelings")),
    (_("In me"), ("need", "body")),
    (_("How it was met"), ("quote", "miss", "miss_by")),
    (_("Mending"), ("answers", "repairs", "result", "mended")),
    (_("Reaching out"), ("reached_by", "offer", "reply")),
    (_("Around it"), ("context", HIDDEN)),
)
"""All fields of the form under their headings, the most used first."""

NONE_OF_THESE = Row(_("None of these"), "")
"""The row that empties a field; it stands last."""

_BY = {
    Who.ME: _("Me"),
    Who.THEM: _("Them"),
    Who.BOTH: _("Both of us"),
    Who.NONE: _("Nobody; it landed"),
}


@dataclass(frozen=True)
class Offer:
    """A field and the rows it offers."""

    field: EntryField
    rows: tuple[Row, ...]
    """A row's id is what is kept. None for another entry: those are read when one asks."""

    def say(self, values: Sequence[str]) -> str:
        """Say the values by their labels; one that is not on the list any more is said as it is."""
        labels = {row.id: row.text for row in self.rows}
        return " · ".join(labels.get(value, value) for value in values)

    def offered(self, roomy: bool) -> list[Row]:
        """Return the rows for a dialog; their explanations only where there is room for them."""
        return [row if roomy else msgspec.structs.replace(row, help="") for row in self.rows]


def offers(vocabulary: Vocabulary) -> dict[str, Offer]:
    """Return what each field that is chosen offers, by the field's name."""
    return {
        field.name: Offer(field, _who(field) if field.fill is Fill.WHO else _rows(vocabulary.listed(field)))
        for field in CHOSEN
    }


def _who(field: EntryField) -> tuple[Row, ...]:
    """Return a row for everybody that a field can name; that nobody did is said of a reply only."""
    return tuple(Row(label, who) for who, label in _BY.items() if who is not Who.NONE or field.name == "miss_by")


def _rows(listed: Iterable[WordGroup | Word | str]) -> tuple[Row, ...]:
    """Return a row for each word, and the headings of groups."""
    rows: list[Row] = []
    for each in listed:
        match each:
            case WordGroup():
                rows += [Row(""), Row(each.label)] if rows else [Row(each.label)]
                rows += [Row(word, word, help=each.meanings.get(word, "")) for word in each.words]
            case Word():
                rows.append(Row(each.label, each.id, help=each.help))
            case _:
                rows.append(Row(each, each))
    return tuple(rows)
