"""Words and phrases that no shipped text says, and those that no script says."""

import re


def any_of(*phrases: str) -> re.Pattern[str]:
    """Return a pattern that finds one of the phrases as whole words, in any case."""
    return re.compile(rf"\b({'|'.join(phrases)})\b", re.IGNORECASE)


FORBIDDEN = any_of(
    "never", "always", "guaranteed?", "proven", "secret", "hack", "experts say", "amygdala", r"hijack\w*", "prefrontal",
    "cortex", r"narcissis\w*", "avoidant", "clingy", "toxic", "soulmate", "walking on eggshells", "empty cup",
    "commit(ted)? suicide", "just leave", "real men", "wives", "husbands?", "wife", "boyfriends?", "girlfriends?",
)  # fmt: skip
"""What no text says outside a quotation (CONTRIBUTING, How we write)."""

GENDERED = any_of("he", "she", "his", "hers", "him", "himself", "herself")

GENDERED_NOUNS = any_of(
    "m[ae]n", "wom[ae]n", "boys?", "girls?", "guys?", "lad(y|ies)?", "sons?", "daughters?", "mothers?", "mu?ms?",
    "moms?", "fathers?", "dads?", "brothers?", "sisters?", "uncles?", "aunts?", "nephews?", "nieces?", "king", "queen",
    "mates?",
)  # fmt: skip

CLICHES = any_of(
    "at the end of the day", "it is what it is", "it'?s not you,? it'?s me", "it (isn't|is not) you", "meant to be",
    "takes? two", "we need to talk", "move on", "let (it )?go", "better half", "happily ever after", "love language",
    r"hold(ing)? space", "safe space", "inner child", "self-care", "on the same page", "unpack", "reach out",
    "my truth", "give and take", "new chapter", "rough patch", "going anywhere", "from the bottom of my heart",
    "no matter what", "trust the process", "journey", "triggered", "gaslight(ing)?", "baggage", "calm down",
    "recharge my batteries", "communication is key", "time heals", "for ?ever", "fresh start", "clean slate",
    "good vibes", "my person",
)  # fmt: skip
"""Phrases worn smooth, which say nothing in a hard hour (evidence on writing, claims table)."""

DEMANDS = any_of(
    r"forgiv\w*", "pardon", "get over it", "you (must|should|ought to|have to|need to)", "make it up to me",
    "you owe", "if you loved me", "prove", "swear", "I promise", "obviously", "to be honest", "no offence", "but",
)  # fmt: skip
"""What asks forgiveness or obedience of the other, or takes back what was just said."""

BLAMES = any_of(
    "you (make|made) me", "because (of )?you", "your fault", "you just want", "you're just", "on purpose",
    "you don't (care|love)", "you did(n't)? (it|this|that) to", "ignoring me", "depressed", "borderline", "bipolar",
)  # fmt: skip
"""What names a motive or a diagnosis where the effect is all one can know."""

VAGUE = any_of("soon", "in a (bit|while|minute|moment)", "for a (bit|while)", "some ?time", "later(?! than)", "one day")
"""Times that leave somebody waiting."""
