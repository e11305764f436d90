"""What I promised: each own pause with its words, its times and its end."""

from datetime import timedelta

from companion.domain.pause import Pause, PauseKind
from companion.domain.returning import ReturnStep, stand
from companion.storage.store import Store
from companion.ui.places import Place
from tests.conftest import HOSTILE, AppAt, MovableClock
from tests.screens import text
from tests.ui.words.hands import open_with, whole

LEAVE = "Back at {back_at}, after {minutes}[ in {place}]."


def pause(clock: MovableClock, hours_ago: int, **facts: object) -> Pause:
    """Return a pause of half an hour that began so many hours ago, and was said."""
    began = clock() - timedelta(hours=hours_ago)
    half = timedelta(minutes=30)
    known = {"kind": PauseKind.TAKING, "told_at": began, "leave_message": LEAVE}
    return Pause(started_at=began, due=began + half, planned=half, **{**known, **facts})  # type: ignore[arg-type]


async def shown(app_at: AppAt) -> str:
    app = app_at(Place.WORDS)
    async with app.run_test(size=(120, 40)) as pilot:
        await open_with(pilot, "4")  # a pause that is past due opens on itself
        await open_with(pilot, "p")
        await pilot.pause()
        assert "\x1b" not in text(app)
        return whole(app)


async def test_each_end_is_said_in_words_the_newest_first(app_at: AppAt, store: Store, clock: MovableClock) -> None:
    kept, moved, late, gone, off = (pause(clock, hours) for hours in (20, 16, 12, 8, 4))
    store.pauses.keep(kept.come_back(kept.due))
    new = moved.due + timedelta(minutes=20)
    store.pauses.keep(moved.move(new, moved.due - timedelta(minutes=5)).come_back(new))
    store.pauses.keep(late.come_back(late.due + timedelta(minutes=30)))
    store.pauses.keep(gone.give_up(gone.due + timedelta(hours=1)))
    store.pauses.keep(off.cancel(off.due - timedelta(minutes=5)))
    seen = await shown(app_at)
    ends = [
        "said at 16:10: back at 16:40 · called off 16:35",
        "said at 12:10: back at 12:40 · not returned",
        "said at 08:10: back at 08:40 · back 09:10: late",
        "said at 04:10: back at 04:40 · moved at 04:35 to 05:00, in time · back 05:00: moved in time",
        "said at 00:10: back at 00:40 · back 00:40: kept",
    ]
    places = [seen.index(end) for end in ends]
    assert places == sorted(places)
    assert "Back at 04:40, after 30 minutes." in seen


async def test_a_walk_out_and_a_late_move_are_said_plainly(app_at: AppAt, store: Store, clock: MovableClock) -> None:
    untold = pause(clock, 2, told_at=None)
    late = untold.due + timedelta(minutes=10)
    store.pauses.keep(untold.move(late + timedelta(minutes=20), late))
    seen = await shown(app_at)
    assert "begun at 18:10, not said: back at 18:40 · moved at 18:50 to 19:10, after it had passed" in seen
    assert "the time has passed" in seen


async def test_the_pause_that_runs_stands_there_and_theirs_do_not(
    app_at: AppAt, store: Store, clock: MovableClock
) -> None:
    store.pauses.keep(pause(clock, 3, kind=PauseKind.GIVING).give_up(clock()))
    store.pauses.keep(pause(clock, 0, place=HOSTILE))
    seen = await shown(app_at)
    assert "it runs" in seen
    assert "[/b] and [red]" in seen
    assert "17:10" not in seen


async def test_a_pause_opens_with_what_was_parked_in_it(app_at: AppAt, store: Store, clock: MovableClock) -> None:
    talked = pause(clock, 3, topic="the rent", thoughts=(HOSTILE, "who drives"), next_step="If it rains")
    store.pauses.keep(stand(talked.come_back(talked.due), ReturnStep.TURNS))
    app = app_at(Place.WORDS)
    async with app.run_test(size=(120, 40)) as pilot:
        await open_with(pilot, "4")
        await open_with(pilot, "p")
        await pilot.pause()
        await open_with(pilot, "enter")
        opened = whole(app)
        await open_with(pilot, "escape")
        listed = whole(app)
        await open_with(pilot, "escape")
        assert "the rent" not in whole(app)
    assert "Talked about the rent" in opened
    assert "Parked, not talked about I felt [/b] and [red]" in opened
    assert "who drives" in opened
    assert "Next step If it rains" in opened
    assert "the rent" not in listed
    assert "Back at" in listed


async def test_without_any_it_says_what_will_stand_there(app_at: AppAt) -> None:
    assert "Nothing yet. Each pause you take or plan stands here" in await shown(app_at)
