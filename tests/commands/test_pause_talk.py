"""What the verbs of a pause offer on the way to the talk: an idea, the quiet question, ticks, one topic."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import time_machine

from companion.domain.filling import Answers
from companion.domain.pause import Outcome
from companion.domain.returning import READY
from companion.storage.store import Store
from tests.commands.pause_verb import START, Run, run
from tests.commands.sealed_verbs import give, opened, seal, wrap_quickly
from tests.conftest import HOSTILE

__all__ = ["run"]

QUIET = "Is the argument still playing?"


# -- an idea


def test_an_idea_names_the_verb_that_does_it_and_the_next_one(run: Run) -> None:
    run("20")
    first = run("idea")
    assert first.stdout == "Back in the room · 3 min\ncompanion exercise five-things\n"
    assert first.stderr == "Another one: companion pause idea 2\n"
    assert run("idea", "2").stdout not in ("", first.stdout)
    assert "companion read " in "".join(run("idea", str(number)).stdout for number in range(1, 20))


def test_own_ideas_come_first_and_the_hands_are_kept_busy_if_that_is_asked(run: Run, tmp_path: Path) -> None:
    answers = {"body": "sweep the stairs"}
    Store(tmp_path).worksheets.keep(Answers(id="what-calms-me", answers=answers, filled_at=datetime.now(UTC)))
    run("20")
    assert run("idea").stdout == "sweep the stairs\n"
    hands = [run("idea", str(number), "--hands").stdout.splitlines()[-1] for number in (1, 2, 3)]
    assert {each.rpartition(" ")[2] for each in hands} == {"five-things", "let-go-muscles", "cool-and-slow"}


def test_what_helps_stands_first_and_what_is_hidden_stays_away(run: Run) -> None:
    run("20")
    second = run("idea", "2").stdout
    assert run("idea", "2", "--helps").stdout.startswith("It stands first from now on: ")
    assert run("idea").stdout == second
    assert run("idea", "--hide").stdout.startswith("It is left out from now on: ")
    assert second not in [run("idea", str(number)).stdout for number in range(1, 20)]


def test_when_every_idea_is_hidden_it_says_what_else_there_is(run: Run) -> None:
    run("20")
    for _ in range(20):
        run("idea", "--hide")
    assert run("idea").stdout == "Every idea is left out. What there is to do: companion exercise\n"


@pytest.mark.parametrize(("words", "code"), [(["idea"], 1), (["idea", "0"], 2), (["idea", "x" * 10_000], 2)])
def test_an_idea_needs_a_pause_and_a_number(run: Run, words: list[str], code: int) -> None:
    ran = run(*words)
    assert (ran.exit_code, ran.stdout, ran.stderr.count("\n")) == (code, "", 1)


def test_an_idea_beyond_the_last_says_how_many_there_are(run: Run) -> None:
    run("20")
    ran = run("idea", "99")
    assert (ran.exit_code, ran.stdout) == (2, "")
    last = ran.stderr.strip(".\n").rpartition(" ")[2]
    assert ran.stderr == f"companion: The last idea is number {last}: companion pause idea {last}.\n"
    assert run("idea", last).stderr == "Another one: companion pause idea 1\n"


# -- the quiet question


def test_the_quiet_question_comes_at_a_third_and_not_after_due(run: Run) -> None:
    with time_machine.travel(START, tick=False) as now:
        run("30")
        seen = []
        for _ in range(4):
            seen.append(QUIET in run("status").stdout)
            now.shift(timedelta(minutes=10))
    assert seen == [False, True, True, False]


@pytest.mark.parametrize("kind", ["--giving", "--planned"])
def test_where_nobody_argued_it_is_not_asked(run: Run, kind: str) -> None:
    with time_machine.travel(START, tick=False) as now:
        run(kind, "30")
        now.shift(timedelta(minutes=15))
        assert QUIET not in run("status").stdout


# -- ready to talk


def test_back_lists_the_ticks_and_the_way_to_more_time_without_a_question(run: Run) -> None:
    run("20")
    ran = run("back")
    assert ran.stdout.count("\n") == 1
    for tick in READY:
        assert f"- {tick}\n" in ran.stderr
    assert "companion pause not-ready 20. Afraid of them? Leave this: companion read safety-first." in ran.stderr


@pytest.mark.parametrize("kind", ["--giving", "--planned"])
def test_back_from_other_kinds_has_no_ticks(run: Run, kind: str) -> None:
    run(kind, "30")
    assert READY[0] not in run("back").stderr


def test_not_ready_works_after_coming_back_too_and_takes_what_was_parked_along(run: Run, tmp_path: Path) -> None:
    with time_machine.travel(START, tick=False) as now:
        run("30", "--topic", "the rent")
        now.shift(timedelta(minutes=30))
        run("back", "--strength", "6")
        now.shift(timedelta(minutes=2))
        assert "Can we start at 21:02?" in run("not-ready", "20").stdout
        assert run("parked").stdout == "1  the rent\n"
        first, second = sorted(Store(tmp_path).pauses, key=lambda pause: pause.started_at)
        assert (first.outcome, first.strength_after, second.after) == (Outcome.KEPT, 6, first.id)
        run("cancel")
        now.shift(timedelta(hours=2))
        assert run("not-ready").exit_code == 1


# -- what is parked


def test_what_is_parked_is_listed_and_one_topic_chosen_by_its_number(run: Run, tmp_path: Path) -> None:
    run("20", "--topic", "the rent")
    run("park", "-", given=HOSTILE)
    assert run("parked").stdout == "1  the rent\n2  I felt [/b] and [red] $x {place} [31m\n"
    run("back")
    assert run("topic", "2").stdout == "The one topic: I felt [/b] and [red] $x {place} [31m\n"
    (pause,) = Store(tmp_path).pauses
    assert (pause.topic, pause.thoughts) == (HOSTILE, ("the rent",))
    run("next-step", "We write to them on Monday", "--log")
    (entry,) = Store(tmp_path).entries
    assert entry.note.startswith(f"Topic: {HOSTILE} · Still parked: the rent")


@pytest.mark.parametrize("typed", ["who drives on Sunday", "x" * 10_000, "שלום 🙂", "12 eggs", "²", "1000"])
def test_other_words_can_be_the_topic_and_what_was_parked_stays(run: Run, tmp_path: Path, typed: str) -> None:
    run("20", "--topic", "the rent")
    assert run("topic", "-", given=typed).exit_code == 0
    (pause,) = Store(tmp_path).pauses
    assert (pause.topic, pause.thoughts) == (typed, ("the rent",))


@pytest.mark.parametrize("typed", ["0", "3", "999", "", "-"])
def test_a_number_that_names_nothing_and_no_words_get_a_sentence(run: Run, tmp_path: Path, typed: str) -> None:
    run("20", "--topic", "the rent")
    ran = run("topic", typed, given=" \n")
    assert (ran.exit_code, ran.stdout, ran.stderr.count("\n")) == (2, "", 1)
    assert next(iter(Store(tmp_path).pauses)).topic == "the rent"


def test_an_hour_after_the_return_nothing_is_listed_any_more(run: Run) -> None:
    with time_machine.travel(START, tick=False) as now:
        run("20")
        assert run("parked").stdout == "Nothing is parked.\n"
        run("park", "the rent")
        run("back")
        now.shift(timedelta(minutes=59))
        assert run("parked").stdout == "1  the rent\n"
        now.shift(timedelta(minutes=2))
        assert (run("parked").exit_code, run("topic", "1").exit_code) == (1, 1)


# -- sealed


def test_sealed_what_is_parked_needs_the_passphrase_and_an_idea_does_not(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Store(tmp_path).worksheets.keep(Answers(id="what-calms-me", answers={"body": "sweep"}, filled_at=datetime.now(UTC)))
    seal(tmp_path)
    wrap_quickly(monkeypatch)
    run("20", "--topic", "the rent")
    run("park", "the bill")
    assert run("idea").stdout.startswith("Back in the room")
    for words in (["parked"], ["topic", "1"], ["idea", "--hide"]):
        ran = run(*words)
        assert (ran.exit_code, ran.stdout, ran.stderr.count("\n")) == (1, "", 1)
    assert "the rent" not in run("status").output
    back = run("back").stderr
    assert "the rent" not in back
    assert "What you parked is locked: companion pause parked" in back
    give(monkeypatch)
    assert run("parked").stdout == "1  the rent\n2  the bill\n"
    run("topic", "2")
    assert [each.topic for each in opened(tmp_path).pauses] == ["the bill"]
