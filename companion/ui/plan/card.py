"""A filling to look at: as a card to copy or to write to a file, beside the one before, with what is said of it."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from companion.catalogue import _
from companion.domain.content import parse_link
from companion.domain.field import FieldKind
from companion.domain.filling import Answers
from companion.domain.times import Clock, local, say_weekday
from companion.domain.worksheet import Worksheet, say_answer
from companion.domain.worksheet_beside import beside
from companion.domain.worksheet_card import card
from companion.domain.worksheet_gone import with_gone_fields
from companion.domain.worksheet_names import SHORT_NAMES, WHOLE_NAMES, is_naming, named
from companion.domain.worksheet_offers import Offers
from companion.domain.worksheet_result import endings, is_unsafe, say_band, ways_on
from companion.resources import STYLES
from companion.storage.library import Library
from companion.storage.outside import write_new
from companion.text.plain import drawable, one_line
from companion.text.whole import title_of
from companion.ui.bindings import key_of, with_keys
from companion.ui.clipboard import copy
from companion.ui.dialogs import Ask, Choose
from companion.ui.messages import Follow
from companion.ui.place_screen import PlaceScreen
from companion.ui.places import Place
from companion.ui.row_list import RowList
from companion.ui.rows import Row

_EMPTY = _("Nothing is filled in yet. What you write in the worksheet will stand here, ready to copy.")
_NOT_KEPT = _("Nothing of this is kept unless you say so: {keep} keeps it.")


class End(StrEnum):
    """What is to become of answers that are not kept by themselves."""

    KEEP = "keep"
    LET_GO = "let go"


STAY_OR_GO = (Row(_("Back to the answers"), "back"), Row(_("Let it go"), End.LET_GO))
"""What to choose from where one leaves answers that wait nowhere."""
_ENDS = (Row(_("Keep it"), End.KEEP), Row(_("Let it go"), End.LET_GO), Row(_("Back to the answers"), "back"))


class CardScreen(PlaceScreen):
    """Labels and answers; copied, it is Markdown."""

    CSS_PATH = [STYLES / "card.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "keep", "Keep this", id="card.keep"),
        Binding("y", "copy", "Copy", id="card.copy"),
        Binding("w", "write", "To a file", id="card.write"),
        Binding("n", "names", "Whole names", id="card.names"),
        Binding("escape,f3", "back", "Back", id="card.back", key_display="esc"),
    ]

    place = Place.PLAN

    def __init__(
        self,
        worksheet: Worksheet,
        answers: Answers,
        before: Answers | None,
        offers: Offers,
        library: Library,
        clock: Clock,
        asks: bool = False,
    ) -> None:
        """Make the screen.

        Args:
            worksheet: What was filled in.
            answers: The filling, without what can't be read yet.
            before: The filling before, if there is one to compare with.
            offers: Says what persons are called, and the entries that it links to.
            library: Says what links lead to.
            clock: Tells the day.
            asks: Whether it is asked at the end if this is to be kept.
        """
        super().__init__(clock)
        self._worksheet = with_gone_fields(worksheet, answers, *filter(None, [before]))
        self._answers = answers
        self._before = None if is_unsafe(worksheet, answers) else before
        self._offers = offers
        self._library = library
        self._asks = asks
        self.end: End | None = None
        """What was chosen at the end; None for neither."""

    # -- what is shown

    def compose_place(self) -> ComposeResult:
        """Title, what is said of it, what is filled in, the ways on."""
        yield VerticalScroll(*self._parts(), id="card")

    def _parts(self) -> Iterator[Widget]:
        yield Static(self._worksheet.title, id="title", markup=False)
        today = local(self.clock()).date()
        yield Static(say_weekday(self._answers.day, today), id="day", classes="quiet", markup=False)
        if words := say_band(self._worksheet, self._answers):
            yield Static(words, classes="ending", markup=False)
        yield from self._filled()
        for sentence in endings(self._worksheet, self._answers):
            yield Static(with_keys(sentence), classes="ending quiet", markup=False)
        if links := ways_on(self._worksheet, self._answers):
            rows = [Row(title_of(parse_link(link), self._library), link) for link in links]
            yield RowList(Row(_("From here")), *rows, wrapped=True)
        if self._asks:
            yield Static(_(_NOT_KEPT, keep=key_of("card.keep", "ctrl+s")), classes="ending", markup=False)

    def _filled(self) -> Iterator[Widget]:
        answers, before, names = self._answers, self._before, self._offers.names
        compared = beside(self._worksheet, answers, before, names) if before else {}
        shown, entries = self._named, self._entries
        is_empty = True
        for field in self._worksheet.fields:
            lines, words = say_answer(field, shown, entries), compared.get(field.id, "")
            if not lines and not words:
                continue
            is_empty = False
            yield Static(field.label, classes="label quiet", markup=False)
            for line in lines or [_("left empty")]:
                yield Static(one_line(line), classes="line" if lines else "line quiet", markup=False)
            if words:
                yield Static(one_line(words), classes="beside quiet", markup=False)
        if is_empty:
            yield Static(_EMPTY, classes="quiet", markup=False)

    @property
    def _named(self) -> Answers:
        """The filling, its people called as they are on screens, or with their whole names."""
        return named(self._worksheet, self._answers, self._offers.names)

    @property
    def _entries(self) -> Mapping[str, str]:
        """The lines of the entries that it links to."""
        linked = (field.id for field in self._worksheet.fields if field.kind is FieldKind.ENTRIES)
        return self._offers.entries(line for name in linked for line in self._answers.lines(name))

    def on_mount(self) -> None:
        """Let the keys scroll."""
        self.focus_first()

    def focus_first(self) -> None:
        """Focus the card; the ways on are a tab away."""
        self.query_one("#card").focus()

    # -- what can be done

    @property
    def _markdown(self) -> str:
        return card(self._worksheet, self._named, self._entries)

    def action_copy(self) -> None:
        """Copy the card as Markdown."""
        copy(self.app, self._markdown)

    def action_write(self) -> None:
        """Ask for a file, and write the card to it; what is there already stays."""
        place = f"~/{self._worksheet.slug}-{self._answers.day.isoformat()}.md"
        text = drawable(self._markdown)
        title = _("Write the card to which file? Anyone who can open it can read it.")
        if self._worksheet.whole_names:
            title += f"\n{WHOLE_NAMES}"
        elif is_naming(self._worksheet, self._answers):
            names = WHOLE_NAMES if self._offers.names.whole else SHORT_NAMES
            changes = _("{names} on the card changes that.", names=key_of("card.names", "n"))
            title += f"\n{names} {changes}"
        self.app.push_screen(Ask(title, place, check=lambda typed: write_new(typed, text)), self._say_written)

    async def action_names(self) -> None:
        """Let persons stand with their whole names here, or by their initials again; the setting stays."""
        self._offers = self._offers.with_names(whole=not self._offers.names.whole)
        shown = self.query_one("#card", VerticalScroll)
        await shown.remove_children()
        await shown.mount(*self._parts())

    def _say_written(self, typed: str | None) -> None:
        if typed is not None:
            self.notify(_("Written to {typed}.", typed=typed), markup=False)

    @on(RowList.Chosen)
    def follow(self, event: RowList.Chosen) -> None:
        """Go where the row leads."""
        self.post_message(Follow(parse_link(event.row.id or "pause")))

    def action_keep(self) -> None:
        """Keep this."""
        self.end = End.KEEP
        self.dismiss()

    def action_back(self) -> None:
        """Go back; first ask what is to become of answers that are not kept."""
        if self._asks:
            self.app.push_screen(Choose(_("Keep this?"), _ENDS), self._leave)
        else:
            self.dismiss()

    def _leave(self, answer: str | None) -> None:
        if answer is not None:
            self.end = End(answer) if answer in [*End] else None
            self.dismiss()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to keep only what is not kept by itself, and other names where there are any."""
        match action:
            case "keep":
                return self._asks
            case "names":
                return is_naming(self._worksheet, self._answers)
        return super().check_action(action, parameters)
