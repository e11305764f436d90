"""The verbs log and day: a line from the shell, changing it, taking it away."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import time_machine

from companion.domain.entry import Entry, Who
from companion.domain.times import local
from companion.storage import binning
from companion.storage.collection import Collection
from companion.storage.errors import NotKept
from companion.storage.store import Store
from tests.commands.log_verbs import noted, only, run
from tests.conftest import HOSTILE

FOUR_FEELINGS = [word for feeling in ("hurt", "calm", "torn", "numb") for word in ("--feeling", feeling)]


def test_a_line_is_enough_and_its_id_stands_alone(tmp_path: Path) -> None:
    said = run(tmp_path, "log", "He", "went", "quiet")
    entry = only(tmp_path)
    assert said.exit_code == 0
    assert said.stdout == entry.id + "\n"
    assert entry.note == "He went quiet"
    assert abs(datetime.now(UTC) - entry.at) < timedelta(minutes=1)


def test_every_field_has_an_option_that_may_stand_before_or_after_the_words(tmp_path: Path) -> None:
    rupture = run(tmp_path, "log", "the rupture").stdout.strip()
    words = (
        "log --kind repair He said --strength 4 sorry --feeling hurt --feeling calm --body shaky"
        " --need rest --miss defend --by both --repair own --repair ask --result helped-a-bit"
        " --context work --context grief --person M"
    )
    said = run(tmp_path, *words.split(), "--answers", rupture[:9], "--at", "yesterday 21:00", "--quote", HOSTILE)
    assert said.exit_code == 0, said.output
    kept = Store(tmp_path).entries.get(said.stdout.strip())
    assert kept is not None
    assert (kept.kind, kept.strength, kept.note) == ("repair", 4, "He said sorry")
    assert (kept.feelings, kept.body, kept.need) == (("hurt", "calm"), "shaky", "rest")
    assert (kept.miss, kept.miss_by) == ("defend", Who.BOTH)
    assert (kept.repairs, kept.result) == (("own", "ask"), "helped-a-bit")
    assert (kept.context, kept.person, kept.quote) == (("work", "grief"), "M", HOSTILE)
    assert kept.answers == rupture
    yesterday = local(datetime.now(UTC)) - timedelta(days=1)
    assert f"{local(kept.at):%Y-%m-%d %H:%M}" == f"{yesterday:%Y-%m-%d} 21:00"


def test_a_line_says_what_the_line_of_the_app_may_say(tmp_path: Path) -> None:
    said = run(tmp_path, "log", "yesterday 21:00 fight #work #wok !8 @S")
    entry = only(tmp_path)
    assert said.stdout == entry.id + "\n"
    assert (entry.note, entry.context, entry.strength, entry.person) == ("fight #wok", ("work",), 8, "S")
    assert f"{local(entry.at):%H:%M}" == "21:00"
    assert said.stderr.splitlines() == [
        "Understood: 21:00 yesterday · strength 8 · S · work",
        "#wok is not on the lists and stays in the note. Did you mean #work?",
    ]


def test_an_option_wins_over_a_sign_and_a_backslash_keeps_one(tmp_path: Path) -> None:
    run(tmp_path, "log", "yesterday he left !4 \\#work", "--strength", "7", "--at", "10:00")
    entry = only(tmp_path)
    assert (entry.note, entry.strength, entry.context) == ("yesterday he left #work", 7, ())
    assert f"{local(entry.at):%H:%M}" == "10:00"


@pytest.mark.parametrize(
    ("line", "note"), [("\\yesterday he left", "yesterday he left"), ("5 may be too many", "5 may be too many")]
)
def test_words_that_are_no_time_stay_and_nothing_is_said(tmp_path: Path, line: str, note: str) -> None:
    assert run(tmp_path, "log", line).stderr == ""
    assert only(tmp_path).note == note


def test_a_time_that_lies_ahead_is_not_taken_and_this_is_said(tmp_path: Path) -> None:
    said = run(tmp_path, "log", "tomorrow 9:00 dentist")
    assert said.stderr == "“tomorrow 9:00” has not happened yet and stays in the note.\n"
    assert only(tmp_path).note == "tomorrow 9:00 dentist"


def test_a_day_without_a_time_is_at_this_hour_and_said(tmp_path: Path) -> None:
    with time_machine.travel(datetime(2026, 11, 22, 20, 10, tzinfo=ZoneInfo("Europe/Berlin")), tick=False):
        said = run(tmp_path, "log", "x", "--at", "3 march")
    assert local(only(tmp_path).at).isoformat() == "2026-03-03T20:10:00+01:00"
    assert said.stderr.startswith("Understood: 20:10 on Tue 3 Mar")


def test_only_a_word_alone_that_is_very_like_a_verb_is_taken_for_a_slip(tmp_path: Path) -> None:
    assert "Did you mean" not in run(tmp_path, "log", "hi", "--at", "tomorrow").stderr
    assert "Did you mean" not in run(tmp_path, "log", "Shows", "again", "--at", "tomorrow").stderr
    assert "Did you mean: companion log show?" in run(tmp_path, "log", "Shows", "--at", "tomorrow").stderr


def test_standard_input_stays_out_of_the_shells_history(tmp_path: Path) -> None:
    assert run(tmp_path, "log", "-", given=f"two\nlines {HOSTILE}\n").exit_code == 0
    assert only(tmp_path).note == f"two\nlines {HOSTILE}"


def test_bytes_that_are_no_text_do_not_lose_the_rest(tmp_path: Path) -> None:
    run(tmp_path, "log", "-", given=b"na\xefve talk\r\n")
    assert only(tmp_path).note == "na\ufffdve talk"


def test_a_word_that_is_a_verb_is_noted_after_two_dashes(tmp_path: Path) -> None:
    assert "Nothing is noted yet" in run(tmp_path, "log", "list").stdout
    run(tmp_path, "log", "--", "list")
    run(tmp_path, "log", "TEXT", "matters")
    assert {entry.note for entry in Store(tmp_path).entries} == {"list", "TEXT matters"}


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["log"], "Say what happened"),
        (["log", "  "], "Say what happened"),
        (["log", "-"], "Say what happened"),
        (["log", "x", "--kind", "teers"], "“teers” is not a kind in the list. Try tears."),
        (["log", "x", "--feeling", "hurtt"], "“hurtt” is not a feeling in the list. Try hurt"),
        (["log", "x", "--feeling", "sad"], "Try hurt, let down, left out, lonely, unseen, grieving, heavy."),
        (["log", "x", "--feeling", "Angry"], "Try annoyed, irritated,"),
        (["log", "x", "--feeling", "unhopeful"], "There are: worn out · numb or far · tense or scared · angry ·"),
        (["log", "x", "--kind", "heard"], "There are: space · tears ·"),
        (["log", "x", "--repair", "owned"], "is not a repair in the list. Try own"),
        (["log", "x", "--by", "us"], "“us” is not whose reply missed. Try me, them, both, none."),
        (["log", "x", "--strength", "11"], "Strength is a number from 0 to 10, not 11."),
        (["log", "x", "--strength", "high"], "Strength is a number from 0 to 10, not high."),
        (["log", "x", "--at", "tomorrow"], "“tomorrow” has not happened yet."),
        (["log", "x", "--at", "blah"], "“blah” is not a time."),
        (["log", "x", "--answers", "ffff"], "No entry begins with “ffff”."),
        (["log", "x", *FOUR_FEELINGS], "Up to 3 feelings"),
        (["log", "list", "--kind", "teers"], "“teers” is not a kind in the list."),
        (["log", "list", "--since", "blah"], "“blah” is not a time."),
        (["log", "list", "--since", "yesterday", "--until", "2026-02-01"], "The first day is after the last one."),
        (["log", "show", "ffff"], "No entry begins with “ffff”."),
        (["log", "edit", "ffff", "x"], "No entry begins with “ffff”."),
        (["log", "delete", "ffff"], "No entry begins with “ffff”."),
    ],
)  # fmt: skip
def test_bad_use_is_one_sentence_and_keeps_nothing(tmp_path: Path, words: list[str], sentence: str) -> None:
    said = run(tmp_path, *words, given="")
    assert said.exit_code == 2
    assert sentence in said.stderr
    assert len(said.stderr.splitlines()) == 1
    assert list(Store(tmp_path).entries) == []


def test_a_full_disk_is_a_failure_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise NotKept("Not kept: the disk is full. Free some space, then try again.")

    monkeypatch.setattr(Collection, "keep", fail)
    said = run(tmp_path, "log", "words")
    assert (said.exit_code, said.stdout) == (1, "")
    assert said.stderr == "companion: Not kept: the disk is full. Free some space, then try again.\n"


def test_afraid_points_to_help_and_leaves_the_id_alone(tmp_path: Path) -> None:
    said = run(tmp_path, "log", "x", "--feeling", "afraid")
    assert said.stdout == only(tmp_path).id + "\n"
    assert "companion help-lines" in said.stderr


def test_edit_changes_what_is_given_and_empties_what_is_empty(tmp_path: Path) -> None:
    entry = Store(tmp_path).entries.keep(
        Entry(
            at=datetime(2026, 3, 1, tzinfo=UTC),
            note="a",
            kind="tears",
            strength=0,
            feelings=("hurt",),
            person="M",
        )
    )
    said = run(tmp_path, "log", "edit", entry.id[:5], "b", "c", "--strength", "6", "--feeling", "", "--person", "")
    assert said.stdout == entry.id + "\n"
    kept = only(tmp_path)
    assert (kept.note, kept.strength, kept.feelings, kept.person) == ("b c", 6, (), "")
    assert (kept.kind, kept.at) == ("tears", entry.at)
    run(tmp_path, "log", "edit", entry.id, "--strength", "")
    assert only(tmp_path).strength is None


def test_edit_refuses_what_would_leave_nothing(tmp_path: Path) -> None:
    entry = Store(tmp_path).entries.keep(Entry(at=datetime.now(UTC), note="a"))
    assert "Write a line, or choose a kind." in run(tmp_path, "log", "edit", entry.id, "").stderr
    assert "Say what to change" in run(tmp_path, "log", "edit", entry.id).stderr
    assert only(tmp_path).note == "a"


def test_delete_says_which_went_and_where_it_still_is(tmp_path: Path) -> None:
    old, good, new = noted(tmp_path)
    said = run(tmp_path, "log", "delete", good.id[:10])
    assert said.exit_code == 0
    assert said.stdout.startswith("Deleted: ")
    assert "two weeks" in said.stdout
    assert len(said.stdout.splitlines()) == 1
    assert {entry.id for entry in Store(tmp_path).entries} == {old.id, new.id}


def test_delete_asks_on_a_terminal_unless_told_not_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old, good, new = noted(tmp_path)
    monkeypatch.setattr("click.testing._NamedTextIOWrapper.isatty", lambda _: True, raising=False)
    said = run(tmp_path, "log", "delete", good.id, given="n\n")
    assert "Nothing was deleted." in said.stderr
    assert len(Store(tmp_path).entries) == 3
    run(tmp_path, "log", "delete", good.id, given="y\n")
    run(tmp_path, "log", "delete", old.id, "--yes", given="")
    assert only(tmp_path).id == new.id


def test_an_ordinary_day_is_kept_once(tmp_path: Path) -> None:
    first, second = run(tmp_path, "day"), run(tmp_path, "day")
    assert first.stdout == second.stdout == only(tmp_path).id + "\n"
    assert (first.stderr, second.exit_code) == ("", 0)
    assert "already" in second.stderr
    assert only(tmp_path).kind == "ordinary"


def test_help_shows_the_options_and_the_verbs(tmp_path: Path) -> None:
    said = run(tmp_path, "log", "--help").stdout
    assert "--feeling" in said
    assert "delete" in said
    assert "\n  TEXT" not in said


def test_edit_points_to_help_as_long_as_the_entry_says_afraid(tmp_path: Path) -> None:
    entry = Store(tmp_path).entries.keep(Entry(at=datetime.now(UTC), note="a", feelings=("hurt", "afraid")))
    assert "companion help-lines" in run(tmp_path, "log", "edit", entry.id, "--strength", "4").stderr
    assert "companion help-lines" not in run(tmp_path, "log", "edit", entry.id, "--feeling", "hurt").stderr


def test_what_cannot_be_deleted_is_said_and_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _, good, _ = noted(tmp_path)
    monkeypatch.setattr(binning, "delete", lambda *_: [])
    said = run(tmp_path, "log", "delete", good.id)
    assert (said.exit_code, said.stdout) == (2, "")
    assert "It can't be deleted here" in said.stderr
    assert len(Store(tmp_path).entries) == 3
