"""A filter by choosing, for who does not know the signs: it writes the same line."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import ClassVar

from msgspec.structs import replace
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input, Static

from companion.catalogue import _
from companion.domain.entry import FIELDS, Who
from companion.domain.entry_filter import EntryFilter, Has, Tagged
from companion.domain.filter_words import SAID_HAS, write_filter
from companion.domain.person import SEPARATOR, persons
from companion.domain.shorthand import Tags
from companion.domain.times import Clock
from companion.domain.vocabulary import Vocabulary
from companion.resources import STYLES
from companion.ui.choice import Choice, StrengthChoice
from companion.ui.line import Line
from companion.ui.log.field_grid import FieldGrid
from companion.ui.log.fields import offers
from companion.ui.log.kept_filter import KeptFilter
from companion.ui.log.person_line import PersonLine
from companion.ui.log.pick import PickField, PickSeveral
from companion.ui.place_screen import PlaceScreen
from companion.ui.places import Place
from companion.ui.rows import Row

_TAGGED = ("kind", "feelings", "need", "context", "miss", "repairs", "reply")
"""The fields of an entry whose words one may choose here; others keep what the line says of them."""
_HAS, _ANY = "has", ""
_LABELS = {field.name: field.label for field in FIELDS}
_YES = "yes"
_BY = {Who.ME: _("me"), Who.THEM: _("them"), Who.BOTH: _("both"), Who.NONE: _("nobody")}


class FilterForm(PlaceScreen):
    """What is to be shown; both ways out of it show it, so nothing that was typed is lost."""

    CSS_PATH = [STYLES / "filter_form.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s,escape", "show_found", "Show them", key_display="esc", id="filter.show"),
        Binding("up", "app.focus_previous", "Field above", id="filter.above", show=False),
        Binding("down", "app.focus_next", "Field below", id="filter.below", show=False),
    ]

    place = Place.LOG

    def __init__(
        self,
        start: EntryFilter,
        tags: Tags,
        vocabulary: Vocabulary,
        known: Sequence[str],
        clock: Clock,
        kept: KeptFilter,
    ) -> None:
        """Make the form.

        Args:
            start: The filter that is on.
            tags: All tags.
            vocabulary: What can be chosen.
            known: The persons of the log.
            clock: Tells the time for the bar.
            kept: Where it waits if one locks meanwhile.
        """
        super().__init__(clock)
        self._start = start
        self._tags = tags
        self._known = known
        self._kept = kept
        self._rows = {name: offer.rows for name, offer in offers(vocabulary).items() if name in _TAGGED}
        self._rows[_HAS] = tuple(Row(said, has) for has, said in SAID_HAS.items())
        self._chosen = {name: tuple(tag.value for tag in start.tags if tag.field == name) for name in _TAGGED}
        self._chosen[_HAS] = tuple(start.has)

    # -- what is shown

    def compose_place(self) -> ComposeResult:
        """The title, and the fields."""
        yield Static(_("Show only entries …"), id="heading", markup=False)
        with FieldGrid(id="fields"):
            for label, field in self._fields():
                yield Static(label, classes="label", markup=False)
                yield field

    def _fields(self) -> Iterator[tuple[str, Widget]]:
        start = self._start
        yield _("With the words"), Line(" ".join(start.words), _("anything you wrote"), id="words")
        yield _("Person"), PersonLine(SEPARATOR.join(start.persons), self._known, _("initials or a name"), id="person")
        for name in _TAGGED:
            yield _LABELS[name], PickField(name)
        yield _("Strength from"), StrengthChoice(_number(start.lowest), id="lowest")
        yield _("to"), StrengthChoice(_number(start.highest), id="highest")
        yield _("Since"), Line(str(start.since or ""), _("like last monday or 2026-11-01"), id="since")
        yield _("Until"), Line(str(start.until or ""), _("like yesterday"), id="until")
        yield _("Only"), PickField(_HAS)
        by = [(_ANY, _("any")), *_BY.items()]
        yield _("Missed by"), Choice(by, start.by or _ANY, id="by")
        yield (
            _("Hidden ones"),
            Choice([(_ANY, _("no")), (_YES, _("only those"))], _YES if start.hidden else _ANY, id="hidden"),
        )

    def on_mount(self) -> None:
        """Show what is chosen, and start at the words."""
        for name in self._chosen:
            self._show_chosen(name)
        self.focus_first()

    def focus_first(self) -> None:
        """Focus the words."""
        self.query_one("#words").focus()

    # -- choosing

    @on(PickField.Opened)
    def open_field(self, event: PickField.Opened) -> None:
        """Tick words of a field."""
        title = _("Any of these") if event.field in ("kind", "miss", "reply", "need") else _("All of these")
        dialog = PickSeveral(title, self._rows[event.field], self._chosen[event.field])
        self.app.push_screen(dialog, partial(self._take, event.field))

    @on(PickField.Emptied)
    def empty_field(self, event: PickField.Emptied) -> None:
        """Take the words of a field away."""
        self._take(event.field, ())

    def _take(self, name: str, words: tuple[str, ...] | None) -> None:
        if words is not None:
            self._chosen[name] = words
            self._show_chosen(name)

    def _show_chosen(self, name: str) -> None:
        labels = {row.id: row.text for row in self._rows[name]}
        said = " · ".join(labels.get(word, word) for word in self._chosen[name])
        self.query_one(f"#{name}", PickField).show(said)

    @on(Input.Submitted)
    def go_on(self) -> None:
        """Go to the next field."""
        self.focus_next()

    # -- leaving

    def keep_unkept(self) -> bool:
        """Let what is chosen wait until it is unlocked."""
        if self.is_shown and not self._is_left:
            self._kept.keep(self._written())
        return True

    def action_show_found(self) -> None:
        """Leave with the line that the fields make."""
        self.dismiss(self._written())  # type: ignore[arg-type]  # a place's screen says no answer, this one a line

    def _written(self) -> str:
        """Return the line; days stand in it as they were typed, and a wrong one is said beside it."""
        tags = [tag for tag in self._start.tags if tag.field not in _TAGGED]
        tags += [Tagged(name, word) for name in _TAGGED for word in self._chosen[name]]
        by, low, high = (self.query_one(f"#{name}", Choice).value for name in ("by", "lowest", "highest"))
        wanted = replace(
            self._start,
            words=(),
            tags=tuple(tags),
            persons=persons(self._words("person")),
            by=Who(by) if by else None,
            lowest=None if low is None else int(low),
            highest=None if high is None else int(high),
            since=None,
            until=None,
            has=tuple(map(Has, self._chosen[_HAS])),
            hidden=self.query_one("#hidden", Choice).value == _YES,
        )
        days = [f"{name}:{_one_part(words)}" for name in ("since", "until") if (words := self._words(name))]
        return " ".join(filter(None, (self._words("words"), write_filter(wanted, self._tags), *days)))

    def _words(self, name: str) -> str:
        return self.query_one(f"#{name}", Line).words.strip()


def _one_part(words: str) -> str:
    """Return words so that the line takes them for one part."""
    plain = words.replace('"', "")
    return f'"{plain}"' if " " in plain else plain


def _number(strength: int | None) -> str | None:
    return None if strength is None else str(strength)
