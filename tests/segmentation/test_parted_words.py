"""A word that a line end parts is whole in the segment, and its segments still join to the text."""

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hanging import no_hanging
from termbase.segmentation import segment
from termbase.segmentation.parted_words import parted_words, words_of
from termbase.segmentation.srx import LanguageMap, LanguageRule, SrxRules

PIECES = [
    "pro",
    "gramme",
    "est",
    "ce",
    "12",
    "É",
    "卫",
    "。",
    "-",
    "‐",
    "–",
    "\u00ad",
    " ",
    "\n",
    "\r\n",
]
texts = st.lists(st.sampled_from([*PIECES, "\n\n", ". ", "et"])).map("".join)


def shown(text: str, language: str) -> str:
    """The contents of the segments of a text, a bar between."""
    return " | ".join(one.content for one in segment(text, language))


@pytest.mark.parametrize(
    ("text", "language", "content"),
    [
        ("Le pro-\ngramme fournis-\r\nsent", "fr", "Le programme fournissent"),
        (
            "Est-\nce utile, a-t-\nil dit à l'arc-en-\nciel",
            "fr",
            "Est-ce utile, a-t-il dit à l'arc-en-ciel",
        ),
        ("la télé-\ndétection", "fr", "la télédétection"),
        ("au-\ndessus, outre-\nmer et ci-\ndessous", "fr", "au-dessus, outre-mer et ci-dessous"),
        (
            "un projet russo-\nbiélorusse, russo-\nphone",
            "fr",
            "un projet russo-biélorusse, russophone",
        ),
        ("российско-\nбелорусская, русско-\nго", "ru", "российско-белорусская, русского"),
        ("даска-\nналасць, ска-\nрыстаць", "be", "дасканаласць, скарыстаць"),
        ("казацка-\nшляхецкі", "be", "казацка-шляхецкі"),
        ("un porte-\navions à Saint-\nNazaire", "fr", "un porte-avions à Saint-Nazaire"),
        ("a well-\nknown space-\ncraft", "en", "a well-known spacecraft"),
        ("short-\nand long-\nterm", "en", "short- and long-term"),
        ("U.S.-\nled, pp. 12-\n15, 1939–\n1945", "en", "U.S.-led, pp. 12-15, 1939–1945"),
        ("a dash -\nthis one --\nand that", "en", "a dash - this one -- and that"),
        ("кто-\nто пишет про-\nграмму", "ru", "кто-то пишет программу"),
        (
            "Nutzlast-\nadapter, Haupt-\nund Nebensatz",
            "de",
            "Nutzlastadapter, Haupt- und Nebensatz",
        ),
        ("EU-\nRecht, CDU-\nCSU", "de", "EU-Recht, CDU-CSU"),
        ("NASA-\nled, mRNA-\nvaccine, TELE-\nMETRY", "en", "NASA-led, mRNA-vaccine, TELEMETRY"),
        ("pro\u00ad\ngramme et fu¬\nsée", "fr", "programme et fusée"),
        ("卫星\n遥感。\n很好。", "zh", "卫星遥感。 | 很好。"),
    ],
)
def test_a_word_parted_by_a_line_end_is_whole(text: str, language: str, content: str) -> None:
    """The hyphen goes where it only parts the word, and stays where it belongs to it."""
    assert shown(text, language) == content


def test_the_text_itself_tells_which_hyphens_stay() -> None:
    """A word that the text has once more is spelt as there, whatever a lexicon says."""
    assert shown("a tele-\nsurvey, the telesurvey", "en") == "a telesurvey, the telesurvey"
    assert shown("a tele-\nsurvey, the tele-survey", "en") == "a tele-survey, the tele-survey"


@given(st.lists(texts).map(" ".join))
def test_the_words_of_a_text_are_counted(text: str) -> None:
    """Each stretch between blanks is taken apart once; one by one they count the same."""
    small = text.casefold().replace("‐", "-")
    words = re.findall(r"[^\W\d_]+", small)
    pairs = re.findall(r"(?<![^\W\d_])(?=([^\W\d_]+[-‐‑][^\W\d_]+))", small)

    assert words_of(text) == Counter([*words, *pairs])


@given(texts)
def test_what_is_hidden_is_a_line_end_and_a_hyphen(text: str) -> None:
    """Segments join to the text; each sign of a content stands where `origin` says."""
    segments = segment(text, "fr")

    assert "".join(one.text for one in segments) == text
    for one in segments:
        for at, sign in enumerate(one.content):
            there = text[one.origin(at)]
            assert there == sign or (sign == " " and there.isspace())
    for start, end in parted_words(text, "fr"):
        assert not text[start:end].strip(" \r\n-‐\u00ad")


def test_rules_of_an_srx_file_join_parted_words_too() -> None:
    """Whoever cuts a text, a translator sees the same words."""
    rules = SrxRules((LanguageRule("All", ()),), (LanguageMap(".*", "All"),))

    assert rules.segment("Le pro-\ngramme.", "fr")[0].content == "Le programme."


def test_a_long_text_full_of_parted_words_takes_no_longer_than_its_length() -> None:
    """Each hyphen at a line's end is looked at once."""
    with no_hanging():
        parted_words("Le pro-\ngramme de la télé-\ndétection.\n" * 50_000, "fr")
