"""Words and phrases that no shipped text says, and those that no script says."""

import re


def any_of(*phrases: str) -> re.Pattern[str]:
    """Return a pattern that finds one of the phrases as whole words, in any case."""
    return re.compile(rf"\b({'|'.join(phrases)})\b", re.IGNORECASE)


FORBIDDEN = any_of(
    "never", "always", "guaranteed?", "proven", "secret", "hack", "experts say", "amygdala", r"hijack\w*",
    "prefrontal", "cortex", r"narcissis\w*", "avoidant", "clingy", "toxic", "soulmate", "walking on eggshells",
    "empty cup", "commit(ted)? suicide", "just leave", "real men",
)  # fmt: skip
"""What no text says outside a quotation (CONTRIBUTING, How we write)."""

GENDERED = any_of("he", "she", "his", "hers", "him", "himself", "herself")

GENDERED_NOUNS = any_of(
    "husbands?", "wife", "wives", "boyfriends?", "girlfriends?", "fianc[eé]e?s?", "bride", "groom",
    "m[ae]n", "wom[ae]n", "boys?", "girls?", "guys?", "lad(y|ies)?", "sons?", "daughters?", "mothers?", "mu?ms?",
    "moms?", "fathers?", "dads?", "brothers?", "sisters?", "uncles?", "aunts?", "nephews?", "nieces?", "king",
    "queen", "mates?",
)  # fmt: skip
"""Of people only; the names of help lines keep theirs."""

_WORN = (
    "at the end of the day(?=,)", "it is what it is", "it'?s not you,? it'?s me", "meant to be", "it takes two",
    "better half", "happily ever after", "happy wife", "love languages?", r"hold(ing)? space", "safe spaces?",
    "inner child", "self-care", "on the same page", "unpack", "reach(ing)? out", "my truth", "give and take",
    "new chapter", "rough patch", "going anywhere", "from the bottom of my heart", "no matter what",
    "trust the process", "journey", "triggered", r"gaslight\w*", "baggage", "recharge (my|your) batteries",
    "communication is key", "time heals", "fresh start", "clean slate", "good vibes", "my person",
)  # fmt: skip

CLICHES = any_of(
    *_WORN, "at the end of the day", "it (isn't|is not) you", "takes? two", "we need to talk", "move on",
    "let (it )?go", "calm down", "for ?ever",
)  # fmt: skip
"""Phrases worn smooth, which say nothing in a hard hour (evidence on writing, claims table)."""

SLOGANS = any_of(
    *_WORN, r"do(ing)? the work", r"work(ing)? on (yourself|yourselves|oneself)", "boundaries are", "red flags?",
    "green flags?", "closure", "soul ?mates?", "self-love", "love (yourself|conquers)", "love is enough",
    "put yourself first", r"(best|authentic|true|higher) sel(f|ves)", "you are enough", "you'?ve got this",
    "you deserve better", "everything happens for a reason", "absence makes", "fill your (own )?cup",
    "sweep(ing)? .{0,20}under the (rug|carpet)", "elephant in the room", "light at the end of", "tip of the iceberg",
    "wake-up call", "game[- ]changers?", "roller ?coaster", "last straw", "rule of thumb", "go to bed angry",
    "opposites attract", "rekindle", "keep the spark", "deep dive", "lean in", "show(ing)? up for",
    r"be(ing)? vulnerable", r"hono(u)?r your", "toxic positivity", "emotional labou?r", "energy vampires?",
    r"love[- ]bomb\w*", r"breadcrumb\w*", "situationship", r"trauma[- ](bond|dump)\w*",
)  # fmt: skip
"""Slogans and figures of speech that no article or page says in its own voice (evidence §11.1)."""

VERDICTS = any_of(
    r"(un)?healthy (relationship|couple|love|bond|marriage|partner)s?", "good (relationship|couple|partner)s",
    "normal (couple|relationship|partner|behaviou?r)s?", "nothing to worry about",
    r"(you|they|it) will (come back|work out)", r"(study|studies|research|science) (prove|proves|proved)",
    r"predicts? divorce", "you (should|must) (leave|stay)", "abusers?", "codependent", "sociopaths?", "psychopaths?",
    "borderline", "bipolar", "(an?|the|your) empath", "control freak", "(an?|the) anxious (one|type)",
    "too sensitive", "drama queen",
)  # fmt: skip
"""Judgements of a person or a bond, and promises about the future."""

PADDING = any_of(
    "it('s| is) (important|worth noting|crucial|vital)", "important to (remember|note|know)", "remember that",
    "needless to say", "in (today's|this day)", "when it comes to", "at its core", r"delv(e|ing)",
    r"navigat(e|es|ing)", r"foster(s|ing)?", "landscape", "tapestry", r"empower\w*", "game plan", "takeaways?",
    "let'?s (explore|dive)", "in conclusion", "crucial", "pivotal", "robust", "leverage", "unlock", "truly",
    "simply put", "the (good|bad) news is", "here'?s the thing", "more than ever", "a testament to",
)  # fmt: skip
"""Words that fill a line and tell a tired reader nothing."""

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
