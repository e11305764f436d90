"""The keys that a person moved: `keys.yaml` in the data folder, read entry by entry, whatever it holds.

    app.cover: ctrl+g
    log.new: [n, insert]

No more of YAML than this is taken, and what stands there is text: `n` and `no` are keys, and no “false”. An entry that
can't be read takes none of the others with it.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from companion.catalogue import _
from companion.storage.errors import ContentError
from companion.storage.paths import KEYS
from companion.storage.text_file import read_text

_MOST = 64_000
"""Characters that the file may have; with every key of the app in it, it has less than half of them."""
_BEGINS = re.compile(r"^(?=[^\s#\]}-])", re.MULTILINE)
"""Where an entry begins: at a line that goes on with none before it."""
_FORM = _("expected an id and its key, such as “app.cover: ctrl+g”; signs such as * and [ go in quotes")


class KeyLine(NamedTuple):
    """One entry of the file."""

    line: int
    """The number of its line, from 1."""
    id: str
    """The binding that it is about."""
    keys: tuple[str, ...]
    """Its keys, as they stand there; none if none does."""


class KeyFlaw(NamedTuple):
    """Something that is wrong with the file."""

    line: int
    """The number of the line; 0 if it is the whole file."""
    problem: str
    """What is wrong, and what to do."""

    def __str__(self) -> str:
        where = _("{keys}, line {line}", keys=KEYS, line=self.line) if self.line else KEYS
        return f"{where}: {self.problem}{'' if self.problem.endswith('?') else '.'}"


class KeysFile(NamedTuple):
    """What the file holds."""

    lines: tuple[KeyLine, ...] = ()
    flaws: tuple[KeyFlaw, ...] = ()


def read_keys(folder: Path) -> KeysFile:
    """Return what the file holds; nothing if there is none."""
    try:
        text = read_text(Path(os.path.realpath(folder / KEYS))).words
    except FileNotFoundError:
        return KeysFile()
    except ContentError as error:
        return KeysFile(flaws=(KeyFlaw(0, error.problem.rstrip(".")),))
    if len(text) > _MOST:
        return KeysFile(
            flaws=(KeyFlaw(0, _("it has more than {most:,} characters; leave no more in it than keys", most=_MOST)),)
        )
    lines: list[KeyLine] = []
    flaws: list[KeyFlaw] = []
    before = 0
    for entry in _BEGINS.split(text):
        try:
            lines += [each._replace(line=before + each.line) for each in _lines(entry)]
        except ValueError as error:
            flaws.append(KeyFlaw(before + 1, str(error)))
        before += entry.count("\n")
    return KeysFile(tuple(lines), tuple(flaws))


def _lines(entry: str) -> list[KeyLine]:
    """Return what an entry says.

    It is read event by event: nothing nested is followed, however deep, and no alias is multiplied.

    Raises:
        ValueError: if it is no id with its keys.
    """
    import yaml  # only who moved keys pays for it

    try:
        return list(_walk(yaml.parse(entry, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))))
    except yaml.MarkedYAMLError as error:
        raise ValueError(_FORM) from error
    except yaml.YAMLError as error:
        raise ValueError(_("it holds signs that are no text; take the line away")) from error


def _walk(events: Iterator[Any]) -> Iterator[KeyLine]:
    from yaml import MappingEndEvent, MappingStartEvent, NodeEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent

    root = next((each for each in events if isinstance(each, NodeEvent)), None)
    if root is None:
        return
    if not isinstance(root, MappingStartEvent):
        raise ValueError(_FORM)
    while isinstance(name := next(events), ScalarEvent):
        each = next(events)
        keys = [each] if isinstance(each, ScalarEvent) else []
        if isinstance(each, SequenceStartEvent):
            while isinstance(each := next(events), ScalarEvent):
                keys.append(each)
        if not isinstance(each, ScalarEvent | SequenceEndEvent):
            raise ValueError(_FORM)
        line = name.start_mark.line + 1 if name.start_mark else 1
        yield KeyLine(line, name.value, tuple(key.value for key in keys if key.value))
    if not isinstance(name, MappingEndEvent):
        raise ValueError(_FORM)
