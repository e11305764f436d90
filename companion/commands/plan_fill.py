"""Filling in a worksheet by question and answer, in plain lines."""

from contextlib import suppress
from datetime import date
from functools import partial

import click

from companion.catalogue import _
from companion.commands.field_asking import Asking
from companion.commands.in_shell import in_shell
from companion.commands.plan_printed import SHORT, filling_lines
from companion.commands.plan_typed import EndOfInputError, is_asked_to_keep, read_line
from companion.commands.printed import print_folded
from companion.domain.field import Field, FieldKind
from companion.domain.filling import Answers
from companion.domain.times import Clock, local, say_clock
from companion.domain.worksheet import Worksheet
from companion.domain.worksheet_offers import Offers
from companion.domain.worksheet_result import SAFETY, is_unsafe, say_not_kept
from companion.domain.worksheet_seal import GIVE_DAY, NOT_SEALED, is_hidden, lacks_day, sealed_until
from companion.storage.errors import StoreError
from companion.storage.filling import BESIDE, Filling
from companion.storage.library import Library
from companion.storage.store import Store
from companion.storage.unkept import Draft, newest

_KEYS = _("An empty line keeps what stands there, “-” clears it, “?” helps, ctrl+c stops and")
_NOTHING = _("\nNothing was changed.")


def is_begun(worksheet: Worksheet, store: Store, clock: Clock) -> bool:
    """Return whether something was typed into a new filling and not kept."""
    return worksheet.waits_on_disk and newest(store, Filling(worksheet, store, clock).form) is not None


class Dialogue:
    """Asks for each field in turn; every answer is on the disk before the next question, if it may wait there."""

    def __init__(
        self, worksheet: Worksheet, store: Store, library: Library, clock: Clock, filling: Answers | None = None
    ) -> None:
        self._worksheet = worksheet
        self._store = store
        self._library = library
        self._clock = clock
        self._changing = filling
        self._filling = Filling(worksheet, store, clock, filling)
        self._begun = newest(store, self._filling.form)
        self._draft = Draft(store, clock, self._filling.form, self._begun)
        self._offers = Offers(library.vocabulary, store.entries, whole_names=store.settings.show_names)
        self._asking = Asking(self._offers, clock, self._keys, read_line)
        self._said: dict[str, str] = {}

    def run(self, *, anew: bool, is_wanted: bool) -> None:
        """Ask, say what there is to say of the answers, and keep them.

        Args:
            anew: Whether what was begun is left out.
            is_wanted: Whether to keep without asking, where that is asked.

        Raises:
            StoreError: if it is closed, was stopped, or did not reach the disk.
        """
        self._check_open()
        try:
            self._introduce(anew)
            self._ask_all()
            self._ask_for_day()
            self._end(is_wanted)
        except (KeyboardInterrupt, click.Abort):
            raise StoreError(self._say_stopped(_("Stopped."))) from None
        except EndOfInputError:
            if self._said:
                raise StoreError(self._say_stopped(_("The input ended before the last question."))) from None
            click.echo(_NOTHING)

    def _check_open(self) -> None:
        if until := self._filling.rests_until:
            rests = _(
                "Something very strong was noted in the last day, so this rests until "
                "{clock}. Until then: companion pause, or companion breathe.",
                clock=say_clock(until, self._clock()),
            )
            raise StoreError(f"{rests} {self._waits}" if self._said and self._worksheet.waits_on_disk else rests)

    def _say_stopped(self, why: str) -> str:
        """Say why it stopped, and where what was answered is now."""
        if not self._said:
            return why
        if not self._worksheet.waits_on_disk:
            return f"{why} {say_not_kept(self._filling.base)}"
        return f"{why} {self._waits}"

    @property
    def _waits(self) -> str:
        option = f" --id {self._changing.id[:SHORT]}" if self._changing else ""
        return _("What you typed waits: {verb}", verb=f"companion plan fill {self._worksheet.slug}{option}")

    # -- asking

    def _introduce(self, anew: bool) -> None:
        print_folded(self._worksheet.title, in_shell(self._worksheet.why), self._keys)
        if anew or not self._worksheet.waits_on_disk:
            self._draft.drop()
        if anew or (begun := self._begun) is None:
            return
        self._said = {name: words for name, words in begun.fields.items() if isinstance(words, str)}
        click.echo(_("Taken up from {clock}; --anew leaves it out.", clock=say_clock(begun.written_at, self._clock())))

    def _ask_all(self) -> None:
        base, earlier = self._filling.base, dict[str, str]()
        read = partial(self._worksheet.read, others=earlier)
        for field in self._worksheet.fields:
            if base and self._is_fixed(field, base):
                continue
            kept = self._said.get(field.id, base.answers.get(field.id, "") if base else "")
            print_folded("", field.label)
            is_draft = field.id in self._said
            self._take(field, self._asking.ask(field, kept, read, is_draft=is_draft))
            earlier[field.id] = self._said.get(field.id, kept)

    def _take(self, field: Field, answer: str | None) -> None:
        """Take an answer, if there is one."""
        if answer is None:
            return
        self._said[field.id] = answer
        if self._worksheet.waits_on_disk:
            self._draft.keep(dict(self._said))

    def _ask_for_day(self) -> None:
        """Ask once more for the day on which what is to be sealed opens; without one it is kept as it is."""
        if self._said and lacks_day(self._worksheet, self._filling.with_changes(self._said)):
            field = self._worksheet.field(self._worksheet.seal)
            print_folded("", field.label, f"  {GIVE_DAY}")
            with suppress(EndOfInputError):
                self._take(field, self._asking.ask(field, read=self._worksheet.read))

    @property
    def _keys(self) -> str:
        return f"{_KEYS} {'loses nothing' if self._worksheet.waits_on_disk else 'keeps nothing'}."

    def _is_fixed(self, field: Field, base: Answers) -> bool:
        """Return whether a field is sealed, or says until when others are."""
        if sealed_until(self._worksheet, base, self._today) is None:
            return False
        return field.id == self._worksheet.seal or is_hidden(self._worksheet, base, field.id, self._today)

    @property
    def _today(self) -> date:
        return local(self._clock()).date()

    # -- the end

    def _end(self, is_wanted: bool) -> None:
        answers = self._filling.with_changes(self._said)
        has_ticks = any(field.kind is FieldKind.TICKS for field in self._worksheet.fields)
        if not self._said and not (has_ticks and self._worksheet.begins_empty):
            click.echo(_NOTHING)
            return
        if is_unsafe(self._worksheet, answers):
            self._draft.drop()
            self._show_safety()
            return
        self._check_open()
        lines = filling_lines(self._worksheet, answers, self._filling.before(), self._offers, self._today)
        print_folded("", *lines)
        if self._worksheet.keep or is_wanted or is_asked_to_keep():
            self._filling.keep(self._said)
            said = BESIDE if self._filling.is_beside else _("Kept.")
            print_folded("", NOT_SEALED if lacks_day(self._worksheet, answers) else said)
        else:
            click.echo(_("\nNot kept."))
        self._draft.drop()

    def _show_safety(self) -> None:
        from companion.commands.printed import print_text
        from companion.text.support import page_text

        click.echo()
        print_text(page_text(self._library.pages[SAFETY.slug], self._library), SAFETY.folder, plain=False)
        click.echo(f"\n{say_not_kept(self._filling.base)}")
