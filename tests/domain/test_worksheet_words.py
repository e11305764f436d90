"""What is said of a filling: bands, safety, beside the one before, seals, rest, and its days."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from companion.domain.entry import Entry
from companion.domain.field import Field, FieldKind
from companion.domain.filling import Answers
from companion.domain.worksheet import Worksheet
from companion.domain.worksheet_band import Band, When
from companion.domain.worksheet_beside import beside
from companion.domain.worksheet_dated import Why, dated, is_quiet
from companion.domain.worksheet_day import read_day
from companion.domain.worksheet_result import MIRROR, band, endings, is_unsafe, say_band, ways_on
from companion.domain.worksheet_seal import closed_until, is_closed, readable

NOW = datetime(2026, 11, 22, 19, 10, tzinfo=UTC)
TODAY = date(2026, 11, 22)
OFTEN = ("rarely", "sometimes", "often")
LINES = tuple(
    Field(id=f"l{number}", label=f"Line {number}", kind=FieldKind.CHOICE, choices=OFTEN) for number in range(6)
)
BANDS = (
    Band(when=When(answer="often", least=4), say="Some in the tank."),
    Band(when=When(answer="rarely", least=4), say="Worn down.", next=("articles/asking-kindly",)),
    Band(when=When(), say="Lower in places."),
)


def sheet(*fields: Field, **more: Any) -> Worksheet:
    return Worksheet(slug="s", title="S", group="G", why="W", fields=fields, **more)


def filling(days: int = 0, **answers: str) -> Answers:
    return Answers(worksheet="s", answers=answers, filled_at=NOW + timedelta(days=days))


def lines(*said: str) -> Answers:
    answers = {f"l{number}": answer for number, answer in enumerate(said)}
    return Answers(worksheet="s", answers=answers, filled_at=NOW)


TANK = sheet(*LINES, bands=BANDS, keep=False, ends="That is all.", next=("pause",))

# -- bands


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (["often"] * 4 + ["rarely"] * 2, "Some in the tank."),
        (["often"] * 3 + ["rarely"] * 3, "Lower in places."),
        (["rarely"] * 4 + ["often"] * 2, "Worn down."),
        (["rarely"] * 3 + ["sometimes"] * 3, "Lower in places."),
        (["rarely"] * 5, None),
        ([], None),
    ],
)
def test_the_first_band_that_holds_is_said_and_none_before_all_is_answered(said: list[str], words: str | None) -> None:
    found = band(TANK, lines(*said))
    assert (found and found.say) == words


def test_ticks_are_counted_and_none_at_all_is_an_answer() -> None:
    ticks = Field(id="ready", label="R", kind=FieldKind.TICKS, choices=("a", "b", "c", "d"))
    ready = sheet(ticks, bands=(Band(when=When(most=2), say="wait"), Band(when=When(), say="go")))
    said = [band(ready, filling(ready="\n".join("abcd"[:count]))) for count in range(5)]
    assert [each.say for each in said if each] == ["wait", "wait", "wait", "go", "go"]


@pytest.mark.parametrize(("strong", "words"), [("0", "low"), ("3", "low"), ("4", "mid"), ("7", "high"), ("10", "high")])
def test_a_scale_is_counted_by_ranges(strong: str, words: str) -> None:
    scale = Field(id="pull", label="P", kind=FieldKind.SCALE)
    ranges = ((("0-3"), "low"), ("7-10", "high"))
    bands = tuple(Band(when=When(answer=answer, least=1), say=said) for answer, said in ranges)
    found = band(sheet(scale, bands=(*bands, Band(when=When(), say="mid"))), filling(pull=strong))
    assert found is not None
    assert found.say == words


def test_what_is_said_at_the_end_counts_what_is_left_empty() -> None:
    assert say_band(TANK, lines(*["often"] * 6)) == "Some in the tank."
    assert say_band(TANK, lines(*["often"] * 5)).startswith("One line is left empty.")
    assert say_band(TANK, lines(*["often"] * 4)).startswith("2 lines are left empty.")
    assert endings(TANK, lines()) == ["That is all.", MIRROR]
    assert ways_on(TANK, lines(*["rarely"] * 6)) == ["articles/asking-kindly", "pause"]


# -- safety


@pytest.mark.parametrize(("answer", "unsafe"), [("rarely", True), ("", True), ("often", False)])
def test_an_unsafe_answer_says_nothing_but_the_way_to_safety(answer: str, unsafe: bool) -> None:
    week = sheet(*LINES, bands=BANDS, repeat=7, unsafe_if={"l5": ("rarely", "")}, ends="E", next=("pause",))
    said = lines(*["often"] * 5, answer)
    assert is_unsafe(week, said) is unsafe
    if unsafe:
        assert say_band(week, said) == ""
        assert endings(week, said) == []
        assert ways_on(week, said) == ["pages/safety-first"]


def test_one_unsafe_tick_among_others_is_enough() -> None:
    ticks = Field(id="t", label="T", kind=FieldKind.TICKS, choices=("a", "b", "afraid"))
    rows = sheet(ticks, unsafe_if={"t": ("afraid",)})
    assert is_unsafe(rows, filling(t="a\nafraid"))
    assert not is_unsafe(rows, filling(t="a\nb"))


# -- beside the one before


@pytest.mark.parametrize(
    ("kind", "more", "before", "now", "said"),
    [
        (FieldKind.SCALE, {}, "6", "4", "a bit lower than on 15 November: 6, now 4"),
        (FieldKind.SCALE, {}, "6", "3", "lower than on 15 November: 6, now 3"),
        (FieldKind.SCALE, {}, "3", "5", "a bit higher than on 15 November: 3, now 5"),
        (FieldKind.SCALE, {}, "3", "10", "higher than on 15 November: 3, now 10"),
        (FieldKind.SCALE, {}, "3", "3", "the same as on 15 November"),
        (FieldKind.SCALE, {}, "", "3", "left empty on 15 November"),
        (FieldKind.SCALE, {}, "3", "", "on 15 November: 3"),
        (FieldKind.CHOICE, {"choices": OFTEN}, "rarely", "often", "on 15 November: rarely"),
        (FieldKind.LINE, {}, "tea", "rum", "on 15 November: tea"),
        (FieldKind.TEXT, {}, "a\nb", "c", "on 15 November: a, b"),
        (FieldKind.DATE, {}, "2026-12-01", "2026-12-02", "on 15 November: 1 December 2026"),
        (FieldKind.PEOPLE, {}, "S\nMum", "Mum\nDad", "not on 15 November: Dad; on 15 November and not now: S"),
        (FieldKind.TICKS, {"choices": ("a", "b")}, "a", "a\nb", "not on 15 November: b"),
        (FieldKind.ENTRIES, {}, "1", "2", "other entries on 15 November"),
    ],
)
def test_each_field_stands_beside_the_one_before_in_words(
    kind: FieldKind, more: dict[str, Any], before: str, now: str, said: str
) -> None:
    one = sheet(Field(id="f", label="F", kind=kind, **more))
    assert beside(one, filling(f=now), filling(days=-7, f=before)) == {"f": said}


def test_what_is_empty_in_both_is_not_compared() -> None:
    assert beside(TANK, filling(), filling(days=-7)) == {}


def test_a_filling_of_another_year_says_which() -> None:
    one = sheet(Field(id="f", label="F", kind=FieldKind.LINE))
    assert beside(one, filling(f="b"), filling(days=-365, f="a")) == {"f": "on 22 November 2025: a"}


# -- seals and rest

OPENS = Field(id="opens", label="Opens", kind=FieldKind.DATE)
WORDS = Field(id="words", label="Words", kind=FieldKind.TEXT)
OTHER = Field(id="other", label="Other", kind=FieldKind.TEXT)


def test_a_seal_hides_all_or_some_until_its_day() -> None:
    said = filling(opens="2026-11-23", words="w", other="o")
    whole = sheet(OPENS, WORDS, OTHER, seal="opens")
    some = sheet(OPENS, WORDS, OTHER, seal="opens", sealed=("words",))
    assert readable(whole, said, TODAY).answers == {"opens": "2026-11-23"}
    assert readable(some, said, TODAY).answers == {"opens": "2026-11-23", "other": "o"}
    assert is_closed(whole, said, TODAY)
    assert not is_closed(some, said, TODAY)
    for each in (whole, some):
        assert readable(each, said, date(2026, 11, 23)) == said


def test_without_a_day_or_with_one_nobody_can_read_nothing_is_sealed() -> None:
    for opens in ("", "some day"):
        said = filling(opens=opens, words="w")
        assert readable(sheet(OPENS, WORDS, seal="opens"), said, TODAY) == said


def test_it_rests_for_a_day_after_the_last_entry_that_was_so_strong() -> None:
    desk = sheet(WORDS, not_after_strength=8)

    def entry(hours: float, strength: int | None) -> Entry:
        return Entry(at=NOW - timedelta(hours=hours), kind="not-heard", strength=strength)

    assert closed_until(desk, [entry(2, 7), entry(1, None), entry(24, 10), entry(-1, 9)], NOW) is None
    assert closed_until(desk, [entry(20, 8), entry(23.9, 10)], NOW) == NOW + timedelta(hours=4)
    assert closed_until(sheet(WORDS), [entry(0, 10)], NOW) is None


# -- days


def test_what_belongs_to_a_day_is_said_on_it_and_for_a_week() -> None:
    lasting = sheet(WORDS, review=14)
    said = filling(words="w")
    found = [(days, dated([lasting], [said], TODAY + timedelta(days=days))) for days in (13, 14, 20, 21)]
    assert [days for days, each in found if each] == [14, 20]
    assert found[1][1][0].say(TODAY + timedelta(days=14)) == "S · to look at again today"
    assert found[2][1][0].say(TODAY + timedelta(days=20)) == "S · to look at again since 6 December"


def test_of_a_lasting_worksheet_only_the_newest_comes_back_of_several_each() -> None:
    said = [filling(words="old"), filling(days=1, words="new")]
    on = TODAY + timedelta(days=8)
    assert [each.filling.answers["words"] for each in dated([sheet(WORDS, review=7)], said, on)] == ["new"]
    several = dated([sheet(WORDS, review=7, several=True)], said, on)
    assert [each.say(on) for each in several] == [
        "S · to look at again today · new",
        "S · to look at again since 29 November · old",
    ]


def test_a_check_in_is_due_again_once_it_was_kept_twice() -> None:
    week = sheet(WORDS, repeat=7)
    once, twice = [filling(words="a")], [filling(words="a"), filling(days=7, words="b")]
    assert dated([week], once, TODAY + timedelta(days=7)) == []
    assert [each.why for each in dated([week], twice, TODAY + timedelta(days=14))] == [Why.AGAIN]
    assert dated([week], [*twice, filling(days=14, words="c")], TODAY + timedelta(days=14)) == []


@pytest.mark.parametrize(("hour", "quiet"), [(7, True), (8, False), (21, False), (22, True), (0, True)])
def test_the_night_lasts_from_ten_to_eight(hour: int, quiet: bool) -> None:
    moment = datetime(2026, 11, 22, hour, 0).astimezone()
    assert is_quiet(moment, True) is quiet
    assert is_quiet(moment, False) is False


@pytest.mark.parametrize(
    ("words", "ahead", "day"),
    [
        ("tomorrow", True, date(2026, 11, 23)),
        ("in 3 weeks", True, date(2026, 12, 13)),
        ("in a month", True, date(2026, 12, 22)),
        ("2 days ago", False, date(2026, 11, 20)),
        ("friday", True, date(2026, 11, 27)),
        ("friday", False, date(2026, 11, 20)),
        ("sunday", True, date(2026, 11, 29)),
        ("3 march", True, date(2027, 3, 3)),
        ("24.12", True, date(2026, 12, 24)),
        ("24.12.2025", True, date(2025, 12, 24)),
        ("3rd of March", False, date(2026, 3, 3)),
        ("Mar 3, 2030", True, date(2030, 3, 3)),
        ("29 feb", True, date(2028, 2, 29)),
        ("2027-03-01", True, date(2027, 3, 1)),
    ],
)
def test_days_are_read_as_people_say_them(words: str, ahead: bool, day: date) -> None:
    assert read_day(words, TODAY, ahead=ahead) == day


@pytest.mark.parametrize("words", ["", "soon", "31 feb", "2026-02-30", "in 9999 years", "march", "9" * 500, "٣ march"])
def test_what_is_no_day_is_named_with_what_to_type(words: str) -> None:
    with pytest.raises(ValueError, match=r"is not a day\. Say it like"):
        read_day(words, TODAY, ahead=True)
