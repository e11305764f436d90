"""How much of each kind of time one wishes for in a week, as a worksheet says it."""

from contextlib import nullcontext
from datetime import UTC, datetime, timedelta

import pytest

from companion.domain.field import Field, FieldKind
from companion.domain.filling import Answers
from companion.domain.week import wishes
from companion.domain.week_time import TimeKind
from companion.domain.week_wish import Wish, check_wish
from companion.domain.worksheet import Where, Worksheet
from companion.resources import LIBRARY
from companion.storage.library import Library

NOW = datetime(2026, 11, 22, 19, 10, tzinfo=UTC)
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
QUIET, _, TOGETHER = TimeKind


@pytest.mark.parametrize(
    ("name", "answer", "others", "said"),
    [
        ("solo_from", "1w 1h", {}, "A week has 168 hours."),
        ("solo_to", "25h", {"solo_from": "26h"}, "From 26 hours up to 25 hours can't be"),
        ("solo_from", "2h", {"solo_to": "90"}, "From 2 hours up to 1 h 30 can't be"),
        ("solo_to", "1w", {"solo_from": "25h", "quiet_from": "200h"}, ""),
        ("solo_is", "a bath", {}, ""),
    ],
)
def test_a_wish_fits_into_a_week_and_its_ends_each_other(
    name: str, answer: str, others: dict[str, str], said: str
) -> None:
    with pytest.raises(ValueError, match=said) if said else nullcontext():
        check_wish(name, answer, others)


def lengths(*names: str, kind: FieldKind = FieldKind.LENGTH) -> tuple[Field, ...]:
    return tuple(Field(id=name, label="L", kind=kind) for name in names)


def sheet(*fields: Field) -> Worksheet:
    return Worksheet(slug="any", title="T", group="G", why="W", fields=fields, wishes_for=Where.WEEK)


def test_any_worksheet_may_say_the_wish_and_what_can_not_be_read_says_nothing() -> None:
    answers = {"quiet_from": "2h", "quiet_to": "4h", "solo_to": "later", "together_from": "30"}
    kept = [Answers(worksheet="any", answers=answers, filled_at=NOW)]
    wished = sheet(*lengths("quiet_from", "quiet_to", "solo_to", "together_from"))
    assert wishes([wished], kept) == {QUIET: Wish(2 * HOUR, 4 * HOUR), TOGETHER: Wish(least=30 * MINUTE)}
    assert wishes([wished], []) == wishes([], kept) == {}


def test_a_worksheet_that_wishes_for_a_week_has_the_fields_for_it() -> None:
    with pytest.raises(
        ValueError, match="wishes_for: expected with some of the fields quiet_from, quiet_to, solo_from"
    ):
        sheet(*lengths("place"))
    with pytest.raises(ValueError, match="wishes_for: expected “solo_to” to be of kind length"):
        sheet(*lengths("solo_to", kind=FieldKind.LINE))


def test_one_that_is_shipped_holds_a_wish_for_each_kind() -> None:
    (wished,) = [each for each in Library(LIBRARY).worksheets.values() if each.wishes_for is Where.WEEK]
    answers = {field.id: "2h" for field in wished.fields if field.kind is FieldKind.LENGTH}
    assert set(wishes([wished], [Answers(worksheet=wished.slug, answers=answers, filled_at=NOW)])) == set(TimeKind)
