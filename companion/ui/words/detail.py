"""The script under the cursor, whole: what not to say, what to try, what is still open."""

from collections.abc import Mapping

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from companion.catalogue import _, ngettext
from companion.domain.script import fill, open_slots
from companion.text.plain import one_line
from companion.ui.bindings import key_of, with_keys
from companion.ui.words.shelf import Standing


class ScriptDetail(VerticalScroll):
    """One script with its slots filled. Focus it with tab to scroll a long one."""

    def compose(self) -> ComposeResult:
        """Situation, instead of, try, what is open, the line of care."""
        yield Static("", id="situation", classes="quiet", markup=False)
        yield Static("", id="instead-of", classes="quiet", markup=False)
        yield Static("", id="try", markup=False)
        yield Static("", id="open", classes="quiet", markup=False)
        yield Static("", id="care-note", classes="problem", markup=False)

    def show(self, found: Standing | None, slots: Mapping[str, str]) -> None:
        """Show a script; without one, nothing."""
        self.display = found is not None
        if found is None:
            return
        file, script = found.file, found.script
        left = [name.replace("_", " ") for name in open_slots(script.text) if not slots.get(name)]
        self._say("situation", f"{file.label} · {script.tone}" if script.tone else file.label)
        self._say(
            "instead-of", _("Instead of: {instead_of}", instead_of=script.instead_of) if script.instead_of else ""
        )
        self._say("try", _("Try: {words}", words=one_line(fill(script.text, slots))))
        is_open = ngettext(
            "Left open: {slots}. {fill} fills it in.",
            "Left open: {slots}. {fill} fills them in.",
            len(left),
            slots=", ".join(left),
            fill=key_of("words.fill", "f"),
        )
        self._say("open", is_open if left else "")
        self._say("care-note", with_keys(file.care_note))
        self.scroll_home(animate=False)

    def _say(self, name: str, words: str) -> None:
        part = self.query_one(f"#{name}", Static)
        part.set_class(not words, "-empty")
        part.update(words)
