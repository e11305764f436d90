"""Choosing a theme: it is shown and kept at once."""

from collections.abc import Iterator

from textual import on

from companion.catalogue import _
from companion.domain.settings import BY_THE_TERMINAL
from companion.storage.errors import StoreError
from companion.storage.paths import THEMES
from companion.storage.store import Store
from companion.text.plain import one_line
from companion.ui.dialogs import Choose
from companion.ui.messages import Restyled
from companion.ui.own_themes import OwnThemes, own_themes
from companion.ui.row_list import RowList
from companion.ui.rows import Row
from companion.ui.themes import OURS, TEXTUALS

_AUTO = _("by the terminal")
_OF_OURS = {
    "dusk": _("Light writing on a dark ground."),
    "dawn": _("Dark writing on a light ground."),
    "plain": _("The terminal's own writing and ground, no colours."),
}
_QUESTION = _("Which theme? High contrast, in the settings, works with all but “plain”.")


class ChooseTheme(Choose):
    """All themes; the one that is set is stood on. Without a change it closes with None."""

    def __init__(self, store: Store) -> None:
        self._store = store
        own = own_themes(store.folder)
        super().__init__(_QUESTION, list(_rows(own)), store.settings.theme)

    @on(RowList.Chosen)
    def answer(self, event: RowList.Chosen) -> None:
        """Keep the theme, and show it."""
        event.prevent_default()
        try:
            self._store.change_settings(theme=event.row.id)
        except StoreError as error:
            self.notify(str(error), severity="warning", markup=False)
            return
        self.app.post_message(Restyled())
        self.dismiss(event.row.id)


def say_theme(name: str) -> str:
    """Return how a theme is called."""
    return _AUTO if name == BY_THE_TERMINAL else one_line(name)


def _rows(own: OwnThemes) -> Iterator[Row]:
    yield Row(_AUTO, BY_THE_TERMINAL, help=_("Dusk on a dark ground, dawn on a light one."))
    yield from (Row(name, name, help=_OF_OURS[name]) for name in OURS if name not in own.sound)
    if own.sound or own.broken:
        yield Row(_("Your own"))
    yield from (Row(name, name) for name in own.sound)
    yield from (
        Row(
            _("{folder}/{file} is no theme: {problem}", folder=THEMES, file=each.path.name, problem=each.problem),
            indent=True,
        )
        for each in own.broken
    )
    yield Row(_("Textual's"))
    yield from (Row(name, name) for name in TEXTUALS if name not in own.sound)
