"""Where review and recount disagreed, or still do: the smallest log that shows it, and the text that decides."""

from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.judged.made import NOW, Made, entry, in_zone, tables_of, write
from tests.judged.reading import as_json, lengths, live_in, numbers, parts, review
from tests.judged.recount import Asked, Recount
from tests.judged.recount_threads import threads

ZONE = "Europe/Berlin"
RNG = Random(5)


def on(month: int, day: int, kind: str | None = "good", hour: int = 12, **fields: Any) -> dict[str, Any]:
    return entry(RNG, in_zone(ZONE, 2026, month, day, hour), kind, **fields)


def kept(*entries: dict[str, Any]) -> Made:
    return tables_of(entries=list(entries))


def lines(folder: Path, part: str, made: Made, *words: str) -> list[str]:
    return parts(review(write(folder, made), *words, "--part", part), [part])[part]


def test_the_average_holds_the_days_before_the_period(tmp_path: Path) -> None:
    """README: “the simple moving average over the 28 days that end with the day”."""
    made = kept(on(10, 20, strength=8), *(on(11, 1 + day, strength=2) for day in range(5)))
    asked = Asked(date(2026, 11, 1), date(2026, 11, 22), ZONE, NOW)
    found = [each["average"] for each in as_json(write(tmp_path, made), asked)["strength"]["points"]]
    assert found == [pytest.approx(average, abs=0.00501) for *_, average in Recount(made, asked).strength["points"]]


def test_a_week_that_is_cut_is_not_said_to_be_empty(tmp_path: Path) -> None:
    """“2026-W46, 9 to 15 Nov: nothing noted” stands there, and something was noted on the 10th."""
    told = lines(tmp_path, "kinds", kept(on(11, 10), on(11, 17)), "--since", "2026-11-12")
    assert not any("9 to 15 Nov: nothing noted" in line for line in told), told


def test_a_look_at_one_person_tells_no_pattern_with_another(tmp_path: Path) -> None:
    """PRODUCT §7: “several bonds are kept apart”; with A it is a pattern of four, and of one here."""
    days = [on(9, 1 + 7 * week, "not-heard", miss="shrink", miss_by="them", person="A.") for week in range(4)]
    days[0]["person"] = "A., Mum"
    assert not any("with A" in line for line in lines(tmp_path, "patterns", kept(*days), "--person", "Mum"))


def test_an_entry_without_a_person_is_nobodys_where_the_log_knows_two(tmp_path: Path) -> None:
    """The same three misses are “with A” from 28 October on, and “by them” alone from 1 October on."""
    missed: dict[str, Any] = {"miss": "shrink", "miss_by": "them"}
    made = kept(
        on(10, 1, person="Mum"), on(11, 1, "not-heard", person="A.", **missed), on(11, 8, "not-heard", **missed)
    )
    near, far = (lines(tmp_path, "patterns", made, "--since", f"2026-10-{day}")[1] for day in ("28", "01"))
    assert ("with A: 2 entries" in near) == ("with A: 2 entries" in far), (near, far)


def test_threads_with_a_miss_and_a_repair_are_all_counted(tmp_path: Path) -> None:
    made = []
    for day in (1, 2, 3):
        rupture = on(9, day, "heated")
        miss = on(9, day, hour=13, answers=rupture["id"], miss="shrink", miss_by="me")
        made += [rupture, miss, on(9, day, hour=14, answers=rupture["id"], repairs=["sorry"])]
    told = lines(tmp_path, "repairs", kept(*made))
    assert not any("none so far" in line and "begin" not in line for line in told), told


def test_what_was_half_mended_before_it_was_let_go_was_repaired(tmp_path: Path) -> None:
    """The rule on the screen: “it *was* half mended or bridged”, whatever was noted later."""
    ruptures = [on(9, 1 + 7 * week, "not-heard", miss="shrink", miss_by="them") for week in range(4)]
    half = [on(9, 2 + 7 * week, answers=ruptures[week]["id"], mended="half") for week in range(2)]
    gone = [on(9, 3 + 7 * week, answers=ruptures[week]["id"], mended="let-go") for week in range(2)]
    rule, told = lines(tmp_path, "patterns", kept(*ruptures, *half, *gone))
    assert "it was half mended" in rule
    assert "2 of the 4 were repaired" in told


def test_the_clock_where_you_were_is_not_claimed(tmp_path: Path) -> None:
    """Ten times noted at 20:00 in Berlin, looked at in New York: “by the clock where you were” it was not 14:00."""
    live_in("America/New_York")
    told = lines(tmp_path, "hours", kept(*(on(11, 3, hour=20) for _ in range(10))))[0]
    assert "from 14:00" in told
    assert "where you were" not in told


def test_the_range_says_that_open_pauses_count(tmp_path: Path) -> None:
    """“It needs 5 pauses that ended … Left out: pauses that … still run”: this one neither ended nor is left out."""
    base = {"planned": "PT1800S", "due": "2026-11-10T11:30:00Z", "started_at": "2026-11-10T11:00:00Z"}
    pauses = [{**base, "id": f"{n:032x}", "outcome": "kept", "ended_at": base["due"]} for n in range(4)]
    told = lines(tmp_path, "promises", tables_of(pauses=[*pauses, {**base, "id": "f" * 32}]))
    assert numbers(told[0])[:2] != [4, 5] or any(" open" in line for line in told), told


def test_the_log_begins_with_its_first_entry(tmp_path: Path) -> None:
    """“Since the log, or this period, began you looked at 1 of 3 days”: it began 22 days ago."""
    told = lines(tmp_path, "days", kept(on(11, 1, hidden=True), on(11, 20)))
    assert numbers(told[1])[:2] in ([1, 22], [2, 22]), told


def test_more_misses_are_no_more_than_there_are(tmp_path: Path) -> None:
    """One entry by both of you, with two persons: “3 more misses”, and one was noted."""
    told = lines(tmp_path, "patterns", kept(on(11, 1, "heated", miss="fix", miss_by="both", person="A., Mum")))
    assert not any("3 more misses" in line for line in told), told


def test_json_has_the_shape_that_is_documented(tmp_path: Path) -> None:
    made = kept(on(11, 1, "heated", miss="fix", miss_by="them"))
    found = as_json(write(tmp_path, made), Asked(date(2026, 11, 1), date(2026, 11, 22), ZONE, NOW))
    assert found["patterns"][0]["verdict"] == "too-early"
    assert all(isinstance(row["said"], str) for part in found["parts"] for row in part["told"])


def test_two_words_that_stood_together_are_told_apart(tmp_path: Path) -> None:
    """“calm” and “calm”: 3 entries."""
    told = lines(tmp_path, "together", kept(*(on(11, day, need="calm", feelings=["calm"]) for day in (1, 2, 3))))
    assert not any("“calm” and “calm”" in line for line in told), told


def test_a_reply_that_no_list_holds_is_no_miss(tmp_path: Path) -> None:
    """An id of a newer Companion: it may have landed. Only missed, away and against are known to miss."""
    told = lines(tmp_path, "misses", kept(on(11, 1, reached_by="me", reply="from-a-newer-list")))
    assert not any("1 of 1 missed" in line for line in told), told


def test_a_look_at_one_person_says_so(tmp_path: Path) -> None:
    """PRODUCT §7: “several bonds are kept apart”; these five pauses may all have been with somebody else."""
    start, due = "2026-11-10T11:00:00Z", "2026-11-10T11:30:00Z"
    pauses = [{"started_at": start, "due": due, "planned": "PT1800S", "ended_at": due, "outcome": "kept"}] * 5
    made = tables_of(
        entries=[on(11, 1, person="Mum")], pauses=[{**each, "id": f"{n:032x}"} for n, each in enumerate(pauses)]
    )
    printed = review(write(tmp_path, made), "--person", "Mum", "--part", "promises")
    assert "with M" in printed.splitlines()[0]
    assert "whoever" in printed or "5 of 5 pauses" not in printed


def test_a_bridge_that_came_twice_is_told_from_the_first(tmp_path: Path) -> None:
    """Bridged, half mended, bridged again: “until it was bridged” is the first time. Agreed, and kept so."""
    made = []
    for day in (1, 5, 9):
        rupture = on(11, day, "heated")
        said = (("bridged", 13), ("half", 15), ("bridged", 23))
        made += [rupture, *(on(11, day, hour=hour, answers=rupture["id"], mended=how) for how, hour in said)]
    told = lines(tmp_path, "mending", kept(*made))[0]
    assert {length.total_seconds() for length in lengths(told)} == {3600}


def test_hiding_the_answer_opens_no_rupture_again(tmp_path: Path) -> None:
    """`log threads` says “Bridged”; review said that 1 of 1 rupture is open, and that the miss was not repaired."""
    rupture = on(11, 20, "not-heard", miss="shrink", miss_by="them")
    made = kept(rupture, on(11, 21, "repair", answers=rupture["id"], mended="bridged", hidden=True))
    assert "0 of 1 rupture is open." in lines(tmp_path, "mending", made)
    assert any("it was repaired" in line for line in lines(tmp_path, "patterns", made))
    (thread,) = threads(Recount(made, Asked(date(2026, 11, 1), date(2026, 11, 22), ZONE, NOW)))
    assert (thread.mended, thread.is_open) == ("bridged", False)
