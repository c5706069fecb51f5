"""The rules by name: what each cut and each refusal means.

Deciders answer with one of these values; `explain` shows their names, and
docs/reference/segmentation.md lists them.
"""

from __future__ import annotations

from typing import NamedTuple


class Verdict(NamedTuple):
    """What a rule says of a place.

    Attributes:
        cuts: Whether a segment ends there.
        rule: Its name.
    """

    cuts: bool
    rule: str


RULES: dict[str, str] = {}
"""Every rule's name with what it says, in one line."""


def _cut(rule: str, meaning: str) -> Verdict:
    RULES[rule] = meaning
    return Verdict(True, rule)


def _keep(rule: str, meaning: str) -> Verdict:
    RULES[rule] = meaning
    return Verdict(False, rule)


END = _cut("end", "the text ends")
PARAGRAPH = _cut("paragraph", "a blank line ends a paragraph")
LINE = _cut("line", "a line ends that could have gone on: a title, a verse, a caption")
NEWLINE = _cut("newline", "a line ends, and every line is a segment (--newline break)")
ITEM = _cut("item", "the next item of a list begins")
FULL_STOP = _cut("full-stop", "a full stop ends a sentence")
QUESTION = _cut("question-mark", "a question mark ends a sentence")
EXCLAMATION = _cut("exclamation-mark", "an exclamation mark ends a sentence")
ELLIPSIS = _cut("ellipsis", "an ellipsis before a capital ends a sentence")
BROKEN_OFF = _cut("broken-off", "quoted speech breaks off with a dash")
UNIT_END = _cut("unit-end", "a unit after a number, before a capital, ends a sentence")
CLOSING_END = _cut("closing-abbreviation", "etc. or its like, before a capital, ends a sentence")
STARTER = _cut("starter", "after an ambiguous abbreviation comes a word that starts sentences")
SMALL_START = _cut(
    "small-letter-start", "a plain word and a full stop, though a small letter follows"
)
SMILEY = _cut("smiley", "a smiley or an emoji stands where a mark would")
GLUED = _cut("glued", "two sentences touch: a small letter, a mark, a capital, no space")
WIDE_STOP = _cut("wide-mark", "a mark of a script that needs no space, such as 。 or ؟")
SALUTATION = _cut("salutation", "a letter's salutation or close stands before it")
SEPARATOR = _cut("separator", "a rule of five or more dashes, stars or the like")
HEADER = _cut("message-header", "the sender's name, a date and a time head a message")
WEB_ADDRESS = _cut("web-address", "an address, then another or a word that starts sentences")

ABBREVIATION = _keep("abbreviation", "an abbreviation that something always follows")
NUMBER = _keep("number", "an abbreviation before its number")
AMBIGUOUS = _keep("ambiguous-abbreviation", "no word that starts sentences follows")
CLOSING = _keep("closing-abbreviation-inside", "etc. or its like before a small letter")
UNIT = _keep("unit", "a unit after a number, before a small letter")
INITIAL = _keep("initial", "initials of a name")
INITIALISM = _keep("initialism", "letters with full stops, and no word that starts sentences")
SECTION = _keep("section-number", "a segment's first number or letter numbers what follows")
LABEL = _keep("label", "the number of a figure or a table goes with its caption")
ORDINAL = _keep("ordinal", "an ordinal number written with a full stop")
FRONTED = _keep("fronted-time", "a time put first; its sentence goes on")
BRACKETS = _keep("inside-brackets", "the place stands inside brackets")
QUOTES = _keep("inside-quotes", "the place stands inside quotation marks (--quotes keep)")
SPEECH = _keep("speech", "who speaks is told after the quotation")
TURN = _keep("speech-goes-on", "the same person goes on speaking after the author's words")
SMALL = _keep("small-letter", "a small letter follows")
PUNCTUATION = _keep("punctuation-follows", "punctuation follows that ends no sentence")
OMISSION = _keep("omission", "an omission such as [...] goes with what follows")
ADDRESS = _keep("address", "a full stop inside an address, a file name or a number")
NAME_MARK = _keep("name-with-mark", "a name that ends with a mark, such as Yahoo!")
