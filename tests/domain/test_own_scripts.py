"""Own scripts stand beside the shipped ones, and words find them all."""

import pytest

from companion.domain.article import Side
from companion.domain.script import OwnScript, Script, ScriptFile, Tone, matching, own_file

ROOM = ScriptFile(
    situation="asking-for-room",
    label="Asking for room",
    scripts=(
        Script(id="full", side=Side.SPACE, tone=Tone.WARM, instead_of="Leave me alone.", text="My head's full."),
        Script(id="lap", side=Side.SPACE, tone=Tone.PLAIN, text="A slow lap, back at {back_at}."),
    ),
)


def ids(files: list[ScriptFile]) -> list[str]:
    return [script.id for file in files for script in file.scripts]


def test_own_scripts_are_a_situation_of_their_own() -> None:
    own = OwnScript(text="Tea first, {name}.")
    file = own_file([own])
    assert (file.situation, file.label) == ("own", "My own words")
    assert [(script.id, script.text) for script in file.scripts] == [(own.id, "Tea first, {name}.")]


def test_an_own_script_without_words_is_refused() -> None:
    with pytest.raises(ValueError, match="Write the words"):
        OwnScript(text="  ")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("", ["full", "lap"]),
        ("HEAD", ["full"]),
        ("alone", ["full"]),
        ("room lap", ["lap"]),
        ("lap head", []),
    ],
)
def test_every_word_must_stand_in_the_script_its_opposite_or_the_label(words: str, found: list[str]) -> None:
    assert ids(matching([ROOM], words)) == found


def test_a_situation_that_holds_nothing_of_it_is_left_out() -> None:
    assert matching([ROOM, own_file([])], "head")[0].label == "Asking for room"
    assert len(matching([ROOM, own_file([])], "head")) == 1
