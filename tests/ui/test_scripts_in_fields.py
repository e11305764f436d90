"""Every field takes words of every script, typed or pasted; they are kept to the letter and break no line."""

import ast
from collections.abc import Sequence
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from companion import ui
from companion.storage.store import Store
from companion.text.plain import one_line
from companion.ui.places import Place
from companion.ui.privacy.field import PassphraseField
from tests.conftest import AppAt
from tests.screens import lines

SCRIPTS = {
    "wide": "忙しい一日、電話で",
    "families": "👩‍👩‍👧‍👦 👍🏽 ❤️‍🩹",
    "flags": "🇩🇪 🏳️‍🌈 🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f",
    "combining": "e\u0301 a\u0308\u0323 Z͑ͫaͩl",
    "Hebrew": "שלום, מה נשמע",
    "Arabic": "مرحبا، كيف حالك",
    "Persian": "می‌خواهم",
    "Devanagari": "नमस्ते क्षत्रिय क्‍ष",
    "Thai": "สวัสดีครับ กำลังมา",
}
WIDTH = 44
"""Columns of the screen."""
BLANKS = "one\u00a0two\u3000three\u202ffour\tfive"
"""Blanks of other scripts and of no breaking: on a line each becomes a plain one."""

FIELDS: list[tuple[Place, Sequence[str]]] = [
    (Place.LOG, ()),
    (Place.LOG, ("escape", "n")),
    (Place.LOG, ("escape", "slash")),
    (Place.LOG, ("escape", "w", "n")),
    (Place.PAUSE, ("tab", "tab", "tab")),
    (Place.PAUSE, ("tab", "tab", "tab", "tab")),
    (Place.PAUSE, ("e",)),
    (Place.READ, ("slash",)),
    (Place.WORDS, ("slash",)),
    (Place.WORDS, ("m",)),
    (Place.WORDS, ("ctrl+o",)),
    (Place.WORDS, ("a", "tab")),
    (Place.WORDS, ("n",)),
]
"""Where one can write, and the keys that lead there."""


def field_of(pilot: Pilot[None]) -> Input | TextArea:
    """Return the field that one writes in."""
    field = pilot.app.focused
    assert isinstance(field, Input | TextArea), pilot.app.screen
    return field


def words_in(field: Input | TextArea) -> str:
    """Return what stands in a field."""
    return field.value if isinstance(field, Input) else field.text


def empty(field: Input | TextArea) -> None:
    """Take out what stands in a field."""
    if isinstance(field, Input):
        field.value = ""
    else:
        field.text = ""


async def type_in(pilot: Pilot[None], words: str) -> None:
    """Type words as a terminal hands them on: a key for each character."""
    for char in words:
        pilot.app.post_message(events.Key(char, char))
    await pilot.pause()


@pytest.mark.parametrize(("place", "keys"), FIELDS, ids=lambda each: "-".join(each) if each else "")
async def test_a_field_takes_every_script_typed_and_pasted(app_at: AppAt, place: Place, keys: Sequence[str]) -> None:
    app = app_at(place)
    async with app.run_test(size=(WIDTH, 24)) as pilot:
        await pilot.pause()
        await pilot.press(*keys)
        await pilot.pause()
        field = field_of(pilot)
        for words in SCRIPTS.values():
            for write in (paste, type_in):
                empty(field)
                await pilot.pause()
                await write(pilot, words)
                await pilot.pause()
                assert field_of(pilot) is field
                assert words_in(field) == words
                assert field.region.right <= WIDTH
                assert all(cell_len(line) <= WIDTH for line in lines(app))


async def paste(pilot: Pilot[None], words: str) -> None:
    """Paste words."""
    pilot.app.post_message(events.Paste(words))
    await pilot.pause()


@pytest.mark.parametrize("write", [paste, type_in])
async def test_a_blank_of_another_script_is_a_blank(app_at: AppAt, write: object) -> None:
    app = app_at(Place.LOG)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert callable(write)
        await write(pilot, BLANKS.replace("\t", " "))
        assert words_in(field_of(pilot)) == "one two three four five"


async def test_a_line_of_every_script_is_read_back_from_the_log(app_at: AppAt, store: Store) -> None:
    app = app_at(Place.LOG)
    async with app.run_test() as pilot:
        await pilot.pause()
        for words in SCRIPTS.values():
            await paste(pilot, words)
            await pilot.press("enter")
            await pilot.pause()
    assert [entry.note for entry in store.entries] == [one_line(words) for words in SCRIPTS.values()]
    assert list(SCRIPTS.values()) == [one_line(words) for words in SCRIPTS.values()]


async def test_a_passphrase_is_taken_to_the_letter(app_at: AppAt) -> None:
    app = app_at()
    async with app.run_test() as pilot:
        for words in (*SCRIPTS.values(), "a\u00a0b\u3000c", "two  blanks "):
            field = PassphraseField("")
            await app.screen.mount(field)
            field.focus()
            await pilot.pause()
            await type_in(pilot, words)
            assert field.take() == words
            await paste(pilot, words)
            assert field.take() == words
            await field.remove()


def test_there_is_no_other_kind_of_field() -> None:
    """So what holds for these fields holds for those of worksheets, settings and dialogs too."""
    for path in Path(ui.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(func=ast.Name("Input" | "TextArea")):
                    raise AssertionError(f"{path}:{node.lineno} makes a stock field; Line and Area are ours")
                case ast.ClassDef(name=name, bases=[ast.Name("Input" | "TextArea")]):
                    assert name in ("AnySign", "Area"), path
