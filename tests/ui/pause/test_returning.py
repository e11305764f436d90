"""The steps after coming back, up to the topic: alone on a screen that keeps what they hand on."""

import pytest
from textual.widgets import Input

from companion.domain.pause import PauseKind
from companion.domain.returning import READY, ReturnStep, stand
from companion.storage.library import Library
from companion.ui.messages import GoTo
from companion.ui.pause.returned import ReturnedPause
from companion.ui.pause.returning.last import EntryWish
from companion.ui.places import Place
from tests.conftest import HOSTILE, MovableClock
from tests.screens import text
from tests.ui.pause.hands import running
from tests.ui.pause.host import LONG, Host, HostOf

# -- the ladder


async def test_every_step_can_be_skipped_with_enter(host: HostOf) -> None:
    app = host()
    seen = []
    async with app.run_test() as pilot:
        for _ in range(8):
            seen.append(text(app))
            await pilot.press("enter")
            await pilot.pause()
    titles = ["Ready to talk?", "Not quite yet", "Say it", "One topic", "Listening turns", "One next step",
              "How strong is it now?", "An entry about it"]  # fmt: skip
    assert [title for title, screen in zip(titles, seen, strict=True) if title not in screen] == []
    assert "step 1 of 7" in seen[0]
    assert "step 7 of 7" in seen[-1]
    assert "You said 20:40. You are back at 20:39." in seen[0]
    (done,) = [message for message in app.told if isinstance(message, ReturnedPause.Done)]
    assert done.entry is EntryWish.KEEP


async def test_keys_typed_ahead_lose_no_step(host: HostOf) -> None:
    app = host()
    async with app.run_test() as pilot:
        await pilot.press(*["enter"] * 5)
        assert "One next step" in text(app)


async def test_one_can_go_back_a_step(host: HostOf) -> None:
    app = host(ReturnStep.TURNS)
    async with app.run_test() as pilot:
        await pilot.press("backspace")
        await pilot.pause()
        assert "step 3 of 7" in text(app)


async def test_the_one_who_waited_has_a_shorter_one(host: HostOf) -> None:
    app = host(kind=PauseKind.GIVING)
    async with app.run_test() as pilot:
        first = text(app)
        await pilot.press("enter", "7")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        last = text(app)
    assert "step 1 of 3" in first
    assert "They said 20:40. They are back at 20:39." in first
    assert "Thank you for coming back." in first
    assert "step 3 of 3" in last
    assert app.kept.strength_after == 7


async def test_escape_leaves_the_steps_as_they_are(host: HostOf) -> None:
    app = host()
    async with app.run_test() as pilot:
        await pilot.press("escape")
        await pilot.pause()
    (gone,) = [message for message in app.told if isinstance(message, GoTo)]
    assert gone.place is Place.NOW
    assert not app.has(ReturnedPause.Done)


async def test_the_steps_can_be_ended_at_any_time(host: HostOf) -> None:
    app = host(ReturnStep.TURNS)
    async with app.run_test() as pilot:
        await pilot.press("c")
        await pilot.pause()
    assert app.has(ReturnedPause.Done)


async def test_they_go_on_where_they_were_left(library: Library, clock: MovableClock) -> None:
    back = stand(running(clock).come_back(clock()), ReturnStep.STRENGTH)
    app = Host(ReturnedPause(back, library.scripts, clock, False), clock)
    async with app.run_test():
        assert "step 6 of 7" in text(app)


# -- ready


async def test_three_ticks_are_enough(host: HostOf) -> None:
    app = host()
    async with app.run_test() as pilot:
        await pilot.press("space", "3", "4")
        shown = text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert "step 2 of 7" in text(app)
    assert shown.count("[x]") == 3
    assert all(line in shown for line in READY)


async def test_a_tick_can_be_taken_back(host: HostOf) -> None:
    app = host()
    async with app.run_test() as pilot:
        await pilot.press("1", "2", "3", "2", "enter")
        await pilot.pause()
        assert "Take 20 more minutes" in text(app)


async def test_not_ready_begins_another_pause_with_its_words_and_what_was_parked(host: HostOf) -> None:
    app = host(topic="the rent", thoughts=("who drives",))
    async with app.run_test() as pilot:
        await pilot.press("enter")
        await pilot.pause()
        offered = " ".join(text(app).split())
        await pilot.press("right", "r")
        await pilot.pause()
    (asked,) = [message for message in app.told if isinstance(message, ReturnedPause.Rebook)]
    assert "start at 20:59?" in offered
    assert asked.pause.planned.total_seconds() == 30 * 60
    assert (asked.pause.topic, asked.pause.thoughts) == ("the rent", ("who drives",))
    assert "calm enough" in asked.pause.leave_message
    assert asked.pause.told_at is None


async def test_r_books_nothing_that_is_not_offered(host: HostOf) -> None:
    app = host()
    async with app.run_test() as pilot:
        await pilot.press("r")
        await pilot.pause()
    assert not app.has(ReturnedPause.Rebook)


# -- say it


async def test_the_return_message_can_be_shown_large_and_copied(host: HostOf) -> None:
    app = host(ReturnStep.MESSAGE)
    async with app.run_test() as pilot:
        await pilot.press("y")
        assert app.clipboard == "I'm back like I said."
        await pilot.press("s")
        await pilot.pause()
        assert "I'm back like I said." in text(app)
        assert "step" not in text(app)
        await pilot.press("escape")
        await pilot.pause()
        assert "step 2 of 7" in text(app)


# -- one topic


async def test_one_parked_thing_is_chosen_and_the_others_stay_parked(host: HostOf) -> None:
    app = host(ReturnStep.TOPIC, topic="the rent", thoughts=(HOSTILE, "who drives"))
    async with app.run_test() as pilot:
        shown = text(app)
        await pilot.press("down", "down", "enter")
        await pilot.pause()
        assert "step 4 of 7" in text(app)
    assert "I felt [/b] and [red] $x {place}" in shown
    assert (app.kept.topic, app.kept.thoughts) == ("who drives", ("the rent", HOSTILE))


@pytest.mark.parametrize("words", [LONG.strip(), HOSTILE.replace("\x1b", ""), "שלום 🙂‍↔️ e\u0301", "[red]x[/]"])
async def test_another_topic_is_kept_as_it_is_typed(host: HostOf, words: str) -> None:
    app = host(ReturnStep.TOPIC, topic="the rent")
    async with app.run_test() as pilot:
        await pilot.press("down", "enter")
        app.screen.query_one("TopicPart Input", Input).value = words
        await pilot.pause()
    assert (app.kept.topic, app.kept.thoughts) == (words, ("the rent",))


async def test_half_a_topic_that_is_deleted_again_changes_nothing(host: HostOf) -> None:
    app = host(ReturnStep.TOPIC)
    async with app.run_test() as pilot:
        await pilot.press("a", "b", "backspace", "backspace")
        await pilot.pause()
    assert (app.kept.topic, app.kept.thoughts) == ("", ())


async def test_what_was_typed_stays_parked_when_another_is_chosen(host: HostOf) -> None:
    app = host(ReturnStep.TOPIC, topic="the rent")
    async with app.run_test() as pilot:
        app.screen.query_one("TopicPart Input", Input).value = "sleep"
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
    assert (app.kept.topic, app.kept.thoughts) == ("the rent", ("sleep",))
