"""Words of one's own from the shell: written, built, changed, starred; and the drill."""

import json
from pathlib import Path

import pytest

from companion.storage.store import Store
from tests.commands.log_verbs import run


def test_own_words_are_kept_changed_and_deleted(tmp_path: Path) -> None:
    kept = run(tmp_path, "words", "write", "-", given="Back at {back_at}.\n").stdout.strip()
    assert [each.text for each in Store(tmp_path).scripts] == ["Back at {back_at}."]
    assert kept in run(tmp_path, "words", "own").stdout
    assert run(tmp_path, "words", "edit", kept[:6], "Soon [at {place}].").exit_code == 0
    assert [(each.id, each.text) for each in Store(tmp_path).scripts] == [(kept, "Soon [at {place}].")]
    assert run(tmp_path, "words", "delete", kept[:6], "--yes").exit_code == 0
    assert list(Store(tmp_path).scripts) == []


def test_what_looks_like_a_slot_is_said(tmp_path: Path) -> None:
    assert "“{when}” is not a slot" in run(tmp_path, "words", "write", "Back at {when}.").stderr


@pytest.mark.parametrize("words", [("write",), ("edit", "zzz", "x"), ("delete", "zzz"), ("favourite", "zzz")])
def test_what_can_not_be_done_is_said(tmp_path: Path, words: tuple[str, ...]) -> None:
    done = run(tmp_path, "words", *words)
    assert done.exit_code == 2
    assert done.stderr.startswith("companion: ")


def test_a_favourite_stands_alone_when_favourites_are_asked_for(tmp_path: Path) -> None:
    assert "Nothing fits" in run(tmp_path, "words", "--favourites").stdout
    assert run(tmp_path, "words", "favourite", "leave-default").exit_code == 0
    run(tmp_path, "words", "favourite", "leave-default")
    assert [each.script for each in Store(tmp_path).favourites] == ["leave-default"]
    found = json.loads(run(tmp_path, "words", "--favourites", "--json").stdout)
    assert [each["id"] for each in found] == ["leave-default"]
    run(tmp_path, "words", "favourite", "leave-default", "--off")
    assert list(Store(tmp_path).favourites) == []


def test_words_are_searched_and_chosen_by_side(tmp_path: Path) -> None:
    found = json.loads(run(tmp_path, "words", "--search", "swamped", "--json").stdout)
    assert found
    assert all("swamped" in f"{each['text']}{each['instead_of']}".lower() for each in found)
    sides = {each["side"] for each in json.loads(run(tmp_path, "words", "--side", "receiving", "--json").stdout)}
    assert sides == {"receiving", "both"}


def test_asking_for_room_makes_a_sentence_with_gaps_and_keeps_it_on_demand(tmp_path: Path) -> None:
    done = run(tmp_path, "words", "ask", "--state", "tired", "--length", "30")
    assert done.stdout.startswith("I'm tired. I need ‹what I need› for 30 minutes.")
    assert list(Store(tmp_path).scripts) == []
    refused = run(tmp_path, "words", "ask", "--state", "tired", "--keep")
    assert refused.exit_code == 2
    assert "--length 30" in refused.stderr
    kept = run(tmp_path, "words", "ask", "--state", "-", "--length", "30", "--keep", given="tired\n")
    assert [each.text for each in Store(tmp_path).scripts] == [
        "I'm tired. I need ‹what I need› for {minutes}. I'll be back at {back_at}. ‹that I care›."
    ]
    assert kept.stdout.splitlines()[1] == next(iter(Store(tmp_path).scripts)).id


def test_what_one_feels_is_said_part_by_part(tmp_path: Path) -> None:
    said = run(tmp_path, "words", "feel", "--feeling", "sad", "--when", "we eat", "--need", "company").stdout
    assert said == "I feel sad when we eat. I need company. Could we ‹what would help›?\n"
    assert "--feeling" in run(tmp_path, "words", "feel").stderr


def test_practising_in_a_pipe_prints_every_pair(tmp_path: Path) -> None:
    said = run(tmp_path, "words", "practise").stdout
    assert said.count("Instead of: ") == said.count("Try: ") > 20
