"""The verb plan fill: what becomes of answers that are unsafe, mistyped, or given while a worksheet rests."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from companion.commands import plan_fill
from companion.domain.entry import Entry
from companion.resources import LIBRARY
from companion.storage.errors import StoreError
from companion.storage.filling import Filling
from companion.storage.library import Library
from companion.storage.store import Store
from tests.commands.plan_verb import fill, kept, run, sheets, sheets_root

__all__ = ["sheets", "sheets_root"]


@pytest.mark.parametrize("more", [(), ("--keep",), ("--keep", "--anew")])
def test_no_flag_keeps_or_prints_an_unsafe_answer(tmp_path: Path, more: tuple[str, ...]) -> None:
    said = run(tmp_path, "fill", "weekly", *more, typed="often\n5\nnot really\n").output
    assert said.endswith("\n\nNothing of this is kept.\n")
    for unwanted in ("Kept.", "That is the week.", "From here", "Heard enough", ": often", "  often"):
        assert unwanted not in said
    assert kept(tmp_path, "weekly") == []


@pytest.mark.parametrize("slug", [slug for slug, sheet in Library(LIBRARY).worksheets.items() if sheet.unsafe_if])
def test_no_unsafe_answer_of_a_shipped_worksheet_can_be_kept(tmp_path: Path, slug: str) -> None:
    sheet, store = Library(LIBRARY).worksheets[slug], Store(tmp_path)
    for name, unsafe in sheet.unsafe_if.items():
        for answer in unsafe:
            safe = {field.id: field.choices[-1] for field in sheet.fields if field.choices}
            with pytest.raises(StoreError, match="Nothing of this is kept"):
                Filling(sheet, store, lambda: datetime.now(UTC)).keep(safe | {name: answer})
    assert len(store.worksheets) == 0


def test_unsafe_answers_that_were_kept_once_point_to_safety_first_and_to_nothing_else(tmp_path: Path) -> None:
    fill(tmp_path, "weekly", heard="often", near="5", safe="not really")
    card = run(tmp_path, "card", "weekly").output
    assert card.endswith("*Safety first, before anything else: companion read safety-first*\n")
    assert "That is the week." not in card


def test_a_mistyped_word_is_named_and_the_others_are_not_lost(tmp_path: Path, sheets: Library) -> None:
    tired, sad = sheets.vocabulary.feelings[0].words[:2]
    answers = [*["-"] * 8, f"{tired}x, {sad}", tired]
    said = " ".join(run(tmp_path, "fill", "all-kinds", typed="\n".join(answers) + "\n").output.split())
    assert f"“{tired}x” is not known. Did you mean “{tired}”" in said
    assert "The others are taken: type this one again, or nothing." in said
    assert next(iter(Store(tmp_path).unkept)).fields["feelings"] == f"{sad}\n{tired}"


def test_what_is_folded_keeps_its_indent_and_breaks_between_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    said = run(tmp_path, "fill", "boundary-like", typed="No calls\n").output
    assert max(map(len, said.partition("companion:")[0].splitlines())) <= 30
    helped = said.partition("Tested\n")[2].partition("> ")[0].splitlines()
    assert len(helped) > 2
    assert all(line.startswith("  ") for line in helped)
    assert "A day and how it was, a row a line" in " ".join(" ".join(helped).split())


def test_what_became_strong_meanwhile_is_not_kept_and_waits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    typed = iter(["money", "", "a guess", "2099-03-01"])

    def note_and_read() -> str:
        line = next(typed)
        if line == "a guess":
            Store(tmp_path).entries.keep(Entry(at=datetime.now(UTC), kind="not-heard", strength=8))
        return line

    monkeypatch.setattr(plan_fill, "read_line", note_and_read)
    said = run(tmp_path, "fill", "half-sealed")
    assert said.exit_code == 1
    assert "this rests until" in said.output
    assert "What you typed waits: companion plan fill half-sealed" in " ".join(said.output.split())
    assert kept(tmp_path, "half-sealed") == []
    assert next(iter(Store(tmp_path).unkept)).fields["for"] == "money"
