"""After a text stands what was noted in the day after it: a list, no claim."""

from datetime import datetime, timedelta
from typing import Any

from companion.domain.entry import Entry
from companion.domain.pause import Pause
from companion.domain.reading import Reading
from companion.domain.review.look_back import Review
from companion.domain.review.section import MOST, Part, Section
from companion.domain.review.sections import section
from tests.domain.review.logs import NOON, VOCABULARY, entry, review

FINISHED = NOON + timedelta(days=9, hours=6)
HOUR = timedelta(hours=1)


def read(*entries: Entry, finished: tuple[datetime, ...] = (FINISHED,), **more: Any) -> Review:
    reading = Reading(id="coming-back-well", read_at=FINISHED, finished=True, finished_at=finished)
    return review(entries, readings=[reading], **more)


def told(found: Review) -> Section:
    return section(Part.READ, found, {"coming-back-well": "Coming back well"})


def after(hours: float, **fields: Any) -> Entry:
    return Entry(at=FINISHED + hours * HOUR, kind="good", **fields)


def test_what_was_noted_within_a_day_is_told_in_its_order() -> None:
    soon = after(3, strength=4)
    pause = Pause(started_at=FINISHED + HOUR, due=FINISHED + 2 * HOUR, planned=HOUR)
    found = told(read(after(25), soon, after(-1), pauses=[pause]))
    (one,) = found.told
    label = VOCABULARY.kind_label("good")
    assert one.said == ("10 January 2026: “Coming back well”", f"Then: a pause of 1 hour; {label}, 4/10.")
    assert one.entries == (soon.id,)
    assert found.said == ("1 text read to the end. Below each stands what was noted in the day after.",)
    assert "doesn't say that one led to the other" in found.how


def test_nothing_read_and_nothing_noted_are_said() -> None:
    elsewhere = read(after(1), finished=(FINISHED - timedelta(days=30),))
    assert told(elsewhere).said == ("No text was read to its end in these days.",)
    assert told(read()).told[0].said[1] == "Then nothing was noted for a day."


def test_a_bond_leaves_out_pauses_which_name_nobody() -> None:
    pause = Pause(started_at=FINISHED + HOUR, due=FINISHED + 2 * HOUR, planned=HOUR)
    (found,) = read(after(1, person="Sam"), after(2), pauses=[pause], person="Sam").after_reading
    assert (found.n, found.pauses) == (1, ())


def test_many_are_counted_and_the_newest_told() -> None:
    found = told(read(entry(0), finished=tuple(FINISHED - hour * HOUR for hour in range(MOST + 3))))
    assert (len(found.told), found.rest) == (MOST, "And 3 more, earlier.")
    assert told(read(*map(after, range(1, 7)))).told[0].said[1].endswith("; and 3 more.")
