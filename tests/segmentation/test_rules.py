"""Every rule by name: a text that it decides, and that it alone decides as it does."""

import pytest

from termbase.segmentation import Newline, Quotes, Rules, explain
from termbase.segmentation.verdicts import RULES

EXAMPLES = {
    "end": ("en", "Fin"),
    "paragraph": ("en", "one\n\ntwo"),
    "line": ("en", "Space\nThe directors met and discussed space."),
    "newline": ("en", "one\ntwo"),
    "item": ("en", "1. Salt 2. Pepper"),
    "full-stop": ("en", "He talks. She listens."),
    "question-mark": ("fr", "Viens-tu ? Oui."),
    "exclamation-mark": ("fr", "Viens ! Oui."),
    "ellipsis": ("en", "Happy... No one was."),
    "broken-off": ("en", '"I think so, and--" At this moment she left.'),
    "unit-end": ("ru", "Длина 18 км. Она велика."),
    "closing-abbreviation": ("fr", "Des noix, etc. Le marché fermait."),
    "starter": ("en", "It is in the U.S. The law is old."),
    "small-letter-start": ("en", "it rained. we left."),
    "smiley": ("ru", "Спасибо 😊 Мы придём"),
    "glued": ("en", "We liked the food.The staff was nice."),
    "wide-mark": ("zh", "他在说话。她在听。"),
    "salutation": ("en", "Vince, We are still trying."),
    "separator": ("en", "Totals ---------- Please call."),
    "message-header": ("en", "Sent by: Ann Smith 06/02/2001 10:53 AM Please call."),
    "web-address": ("en", "see http://example.org/a The rest is there"),
    "abbreviation": ("fr", "Le Dr. Roy parle."),
    "number": ("en", "On p. 6 there is nothing."),
    "ambiguous-abbreviation": ("en", "In the U.S. Senate nobody spoke."),
    "closing-abbreviation-inside": ("fr", "Des pommes, etc. étaient là."),
    "unit": ("en", "She bought 5 lb. of flour."),
    "initial": ("en", "By J. Smith."),
    "initialism": ("fr", "Le chanteur de R.E.M. Stipe chante."),
    "section-number": ("en", "2.1. Methods"),
    "label": ("en", "Figure 2. Life cycle"),
    "ordinal": ("de", "Am 1. Mai kam er."),
    "fronted-time": ("en", "At 5 a.m. Smith went home."),
    "inside-brackets": ("en", "He left (it rained. It was cold) early."),
    "inside-quotes": ("en", "“It rained. It was cold.” He left."),
    "speech": ("en", "“Are you there?” Ann Smith asked."),
    "speech-goes-on": ("ru", "— Да, — сказал он. — Я приду."),
    "small-letter": ("fr", "Hélas ! il est tard."),
    "punctuation-follows": ("en", "Is it (? ) so"),
    "omission": ("en", "It was [...] The end"),
    "address": ("en", "The class io.RawIOBase reads."),
    "name-with-mark": ("en", "At Yahoo! News he wrote."),
}
WISHES = {"newline": Rules(newline=Newline.BREAK), "inside-quotes": Rules(quotes=Quotes.KEEP)}


@pytest.mark.parametrize("rule", EXAMPLES)
def test_a_rule_decides_its_example(rule):
    """The rule is among those that an explanation of its example names."""
    language, text = EXAMPLES[rule]

    assert rule in [one.rule for one in explain(text, language, WISHES.get(rule))]


def test_every_rule_has_an_example():
    """A rule that nothing can call has no place here."""
    assert set(EXAMPLES) == set(RULES)
