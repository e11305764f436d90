"""All keys, place by place, gathered from the bindings that declare them."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import NamedTuple

from textual.binding import Binding
from textual.dom import DOMNode

from companion.catalogue import _
from companion.ui.bindings import VIM, VIM_KEYS, Key, bindings_of, list_keys

EVERYWHERE = _("Everywhere")
VIM_PART = _("Vim keys, if you set them; a place keeps the letters that it uses itself")

_SHARED = {
    EVERYWHERE: "app",
    _("Every place"): "place_screen",
    _("Lists"): "row_list tick_list",
    _("Choices on a line"): "choice",
    _("Fields with a list"): "log.pick",
    _("Questions"): "dialogs unkept_dialog",
    _("A text"): "reading_screen reader.view reader.flow_view",
    _("A text, finding words"): "reader.finding",
    _("A text, its links by number"): "reader.link_list",
    _("A text, selecting"): "reader.selecting",
}
"""What is the same in several places, and the modules in which it is declared."""

_TEXT = " +reading_screen +reader.view +reader.flow_view +reader.finding"
_LIST = " +row_list"
_STEP = " +pause.returned +pause.returning.part"
_PLACES = {
    _("Now"): "now.screen" + _LIST,
    _("A sentence of Now"): "now.sheet" + _LIST,
    _("Pause, before"): "pause.form pause.length_row +choice",
    _("Pause, running"): "pause.running",
    _("Pause, theirs"): "pause.waiting",
    _("Pause, more time"): "pause.more +pause.length_row +choice",
    _("Pause, a message in large letters"): "pause.large",
    _("Pause, back"): "pause.returned pause.returning.part pause.returning.field",
    _("Pause, ready to talk?"): "pause.returning.ready" + _STEP,
    _("Pause, one topic"): "pause.returning.topic +pause.returning.field +row_list" + _STEP,
    _("Pause, say it"): "pause.returning.message +pause.returning.field" + _STEP,
    _("Pause, listening turns"): "pause.returning.turns" + _STEP,
    _("Pause, an entry about it"): "pause.returning.last" + _STEP,
    _("Breathe"): "breathe",
    _("Read"): "read.screen" + _LIST,
    _("Read lately"): "read.lately" + _LIST,
    _("A trail"): "read.trail" + _LIST,
    _("An article"): "read.article read.marking read.pages" + _TEXT,
    _("Bookmarks and highlights"): "read.marks" + _LIST,
    _("An exercise"): "read.exercise read.stage read.step +choice",
    _("Words"): "words.screen" + _LIST,
    _("A sentence being built"): "words.builder words.draft_screen +choice",
    _("The drill"): "words.drill words.draft_screen",
    _("Holding a message"): "words.hold words.draft_screen",
    _("Held messages"): "words.held" + _LIST,
    _("A held message, open"): "words.opened",
    _("What I promised"): "words.promised" + _LIST,
    _("Checking a message"): "words.check words.draft_screen" + _LIST,
    _("Log"): "log.screen log.handling log.looking log.quick_screen log.entry_list log.line log.filter_bar log.quick",
    _("Log, choosing a filter"): "log.filter_form +log.pick +choice",
    _("Log, saved filters"): "log.saved_filters" + _LIST,
    _("Deleted entries"): "log.bin" + _LIST,
    _("An entry"): "log.form log.note_line +log.pick +choice",
    _("What else goes on"): "log.context" + _LIST,
    _("Review"): "review.screen review.page",
    _("Review, entries"): "review.entries" + _LIST,
    _("Review, an entry"): "review.entry",
    _("The sheet"): "review.sheet" + _LIST,
    _("The sheet, quotes"): "review.quotes" + _LIST,
    _("The sheet, before it is written"): "review.preview",
    _("Plan"): "plan.screen" + _LIST,
    _("A worksheet"): "plan.form field.dated_rows +choice" + _LIST,
    _("Earlier fillings"): "plan.history" + _LIST,
    _("A filling as a card"): "plan.card",
    _("The week"): "plan.week plan.week_days" + _LIST,
    _("A time of the week"): "plan.week_form +choice",
    _("Help"): "help.screen" + _TEXT,
    _("Privacy and passphrase"): "privacy.screen" + _LIST,
    _("Privacy, the passphrase"): "privacy.passphrase privacy.unlock privacy.field",
    _("Privacy, openings"): "privacy.openings",
    _("Settings"): "settings" + _LIST,
    _("The cover"): "cover",
}
"""Where one can be, and the modules whose keys can be used there together; + stands before those listed elsewhere."""


class Part(NamedTuple):
    """Keys that can be used together."""

    where: str
    nodes: tuple[type[DOMNode], ...]
    """The screens and widgets whose keys are listed there."""
    beside: tuple[type[DOMNode], ...]
    """Those whose keys can be used there too, but are listed elsewhere."""
    is_shared: bool
    """Whether it belongs to several places; their own lists leave its keys out."""


@cache
def parts() -> tuple[Part, ...]:
    """Return where there are keys, what all places share first; this imports every place."""
    return (
        *(_part(where, modules, is_shared=True) for where, modules in _SHARED.items()),
        *(_part(where, modules, is_shared=False) for where, modules in _PLACES.items()),
    )


def _part(where: str, modules: str, *, is_shared: bool) -> Part:
    names = modules.split()
    nodes = [node for name in names if not name.startswith("+") for node in _nodes(name)]
    beside = [node for name in names if name.startswith("+") for node in _nodes(name[1:])]
    return Part(where, tuple(nodes), tuple(beside), is_shared)


def _nodes(name: str) -> Iterator[type[DOMNode]]:
    """Yield the screens and widgets of a module that have keys of their own."""
    module = import_module(f"companion.ui.{name}")
    for each in vars(module).values():
        is_node = isinstance(each, type) and issubclass(each, DOMNode) and each.__module__ == module.__name__
        if is_node and vars(each).get("BINDINGS"):
            yield each


def places_of() -> dict[str, list[str]]:
    """Return the ids of all bindings by where they are listed, each once; the vim keys last."""
    found: dict[str, list[str]] = {}
    known: set[str] = set()
    for part in parts():
        ids = [str(each.id) for node in part.nodes for each in bindings_of(node)]
        new = [id for id in dict.fromkeys(ids) if id not in known and not id.startswith(VIM)]
        known.update(new)
        if new:
            found[part.where] = new
    return found | {VIM_PART: [str(each.id) for each in VIM_KEYS if isinstance(each, Binding)]}


def all_keys(keymap: Mapping[str, str] | None = None) -> Iterator[tuple[str, Key]]:
    """Yield every key with where it is one, place by place; the vim keys come last.

    Args:
        keymap: The keys that the person moved.
    """
    shared: set[str] = set()
    vim: list[Key] = []
    for part in parts():
        for key in list_keys(part.nodes, keymap or {}):
            if key.id.startswith(VIM):
                vim += [key] * (part.where == EVERYWHERE)
            elif key.id not in shared:
                yield part.where, key
                if part.is_shared:
                    shared.add(key.id)
    yield from ((VIM_PART, key) for key in vim)
