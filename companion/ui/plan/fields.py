"""All fields of a worksheet, with what is said above and below them."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from companion.catalogue import _
from companion.domain.field import Field, names_fear
from companion.domain.filling import Answers
from companion.domain.times import say_day
from companion.domain.worksheet import Worksheet
from companion.domain.worksheet_seal import GIVE_DAY, is_hidden, lacks_day, sealed_until
from companion.storage.filling import Filling
from companion.storage.unkept import Words
from companion.ui.bindings import key_of, with_keys
from companion.ui.field.box import FieldBox
from companion.ui.field.editors import Editors

_TOGETHER = _("For two. If you're afraid of them, leave it out: {unsafe} opens Safety first.")
_IF_AFRAID = _("If you're afraid")
"""What the end of a reason begins with that is for somebody who is afraid: it stays where there is little room."""
_AFRAID = _("If you are afraid of them: {unsafe} opens Safety first.")


def _say_unsafe(sentence: str) -> str:
    return _(sentence, unsafe=key_of("worksheet.unsafe", "f4"))


class SheetFields(VerticalScroll, can_focus=False):
    """Title, why, a box for each field, and room for a sentence under them."""

    def __init__(self, worksheet: Worksheet, filling: Filling, editors: Editors, typed: Words) -> None:
        """Make the fields.

        Args:
            worksheet: What is filled in.
            filling: What stands there already.
            editors: Makes what one fills them in with.
            typed: What was typed and not kept yet, by the fields' ids.
        """
        super().__init__(id="fields")
        self._worksheet = worksheet
        self._filling = filling
        self._editors = editors
        self.typed_before = typed
        self._is_day_asked = False

    def compose(self) -> ComposeResult:
        """From the title to the sentence at the foot."""
        yield Static(self._worksheet.title, id="title", markup=False)
        why, begins, rest = with_keys(self._worksheet.why).partition(_IF_AFRAID)
        yield Static(why.strip(), classes="quiet", id="why", markup=False)
        if self._worksheet.together:
            yield Static(_say_unsafe(_TOGETHER), id="together", markup=False)
        else:
            yield Static(begins + rest, classes="quiet" if begins else "quiet -empty", id="afraid", markup=False)
        yield Static("", id="begun", classes="quiet -empty", markup=False)
        base = self._filling.base
        for field in self._worksheet.fields:
            if base and (opens := self._opens(field, base)):
                yield Static(field.label, classes="label", markup=False)
                yield Static(opens, classes="sealed quiet", markup=False)
            else:
                yield self._box(field, base)
        yield Static("", id="foot", classes="-empty", markup=False)

    def _box(self, field: Field, base: Answers | None) -> FieldBox:
        kept = base.answers.get(field.id, "") if base else ""
        typed = self.typed_before.get(field.id)
        return FieldBox(field, kept, typed if isinstance(typed, str) else None, self._editors, self._read)

    def _opens(self, field: Field, base: Answers) -> str:
        """Say when a sealed field opens, and that the day of it is fixed; nothing of others."""
        today = self._filling.today
        day = sealed_until(self._worksheet, base, today)
        if day is None:
            return ""
        if field.id == self._worksheet.seal:
            return _("{day}; sealed until then", day=say_day(day, today))
        is_sealed = is_hidden(self._worksheet, base, field.id, today)
        return _("Sealed until {day}. It opens by itself.", day=say_day(day, today)) if is_sealed else ""

    def _read(self, field: Field, typed: str) -> str:
        others = {box.field.id: box.typed for box in self.boxes}
        return self._worksheet.read(field, typed, self._filling.today, self._editors.offers.of(field), others)

    # -- what stands there

    @property
    def boxes(self) -> list[FieldBox]:
        """The fields that can be filled in."""
        return list(self.query(FieldBox))

    @property
    def changed(self) -> dict[str, str]:
        """What was changed here, as it would be kept."""
        return {box.field.id: box.answer for box in self.boxes if box.is_changed}

    @property
    def typed(self) -> Words:
        """What was changed here, as it was typed."""
        return {box.field.id: box.typed for box in self.boxes if box.is_changed}

    @property
    def is_afraid(self) -> bool:
        """Whether a feeling is chosen that asks for the way to safety."""
        return names_fear(self._worksheet.fields, {box.field.id: box.answer for box in self.boxes})

    def take_as_kept(self) -> None:
        """Count what stands there as kept."""
        for box in self.boxes:
            box.take_as_kept()

    def all_fit(self) -> bool:
        """Check every field, and go to the first that does not fit."""
        wrong = [box for box in self.boxes if not box.check()]
        if wrong:
            wrong[0].editor.focus()
        return not wrong

    def asks_for_day(self, answers: Answers) -> bool:
        """Ask once, beside its field, on which day what is to be sealed opens; return whether that was asked now."""
        if self._is_day_asked or not lacks_day(self._worksheet, answers):
            return False
        self._is_day_asked = True
        day = next(box for box in self.boxes if box.field.id == self._worksheet.seal)
        day.say(GIVE_DAY, is_problem=True)
        day.editor.focus()
        return True

    # -- what is said

    def say(self, place: str, sentence: str) -> None:
        """Say something above the fields (`begun`) or under them (`foot`)."""
        said = self.query_one(f"#{place}", Static)
        said.update(sentence)
        said.set_class(not sentence, "-empty")

    def say_safety(self) -> None:
        """Say the way to safety, if a feeling asks for it."""
        self.say("foot", _say_unsafe(_AFRAID) if self.is_afraid else "")
