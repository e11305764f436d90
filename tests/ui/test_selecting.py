"""Selecting in a text by keys and with the mouse, and copying it."""

from companion.domain.content import Link
from companion.storage.library import Library
from companion.storage.store import Store
from companion.text.blocks import Look
from companion.text.flow import Flow
from companion.ui.places import Place
from companion.ui.reader.selecting import SelectBar
from tests.conftest import AppAt
from tests.screens import lines, text
from tests.ui.marking import FIRST, LINK, THIRD, TITLE, copied, reader, reading, selected
from tests.ui.reading import said


async def test_v_selects_the_first_sentence_on_the_screen_and_arrows_the_next(app_at: AppAt) -> None:
    app = app_at(Place.READ)
    async with reading(app) as pilot:
        await pilot.press("v")
        assert selected(app) == FIRST
        await pilot.press("down", "down")
        assert selected(app) == THIRD
        await pilot.pause()
        assert "10 words" in text(app)
        assert "y Copy" in lines(app)[-1] and "↑↓ Sentence" in lines(app)[-1]
        assert "Do now" not in lines(app)[-1]
        await pilot.press("right", "shift+left", "tab", "left")
        assert selected(app) == f"back.\n{THIRD} A"
        await pilot.press("escape")
        await pilot.pause()
        assert selected(app) == "" and reader(app).has_focus


async def test_it_begins_below_the_title_and_what_is_said_of_the_text_but_these_can_be_copied(app_at: AppAt) -> None:
    app = app_at(Place.READ)
    async with reading(app) as pilot:
        await pilot.press("v", "up")
        assert selected(app) == "if you need room · 3 min"
        await pilot.press("up", "y")
        assert copied(app) == TITLE


async def test_y_copies_without_the_line_breaks_of_the_screen(app_at: AppAt) -> None:
    app = app_at(Place.READ)
    async with reading(app, size=(40, 12)) as pilot:
        await pilot.press("v", "p", "p", "y")
        await pilot.pause()
        first, second = copied(app).split("\n")
        assert first == f"{FIRST} Then be back."
        assert second.startswith('"I just need') and second.endswith("them deleted.")
        assert "Copied." in said(app)
        assert not app.screen.query_one(SelectBar).is_open


async def test_pages_and_ends_of_the_text_are_reached_while_selecting(app_at: AppAt) -> None:
    app = app_at(Place.READ)
    async with reading(app) as pilot:
        await pilot.press("v", "space")
        top = reader(app).scroll_offset.y
        assert top > 0 and selected(app) not in ("", FIRST)
        await pilot.press("end")
        assert selected(app).startswith("Checked on")
        await pilot.press("home")
        assert selected(app) == FIRST and reader(app).scroll_offset.y == 0


async def test_it_begins_at_the_hit_that_is_stood_on_and_at_the_link(app_at: AppAt) -> None:
    app = app_at(Place.READ)
    async with reading(app) as pilot:
        await pilot.press("slash", *"promise to return", "enter", "v")
        assert selected(app).startswith("Therapists often say")
        await pilot.press("escape", "escape", "tab", "v")
        await pilot.pause()
        assert "A pause with a promise" in selected(app)


async def test_any_text_can_be_copied_from_the_safety_page_too(app_at: AppAt) -> None:
    app = app_at(Place.NOW)
    async with app.run_test() as pilot:
        await pilot.press("f1", "v", "y")
        assert copied(app) == "If you're afraid of them, your safety comes first."


async def test_while_selecting_no_other_key_leads_away(app_at: AppAt) -> None:
    app = app_at(Place.READ)
    async with reading(app) as pilot:
        screen = app.screen
        await pilot.press("v", "d", "x", "slash", "c", "n", "z")
        assert app.screen is screen and selected(app) == FIRST


async def test_dragging_selects_and_beyond_the_edge_it_scrolls(app_at: AppAt) -> None:
    app = app_at(Place.READ)
    async with reading(app) as pilot:
        text_view, left = reader(app), reader(app)._left
        await pilot.mouse_down(text_view, offset=(left, 0))
        await pilot.hover(text_view, offset=(left + 4, 0))
        await pilot.mouse_up(text_view, offset=(left + 4, 0))
        assert selected(app) == "Askin"
        await pilot.press("y")
        assert copied(app) == "Askin"
        height = text_view.size.height
        await pilot.mouse_down(text_view, offset=(left + 3, height - 1))
        await pilot.hover("KeyBar", offset=(10, 0))
        for _ in range(3):
            text_view._pull_on()
        assert text_view.scroll_offset.y >= 3
        await pilot.mouse_up("KeyBar", offset=(10, 0))
        assert text_view._pull is None
        assert "\n" in selected(app)


async def test_a_drag_that_ends_on_a_link_follows_nothing_and_a_click_does(app_at: AppAt, library: Library) -> None:
    app = app_at(Place.READ)
    async with reading(app) as pilot:
        await pilot.press("end")
        await pilot.pause()
        view = reader(app)
        line = next(at for at, way in view.flow.ways if way.link == Link("pause"))
        x, y = view._left + 2, line - view.scroll_offset.y
        await pilot.mouse_down(view, offset=(x + 5, y))
        await pilot.hover(view, offset=(x, y))
        await pilot.mouse_up(view, offset=(x, y))
        screen = app.screen
        await pilot.pause()
        assert app.screen is screen and selected(app)
        await pilot.press("escape")
        await pilot.click(view, offset=(x, y))
        await pilot.pause()
        assert app.screen is not screen


async def test_what_is_selected_is_drawn_reversed_also_without_colours(app_at: AppAt) -> None:
    app = app_at(Place.READ)
    async with reading(app) as pilot:
        await pilot.press("v")
        await pilot.pause()
        drawn = [segment for y in range(10) for segment in reader(app).render_line(y)]
        styles = [segment.style for segment in drawn if segment.text.startswith(FIRST[:20])]
        assert styles and styles[0] and styles[0].reverse
        paints = list(reader(app)._painting.on(2))
        assert [paint.look for paint in paints] == [Look.SELECTED]


async def test_a_text_without_words_selects_nothing(app_at: AppAt) -> None:
    app = app_at(Place.READ)
    async with reading(app, LINK) as pilot:
        reader(app).flow = Flow("")
        await pilot.press("v")
        assert not app.screen.query_one(SelectBar).is_open


async def test_the_keys_are_shown_while_selecting_also_where_there_is_only_the_text(app_at: AppAt) -> None:
    app = app_at(Place.READ)
    async with reading(app) as pilot:
        await pilot.press("z", "v")
        await pilot.pause()
        assert "y Copy" in lines(app)[-1] and "esc Leave" in lines(app)[-1]
        await pilot.press("escape")
        await pilot.pause()
        assert "Copy" not in lines(app)[-1] and "Contents" not in lines(app)[-1]


async def test_what_we_say_of_a_text_is_not_highlighted(app_at: AppAt, store: Store) -> None:
    app = app_at(Place.READ)
    async with reading(app) as pilot:
        for key in ("h", "e"):
            await pilot.press("v", "up", key)
            await pilot.pause()
            assert len(store.highlights) == 0 and "Only the text itself" in said(app)
            assert selected(app) == "if you need room · 3 min"
            await pilot.press("escape")
        await pilot.press("v", "h")
        assert [each.words for each in store.highlights] == [FIRST]
