"""Stub."""

from typing import Any

from companion.ui.place_screen import PlaceScreen
from companion.ui.places import Place


class ArticleScreen(PlaceScreen):
    """Stub."""

    place = Place.READ

    def __init__(self, *parts: Any) -> None:
        super().__init__(parts[3])
