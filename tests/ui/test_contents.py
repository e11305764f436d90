"""The contents of a text and its sections: beside it where there is room, over it where there is none."""

from companion.domain.content import Link
from companion.text.flow import Flow
from companion.text.headings import contents, heading_of
from companion.ui.dialogs import Choose
from companion.ui.places import Place
from companion.ui.reader.contents import ContentsPane
from companion.ui.row_list import RowList
from tests.conftest import AppAt
from tests.screens import lines, text
from tests.ui.reading import PARTS, read, reader, top

NEXT, BEFORE = "right_square_bracket", "left_square_bracket"


async def test_brackets_go_from_section_to_section(app_at: AppAt) -> None:
    app = app_at(Place.READ)
    async with app.run_test(size=(80, 24)) as pilot:
        read(app, PARTS)
        await pilot.pause()
        steps = ((NEXT, "One"), (NEXT, "One, deeper"), (NEXT, "Two"), (BEFORE, "One, deeper"), (BEFORE, "One"))
        for key, heading in steps:
            await pilot.press(key)
            await pilot.pause()
            assert top(app) == heading
        await pilot.press("down", "down", BEFORE)
        await pilot.pause()
        assert top(app) == "One"  # from within a section, to its own heading
        await pilot.press(BEFORE)
        await pilot.pause()
        assert top(app) == "All of it"


async def test_a_heading_that_cannot_come_to_the_top_is_gone_to_and_from_all_the_same(app_at: AppAt) -> None:
    app = app_at(Place.READ)
    async with app.run_test(size=(80, 24)) as pilot:
        read(app, PARTS)
        await pilot.pause()
        await pilot.press(*[NEXT] * 6)
        await pilot.pause()
        assert "Last" in text(app)
        assert top(app) != "Last"
        await pilot.press(BEFORE)
        await pilot.pause()
        assert top(app) == "Two"


async def test_where_there_is_little_room_the_contents_lie_over_the_text(app_at: AppAt) -> None:
    app = app_at(Place.READ)
    async with app.run_test(size=(80, 24)) as pilot:
        read(app, PARTS)
        await pilot.pause()
        await pilot.press(NEXT, NEXT, "c")
        await pilot.pause()
        assert isinstance(app.screen, Choose)
        rows = app.screen.query_one(RowList)
        assert [row.text for row in rows.rows] == ["One", "One, deeper", "Two", "Last"]
        assert [bool(row.lead) for row in rows.rows] == [False, True, False, False]
        assert [row.tail for row in rows.rows] == ["", "here", "", ""]
        assert rows.chosen is rows.rows[1]
        await pilot.press("down", "enter")
        await pilot.pause()
        assert top(app) == "Two"
        await pilot.press("c", "escape")
        await pilot.pause()
        assert top(app) == "Two"


async def test_on_a_wide_screen_they_stay_beside_it_and_go_along(app_at: AppAt) -> None:
    app = app_at(Place.READ)
    async with app.run_test(size=(120, 40)) as pilot:
        read(app, PARTS)
        await pilot.pause()
        await pilot.press("c", "down", "enter")
        await pilot.pause()
        pane = app.screen.query_one(ContentsPane)
        assert pane.display
        assert reader(app).has_focus
        assert pane.chosen is not None
        assert pane.chosen.text == "One, deeper"
        assert "One, deeper" in lines(app)[3][35:]
        await pilot.press(NEXT)
        await pilot.pause()
        assert pane.chosen.text == "Two"
        await pilot.press("c", "escape")
        await pilot.pause()
        assert not pane.display
        assert reader(app).has_focus


async def test_the_pane_shows_the_contents_of_the_next_text_too(app_at: AppAt) -> None:
    app = app_at(Place.READ)
    async with app.run_test(size=(120, 40)) as pilot:
        app.follow(Link("articles", "asking-kindly"))
        await pilot.pause()
        await pilot.press("c", "c", "c")  # opens, closes, opens
        await pilot.pause()
        before = [row.text for row in app.screen.query_one(ContentsPane).rows]
        await pilot.press("escape", "c")
        app.screen.query_one("#text").focus()
        await pilot.press("n", "enter")
        await pilot.pause()
        after = [row.text for row in app.screen.query_one(ContentsPane).rows]
        assert before
        assert after
        assert before != after


async def test_without_the_room_the_pane_makes_way(app_at: AppAt) -> None:
    app = app_at(Place.READ)
    async with app.run_test(size=(120, 40)) as pilot:
        read(app, PARTS)
        await pilot.pause()
        await pilot.press("c")
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert not app.screen.query_one(ContentsPane).display
        await pilot.press("down")
        await pilot.pause()
        assert reader(app).scroll_offset.y > 0


async def test_a_text_without_headings_offers_no_contents(app_at: AppAt) -> None:
    app = app_at(Place.READ)
    async with app.run_test(size=(80, 24)) as pilot:
        read(app, "# Only a title\n\nwords\n")
        await pilot.pause()
        await pilot.press("c", NEXT, BEFORE)
        await pilot.pause()
        assert not isinstance(app.screen, Choose)
        assert "Contents" not in lines(app)[-1]


def test_the_title_is_none_of_the_parts_and_two_alike_have_names_of_their_own() -> None:
    found = Flow("# Title\n\n## Part, *one*\n\n## Part, one\n\n#### Ärger\n").headings
    assert [(each.level, each.words) for each in contents(found)] == [(2, "Part, one"), (2, "Part, one"), (4, "Ärger")]
    assert [each.anchor for each in found] == ["title", "part-one", "part-one-1", "ärger"]
    assert heading_of("#%C3%A4rger", found) == found[3]
    assert heading_of("#nothing", found) is None
    assert contents(Flow("# One\n\n# Two\n").headings)[0].words == "One"
