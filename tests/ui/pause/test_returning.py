"""The steps after coming back, alone on a screen that keeps what they hand on."""

from collections.abc import Callable

import pytest
from textual.app import App, ComposeResult
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Digits, Input

from companion.domain.pause import PauseKind
from companion.domain.returning import READY, ReturnStep, stand
from companion.resources import STYLES
from companion.storage.library import Library
from companion.ui.choice import Choice
from companion.ui.messages import Follow, GoTo
from companion.ui.pause.returned import SHEET, ReturnedPause
from companion.ui.pause.returning.turns import TurnsPart
from companion.ui.place_screen import PlaceScreen
from companion.ui.places import Place
from tests.conftest import HOSTILE, MovableClock
from tests.screens import text
from tests.ui.pause.hands import running

LONG = "ab cd " * 2000


class PauseScreen(PlaceScreen):
    """Holds the steps; its name is the one that the sheet is for."""

    CSS_PATH = [STYLES / "pause.tcss", SHEET]
    place = Place.PAUSE

    def __init__(self, part: ReturnedPause, clock: MovableClock) -> None:
        super().__init__(clock)
        self._part = part

    def compose_place(self) -> ComposeResult:
        yield self._part


class Host(App[None]):
    """Notes what is handed on."""

    CSS_PATH = [STYLES / "base.tcss"]

    def __init__(self, part: ReturnedPause, clock: MovableClock) -> None:
        super().__init__()
        self._screen = PauseScreen(part, clock)
        self.told: list[Message] = []
        self.kept = part._kept

    def on_mount(self) -> None:
        self.push_screen(self._screen)

    def note(self, message: Message) -> None:
        self.told.append(message)

    def on_returned_pause_changed(self, message: ReturnedPause.Changed) -> None:
        self.kept = message.over(self.kept)

    on_returned_pause_rebook = on_returned_pause_done = note
    on_returned_pause_turn_over = on_follow = on_go_to = note

    def has(self, kind: type[Message]) -> bool:
        return any(isinstance(message, kind) for message in self.told)


HostOf = Callable[..., Host]


@pytest.fixture
def host(library: Library, clock: MovableClock) -> HostOf:
    """Make a host of the steps after a pause that has just ended, at a step."""

    def make(step: ReturnStep | None = None, *, is_locked: bool = False, **facts: object) -> Host:
        pause = running(clock, **facts)
        clock.move(minutes=29)
        back = pause.come_back(clock())
        part = ReturnedPause(back, library.scripts, clock, is_locked)
        if step:
            part._step = step
        return Host(part, clock)

    return make


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
    assert not done.log


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


# -- turns


def digits(app: Host) -> str:
    return app.screen.query_one(Digits).value


async def test_a_turn_is_two_minutes_by_the_clock(host: HostOf, clock: MovableClock) -> None:
    app = host(ReturnStep.TURNS)
    async with app.run_test() as pilot:
        assert "Who speaks first?" in text(app)
        await pilot.press("space")
        assert "You speak" in text(app)
        clock.move(seconds=50)
        app.screen.query_one(TurnsPart).look()
        assert digits(app) == "01:10"
        await pilot.press("enter")
        await pilot.pause()
        assert "They speak" in text(app)
        assert "Did I get it?" in text(app)
        assert digits(app) == "02:00"


async def test_the_end_of_a_turn_is_said_once_and_nothing_goes_on_by_itself(host: HostOf, clock: MovableClock) -> None:
    app = host(ReturnStep.TURNS)
    async with app.run_test() as pilot:
        await pilot.press("t")
        clock.move(hours=9)
        app.screen.query_one(TurnsPart).look()
        app.screen.query_one(TurnsPart).look()
        await pilot.pause()
        shown = text(app)
    assert "They speak" in shown
    assert "Two minutes are over." in shown
    assert sum(isinstance(message, ReturnedPause.TurnOver) for message in app.told) == 1


async def test_a_turn_is_true_after_it_was_covered(host: HostOf, clock: MovableClock) -> None:
    app = host(ReturnStep.TURNS)
    async with app.run_test() as pilot:
        await pilot.press("space")
        await app.push_screen(Screen())
        clock.move(seconds=30)
        await app.pop_screen()
        await pilot.pause()
        assert digits(app) == "01:30"


async def test_turns_can_be_stopped_at_any_time(host: HostOf) -> None:
    app = host(ReturnStep.TURNS)
    async with app.run_test() as pilot:
        await pilot.press("space", "enter", "n")
        await pilot.pause()
        assert "step 5 of 7" in text(app)


# -- one next step, strength, entry


async def test_a_next_step_is_kept_as_it_is_typed(host: HostOf) -> None:
    app = host(ReturnStep.NEXT)
    async with app.run_test() as pilot:
        await pilot.press("a", "enter", "b")
        await pilot.pause()
        assert app.kept.next_step == "If a, then I b"
        await pilot.press("enter")
        await pilot.pause()
        assert "step 6 of 7" in text(app)


async def test_half_a_next_step_stands_there_again(host: HostOf) -> None:
    app = host(ReturnStep.NEXT, next_step="If it gets loud")
    async with app.run_test():
        assert "it gets loud" in text(app)
    assert app.kept.next_step == "If it gets loud"


async def test_a_next_step_in_other_words_is_shown_and_kept_as_it_is(host: HostOf) -> None:
    app = host(ReturnStep.NEXT, next_step="We'll call on Sunday")
    async with app.run_test() as pilot:
        assert "We'll call on Sunday" in text(app)
        assert not any(line.value for line in app.screen.query("NextPart Input").results(Input))
        await pilot.press("a", "backspace")
        await pilot.pause()
        assert app.kept.next_step == "We'll call on Sunday"
        await pilot.press("a")
        await pilot.pause()
    assert app.kept.next_step == "If a"


@pytest.mark.parametrize("words", [LONG.strip(), "🙂 {minutes} [b]", "שלום"])
async def test_no_words_of_a_next_step_are_lost(host: HostOf, words: str) -> None:
    app = host(ReturnStep.NEXT)
    async with app.run_test() as pilot:
        app.screen.query_one("#when", Input).value = words
        app.screen.query_one("#will", Input).value = words
        await pilot.pause()
        await pilot.press("escape", "enter", "enter")
        await pilot.pause()
        assert "An entry about it" in text(app)
    assert app.kept.next_step == f"If {words}, then I {words}"


async def test_escape_leaves_the_field_first(host: HostOf) -> None:
    app = host(ReturnStep.NEXT)
    async with app.run_test() as pilot:
        await pilot.press("x", "escape")
        await pilot.pause()
        assert not app.has(GoTo)
        await pilot.press("escape")
        await pilot.pause()
    assert app.has(GoTo)


async def test_strength_after_is_kept_at_once_beside_what_it_was(host: HostOf) -> None:
    app = host(ReturnStep.STRENGTH, strength_before=7)
    async with app.run_test() as pilot:
        assert "Before, it was 7." in text(app)
        app.screen.query_one("StrengthPart Choice", Choice).value = "3"
        await pilot.pause()
    assert app.kept.strength_after == 3


async def test_the_entry_shows_what_it_will_hold_and_is_kept_with_l(host: HostOf) -> None:
    app = host(ReturnStep.LOG, topic="the rent", thoughts=("who drives",), next_step="If a, then I b")
    async with app.run_test() as pilot:
        shown = " ".join(text(app).split())
        await pilot.press("l")
        await pilot.pause()
    (done,) = [message for message in app.told if isinstance(message, ReturnedPause.Done)]
    assert "Topic: the rent · Still parked: who drives · Next step: If a, then I b" in shown
    assert done.log


# -- not safe, locked


@pytest.mark.parametrize("step", [step for step in ReturnStep if step is not ReturnStep.DONE])
async def test_not_safe_leads_to_safety_first_from_every_step(host: HostOf, step: ReturnStep) -> None:
    app = host(step)
    async with app.run_test() as pilot:
        await pilot.press("escape", "x") if step in (ReturnStep.NEXT, ReturnStep.TOPIC) else await pilot.press("x")
        await pilot.pause()
        shown = text(app)
        await pilot.press("backspace", "n")
        await pilot.pause()
        assert "step" not in text(app).replace("The steps for the two of you", "").replace("End the steps", "")
    (led,) = [message for message in app.told if isinstance(message, Follow)]
    assert str(led.link) == "pages/safety-first"
    assert "put away for this pause" in shown


async def test_locked_the_steps_run_and_say_what_is_not_shown(host: HostOf) -> None:
    app = host(is_locked=True, topic="the wet dog", next_step="If the dog barks")
    seen = []
    async with app.run_test() as pilot:
        for _ in range(8):
            seen.append(text(app))
            await pilot.press("enter")
            await pilot.pause()
    assert all("Locked. f2 shows what is private." in screen for screen in seen)
    assert "What you parked is locked" in seen[3]
    assert app.has(ReturnedPause.Done)
    assert not any("dog" in screen for screen in seen)


@pytest.mark.parametrize("step", ReturnStep)
async def test_every_step_fits_a_small_terminal(host: HostOf, step: ReturnStep) -> None:
    app = host(step, topic="the rent", thoughts=("who drives",), next_step="If it gets loud, then I say our word")
    async with app.run_test(size=(40, 12)):
        assert app.screen.query_one(f"ReturnedPause > {type(app.screen.query_one(ReturnedPause)._part).__name__}").size
        assert max(part.max_scroll_y for part in app.screen.query("ReturnPart") if part.display) <= 1
