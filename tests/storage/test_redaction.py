"""An export without words: times, kinds and strengths stay, and nothing of the person's own."""

from datetime import date, time

from companion.domain.binned import bin_entry
from companion.domain.bookmark import Bookmark
from companion.domain.context_note import ContextNote
from companion.domain.entry import Entry
from companion.domain.filling import Answers
from companion.domain.held import HeldMessage
from companion.domain.highlight import Highlight
from companion.domain.pause import Pause
from companion.domain.practice import Practice
from companion.domain.reading import Reading
from companion.domain.saved_filter import SavedFilter
from companion.domain.script import Favourite, OwnScript
from companion.domain.unkept import Unkept
from companion.domain.week_time import TimeKind, WeekTime
from companion.storage.exchange.export_file import as_json, choose, movable
from companion.storage.exchange.redaction import Redaction
from companion.storage.library import Library
from companion.storage.records import RECORDS
from companion.storage.store import Store
from tests.storage.examples import DAY, NOW, lived_in


def test_redacted_no_word_of_the_persons_own_is_left_and_times_kinds_and_strengths_are(
    store: Store, library: Library
) -> None:
    lived_in(store)
    store.take(
        [("entries", "0" * 32, {"at": "2026-11-23T08:00:00Z", "note": "x", "kind": "Kim", "context": ["Kim", "work"]})]
    )
    tables = movable(store.tables())
    redacted = Redaction(tables, library.vocabulary, library.names).of(tables)
    said = as_json(redacted, redacted=True).decode().lower()
    for word in (
        "kim",
        "felt",
        "not now",
        "balcony",
        "money",
        "back at",
        "here",
        "sorry",
        "walk",
        "hour",
        "flying",
        "rain",
    ):
        assert word not in said
    assert redacted["entries"]["a" * 32]["person"] == redacted["entries"]["b" * 32]["person"] == "P1"
    assert redacted["entries"]["b" * 32]["strength"] == 7
    assert redacted["entries"]["a" * 32]["kind"] == "heated"
    assert redacted["entries"]["0" * 32]["context"] == ("work",)
    assert redacted["pauses"]["c" * 32]["strength_before"] == 8
    assert "dreams" not in redacted


def test_a_person_keeps_their_number_when_there_is_more_in_the_log(store: Store, library: Library) -> None:
    for number, person in enumerate(["Sam", "Kim", "Alex"]):
        store.entries.keep(Entry(at=NOW + number * DAY, note="x", person=person))
    tables = movable(store.tables())
    part = choose(tables, since=date(2026, 11, 24))
    (entry,) = Redaction(tables, library.vocabulary, library.names).of(part)["entries"].values()
    assert entry["person"] == "P3"


def test_every_collection_of_the_store_can_be_exported_and_has_a_rule_for_redaction(
    store: Store, library: Library
) -> None:
    assert set(store.collections) == set(RECORDS)
    length = DAY / 48
    store.entries.keep(Entry(at=NOW, note="x"))
    store.pauses.begin(Pause(started_at=NOW, due=NOW + length, planned=length))
    store.worksheets.keep(Answers(filled_at=NOW))
    store.scripts.keep(OwnScript(text="x"))
    store.reading.keep(Reading(read_at=NOW))
    for link in ("articles/asking-kindly", "own/my own words"):
        store.bookmarks.keep(Bookmark(link=link, words="my own words", made_at=NOW))
    marked = "my own words, and around them my own words"
    store.highlights.keep(Highlight(link="own/x", words=marked, before=marked, after=marked, note=marked, made_at=NOW))
    store.held.keep(HeldMessage(text="x", written_at=NOW, open_at=NOW))
    store.practices.keep(Practice(slug="long-sigh", done_at=NOW, lines=("my own words",)))
    store.favourites.keep(Favourite(script="leave-default"))
    store.favourites.keep(Favourite(script="exercises/long-sigh"))
    store.favourites.keep(Favourite(script="my own words: ring my sister"))
    store.context_notes.keep(ContextNote(what="my own words", since=NOW.date()))
    store.filters.keep(SavedFilter(name="my own words", query="my own words"))
    store.bin.keep(bin_entry(Entry(at=NOW, note="my own words"), NOW))
    planned = WeekTime(kind=TimeKind.QUIET, day=NOW.date(), at=time(20), length=length, note="my own words")
    store.week_times.keep(planned)
    for time_id in (planned.id, "my own words"):
        store.pauses.keep(Pause(started_at=NOW, due=NOW + length, planned=length, week_time=time_id))
    store.unkept.keep(Unkept(id="line:log", written_at=NOW, fields={"note": "my own words"}))
    store.worksheets.keep(Answers(worksheet="my own words", filled_at=NOW))
    tables = movable(store.tables())
    redacted = Redaction(tables, library.vocabulary, library.names).of(tables)
    assert set(redacted) == set(RECORDS)
    assert "my own words" not in str(redacted)
    assert {mark["script"] for mark in redacted["favourites"].values()} == {"leave-default", "exercises/long-sigh", "…"}
    assert {mark["link"] for mark in redacted["bookmarks"].values()} == {"articles/asking-kindly", "own/…"}
    (week_time,) = redacted["week_times"].values()
    assert (week_time["kind"], week_time["length"], week_time["note"]) == ("quiet", "PT1800S", "…")
    assert {pause.get("week_time") for pause in redacted["pauses"].values()} == {None, planned.id}


def test_the_names_of_own_texts_are_left_out_wherever_they_stand(store: Store, library: Library) -> None:
    for id in ("own/Leaving Kim", "own/Kim again", "asking-kindly"):
        store.reading.keep(Reading(id=id, read_at=NOW))
    store.reading.forget("own/Kim again")
    tables = movable(store.tables())
    redacted = Redaction(tables, library.vocabulary, library.names).of(tables)
    said = as_json(redacted, redacted=True).decode()
    assert "Kim" not in said
    assert "asking-kindly" in said
