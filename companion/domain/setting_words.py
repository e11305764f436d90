"""What each setting is called, and what it is for: on the screens and in the shell."""

from typing import NamedTuple

from companion.catalogue import _
from companion.domain.settings import LONGEST, NARROWEST, SHORTEST, WIDEST, Motion, Notice


class SettingWords(NamedTuple):
    """The words for one setting."""

    typed: str
    """What it is called in the shell: words of the label, with hyphens."""
    label: str
    """What it is called on the screens."""
    about: str = ""
    """What it means, where its name does not say it all."""


VIM_KEYS_DO = _("{keys} move, unless the place uses the letter.")
"""Said of the vim keys: of the shipped ones here, on the screen of those that hold."""

SETTING_WORDS = {
    "lock_after": SettingWords(
        "lock-by-itself",
        _("Lock by itself"),
        _("After {shortest} to {longest} minutes without a key, or off.", shortest=SHORTEST, longest=LONGEST),
    ),
    "lock_on_blur": SettingWords("lock-focus", _("Lock when the window loses the focus")),
    "bell": SettingWords("bell", _("Bell when a pause is due")),
    "notice": SettingWords("notice", _("Notice when a pause is due"), _("A clock time and no more.")),
    "motion": SettingWords(
        "reduce-motion", _("Reduce motion"), _("The breath, a blinking cursor, a text that scrolls.")
    ),
    "theme": SettingWords(
        "theme", _("Theme"), _("By the terminal (auto): dusk on a dark ground, dawn on a light one.")
    ),
    "high_contrast": SettingWords(
        "high-contrast", _("High contrast"), _("Texts and lines stand out more, in every theme with colours.")
    ),
    "large_digits": SettingWords("large-digits", _("Large digits while a pause runs"), _("Only where there is room.")),
    "clear_clipboard": SettingWords(
        "clear-copied", _("Clear what was copied"), _("After so many seconds, if the terminal lets us, or off.")
    ),
    "measure": SettingWords(
        "lines",
        _("Lines of a text"),
        _("Columns that a line takes at most, {narrowest} to {widest}.", narrowest=NARROWEST, widest=WIDEST),
    ),
    "vim_keys": SettingWords(
        "vim-keys",
        _("Vim keys in lists and texts"),
        _(VIM_KEYS_DO, keys="j k h l g G ctrl+d ctrl+u"),
    ),
    "show_names": SettingWords(
        "whole-names",
        _("Persons with their whole names"),
        _("Else initials. Either way a name is kept as you write it."),
    ),
    "fade_after": SettingWords(
        "old-entries-fade",
        _("Words of old entries fade"),
        _("After so many days, or never; the date, kind and strength of an entry stay."),
    ),
    "cooled": SettingWords("leave-strong-out", _("Leave very strong entries out of reviews for a few days")),
    "hard_days_again": SettingWords("show-hard-days", _("On this day: show hard days too")),
    "nights_quiet": SettingWords("quiet-from-22", _("Keep dated things quiet from 22 to 8")),
    "nudge_day": SettingWords("offer-exercise", _("After three heavy entries in a day, offer an exercise")),
    "nudge_row": SettingWords("ask-good-thing", _("After several heavy entries in a row, ask for one good thing")),
    "nudge_afraid": SettingWords(
        "point-to-safety",
        _("After “afraid”, point to safety"),
        _("Chosen again within a month, it comes before all else."),
    ),
    "nudge_only_hard": SettingWords("say-only-hard", _("Say so when only hard days are noted")),
}
"""By the names of the fields; what the app notes for itself has none."""

NOTICES = {Notice.OFF: _("off"), Notice.TERMINAL: _("by the terminal"), Notice.DESKTOP: _("by the desktop")}
MOTIONS = {Motion.FULL: _("off"), Motion.REDUCED: _("some"), Motion.TEXT: _("on")}
"""How much motion is reduced: what is said of each value."""
