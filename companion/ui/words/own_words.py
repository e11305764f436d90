"""Words of one's own: written, edited, deleted and brought back; and which scripts stand first."""

from collections.abc import Callable
from functools import partial

import msgspec

from companion.catalogue import _
from companion.domain.script import Favourite, OwnScript
from companion.domain.times import Clock
from companion.storage.errors import StoreError
from companion.storage.library import Library
from companion.storage.store import Store
from companion.ui.bindings import key_of
from companion.ui.words.listing import ScriptListing
from companion.ui.words.writing import WriteScript

NEW = "script:new"
"""The id of new words that are not kept yet."""

_CHANGES = ("write", "edit", "delete", "undo", "star")
"""What changes something on the disk, which a locked one does not let."""


class OwnWords(ScriptListing):
    """A list of scripts that can be changed."""

    def __init__(self, store: Store, library: Library, clock: Clock) -> None:
        super().__init__(store, library, clock)
        self._forgotten: OwnScript | None = None

    def _own_here(self) -> OwnScript | None:
        here = self._here()
        return self._store.scripts.get(here.script.id) if here else None

    def action_write(self) -> None:
        """Write a new script."""
        self._ask_for_words(NEW, key_of("words.write", "n"), OwnScript, "")

    def action_edit(self) -> None:
        """Edit an own script; of a shipped one, an own copy."""
        way_back = _("{edit} on it", edit=key_of("words.edit", "e"))
        if own := self._own_here():
            self._ask_for_words(f"script:{own.id}", way_back, partial(msgspec.structs.replace, own), own.text)
        elif here := self._here():
            self._ask_for_words(f"script:{here.script.id}", way_back, OwnScript, here.script.text)

    def _ask_for_words(self, form: str, way_back: str, make: Callable[..., OwnScript], text: str) -> None:
        """Open the dialog; what is kept is shown under the cursor."""

        def keep(words: str) -> OwnScript:
            kept = self._store.scripts.keep(make(text=words.strip()))
            self._show_all()
            self._read_shelf()
            self._draw(at=kept.id)
            return kept

        self.app.push_screen(WriteScript(self._store, self.clock, form, way_back, text, self._slots, keep))

    def action_delete(self) -> None:
        """Delete an own script; it can be undone."""
        if own := self._own_here():
            said = _("Deleted. {undo} brings it back.", undo=key_of("words.undo", "u"))
            self._change(partial(self._store.scripts.forget, own.id), said)
            if self._store.scripts.get(own.id) is None:
                self._forgotten = own
                self.refresh_bindings()

    def action_undo(self) -> None:
        """Bring back what was deleted last."""
        if (own := self._forgotten) and self._change(partial(self._store.scripts.keep, own), _("It is back."), own.id):
            self._forgotten = None
            self.refresh_bindings()

    def action_star(self) -> None:
        """Let the script stand first, or in its place again."""
        here = self._here()
        if here is None:
            return
        script_id = here.script.id
        marks = [each for each in self._store.favourites if each.script == script_id and not each.is_hidden]
        if marks:
            self._change(partial(self._unmark, marks), _("It stands in its place again."), script_id)
        else:
            keep = partial(self._store.favourites.keep, Favourite(script=script_id))
            self._change(keep, _("It stands first now."), script_id)

    def _unmark(self, marks: list[Favourite]) -> None:
        for mark in marks:  # two machines may have made one each
            self._store.favourites.forget(mark.id)

    def _change(self, change: Callable[[], object], done: str, at: str | None = None) -> bool:
        """Change something on the disk and show it; return whether that worked."""
        try:
            change()
        except StoreError as error:
            self.notify(str(error), severity="warning", markup=False)
            return False
        self._read_shelf()
        self._draw(at)
        self.notify(done, markup=False)
        return True

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to delete own words only, and to undo only what was deleted; while they are locked, neither."""
        if action in _CHANGES and self._store.is_locked:
            return False
        if action in ("delete", "star"):
            here = self._here() if self.is_shown else None
            return here is not None and (here.is_own or action == "star")
        if action == "undo":
            return self._forgotten is not None
        return super().check_action(action, parameters)
