"""What jrnl and Daylio export: read as they write it, bad rows by their lines, the same ids each time."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from companion.domain.entry import Entry
from companion.domain.foreign import WordMap, tally, to_entry
from companion.storage.exchange.incoming import recognise
from companion.storage.exchange.rows import Rows
from companion.storage.library import Library
from tests.conftest import HOSTILE

JRNL: dict[str, Any] = {
    "tags": {"@kim": 2, "@work": 1},
    "entries": [
        {
            "title": "Dinner with @Kim.", "body": "We laughed.\n\nThen @work called.",
            "date": "2026-11-20", "time": "18:30", "tags": ["@kim", "@work"], "starred": False,
        },
        {"title": "Alone", "body": "", "date": "2026-11-21", "time": "09:00", "tags": [], "starred": True},
    ],
}  # fmt: skip

DAYLIO = (
    "\ufefffull_date,date,weekday,time,mood,activities,scales,note_title,note\n"
    '2026-11-21,November 21,Saturday,22:00,rad,"work | movies / tv | tired","Energy:\u00a07 | Calm:\u00a03",'
    '"A title","We laughed.<br>Then &amp; <b>now</b>, I <3 it"\n'
    '2026-11-20,20. November,Freitag,"10:00\u202fpm",meh,"","","","He said ""no""\nand left"\n'
    '2026-11-19,19 November,Thursday,9.05 am,awful,grief,"","",""\n'
)


def rows_of(data: str | dict[str, Any]) -> Rows:
    """Return what a file holds."""
    found = recognise((json.dumps(data, indent=2) if isinstance(data, dict) else data).encode())
    assert found.rows is not None
    return found.rows


def entries_of(data: str | dict[str, Any], library: Library, *told: str) -> list[Entry]:
    """Return the entries that a file becomes."""
    words = WordMap(library.vocabulary, told)
    rows = rows_of(data)
    words.check(rows.rows)
    return [to_entry(row, words) for row in rows.rows]


def test_jrnl_comes_with_its_words_in_order_and_local_time(library: Library) -> None:
    dinner, alone = entries_of(JRNL, library)
    assert dinner.note == "Dinner with @Kim.\nWe laughed.\n\nThen @work called."
    assert dinner.at == datetime(2026, 11, 20, 17, 30, tzinfo=UTC)
    assert (dinner.context, dinner.kind, dinner.strength) == (("work",), None, None)
    assert alone.note == "Alone\nTags: starred"


def test_a_tag_can_be_a_person_or_left_out(library: Library) -> None:
    dinner, alone = entries_of(JRNL, library, "kim=person:K.", "@work=nothing", "Starred=kind:good")
    assert (dinner.person, dinner.context) == ("K.", ())
    assert (alone.kind, alone.note) == ("good", "Alone")


def test_one_file_an_entry_and_a_journal_of_day_one_are_read_too(library: Library) -> None:
    one = JRNL["entries"][0] | {"uuid": "4BB1F46946AD439996C9B59DE7C4DDC1", "creator": {"host_name": "mac"}}
    (entry,) = entries_of(one, library)
    assert entry == entries_of(JRNL, library)[0]


def test_bad_rows_of_jrnl_are_named_by_their_lines() -> None:
    entries = [*JRNL["entries"], {"title": 7, "date": "2026-01-01"}, {"title": "x", "date": "2026-13-01"}, "text"]
    text = json.dumps({"tags": {"@entries": 1}, "entries": entries}, indent=2)
    found = rows_of(text)
    lines = text.splitlines()
    assert [row.line for row in found.rows] == [lines.index("    {") + 1, 17]
    assert [bad.line for bad in found.bad] == [
        lines.index('      "title": 7,'),
        lines.index('      "date": "2026-13-01"') - 1,
        lines.index('    "text"') + 1,
    ]
    assert str(found.bad[0]) == f"line {found.bad[0].line}: title: expected str, got int"
    assert "“2026-13-01 00:00” is not a time" in str(found.bad[1])


def test_daylio_comes_with_its_breaks_quotes_and_clocks(library: Library) -> None:
    rad, meh, awful = entries_of(DAYLIO, library)
    assert rad.note == (
        "A title\nWe laughed.\nThen & now, I <3 it\nMood: rad\nActivities: movies / tv\nScales: Energy: 7 | Calm: 3"
    )
    assert (rad.context, rad.feelings, rad.kind) == (("work",), ("tired",), "good")
    assert meh.note == 'He said "no"\nand left\nMood: meh'
    assert meh.at == datetime(2026, 11, 20, 21, 0, tzinfo=UTC)
    assert (awful.context, awful.note) == (("low mood", "grief"), "Mood: awful")
    assert awful.at == datetime(2026, 11, 19, 8, 5, tzinfo=UTC)


def test_no_mood_becomes_a_strength_unasked_or_asked(library: Library) -> None:
    assert all(entry.strength is None for entry in entries_of(DAYLIO, library))
    with pytest.raises(ValueError, match="no place for a word"):
        WordMap(library.vocabulary, ["rad=strength:9"])


def test_an_old_export_of_daylio_has_fewer_columns(library: Library) -> None:
    header = "full_date,date,weekday,time,mood,activities,note_title,note"
    (entry,) = entries_of(f"{header}\n2021-09-28,28 September,Tuesday,10:00 pm,sad ,,,\n", library)
    assert (entry.note, entry.kind) == ("Mood: sad", None)


def test_a_spreadsheet_may_have_put_semicolons(library: Library) -> None:
    assert len(entries_of("full_date;time;mood;activities;note\n2021-09-28;22:00;good;;x\n", library)) == 1


def test_bad_rows_of_daylio_are_named_by_their_lines() -> None:
    found = rows_of(
        "full_date,time,mood,activities,note\n"
        '2026-01-01,20:00,good,,"two\nlines"\n'
        "2026-01-02,25:00,good,,\n"
        "\n"
        "2026-01-03,13:00 pm,good,,\n"
        "2026-01-04,20:00,good\n"
        "2026-01-05,20:00,,,\n"
        "2026-01-06,20:00,ok,,\n"
    )
    assert [row.line for row in found.rows] == [2, 9]
    assert [str(bad) for bad in found.bad] == [
        "line 4: “2026-01-02 25:00” is not a time",
        "line 6: “2026-01-03 13:00 pm” is not a time",
        "line 7: it has 3 columns, not 5",
        "line 8: it holds no words",
    ]


def test_the_same_row_has_the_same_id_whatever_the_mapping_and_another_row_another(library: Library) -> None:
    plain, mapped = (
        entries_of(DAYLIO, library),
        entries_of(DAYLIO, library, "rad=nothing", "movies / tv=context:travel"),
    )
    assert [entry.id for entry in plain] == [entry.id for entry in mapped]
    assert plain != mapped
    twelve_hours = DAYLIO.replace(",22:00,", ",10:00 PM,")
    assert [entry.id for entry in entries_of(twelve_hours, library)] == [entry.id for entry in plain]
    assert len({entry.id for entry in [*plain, *entries_of(JRNL, library)]}) == 5
    for_ever = "7b274c1bf971590b9460ce6d627da18e"  # with another one, everything would come twice
    assert entries_of(JRNL, library)[0].id == for_ever


def test_a_fourth_feeling_and_a_second_kind_stay_in_the_note(library: Library) -> None:
    row = "full_date,time,mood,activities,note\n2026-01-01,20:00,rad,tired | hurt | calm | torn | fight,\n"
    (entry,) = entries_of(row, library, "fight=kind:heated")
    assert (entry.kind, entry.feelings) == ("good", ("tired", "hurt", "calm"))
    assert entry.note == "Mood: rad\nActivities: torn, fight"


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("work", "is not FROM=TO"),
        ("=context:work", "is not FROM=TO"),
        ("work=context:worc", "“worc” is not a context in the list. Try work"),
        ("work=kind:great", "“great” is not a kind"),
        ("work=diary:x", "no place for a word"),
        ("work=person:", "no place for a word"),
        ("worc=nothing", "No tag or mood there is “worc”. There are: work"),
    ],
)
def test_a_mapping_that_leads_nowhere_says_what_to_write(told: str, said: str, library: Library) -> None:
    with pytest.raises(ValueError, match=said):
        entries_of(DAYLIO, library, told)


def test_the_tally_says_what_becomes_of_each_word_the_most_frequent_first(library: Library) -> None:
    counted = tally(rows_of(JRNL).rows, WordMap(library.vocabulary))
    assert counted == {
        ("@kim", "stays in the note"): 1,
        ("@work", "context: work"): 1,
        ("starred", "stays in the note"): 1,
    }


def test_words_stay_as_they_were_typed(library: Library) -> None:
    (entry,) = entries_of({"entries": [{"title": HOSTILE, "body": "", "date": "2026-01-01"}]}, library)
    assert entry.note == HOSTILE
