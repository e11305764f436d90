"""A worksheet: something one fills in when calm. A file of `library/worksheets/`, and one filling of it.

    title, group, why           what it is called, the heading it stands under, a few lines on what it is good for
    fields                      what there is to fill in; see `field.Field`
    repeat: 7                   days; a check-in: begins empty, is dated, and is compared in words with the one before
    review: FIELD or days       comes back on Now on that day
    seal: FIELD                 can't be read before that day; with `sealed: [FIELD, …]` only those fields can't
    not_after_strength: 8       closed for 24 hours after an entry that strong; `meanwhile: [link, …]` is offered
    bands: [{when, say, next}]  words for a range of answers, the first that holds; see `When`
    unsafe_if: {FIELD: [answer, …]}   such an answer shows the safety page and nothing else ("" is: left empty)
    card: Markdown              how it prints; `{FIELD}` is an answer, `{title}` and `{date}` are known too
    defaults_for: pause         its answers `length` and `place` become the pause's defaults
    wishes_for: week            its lengths `quiet_from`, `quiet_to` and so on are what one wishes for in a week
    shown_in: {pause: [FIELD, …]}     a pause shows the lines of these fields, one from each in turn
    several: true               one may have several side by side; they are listed by their first field
    ends: a sentence            stands at the end; `next: [link, …]` are the ways on
    offered_on: review          Review offers it
    together: true              two do it: safety first is one key away
    keep: false                 nothing is kept unless one asks
    whole_names: true           its people are there to be called: their whole names stand, whatever the setting is
    facts: [J8]                 what its sentences lean on, in `sources.yaml`

A writer finds the same with examples in CONTRIBUTING.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum

from companion.catalogue import _
from companion.domain.content import Content, check_links
from companion.domain.field import Field, FieldKind
from companion.domain.filling import Answers
from companion.domain.strength import STRENGTHS
from companion.domain.week_wish import check_wish, check_wish_fields
from companion.domain.worksheet_band import Band
from companion.domain.worksheet_slots import slots_in

STANDS_IN = _("Your own file stands in for the one that comes with Companion.")
"""Said of a worksheet of one's own that has the name of a shipped one."""

KNOWN_SLOTS = ("title", "date")
"""What a card may speak of besides the fields."""


class Where(StrEnum):
    """Another place that a worksheet is of use in."""

    PAUSE = "pause"
    REVIEW = "review"
    WEEK = "week"


class Worksheet(Content, frozen=True, kw_only=True):
    """A form with a reason. The module says what each key does."""

    slug: str
    title: str
    group: str
    why: str
    fields: tuple[Field, ...]
    repeat: int | None = None
    review: str | int | None = None
    seal: str = ""
    sealed: tuple[str, ...] = ()
    not_after_strength: int | None = None
    meanwhile: tuple[str, ...] = ("pause",)
    bands: tuple[Band, ...] = ()
    unsafe_if: dict[str, tuple[str, ...]] = {}
    card: str = ""
    defaults_for: Where | None = None
    wishes_for: Where | None = None
    shown_in: dict[Where, tuple[str, ...]] = {}
    several: bool = False
    ends: str = ""
    next: tuple[str, ...] = ()
    offered_on: Where | None = None
    together: bool = False
    keep: bool = True
    whole_names: bool = False
    facts: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        ids = [field.id for field in self.fields]
        if not ids:
            raise ValueError(_("fields: expected at least one"))
        if twice := [each for each in ids if ids.count(each) > 1]:
            raise ValueError(
                _("fields, id: “{twice}” is there twice; expected an id of its own for each", twice=twice[0])
            )
        if silent := [field.id for field in self.fields if not field.label]:
            raise ValueError(_("fields, label: expected one for “{silent}”", silent=silent[0]))
        self._check_days()
        self._check_named("unsafe_if", self.unsafe_if)
        self._check_named("card", slots_in(self.card), *KNOWN_SLOTS)
        if self.wishes_for is not None:
            check_wish_fields(self.fields)
        for where, named in self.shown_in.items():
            self._check_named(_("shown_in, {where}", where=where), named)
        for key, links in (("meanwhile", self.meanwhile), ("next", self.next)):
            check_links(key, *links)
        for name, answers in self.unsafe_if.items():
            known = self.field(name).choices or [str(strength) for strength in STRENGTHS]
            if unknown := [answer for answer in answers if answer and answer not in known]:
                raise ValueError(
                    _(
                        "unsafe_if, {name}: expected some of {choices}, got “{unknown}”",
                        name=name,
                        choices=", ".join(known),
                        unknown=unknown[0],
                    )
                )
        for number, band in enumerate(self.bands, 1):
            band.check(_("bands, entry {number}", number=number), self.fields)
        if self.several and self.repeat is not None:
            raise ValueError(_("several: expected without repeat; a check-in is one of its own each time already"))

    def _check_days(self) -> None:
        days = {field.id for field in self.fields if field.kind is FieldKind.DATE}
        named = {"review": self.review if isinstance(self.review, str) else "", "seal": self.seal}
        for key, name in named.items():
            self._check_named(key, [name] if name else [])
        if isinstance(self.review, str) and self.review not in days:
            raise ValueError(
                _("review: expected a number of days or a field of kind date, got “{review}”", review=self.review)
            )
        if self.seal and self.seal not in days:
            raise ValueError(_("seal: expected a field of kind date, got “{seal}”", seal=self.seal))
        if self.sealed and not self.seal:
            raise ValueError(_("sealed: expected with seal only"))
        self._check_named("sealed", self.sealed)
        for key, number in (("repeat", self.repeat), ("review", self.review)):
            if isinstance(number, int) and not 1 <= number <= 3650:
                raise ValueError(_("{key}: expected 1 to 3650 days, got {number}", key=key, number=number))
        if self.not_after_strength is not None and not 1 <= self.not_after_strength <= 10:
            raise ValueError(
                _(
                    "not_after_strength: expected 1 to 10, got {number}",
                    number=self.not_after_strength,
                )
            )

    def _check_named(self, key: str, named: Iterable[str], *more: str) -> None:
        known = [*(field.id for field in self.fields), *more]
        for name in named:
            if name not in known:
                raise ValueError(
                    _(
                        "{key}: there is no field “{name}”; expected one of {fields}",
                        key=key,
                        name=name,
                        fields=", ".join(known),
                    )
                )

    def field(self, field_id: str) -> Field:
        """Return the field of that id."""
        return next(field for field in self.fields if field.id == field_id)

    def read(
        self,
        field: Field,
        typed: str,
        today: date,
        offered: Sequence[str] = (),
        others: Mapping[str, str] | None = None,
    ) -> str:
        """Return an answer as it is kept; a day on which something is to happen lies ahead.

        Raises:
            ValueError: with a sentence, if it does not fit; a wish for the week also has to fit its end in others.
        """
        answer = field.read(typed, today, offered)
        if answer and field.id in (self.seal, self.review) and answer <= today.isoformat():
            raise ValueError(_("That day is here already. Choose one that lies ahead."))
        if self.wishes_for is Where.WEEK:
            check_wish(field.id, answer, others or {})
        return answer

    @property
    def is_check_in(self) -> bool:
        """Whether it is meant to be repeated."""
        return self.repeat is not None

    @property
    def begins_empty(self) -> bool:
        """Whether each filling begins anew; else it begins with the answers of the newest."""
        return self.is_check_in or self.several or not self.keep

    @property
    def has_end(self) -> bool:
        """Whether something is said once it is filled in."""
        return bool(self.is_check_in or self.bands or self.ends or self.next or self.unsafe_if or not self.keep)

    @property
    def waits_on_disk(self) -> bool:
        """Whether what is typed and not kept may wait on the disk; not where somebody else's eyes may be a danger."""
        return self.keep and not self.unsafe_if

    @property
    def is_mirror(self) -> bool:
        """Whether it might be taken for a test."""
        return self.is_check_in or not self.keep


def fillings(worksheet: Worksheet, answers: Iterable[Answers]) -> list[Answers]:
    """Return the fillings of a worksheet, newest first; the newest may have been emptied."""
    found = [each for each in answers if each.of == worksheet.slug]
    return sorted(found, key=lambda each: (each.filled_at, each.id), reverse=True)


def newest(worksheet: Worksheet, answers: Iterable[Answers]) -> Answers | None:
    """Return the newest filling of a worksheet; None if there is none."""
    return next(iter(fillings(worksheet, answers)), None)


def filled_fields(
    worksheet: Worksheet, answers: Answers | None, entries: Mapping[str, str] | None = None
) -> list[tuple[str, list[str]]]:
    """Return the label and the lines of every field that is filled in.

    Args:
        worksheet: The worksheet.
        answers: A filling of it.
        entries: Ids of entries to the lines that they are said by; one that is not there is said to be gone.
    """
    if answers is None:
        return []
    found = ((field.label, say_answer(field, answers, entries)) for field in worksheet.fields)
    return [(label, lines) for label, lines in found if lines]


def say_answer(field: Field, answers: Answers, entries: Mapping[str, str] | None = None) -> list[str]:
    """Return the lines of one answer as a person reads them."""
    lines = field.say(answers.answers.get(field.id, ""))
    if field.kind is FieldKind.ENTRIES and entries is not None:
        return [entries.get(line, "an entry that is gone") for line in lines]
    return lines
