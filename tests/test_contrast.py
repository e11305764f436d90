"""Every theme can be read: 4.5 to 1 for text, 7 to 1 in high contrast, 3 to 1 for signs (WCAG 1.4.3, 1.4.6, 1.4.11)."""

import os

import pytest
from rich.color import ColorSystem
from textual.color import Color
from textual.pilot import Pilot
from textual.theme import BUILTIN_THEMES, Theme

from companion.resources import LIBRARY
from companion.storage.library import Library
from companion.ui.app import CompanionApp
from companion.ui.legible import legible
from companion.ui.themes import DAWN, DUSK, OURS, PLAIN, TEXTUALS, find_theme
from tests.inks import contrast, faint, inks
from tests.pictures import NOW, a_store

LEAST, HIGH, GLYPH = 4.5, 7.0, 3.0
INKS = ("foreground", "primary", "secondary", "accent", "warning", "error", "success", "text-muted")
GROUNDS = ("background", "surface", "panel")
COLOURED = [name for name in (*OURS, *TEXTUALS) if name != PLAIN.name]
PLACES = (("1",), ("1", "enter"), ("2",), ("3",), ("4",), ("5",), ("5", "escape", "n"), ("6",), ("7",), ("f1",))
"""The keys that lead to each screen of the tour."""
FEW = (("1", "enter"), ("5",))
EVERY_THEME = "COMPANION_EVERY_THEME"
"""Set, every theme of Textual's is drawn, not each fifth; the pairs of all of them are computed anyway."""
HOSTILE = Theme(
    name="fog", primary="#777777", foreground="#787878", background="#777777", panel="#7a7a7a", accent="#7f7f7f",
    variables={"text-muted": "#777777"},
)  # fmt: skip


def found(name: str, *, high: bool = False) -> Theme:
    theme = find_theme(name, {"fog": HOSTILE}, high_contrast=high)
    assert theme is not None
    return theme


def colours(theme: Theme) -> dict[str, Color]:
    drawn = theme.to_color_system().generate() | theme.variables
    return {name: Color.parse(drawn[name]) for name in (*INKS, *GROUNDS, "scrollbar", "rule")}


@pytest.mark.parametrize("high", [False, True], ids=["as it is", "high contrast"])
@pytest.mark.parametrize("name", [*COLOURED, "fog"])
def test_all_writing_stands_out_from_every_ground(name: str, high: bool) -> None:
    least, drawn = HIGH if high else LEAST, colours(found(name, high=high))
    for ground in GROUNDS:
        for ink in INKS:
            assert contrast(drawn[ink], drawn[ground]) >= least, (ink, ground)
    assert contrast(drawn["scrollbar"], drawn["background"]) >= (LEAST if high else GLYPH)
    if high:
        assert contrast(drawn["rule"], drawn["background"]) >= GLYPH


@pytest.mark.parametrize("theme", [DUSK, DAWN], ids=lambda theme: theme.name)
def test_nothing_of_our_two_needs_mending(theme: Theme) -> None:
    mended = colours(legible(theme))
    for name, colour in colours(theme).items():
        if name != "scrollbar":
            apart = (abs(a - b) for a, b in zip(colour.rgb, mended[name].rgb, strict=True))
            assert max(apart) <= 1, name  # Textual rounds


@pytest.mark.parametrize("theme", [DUSK, DAWN], ids=lambda theme: theme.name)
@pytest.mark.parametrize("high", [False, True])
def test_our_two_can_be_read_with_256_colours(theme: Theme, high: bool) -> None:
    drawn = {}
    for name, colour in colours(found(theme.name, high=high)).items():
        triplet = colour.rich_color.downgrade(ColorSystem.EIGHT_BIT).get_truecolor()
        drawn[name] = Color(*triplet)
    for ground in GROUNDS:
        for ink in INKS:
            assert contrast(drawn[ink], drawn[ground]) >= LEAST, (ink, ground)


def test_all_of_textuals_themes_are_offered_but_those_whose_colours_are_the_terminals() -> None:
    assert set(BUILTIN_THEMES) - set(TEXTUALS) == {"ansi-dark", "ansi-light"}
    assert len(TEXTUALS) >= 19


async def tour(name: str, *, high: bool, running: bool, screens: tuple[tuple[str, ...], ...]) -> list[object]:
    """Go through screens, a dialog, the palette and a notice; return what can hardly be read there."""
    store = a_store(Library(LIBRARY), running=running)
    store.change_settings(theme=name, high_contrast=high)
    app = CompanionApp(store, Library(LIBRARY), lambda: NOW)
    bad: list[object] = []
    async with app.run_test(size=(100, 34), notifications=True) as pilot:
        for keys in screens:
            app.notify("A word in passing.", severity="warning", timeout=60)
            await look(pilot, keys, high, bad)
            await pilot.press("escape", "escape", "escape")
        await look(pilot, ("ctrl+p", *"pause"), high, bad)
        await pilot.press("escape", "escape")
        app.push_screen(app._screens.theme_choice())
        await look(pilot, (), high, bad)
    return bad


async def look(pilot: Pilot[None], keys: tuple[str, ...], high: bool, bad: list[object]) -> None:
    await pilot.press(*keys)
    await pilot.pause(0.05)
    assert sum(bool(segment.text.strip()) for segment, _, _ in inks(pilot.app)) > 5
    bad += [(keys, each) for each in faint(pilot.app, HIGH if high else LEAST)]


@pytest.mark.parametrize("running", [False, True], ids=["no pause", "a pause runs"])
@pytest.mark.parametrize("high", [False, True], ids=["as it is", "high contrast"])
@pytest.mark.parametrize("name", ["dusk", "dawn"])
async def test_all_that_is_drawn_can_be_read(name: str, high: bool, running: bool) -> None:
    assert await tour(name, high=high, running=running, screens=PLACES) == []


@pytest.mark.parametrize("name", list(TEXTUALS)[:: 1 if os.environ.get(EVERY_THEME) else 5])
async def test_what_is_drawn_in_a_theme_of_textuals_can_be_read(name: str) -> None:
    assert await tour(name, high=False, running=True, screens=FEW) == []
