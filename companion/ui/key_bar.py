"""The keys at the bottom: those of the screen first, help and hiding always."""

from typing import ClassVar

import msgspec
from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.keys import key_to_character
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from companion.catalogue import _
from companion.ui.key_names import name_key

_GAP = "  "
_ALWAYS = ("app.help", "app.cover")
"""Ids of the keys that are shown however narrow the screen is."""

_SECOND = "app.unlock"
"""Id of the key that comes right behind the first one of the screen."""
_LAST = ("pause.below", "app.find", "app.quit")
"""Ids of the keys that make room first: what the screen itself offers comes before them."""


class _Shown(msgspec.Struct, frozen=True):
    """One key as it is shown."""

    id: str
    key: str
    display: str
    what: str

    @property
    def always(self) -> bool:
        return self.id in _ALWAYS

    @property
    def width(self) -> int:
        return cell_len(f"{self.display} {self.what}{_GAP}")


def _rank(key: _Shown) -> int:
    return _LAST.index(key.id) + 1 if key.id in _LAST else 0


class KeyBar(Widget):
    """Draws the active bindings on its lines; when they do not fit, the last ones of the screen stay away."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"keys--key", "keys--what"}

    def on_mount(self) -> None:
        """Follow the focus, which decides which keys do something, and whether another screen lies over this one."""
        self.screen.bindings_updated_signal.subscribe(self, self._redraw)
        self.app.screen_change_signal.subscribe(self, self._redraw)

    def on_unmount(self) -> None:
        """Let the screen go."""
        self.screen.bindings_updated_signal.unsubscribe(self)
        self.app.screen_change_signal.unsubscribe(self)

    def _redraw(self, _screen: Screen[object]) -> None:
        self.refresh()

    def _keys(self) -> list[_Shown]:
        """Return the keys that do something, the most needed first; under a question, none."""
        if self.app.screen is not self.screen:
            return []
        found: dict[str, _Shown] = {}
        is_eaten = self.screen.focused.check_consume_key if self.screen.focused else None
        for _node, binding, enabled, _tip in self.screen.active_bindings.values():
            if is_eaten and is_eaten(binding.key, key_to_character(binding.key)):
                continue  # a letter that the person chose writes in a field, as every letter does
            if binding.show and enabled and binding.action not in found:
                display = binding.key_display or name_key(binding.key).replace("ctrl+", "^")
                found[binding.action] = _Shown(binding.id or "", binding.key, display, _(binding.description))
        first = getattr(self.screen, "first_keys", ())
        shown = sorted(found.values(), key=lambda key: first.index(key.id) if key.id in first else len(first))
        shown.sort(key=_rank)
        shown[1:] = sorted(shown[1:], key=lambda key: key.id != _SECOND)
        return shown

    def _lines(self) -> list[list[_Shown]]:
        """Return the keys that fit on each line, in their order; what is always shown stands on the last one."""
        keys = self._keys()
        always, others = [key for key in keys if key.always], [key for key in keys if not key.always]
        lines: list[list[_Shown]] = [[] for _ in range(max(1, self.size.height))]
        room = [self.size.width - 1 + len(_GAP)] * len(lines)  # no gap is needed at the end
        room[-1] -= sum(key.width for key in always)
        for key in others:
            fits = next((at for at, free in enumerate(room) if key.width <= free), None)
            if fits is not None:
                lines[fits].append(key)
                room[fits] -= key.width
        lines[-1] = sorted(lines[-1] + always, key=keys.index)
        return lines

    def render_line(self, y: int) -> Strip:
        """Draw a line of keys."""
        key_style = self.get_component_rich_style("keys--key")
        what_style = self.get_component_rich_style("keys--what")
        segments = [Segment(" ", what_style)]
        for key in self._lines()[y]:
            segments += [Segment(key.display, key_style), Segment(f" {key.what}{_GAP}", what_style)]
        return Strip(segments).adjust_cell_length(self.size.width, what_style)

    def on_click(self, event: events.Click) -> None:
        """Do what the clicked key does."""
        x = 1
        for key in self._lines()[event.y]:
            x += key.width
            if event.x < x:
                self.app.simulate_key(key.key)
                return
