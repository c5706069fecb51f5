"""SRX rules at work: the first that matches decides, nothing is lost, nothing runs for ever."""

import importlib.util
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from omegat_segmenter import OMEGAT, THEIRS, omegat_segments
from termbase.errors import FormatError
from termbase.formats.srx import read_srx
from termbase.segmentation import Newline
from termbase.segmentation.srx import LanguageMap, LanguageRule, SrxRule, SrxRules
from termbase.segmentation.srx_expressions import translate

ROOT = Path(__file__).parents[2]
FIXTURES = Path(__file__).parent / "fixtures"

words = st.sampled_from(
    [
        "M.",
        "Roy",
        "p.",
        "3.",
        " ",
        " ",
        "\n",
        "\n\n",
        "\u00a0",
        "!",
        "...",
        "«",
        "»",
        ")",
        "é",
        "Ж.",
    ]
)
prose = st.lists(words | st.text(max_size=2)).map("".join)


def rules_of(*rules, **wishes):
    """Return rules that every language takes."""
    maps = (LanguageMap(".*", "All"),)
    return SrxRules((LanguageRule("All", rules),), maps, path="mine.srx", **wishes)


def contents(rules, text, language="fr"):
    """Return what a translator sees of each segment."""
    return [one.content for one in rules.segment(text, language)]


NO_M = SrxRule(False, r"\bM\.", r"\s")
STOP = SrxRule(True, r"[.?!]+", r"\s")
EVERY = read_srx(str(FIXTURES / "every_feature.srx"))


@given(prose, st.sampled_from(["fr", "fr-CA", "ru"]), st.sampled_from(Newline))
def test_nothing_is_lost(text, language, newline):
    """Segments join back to the text, stand where they say, and none is empty."""
    segments = replace(EVERY, newline=newline).segment(text, language)

    assert "".join(one.text for one in segments) == text
    assert all(one.text and text[one.start : one.end] == one.text for one in segments)


POOL = st.builds(
    SrxRule,
    st.booleans(),
    st.sampled_from(
        ["[.]", r"[.]\s", "[.!]", r"\bM[.]", r"\d[.]", "", r"(\w)\1", r"\p{L}++[.]", r"\w"]
    ),
    st.sampled_from([" ", r"\s", r"\s\p{Lu}", "", r"\s\d"]),
)


@given(st.lists(POOL, max_size=6), prose.map(lambda text: " ".join(text.split())))
def test_the_first_rule_that_matches_a_place_decides(rules, text):
    """Asking the rules place by place, one by one, slowly, gives the same boundaries."""

    def places(rule):
        before, after = translate(rule.before).pattern, translate(rule.after).pattern
        found = regex.finditer(f"(?:{before})(?={after})", text, regex.V1, overlapped=True)
        return {one.end() for one in found}

    matched = [(rule, places(rule)) for rule in rules]
    wanted = set()
    for at in range(1, len(text)):
        first = next((rule for rule, places in matched if at in places), None)
        place = at + len(text[at:]) - len(text[at:].lstrip())
        if first and first.breaks and 0 < place < len(text):
            wanted.add(place)

    cut = {one.at for one in rules_of(*rules).explain(text, "fr") if one.cuts}

    assert cut - {len(text)} == wanted


def test_an_exception_forbids_only_the_breaks_behind_it():
    """A place that an earlier break cuts stays cut; one that an exception keeps stays whole."""
    dot, bang = SrxRule(True, "[.]", " "), SrxRule(True, "[.!]", " ")

    assert contents(rules_of(dot, SrxRule(False, "[.!]", " A"), bang), "x. A! A! b") == [
        "x.",
        "A! A!",
        "b",
    ]


def test_every_feature_of_the_standard_is_honoured():
    """Cascades, regions, possessive and atomic groups, sets, references: each does its work."""
    text = "1) M.\u00a0Roy, Mgr. Xavier, art. 5 et Qc. AA. Puis... voilà, etc. et p. ex. Oui. Non"

    assert EVERY.faults() == []
    assert contents(EVERY, text, "fr-CA") == [
        "1) M.\u00a0Roy, Mgr. Xavier, art. 5 et Qc. AA. Puis... voilà, etc. et p.",
        "ex. Oui.",
        "Non",
    ]
    assert contents(EVERY, text, "fr")[:1] == ["1) M.\u00a0Roy, Mgr. Xavier, art. 5 et Qc."]
    assert contents(EVERY, text, "de")[:3] == ["1) M.\u00a0Roy, Mgr.", "Xavier, art.", "5 et Qc."]


def test_maps_cascade_only_where_the_file_says_so():
    """With cascade every map that fits adds its rules, in order; without it the first alone."""
    languages = (LanguageRule("French", (NO_M,)), LanguageRule("All", (STOP,)))
    maps = (LanguageMap("FR", "French"), LanguageMap(".*", "All"))
    cascading = SrxRules(languages, maps, cascade=True)

    assert contents(cascading, "M. Roy. Oui", "fr") == ["M. Roy.", "Oui"]
    assert contents(replace(cascading, cascade=False), "M. Roy. Oui", "fr") == ["M. Roy. Oui"]
    assert contents(cascading, "M. Roy. Oui", "en") == ["M.", "Roy.", "Oui"]


@pytest.mark.parametrize("pattern", ["fr-ca", "FR_CA", "fr.*", "(EN|FR)[-_]?.*", "(?i)FR-ca"])
def test_a_map_matches_the_whole_code_in_any_case_and_spelling(pattern):
    """Regions may be written with a hyphen or an underscore, codes in any case."""
    rules = SrxRules((LanguageRule("R", (STOP,)),), (LanguageMap(pattern, "R"),))

    assert len(rules.rules_for("fr-CA")) == 1
    assert rules.rules_for("frp") == () or pattern.endswith(".*")


def test_a_language_without_a_map_has_paragraphs_alone():
    """Where no map fits nothing is cut but paragraphs."""
    rules = SrxRules((LanguageRule("R", (STOP,)),), (LanguageMap("fr", "R"),))

    assert contents(rules, "One. Two.\n\nThree.", "en") == ["One. Two.", "Three."]


def test_cuts_and_refusals_name_their_rule():
    """Each decision names the language rule, the number and what the rule does."""
    rules = rules_of(NO_M, SrxRule(False, "Mme", ""), SrxRule(False, r"etc\."), STOP)

    decisions = rules.explain("M. Roy, etc. et Mme. Oui.\n\nNon", "fr")

    assert [(one.at, one.cuts, one.rule) for one in decisions] == [
        (3, False, "srx:All#1 no-break"),
        (13, False, "srx:All#3 no-break"),
        (21, True, "srx:All#4 break"),
        (27, True, "paragraph"),
        (30, True, "end"),
    ]
    assert [one.rule for one in rules.segment("A. B", "fr")] == ["srx:All#4 break", "end"]


def test_paragraphs_and_line_breaks_are_as_with_our_own_rules():
    """A blank line ends a paragraph; a single one ends a segment only where that is wished."""
    rules = rules_of(STOP)
    text = "Un long début de phrase qui continue\nici. Deux\n\nTrois"

    assert [one.paragraph for one in rules.segment(text, "fr")] == [0, 0, 1]
    assert len(contents(rules, text)) == 3
    assert len(contents(replace(rules, newline=Newline.BREAK), text)) == 4


def test_white_space_goes_with_the_segment_before_it():
    """Wherever a rule places the boundary, a segment begins with its first word."""
    before, behind = rules_of(SrxRule(True, r"\.", r"\s")), rules_of(SrxRule(True, r"\.\s", ""))

    for rules in (before, behind):
        assert [one.text for one in rules.segment("  A.  B. ", "fr")] == ["  A.  ", "B. "]


def test_a_cut_before_white_space_outlives_a_refusal_behind_it():
    """Two places with nothing but white space between them are one; a cut at either counts."""
    rules = rules_of(SrxRule(False, r"\.\s"), SrxRule(True, r"\."), SrxRule(True, r"\s"))

    assert contents(rules, " A. B") == ["A.", "B"]


@pytest.mark.parametrize(
    "before", [r"(\p{Lu})\1\.", r"\p{L}*+\.", r"(?>AA|A)\.", r"(?<a>A)\k<a>\."]
)
def test_exceptions_that_only_run_forwards_are_sought_forwards(before):
    """References, possessive and atomic groups forbid a place as they do in Java."""
    assert contents(rules_of(SrxRule(False, before), STOP), "x AA. B") == ["x AA. B"]


@pytest.mark.parametrize(
    ("rule", "why"),
    [
        (SrxRule(True, "[a", line=7), "rule 2 of «All» («[a» before, «» after)"),
        (SrxRule(False, r"\.", r"\p{Foo}", line=7), "rule 2 of «All» («\\.» before"),
        (SrxRule(False, r"(a)\2", line=7), "rule 2 of «All»"),
    ],
)
def test_a_wrong_expression_is_an_error_that_names_its_rule(rule, why):
    """No rule is dropped: a fault names the file, the line, the language rule and the number."""
    rules = rules_of(STOP, rule, STOP)

    with pytest.raises(FormatError) as error:
        rules.segment("Un. Deux", "fr")

    assert why in str(error.value)
    assert error.value.line == 7
    assert [str(one) for one in rules.faults()] == [str(error.value)]


@pytest.mark.parametrize(
    "rule",
    [SrxRule(True, ".", r"(\w|\w\w)+#"), SrxRule(False, r"#(\w|\w\w)+", r"\s")],
)
def test_an_expression_that_runs_wild_is_stopped_and_named(rule):
    """Each expression has a time limit; what exceeds it is an error that names the rule."""
    rules = rules_of(rule, SrxRule(True, "a", r"\s"), patience=0.1)

    with pytest.raises(FormatError, match=r"rule 1 of «All» .*takes longer than 0.1 s"):
        rules.segment("a" * 90 + " b", "fr")


def test_a_long_run_of_marks_costs_no_square():
    """Half a million full stops are one place."""
    assert contents(rules_of(STOP), "." * 500_000 + " A")[1:] == ["A"]


def test_a_language_pattern_that_is_wrong_names_itself():
    """A map whose pattern is no expression is an error that quotes it."""
    rules = SrxRules((LanguageRule("R", ()),), (LanguageMap("(fr", "R", 9),), path="x.srx")

    with pytest.raises(FormatError, match=r"x.srx:9: the language pattern «\(fr»"):
        rules.segment("a", "fr")


def others():
    """SRX files that other tools ship, where this machine has them."""
    package = importlib.util.find_spec("loomchild")
    folders = package.submodule_search_locations if package else None
    shipped = sorted(Path(folders[0]).glob("data/srx/*.srx")) if folders else []
    return [*shipped, OMEGAT]


@pytest.mark.parametrize("path", others(), ids=lambda path: path.name)
def test_no_rule_of_other_tools_is_dropped(path, tmp_path):
    """OmegaT's file and, where the package `loomchild-segment` is, LanguageTool's compile whole."""
    if not path.exists():
        pytest.skip(f"needs {path} (Debian's omegat)")
    if path == OMEGAT:
        path = Path(zipfile.ZipFile(OMEGAT).extract(THEIRS, tmp_path))
    written = path.read_text(encoding="utf-8")

    rules = read_srx(str(path))

    assert rules.faults() == []
    commented = sum(part.count("<rule ") for part in regex.findall(r"(?s)<!--.*?-->", written))
    assert sum(len(one.rules) for one in rules.languages) == written.count("<rule ") - commented


@pytest.mark.parametrize("language", ["fr", "en", "ru"])
def test_omegat_rules_cut_here_as_in_omegat(language, tmp_path):
    """The article's paragraphs are cut by OmegaT's own rules exactly as OmegaT cuts them."""
    text = (ROOT / f"tm/sources/article.{language}.txt").read_text(encoding="utf-8")
    paragraphs = [" ".join(one.split()) for one in text.split("\n\n") if one.strip()]
    theirs = omegat_segments(paragraphs, language, tmp_path)
    rules = read_srx(zipfile.ZipFile(OMEGAT).extract(THEIRS, tmp_path))

    assert [contents(rules, one, language) for one in paragraphs] == theirs
