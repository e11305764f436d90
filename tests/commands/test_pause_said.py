"""What the verbs of a pause say beside the words to say."""

from datetime import timedelta

import time_machine

from tests.commands.pause_verb import START, Run, run

__all__ = ["run"]


def test_a_refusal_by_a_clock_that_was_set_back_explains_the_clock(run: Run) -> None:
    with time_machine.travel(START, tick=False) as now:
        run("30")
        now.shift(timedelta(days=-1))
        refused = run("more", "15")
    assert refused.exit_code == 2
    assert "The clock of this machine went back by at least 1 day." in refused.stderr


def test_back_says_first_that_the_pause_has_ended(run: Run) -> None:
    with time_machine.travel(START, tick=False) as now:
        run("30")
        now.shift(timedelta(minutes=21))
        back = run("back")
    assert back.stderr.startswith("You are back; the pause has ended at 20:31.\n")
    assert "has ended" not in back.stdout
