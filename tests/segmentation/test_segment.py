"""Texts cut into segments: what holds for every text, and what each wish of a caller changes."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termbase.errors import UnknownLanguageError
from termbase.languages.abbreviations import read_abbreviations
from termbase.segmentation import Newline, Quotes, Rules, explain, segment
from termbase.segmentation.verdicts import RULES

LANGUAGES = ["fr", "en", "ru", "de", "zh", "ar", "is"]
PIECES = [
    "M.", "Mr.", "т. д.", "p.", "12", "etc.", "J.", "U.S.", "a.m.", "г.", "1.", "a)", "•", "[1]",
    "«", "»", "“", "”", '"', "'", "’", "(", ")", "[...]", "...", "…", "!", "?", "?!", ".", ",", "—",
    " ", "  ", "\u00a0", "\u202f", "\n", "\n\n", "\r\n", "\u2029", "Elle", "parle", "l'État", "Он",
    "говорит", "她在听。", "😀", ":)", "@ann", "http://x.org/a.b", "-----", "é", "e\u0301",
]  # fmt: skip
texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=3)).map("".join)
rules = st.builds(Rules, st.sampled_from(Newline), st.sampled_from(Quotes))


def contents(text, language="en", **wishes):
    """The contents of the segments of a text."""
    return [one.content for one in segment(text, language, Rules(**wishes))]


@given(texts, st.sampled_from(LANGUAGES), rules)
def test_segments_join_back_to_the_text(text, language, wishes):
    """Nothing is lost, offsets are right, none is empty, paragraphs count up, rules are known."""
    segments = segment(text, language, wishes)

    assert "".join(one.text for one in segments) == text
    assert all(text[one.start : one.end] == one.text != "" for one in segments)
    paragraphs = [one.paragraph for one in segments]
    assert paragraphs == sorted(paragraphs)
    assert all(one.rule in RULES for one in segments)


@given(texts, st.sampled_from(LANGUAGES), rules)
def test_an_explanation_holds_every_cut_in_order(text, language, wishes):
    """The cuts that are explained are the segments' ends; refusals stand between them."""
    decisions = explain(text, language, wishes)

    ends = [(one.end, one.rule) for one in segment(text, language, wishes)]
    assert [(one.at, one.rule) for one in decisions if one.cuts] == ends
    assert [one.at for one in decisions] == sorted(one.at for one in decisions)


@given(st.lists(st.sampled_from(["Elle parle.", "Viens-tu ?", "M. Roy rit !", "Non…"])))
def test_a_segment_is_one_segment(sentences):
    """Cutting a segment of plain prose again changes nothing."""
    for one in segment(" ".join(sentences), "fr"):
        assert len(segment(one.text, "fr")) == 1


@given(texts, texts, st.sampled_from(LANGUAGES))
def test_a_paragraph_is_cut_alike_wherever_it_stands(one, other, language):
    """What stands in another paragraph changes nothing."""
    one, other = (re.sub(r"[\r\n\u2028\u2029\x85\s]+", " ", text).strip() for text in (one, other))
    apart = contents(one, language) + contents(other, language)

    together = contents(f"{one}\n\n{other}", language)

    assert [part for part in together if part] == [part for part in apart if part]


def test_nothing_has_no_segments_and_white_space_is_one():
    """The empty text has no segment; white space alone is one without content."""
    assert segment("", "fr") == []
    assert contents(" \n\n ") == [""]


def test_an_unknown_language_is_refused():
    """A name that no language bears is a mistake of the caller."""
    with pytest.raises(UnknownLanguageError):
        segment("Bonjour.", "klingonish")


def test_a_blank_line_always_ends_a_segment():
    """With any line end, and whatever the text before it ends with."""
    for end in ("\n\n", "\r\n\r\n", "\n \t\n", "\u2029"):
        assert contents(f"no mark{end}next") == ["no mark", "next"]
        assert [one.paragraph for one in segment(f"a{end}b", "en")] == [0, 1]


def test_short_lines_that_all_begin_large_are_a_list():
    """Commands of a menu stand alone; a small letter shows that the lines are wrapped prose."""
    menu = ["Ouvrir un document", "Enregistrer sous", "Quitter"]
    prose = "Conçu pour\nla Station\nSpatiale Mir"

    assert [one.text.strip() for one in segment("\n".join(menu), "fr")] == menu
    assert len(segment(prose, "fr")) == 1
    assert len(segment("\n".join(menu[:2]), "fr")) == 1


def test_short_lines_of_a_script_without_capitals_are_prose():
    """Chinese is wrapped at fewer characters, and no letter shows whether it is a list."""
    prose = "国际空间站是近地轨道上运行的\n空间平台，由十六个国家共同建造\n和使用"

    assert len(segment(prose, "zh")) == 1
    assert len(segment("In the year\n2023 we went\n12 times", "en")) == 1


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("zh", ["卫星", "火箭发射场", "轨道"]),
        ("zh", ["航天新闻", "专家正在研制地球遥感卫星系统。", "该系统将于明年发射。"]),
        ("ja", ["目次", "人工衛星とロケットの歴史", "宇宙"]),
        ("th", ["ตาราง", "ยานอวกาศและดาวเทียม", "วงโคจร"]),
    ],
)
def test_titles_and_lists_without_spaces_are_no_prose(language, lines):
    """Without spaces a whole line was one word, which never fitted on the line before it."""
    segments = segment("\n".join(lines), language)

    assert [one.content for one in segments] == lines


@pytest.mark.parametrize(
    "text",
    [
        "专家正在继续研制地球遥感\n卫星系统，并将于明年\n发射。",
        "该系统将于明年发射，\n并将运行五年以上，直到下一个\n系统发射。",
    ],
)
def test_wrapped_prose_without_spaces_is_one_segment(text):
    """Lines of about one width, whose last one ends, or ends of lines at a comma."""
    assert [one.content for one in segment(text, "zh")] == [text.replace("\n", "")]


def test_the_lines_of_a_table_of_contents_are_items():
    """However long one is; elsewhere a line may begin with the number of a version."""
    heads = ["1. A shell", "1.1. What a shell does with a command that you type", "1.2. Names"]
    assert contents("\n    ".join(heads)) == heads
    assert contents("\n".join(["Preface", *heads])) == ["Preface", *heads]

    prose = "A thread has had these abilities in Linux since the kernel's version\n2.2. They help."
    assert contents(prose)[0].endswith("version 2.2.")


def test_a_line_end_in_wrapped_prose_is_a_space():
    """The line was full; the next word would not have fitted on it."""
    text = "The directors met in Moscow on Monday and\nDiscussed space with Mr.\nSmith. They left."

    assert contents(text) == [
        "The directors met in Moscow on Monday and Discussed space with Mr. Smith.",
        "They left.",
    ]


def test_a_title_ends_where_its_line_ends():
    """The next word would have fitted, and it has a capital: the line ended on purpose."""
    text = "Space cooperation\nThe directors met in Moscow on Monday and discussed\nspace."

    assert contents(text) == [
        "Space cooperation",
        "The directors met in Moscow on Monday and discussed space.",
    ]


def test_a_line_ends_on_purpose_where_the_next_word_would_just_have_fitted():
    """24 letters, a space and «Directors» are as long as the longest line; one more is not."""
    below = "Directors met and discussed space."

    assert contents(f"The big Minsk conference\n{below}") == ["The big Minsk conference", below]
    assert contents(f"The four Minsk conference\n{below}") == [f"The four Minsk conference {below}"]


def test_a_paragraph_on_one_line_ends_with_it_though_an_abbreviation_stands_there():
    """Lines so long are not wrapped; in wrapped prose an abbreviation may end a line."""
    long = "Elle est partie vers la station " + "avec beaucoup de matériel " * 8 + "à bord."
    lines = ["Le vaisseau s'appelle Soyouz MS.", "Source et photos : Roscosmos", long]

    assert contents("\n".join(lines), "fr") == lines
    assert contents("\n".join(lines[:2]), "fr") == [" ".join(lines[:2])]


def test_a_long_address_within_wrapped_prose_makes_no_line_a_paragraph() -> None:
    """It stands out of the lines that are wrapped as ever, and says nothing of them."""
    address = f"https://example.org/{'x' * 200}"
    text = f"Hier soir, dans la rue, il a vu M.\nDupont et a noté\n{address}\navec le Dr.\nMartin."

    assert len(list(segment(text, "fr"))) == 1


def test_items_of_a_list_begin_segments():
    """Bullets, dashes, numbers and letters at the head of a line, in one paragraph."""
    for mark in ("-", "–", "•", "*", "1.", "2)", "(3)", "a)", "iv."):
        assert contents(f"{mark} salt and\n{mark} pepper") == [f"{mark} salt and", f"{mark} pepper"]


def test_every_line_is_a_segment_where_the_caller_wishes():
    """``newline=BREAK`` cuts at each line end, full lines included."""
    assert contents("one\ntwo\r\nthree", newline=Newline.BREAK) == ["one", "two", "three"]


def test_a_line_end_before_the_first_word_begins_no_segment():
    """Who wishes a segment a line gets none without a word."""
    assert contents("\nOne\nTwo", newline=Newline.BREAK) == ["One", "Two"]


def test_quoted_sentences_stay_together_where_the_caller_wishes():
    """``quotes=KEEP`` cuts after a quotation, not inside of it."""
    text = "« Il pleut. Il vente. » Elle sort. “So. What?” Non."

    assert contents(text, "fr") == [
        "« Il pleut.", "Il vente. »", "Elle sort.", "“So.", "What?”", "Non.",
    ]  # fmt: skip
    assert contents(text, "fr", quotes=Quotes.KEEP) == [
        "« Il pleut. Il vente. »", "Elle sort.", "“So. What?”", "Non.",
    ]  # fmt: skip


def test_an_unclosed_quotation_holds_nothing_together():
    """A forgotten mark must not swallow the rest of the paragraph."""
    assert contents("« Il pleut. Il vente.", "fr", quotes=Quotes.KEEP) == [
        "« Il pleut.",
        "Il vente.",
    ]


def test_a_lonely_apostrophe_at_the_end_of_a_line_closes_its_sentence():
    """As texts have it that were taken apart into words; a segment of a mark alone matches none."""
    text = "It was cold. ' Who are you ? '\nAlice said nothing. ' Well ! '"

    assert contents(text)[-1].endswith("! '")
    assert "'" not in contents(text)
    assert contents(text, newline=Newline.BREAK)[-2:] == ["Alice said nothing.", "' Well ! '"]


def test_a_users_abbreviations_come_first():
    """What the translator lists is kept together, in a language that does not know it."""
    mine = read_abbreviations(["[never]", "Abt.", "[closing]", "usw."], "mine.txt")

    assert contents("Abt. Eins usw. Zwei", "is") == ["Abt.", "Eins usw.", "Zwei"]
    assert contents("Abt. Eins usw. zwei", "is", abbreviations=mine) == ["Abt. Eins usw. zwei"]


def test_every_decision_names_its_rule():
    """A translator sees why a text was cut, and why not."""
    text = "M. Roy et la S.N.C.F. (Cf. Loi 3.) « Oui ? » dit-il. Fin"

    assert [(one.at, one.rule) for one in explain(text, "fr")] == [
        (3, "abbreviation"),
        (22, "initialism"),
        (27, "inside-brackets"),
        (35, "full-stop"),
        (45, "speech"),
        (53, "full-stop"),
        (56, "end"),
    ]


@pytest.mark.parametrize("unit", ["a. ", "A. ", "...", '" ', "((", "[1] ", "😀", "-----", "1. x "])
def test_a_long_hostile_text_is_cut_in_reasonable_work(unit):
    """A hundred thousand signs of one kind: work grows with the length, so this ends."""
    text = unit * (100_000 // len(unit))

    assert sum(len(one.text) for one in segment(text, "en")) == len(text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Сторона вправе:\nа) получать данные;\nб) передавать их"),
        ("uk", "Сторона має право:\n(а) одержувати дані;\n(б) передавати їх"),
        ("el", "Ο πελάτης:\nα) πληρώνει\nβ) λαμβάνει"),
        ("ar", "يحق للطرف:\nأ) تلقي البيانات\nب) نقلها"),
    ],
)
def test_items_are_counted_by_letters_of_any_script(language, text):
    """As «a)» and «b)» are in Latin letters."""
    assert contents(text, language) == text.split("\n")


def test_items_on_one_line_are_counted_by_russian_letters():
    """«й» counts none: «к» follows «и»."""
    assert contents("и) Он пришёл. к) Она ушла.", "ru") == ["и) Он пришёл.", "к) Она ушла."]


def test_an_indented_first_line_is_no_wider_for_it():
    """A page number in the middle of a page stands alone above the title that it heads."""
    assert contents("                 3\nANNUAL REPORT") == ["3", "ANNUAL REPORT"]
