"""What a person may choose about the app itself."""

from datetime import date
from enum import StrEnum

import msgspec

from companion.catalogue import _

SHORTEST, LONGEST = 1, 60
"""Minutes without a key after which it may lock."""
NARROWEST, MEASURE, WIDEST = 56, 72, 80
"""Columns of a line to read: the least, the usual, the most; from longer ones the eye finds the way back badly."""
BY_THE_TERMINAL = "auto"
"""Stands for the theme that fits the terminal's background."""


class Notice(StrEnum):
    """How a pause that is due is said outside the terminal's own window."""

    OFF = "off"
    TERMINAL = "terminal"
    """By the terminal, which shows it as it shows others (OSC 9, 99 or 777)."""
    DESKTOP = "desktop"
    """By notify-send."""


class Motion(StrEnum):
    """How much moves on the screen: the breath, a blinking cursor, a text that scrolls."""

    FULL = "full"
    """As Textual's own variable has it: TEXTUAL_ANIMATIONS."""
    REDUCED = "reduced"
    """Nothing moves but the breath, and that in steps, a second each."""
    TEXT = "text"
    """Nothing moves; words say when to breathe in and out."""


class Settings(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The settings; none of them is private."""

    lock_after: int | None = 5
    """Minutes without a key until it locks, 1-60; None for never."""
    lock_on_blur: bool = False
    """Whether it locks when the terminal's window loses the focus."""

    bell: bool = True
    """Whether the terminal's bell rings when a pause is due."""
    notice: Notice = Notice.OFF
    motion: Motion = Motion.FULL
    theme: str = BY_THE_TERMINAL
    """The name of a theme; “auto” for the one that fits the terminal."""
    high_contrast: bool = False
    """Whether texts and lines stand out more than the theme lets them."""
    large_digits: bool = True
    """Whether what is left of a pause stands in large digits, where there is room."""
    clear_clipboard: int | None = 60
    """Seconds after which what was copied here is cleared, if the terminal lets us; None for never."""

    measure: int = MEASURE
    """How many columns a line of a text takes at most, 56-80."""

    vim_keys: bool = False
    """Whether the keys of vim move in lists and texts."""

    show_names: bool = False
    """Whether persons stand with their whole name on screens; with their initials otherwise."""
    fade_after: int | None = None
    """Days after which the words of an entry fade (its date, kind and strength stay); None for never."""
    faded_on: date | None = None
    """The local day on which words faded last; looked at once a day."""
    offered_on: date | None = None
    """The local day of the entry after which a passphrase was offered; that is done once."""
    cooled: bool = True
    """Whether very strong entries stay out of reviews for a few days."""
    hard_days_again: bool = False
    """Whether “on this day” shows hard days too."""
    nights_quiet: bool = True
    """Whether dated things of the plan keep quiet between 22 and 8."""
    nudge_day: bool = True
    """Whether three heavy entries in a day offer an exercise."""
    nudge_row: bool = True
    """Whether several heavy entries in a row ask once for one thing that went right."""
    nudge_afraid: bool = True
    """Whether the tag “afraid” points to safety, and offers it first when it was chosen twice."""
    nudge_only_hard: bool = True
    """Whether a review says so when only hard days are noted."""

    def __post_init__(self) -> None:
        if self.lock_after is not None and not SHORTEST <= self.lock_after <= LONGEST:
            raise ValueError(
                _(
                    "Locking by itself takes {shortest} to {longest} minutes, or off.",
                    shortest=SHORTEST,
                    longest=LONGEST,
                )
            )
        if not NARROWEST <= self.measure <= WIDEST:
            raise ValueError(
                _("A line of text takes {narrowest} to {widest} columns.", narrowest=NARROWEST, widest=WIDEST)
            )
        if self.fade_after is not None and self.fade_after < 1:
            raise ValueError(_("Words can fade after a day or more, or never."))
        if self.clear_clipboard is not None and self.clear_clipboard < 1:
            raise ValueError(_("Clearing what was copied takes at least a second, or off."))
