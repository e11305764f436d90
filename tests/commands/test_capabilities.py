"""Everything that can be done in the app can be done by a verb, in plain words; or it is said why not."""

import re
import shlex
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from fnmatch import fnmatchcase
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import click
import msgspec
import pytest
from textual.binding import Binding
from textual.dom import DOMNode

from companion import ui
from companion.commands.main import companion
from companion.domain.pause import Pause, PauseKind
from companion.domain.saved_filter import SavedFilter
from companion.resources import LIBRARY
from companion.storage.library import Library
from companion.storage.store import Store
from tests.commands.log_verbs import run
from tests.conftest import HOSTILE
from tests.sample import fill_folder, make_entries, make_pauses

TABLE = Path(__file__).with_name("capabilities.yaml")
STATES = {"status": (10,), "--plain status": (10,)}
"""Verbs whose exit code says how the pause stands."""
BEGIN = {"pause", "pause --giving", "pause --planned 20"}
"""Verbs that need a folder without an open pause."""
THEIRS = {"pause urge", "pause urge --undo", "pause end-point 23:59"}
"""Verbs of a pause that they took."""
DRAWN = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2500-\u259f\u2800-\u28ff\u202a-\u202e\u2066-\u2069]")
"""What a screen reader or a file has no use for: control characters, lines and blocks, signs that turn the writing."""


class Capabilities(msgspec.Struct, forbid_unknown_fields=True):
    """The table."""

    verbs: dict[str, list[str]]
    features: dict[str, str]
    none: dict[str, list[str]]


TOLD = msgspec.yaml.decode(TABLE.read_bytes(), type=Capabilities)
VERBS = [*TOLD.verbs, *TOLD.features]


@pytest.fixture(scope="module")
def entries_library() -> Library:
    return Library(LIBRARY)


@pytest.fixture
def folder(tmp_path: Path, entries_library: Library) -> Path:
    """A folder in which much is kept, some of it meant to harm a terminal."""
    now = datetime.now(UTC)
    entries = make_entries(40, entries_library, now)
    entries.append(msgspec.structs.replace(entries[0], id=f"{0:032x}", note=HOSTILE, quote=HOSTILE, at=now))
    fill_folder(tmp_path, entries, make_pauses(12, now))
    return tmp_path


def begin(folder: Path, verb: str) -> None:
    """Let a pause run, as the verb needs it."""
    now, length, store = datetime.now(UTC), timedelta(minutes=30), Store(folder)
    kind = PauseKind.GIVING if verb in THEIRS else PauseKind.TAKING
    started = now - timedelta(minutes=1)
    pause = Pause(
        kind=kind, started_at=started, due=started + length, planned=length, place=HOSTILE, topic="the letter"
    )
    if verb == "pause urge --undo":
        pause = pause.ride(now)
    if verb.startswith("pause next-step"):
        pause = pause.come_back(now)
    store.pauses.keep(pause)
    if "--saved" in verb:
        store.filters.keep(SavedFilter(name="hard", query="#work"))
    store.close()


def every_id() -> list[str]:
    """Return the ids of all keys that have a name."""

    for module in walk_packages(ui.__path__, "companion.ui."):
        import_module(module.name)

    def below(node: type[DOMNode]) -> Iterator[type[DOMNode]]:
        for each in node.__subclasses__():
            yield each
            yield from below(each)

    ours = {each for each in below(DOMNode) if each.__module__.startswith("companion.")}
    found = (binding for each in ours for binding in vars(each).get("BINDINGS", ()))
    return sorted({each.id for each in found if isinstance(each, Binding) and each.id and each.description})


def test_each_key_has_its_verb_or_a_reason() -> None:
    told, known = [each for ids in (*TOLD.verbs.values(), *TOLD.none.values()) for each in ids], every_id()
    missing = [each for each in known if not any(fnmatchcase(each, row) for row in told)]
    assert missing == [], "not in the table: give its verb, or a reason why there is none"
    gone = [row for row in told if not any(fnmatchcase(each, row) for each in known)]
    assert gone == [], "in the table, and no key any more"
    assert len(told) == len({*told})


def test_each_verb_is_in_the_table() -> None:
    named = [shlex.split(each) for each in VERBS]
    missing = [path for path in _paths(companion, []) if not any(words[: len(path)] == path for words in named)]
    assert missing == []


def _paths(command: click.Command, path: list[str]) -> Iterator[list[str]]:
    """Yield the words of each verb that has no verbs below it, and a name to type."""
    if not isinstance(command, click.Group):
        yield path
        return
    ctx = click.Context(command)
    for name in command.list_commands(ctx):
        below = command.get_command(ctx, name)
        if below is not None and not below.hidden:
            yield from _paths(below, [*path, name])


@pytest.mark.parametrize("verb", VERBS)
def test_the_verb_does_it_in_plain_words(folder: Path, verb: str) -> None:
    if verb not in BEGIN:
        begin(folder, verb)
    done = run(folder, *shlex.split(verb))
    assert done.exit_code in STATES.get(verb, (0,)), done.output
    assert done.stdout.strip(), "nothing was said"
    assert DRAWN.findall(done.output) == []
