"""Coming back: the steps in their order, and what each of them leaves in the pause."""

from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from companion.domain.if_then import read_if_then, say_if_then
from companion.domain.pause import Pause, PauseKind
from companion.domain.record import carry_over
from companion.domain.returning import (
    LASTS,
    ReturnStep,
    Speaker,
    Turn,
    beside,
    choose_topic,
    coming_back,
    gather,
    is_coming_back,
    log_note,
    not_ready_text,
    parked,
    rebook,
    stand,
    step_of,
    steps_of,
    take_turn,
    untalked,
)
from companion.domain.script import fill
from companion.domain.slots import pause_slots
from companion.storage.library import Library

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
HALF = timedelta(minutes=30)


def pause(**facts: object) -> Pause:
    times = {"started_at": NOON - HALF, "due": NOON, "planned": HALF}
    return Pause(**times | facts)  # type: ignore[arg-type]


def test_after_a_pause_in_an_argument_there_are_seven_steps() -> None:
    assert [step.value for step in steps_of(PauseKind.TAKING)] == [
        "ready", "message", "topic", "turns", "next", "strength", "log",
    ]  # fmt: skip


@pytest.mark.parametrize("kind", [PauseKind.GIVING, PauseKind.PLANNED])
def test_where_nobody_had_fallen_out_or_it_was_theirs_there_are_three(kind: PauseKind) -> None:
    assert steps_of(kind) == (ReturnStep.MESSAGE, ReturnStep.STRENGTH, ReturnStep.LOG)


def test_after_the_last_step_it_is_done_and_before_the_first_there_is_none() -> None:
    assert beside(PauseKind.GIVING, ReturnStep.LOG, 1) is ReturnStep.DONE
    assert beside(PauseKind.GIVING, ReturnStep.DONE, 1) is ReturnStep.DONE
    assert beside(PauseKind.TAKING, ReturnStep.READY, -1) is ReturnStep.READY
    assert beside(PauseKind.TAKING, ReturnStep.TURNS, -1) is ReturnStep.TOPIC


def test_the_steps_begin_at_the_first_and_stand_where_they_were_left() -> None:
    assert step_of(pause()) is ReturnStep.READY
    assert step_of(pause(kind=PauseKind.GIVING)) is ReturnStep.MESSAGE
    assert step_of(stand(pause(), ReturnStep.TURNS)) is ReturnStep.TURNS


def test_a_step_that_this_kind_does_not_have_is_its_first() -> None:
    assert step_of(stand(pause(kind=PauseKind.GIVING), ReturnStep.TURNS)) is ReturnStep.MESSAGE


def test_the_steps_go_on_for_an_hour_after_the_return() -> None:
    back = stand(pause().come_back(NOON), ReturnStep.TOPIC)
    assert is_coming_back(back, NOON + LASTS - timedelta(seconds=1))
    assert not is_coming_back(back, NOON + LASTS)


def test_a_turn_that_runs_then_may_end() -> None:
    back = take_turn(pause().come_back(NOON), Turn.begin(Speaker.YOU, NOON + LASTS - timedelta(seconds=9)))
    assert is_coming_back(back, NOON + LASTS)
    assert not is_coming_back(back, NOON + LASTS + timedelta(minutes=2))


def test_they_do_not_go_on_before_they_began_nor_once_done_nor_without_a_return() -> None:
    back = pause().come_back(NOON)
    assert not is_coming_back(back, NOON)
    assert not is_coming_back(stand(back, ReturnStep.DONE), NOON)
    assert not is_coming_back(stand(pause().cancel(NOON), ReturnStep.TOPIC), NOON)
    assert not is_coming_back(stand(pause(), ReturnStep.TOPIC), NOON)


def test_a_newer_pause_takes_their_place() -> None:
    back = stand(pause().come_back(NOON), ReturnStep.TOPIC)
    assert coming_back([pause(started_at=NOON - 2 * HALF), back], NOON) is back
    assert coming_back([back, pause(started_at=NOON, due=NOON + HALF)], NOON) is None
    assert coming_back([], NOON) is None


# -- what they leave


def test_one_topic_is_chosen_and_the_others_stay_parked() -> None:
    chosen = choose_topic(pause(topic="the rent", thoughts=("who drives", "the keys")), "the keys")
    assert (chosen.topic, chosen.thoughts) == ("the keys", ("the rent", "who drives"))


def test_a_topic_of_ones_own_parks_all_that_was_there() -> None:
    chosen = choose_topic(pause(topic="the rent", thoughts=("who drives",)), "sleep")
    assert (chosen.topic, chosen.thoughts) == ("sleep", ("the rent", "who drives"))


def test_what_was_parked_twice_is_listed_once() -> None:
    assert parked(pause(topic="the rent", thoughts=("the rent", " ", "who drives"))) == ("the rent", "who drives")


@pytest.mark.parametrize(
    ("when", "will", "said"),
    [
        ("it gets loud", "say our word", "If it gets loud, then I say our word"),
        ("it gets loud", "", "If it gets loud"),
        ("", "say our word", "I say our word"),
        ("", "", ""),
        (" ", "If it rains", "I If it rains"),
    ],
)
def test_a_next_step_is_read_back_as_it_was_written(when: str, will: str, said: str) -> None:
    assert say_if_then(when, will) == said
    assert read_if_then(said) == (when.strip(), will.strip())


@pytest.mark.parametrize(
    ("when", "will", "said"),
    [
        ("If it gets loud", "I stop", "If it gets loud, then I stop"),
        ("it gets loud", "then i stop", "If it gets loud, then I stop"),
        ("it gets loud", "I’ll stop", "If it gets loud, then I stop"),
        ("it gets loud", "I", "If it gets loud"),
        ("iffy", "iron", "If iffy, then I iron"),
    ],
)
def test_a_word_that_stands_there_already_is_not_doubled(when: str, will: str, said: str) -> None:
    assert say_if_then(when, will) == said


@pytest.mark.parametrize("words", ["We'll call on Sunday", "call the landlord", "If it rains, then I ", "I "])
def test_a_next_step_in_other_words_has_no_halves(words: str) -> None:
    assert read_if_then(words) is None


def test_the_note_of_the_entry_has_the_topic_the_rest_and_the_next_step() -> None:
    whole = pause(topic="the keys", thoughts=("the rent", "who drives"), next_step="I ask first")
    assert log_note(whole) == "Topic: the keys · Still parked: the rent; who drives · Next step: I ask first"
    assert log_note(pause()) == ""


def test_what_was_changed_meanwhile_elsewhere_stays() -> None:
    before = pause(topic="the rent")
    told = before.tell(NOON)
    chosen = carry_over(before, choose_topic(before, "sleep"), told)
    assert (chosen.topic, chosen.thoughts, chosen.told_at) == ("sleep", ("the rent",), NOON)


# -- what was parked while it was locked


def test_a_pause_begun_while_it_was_locked_has_what_the_ones_before_it_hold() -> None:
    first = pause(topic="the rent", thoughts=("who drives",), place="the shed")
    second = pause(after=first.id, thoughts=("the keys",))
    third = pause(after=second.id, thoughts=("who drives",))
    whole = gather(third, [third, second, first])
    assert (whole.topic, whole.thoughts, whole.place) == ("the rent", ("who drives", "the keys"), "the shed")
    assert (whole.id, whole.after) == (third.id, second.id)
    assert gather(whole, [whole, second, first]) == whole


def test_what_was_talked_about_does_not_come_back_with_the_next_pause() -> None:
    first = pause(topic="the rent", thoughts=("who drives", "the keys"))
    second = stand(pause(after=first.id, topic="who drives").come_back(NOON), ReturnStep.TURNS)
    second = stand(second, ReturnStep.DONE)
    third = pause(after=second.id)
    whole = gather(third, [first, second, third])
    assert parked(whole) == ("the rent", "the keys")
    assert untalked(stand(first, ReturnStep.DONE)) == ("the rent", "who drives", "the keys")


def test_a_topic_of_its_own_stays_the_topic_and_the_earlier_one_is_parked() -> None:
    first = pause(topic="the rent", thoughts=("the keys",))
    second = pause(after=first.id, topic="the keys", place="the attic")
    whole = gather(second, [first, second])
    assert (whole.topic, whole.thoughts, whole.place) == ("the keys", ("the rent",), "the attic")


def test_a_pause_after_one_that_is_gone_or_after_itself_is_left_as_it_is() -> None:
    alone, odd = pause(after="0" * 32, topic="the rent"), pause(id="1" * 32, after="1" * 32)
    assert gather(alone, [alone, odd]) == alone
    assert gather(odd, [alone, odd]) == odd
    two, one = pause(id="2" * 32, after="1" * 32), pause(id="1" * 32, after="2" * 32, topic="the rent")
    assert gather(two, [two, one]).topic == "the rent"


def test_the_steps_go_on_with_what_the_pause_before_holds() -> None:
    first = pause(topic="the rent").come_back(NOON - HALF)
    back = stand(pause(after=first.id, started_at=NOON - HALF / 2).come_back(NOON), ReturnStep.TOPIC)
    going = coming_back([first, back], NOON)
    assert going is not None
    assert parked(going) == ("the rent",)


# -- turns


def test_a_turn_is_two_minutes_from_when_it_began() -> None:
    turn = Turn.begin(Speaker.YOU, NOON)
    assert turn.left(NOON + timedelta(seconds=50)) == timedelta(seconds=70)
    assert turn.left(NOON + timedelta(hours=9)) == timedelta()


def test_a_clock_that_is_set_back_makes_no_turn_longer() -> None:
    assert Turn.begin(Speaker.YOU, NOON).left(NOON - timedelta(hours=1)) == timedelta(minutes=2)


def test_swapping_gives_the_other_one_all_of_two_minutes() -> None:
    swapped = Turn.begin(Speaker.YOU, NOON).swap(NOON + timedelta(seconds=30))
    assert swapped.speaker is Speaker.THEY
    assert swapped.left(NOON + timedelta(seconds=30)) == timedelta(minutes=2)
    assert swapped.swap(NOON).speaker is Speaker.YOU


# -- not ready


def test_more_time_is_a_pause_of_its_own_that_says_its_new_time(library: Library) -> None:
    before = pause(kind=PauseKind.PLANNED, topic="the rent", thoughts=("who drives",), place="the shed")
    later = rebook(before.come_back(NOON), not_ready_text(library.scripts), timedelta(minutes=20), NOON)
    assert (later.kind, later.due, later.topic, later.thoughts) == (
        PauseKind.TAKING, NOON + timedelta(minutes=20), "the rent", ("who drives",),
    )  # fmt: skip
    assert later.is_open
    assert later.id != before.id
    assert later.after == before.id
    assert "at 13:20" in fill(later.leave_message, pause_slots(later, NOON))


def test_what_else_a_pause_holds_is_left_alone() -> None:
    back = pause(topic="a", place="the shed", strength_before=7).come_back(NOON)
    changed = stand(choose_topic(back, "b"), ReturnStep.TURNS)
    kept = {name: getattr(changed, name) for name in ("id", "place", "strength_before", "outcome", "ended_at")}
    assert kept == {name: getattr(back, name) for name in kept}
    assert msgspec.json.decode(msgspec.json.encode(changed), type=Pause) == changed
