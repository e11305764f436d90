"""What each setting is called, and what it is for: on the screens and in the shell."""

from typing import NamedTuple

from companion.catalogue import _
from companion.domain.settings import LONGEST, NARROWEST, SHORTEST, WIDEST


class SettingWords(NamedTuple):
    """The words for one setting."""

    label: str
    """What it is called."""
    about: str = ""
    """What it means, where its name does not say it all."""


SETTING_WORDS = {
    "lock_after": SettingWords(
        _("Lock by itself"),
        _("After {shortest} to {longest} minutes without a key, or off.", shortest=SHORTEST, longest=LONGEST),
    ),
    "lock_on_blur": SettingWords(_("Lock when the window loses the focus")),
    "bell": SettingWords(_("Bell when a pause is due")),
    "notice": SettingWords(_("Notice when a pause is due"), _("A clock time and no more.")),
    "motion": SettingWords(_("Reduce motion"), _("The breath, a blinking cursor, a text that scrolls.")),
    "theme": SettingWords(_("Theme"), _("As it comes: dusk on a dark ground, dawn on a light one.")),
    "high_contrast": SettingWords(
        _("High contrast"), _("Texts and lines stand out more, in every theme with colours.")
    ),
    "large_digits": SettingWords(_("Large digits while a pause runs"), _("Only where there is room.")),
    "clear_clipboard": SettingWords(
        _("Clear what was copied"), _("After so many seconds, if the terminal lets us, or off.")
    ),
    "measure": SettingWords(
        _("Lines of a text"),
        _("Columns that a line takes at most, {narrowest} to {widest}.", narrowest=NARROWEST, widest=WIDEST),
    ),
    "vim_keys": SettingWords(
        _("Vim keys in lists and texts"), _("j k h l g G ctrl+d ctrl+u move, unless the place uses the letter.")
    ),
    "show_names": SettingWords(
        _("Persons with their whole names"), _("Else initials. Either way a name is kept as you write it.")
    ),
    "fade_after": SettingWords(
        _("Words of old entries fade"),
        _("After so many days, or never; the date, kind and strength of an entry stay."),
    ),
    "cooled": SettingWords(_("Leave very strong entries out of reviews for a few days")),
    "hard_days_again": SettingWords(_("On this day: show hard days too")),
    "nights_quiet": SettingWords(_("Keep dated things quiet from 22 to 8")),
    "nudge_day": SettingWords(_("After three heavy entries in a day, offer an exercise")),
    "nudge_row": SettingWords(_("After several heavy entries in a row, ask for one good thing")),
    "nudge_afraid": SettingWords(
        _("After “afraid”, point to safety"), _("Chosen again within a month, it comes before all else.")
    ),
    "nudge_only_hard": SettingWords(_("Say so when only hard days are noted")),
}
"""By the names of the fields; what the app notes for itself has none."""
