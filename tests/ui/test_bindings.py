"""Whatever names a key names the one that holds now: on every screen, and in every sentence of the code."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

import companion
from companion.storage.library import Library
from companion.storage.paths import KEYS
from companion.storage.store import Store
from companion.ui.app import CompanionApp
from companion.ui.bindings import VIM
from companion.ui.keymap import known_bindings, read_keymap
from companion.ui.places import Place
from tests.conftest import AppAt, MovableClock
from tests.screens import text
from tests.ui.scenes import SCENES, Scene

_MOVED = re.compile(r"[A-Za-z]|f\d+|ctrl\+[a-z]|slash|plus|minus|asterisk|at|apostrophe|question_mark|\w+_than_sign")
"""Keys that are moved; others stay: those of all fields and lists, and digits, which mean numbers in most places."""
_LETTERS = "αβγδεζηθικλμνξοπρστυφχψωΓΔΘΛΞΠΣΦΨΩабвгдежзиклмн"
_OTHERS = (*(f"f{number}" for number in range(12, 25)), *(f"alt+{letter}" for letter in "ghkmopqrstu"))
"""Keys that no binding has as it is shipped."""
_OF_A_PLACE = 5
"""The number of the first one's function key."""
_NAMED = re.compile(
    r"(?<!\w)(?:f[1-4]|\^[a-z]|ctrl\+[a-z])\b"
    r"|(?:^| · |[.;(] |\s\s)\s?[b-hj-zB-HJ-Z/+*@?] {1,2}[A-Za-z]"
    r"|\s[b-hj-zB-HJ-Z] *$",
    re.MULTILINE,
)
"""A shipped key where one is named: by its name anywhere, by its sign before what it does, or at the end of a row."""


def others() -> dict[str, str]:
    """Return another key for each shipped one, the same for all bindings that have it."""
    letters, named = iter(_LETTERS), iter(_OTHERS)
    keys = dict.fromkeys(key for each in known_bindings().values() for key in each.key.split(","))
    return {key: next(named if re.match(r"f\d|ctrl", key) else letters) for key in keys if _MOVED.fullmatch(key)}


def move_all(app: CompanionApp, folder: Path) -> dict[str, str]:
    """Give every key of that app to another one; return which."""
    now = others()
    shipped = {id: each.key.split(",") for id, each in known_bindings().items() if not id.startswith(VIM)}
    lines = [
        f"{id}: [{', '.join(now.get(key, key) for key in keys)}]" for id, keys in shipped.items() if {*keys} & {*now}
    ]
    places = [f"app.{place}: f{number}" for number, place in enumerate(Place, _OF_A_PLACE)]
    (folder / KEYS).write_text("\n".join((*lines, *places)), encoding="utf-8")
    keymap = read_keymap(folder)
    assert not keymap.flaws
    app.move_keys(keymap.keys, keymap.whole)
    return now


async def reach(pilot: Pilot[None], scene: Scene, now: dict[str, str]) -> None:
    """Go to a scene with the keys as they are now; what is typed in a field stays."""
    await pilot.pause()
    for key in scene.keys:
        field = pilot.app.focused
        await pilot.press(key if field and field.check_consume_key(key, key) else now.get(key, key))
    await pilot.pause()


@pytest.mark.parametrize("name", SCENES)
async def test_no_screen_names_a_key_that_was_moved(
    app_at: AppAt, store: Store, library: Library, clock: MovableClock, tmp_path: Path, name: str
) -> None:
    SCENES[name].fill(store, library, clock)
    app = app_at(SCENES[name].place)
    now = move_all(app, tmp_path)
    async with app.run_test(size=(120, 60), notifications=True) as pilot:
        await reach(pilot, SCENES[name], now)
        assert _NAMED.findall(text(app)) == []


@pytest.mark.parametrize(
    ("scene", "keys", "said"),
    [
        (Scene(Place.LOG, ("escape", "d")), "log.undo: f9\nlog.bin: f8", "f9 brings it back; the bin (f8) keeps it"),
        (Scene(Place.LOG, ("escape",)), "log.new: '['", "[ the full form · o an ordinary day"),
        (Scene(Place.LOG, (*"hm", "enter")), "log.edit: f9", "f9 there adds more"),
        (Scene(keys=("enter",)), "situation.copy: '['", "enter or [ copies it"),
        (Scene(Place.PAUSE), "pause.edit: '['\npause.not-safe: ']'", "Press ] first."),
    ],
)  # fmt: skip
async def test_a_sentence_names_the_key_that_holds(
    app_at: AppAt,
    store: Store,
    library: Library,
    clock: MovableClock,
    tmp_path: Path,
    scene: Scene,
    keys: str,
    said: str,
) -> None:
    scene.fill(store, library, clock)
    app = app_at(scene.place)
    (tmp_path / KEYS).write_text(keys, encoding="utf-8")
    keymap = read_keymap(tmp_path)
    app.move_keys(keymap.keys, keymap.whole)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await reach(pilot, scene, {})
        assert said in text(app)


def _asked() -> Iterator[tuple[str, str]]:
    """Yield each binding whose key the code asks for, with the key that it takes for the shipped one."""
    for path in Path(companion.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(
                    func=ast.Name(id="key_of"), args=[ast.Constant(value=str(id)), ast.Constant(value=str(key))]
                ):
                    yield id, key
                case ast.Call(
                    func=ast.Name(id="key_in"), args=[_, ast.Constant(value=str(name)), ast.Constant(value=str(key))]
                ):
                    yield from ((f"{kind}.{name}", key) for kind in ("running", "waiting"))


def test_what_asks_for_a_key_knows_the_shipped_one() -> None:
    shipped = {id: each.key for id, each in known_bindings().items()}
    asked = {*_asked()} - {("waiting.loud", "a"), ("waiting.quiet", "z")}  # a question for pauses of one's own
    assert len(asked) > 50
    wrong = {(id, key) for id, key in asked if key not in (shipped.get(id), shipped.get(id, "").split(",")[0])}
    assert wrong == set()
