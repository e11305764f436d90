"""A script: words prepared when calm, with slots filled when they are needed."""

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum

import msgspec

from companion.catalogue import _
from companion.domain.article import Side
from companion.domain.content import Content
from companion.domain.record import Record

SLOTS = ("minutes", "back_at", "place", "name", "feeling", "need", "topic", "new_time")
"""What a script can leave open."""

OWN = "own"
"""The situation of the scripts that the person wrote."""

ALONE = "length"
"""What fills `{minutes}` where no time to be back is said with it: a length of its own, not what is left of a pause."""
_SLOT = r"\{(\w+)\}"
_OPTIONAL = r"\[([^\[\]]*)\]"
_BRACED = r"\{([^{}]*)\}?"
_SHOWN = 20
"""Characters of an unknown slot that are said again."""


class PauseScript(StrEnum):
    """Ids of the shipped scripts that a pause speaks with."""

    LEAVE = "leave-default"
    PLANNED = "leave-planned"
    CHECK_IN = "check-in"
    MORE = "more-time"
    RETURN = "return-default"
    PLANNED_BACK = "planned-back"
    NOT_READY = "not-ready"
    LATE_NEW_TIME = "late-new-time"
    LATE_BACK = "late-back"
    GIVING = "giving-default"
    ASK = "ask-for-a-time"
    ASK_AGAIN = "ask-again-for-a-time"
    NO_WORD = "no-word-yet"
    END_POINT = "no-word-end-point"


class Tone(StrEnum):
    """How a script sounds."""

    WARM = "warm"
    PLAIN = "plain"
    FIRM = "firm"
    SHORT = "short"
    """Fit for a text message."""


class Script(Content, frozen=True, kw_only=True):
    """A shipped script."""

    id: str
    side: Side
    tone: Tone | None
    """None for what the person wrote."""
    instead_of: str = ""
    """What one might say in the heat."""
    text: str
    """What to try; slots in braces, parts that may be left out in square brackets."""


class ScriptFile(Content, frozen=True, kw_only=True):
    """The scripts of one situation."""

    situation: str
    """The file's name without its ending."""
    label: str
    """What it is called in lists."""
    scripts: tuple[Script, ...]
    care_note: str = ""
    """A line shown under each of its scripts, when saying them may not be safe."""


class OwnScript(Record, frozen=True, kw_only=True):
    """A script that the person wrote."""

    text: str
    """Slots and square brackets as in a shipped one."""

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise ValueError(_("Write the words you want to keep."))


class Favourite(Record, frozen=True, kw_only=True):
    """A mark on a script, or on something that calms: it stands first, or is not shown."""

    script: str
    """Id of a shipped or an own script; of what calms, its link or its words."""
    is_hidden: bool = False
    """Whether it is not to be shown any more."""


def fill(text: str, slots: Mapping[str, str]) -> str:
    """Return the script's text with its slots filled.

    A part in square brackets is left out if one of its slots is empty; elsewhere an empty slot
    shows its name, `‹place›`. Words that only look like slots stay as they were typed.
    """
    if ALONE in slots and "{back_at}" not in text:
        slots = {**slots, "minutes": slots[ALONE]}

    def optional(match: re.Match[str]) -> str:
        names = [name for name in re.findall(_SLOT, match[1]) if name in SLOTS]
        if not names:
            return match[0]
        return match[1] if all(slots.get(name) for name in names) else ""

    def slot(match: re.Match[str]) -> str:
        name = match[1]
        return (slots.get(name) or f"‹{name.replace('_', ' ')}›") if name in SLOTS else match[0]

    return re.sub(_SLOT, slot, re.sub(_OPTIONAL, optional, text))


def open_slots(text: str) -> list[str]:
    """Return the names of the slots in a text, in their order, each once."""
    return list(dict.fromkeys(name for name in re.findall(_SLOT, text) if name in SLOTS))


def say_unfilled(text: str) -> str:
    """Say what looks like a slot, or like a part to leave out, and would be shown as it stands; nothing if all is well.

    Which slots there are is not said: they stand beside the field.
    """
    for match in re.finditer(_BRACED, text):
        if match[1] not in SLOTS or not match[0].endswith("}"):
            return _("“{slot}” is not a slot, and is shown as it stands.", slot=match[0][:_SHOWN])
    rest = re.sub(_OPTIONAL, "", text)
    if "[" in rest or "]" in rest:
        return _("A [ needs its ], or it is shown as it stands.")
    return ""


def unfill(edited: str, text: str, slots: Mapping[str, str]) -> str:
    """Return edited words with slots where the person left what `fill` had put there, so that a clock time stays true.

    Args:
        edited: The words as the person left them.
        text: The script's text that was filled.
        slots: What it was filled with.
    """
    from difflib import SequenceMatcher  # 2 ms that a verb need not pay

    filled, spans = "", []
    shown = re.sub(_OPTIONAL, lambda match: match[1] if fill(match[0], slots) else "", text)
    end = 0
    for match in re.finditer(_SLOT, shown):
        filled += shown[end : match.start()]
        value = fill(match[0], slots)
        spans.append((len(filled), len(filled) + len(value), match[0]))
        filled += value
        end = match.end()
    filled += shown[end:]
    blocks = SequenceMatcher(None, filled, edited, autojunk=False).get_matching_blocks()
    for start, stop, slot in reversed(spans):
        for block in blocks:
            if block.a <= start and stop <= block.a + block.size:
                at = start - block.a + block.b
                edited = edited[:at] + slot + edited[at + stop - start :]
    return edited


def own_file(scripts: Iterable[OwnScript]) -> ScriptFile:
    """Return what the person wrote as one more situation, to stand before the shipped ones."""
    rows = tuple(Script(id=own.id, side=Side.BOTH, tone=None, text=own.text) for own in scripts)
    return ScriptFile(situation=OWN, label=_("My own words"), scripts=rows)


def matching(files: Iterable[ScriptFile], words: str) -> list[ScriptFile]:
    """Return the situations with those of their scripts that hold every one of the words.

    A word may stand in the label of the situation, in the script or in what it is said instead of.
    """
    wanted = words.casefold().split()

    def holds(file: ScriptFile, script: Script) -> bool:
        whole = f"{file.label} {script.text} {script.instead_of}".casefold()
        return all(word in whole for word in wanted)

    found = ((file, tuple(script for script in file.scripts if holds(file, script))) for file in files)
    return [msgspec.structs.replace(file, scripts=scripts) for file, scripts in found if scripts]
