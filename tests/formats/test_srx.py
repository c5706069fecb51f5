"""SRX files: read as they are, written valid, refused with one line that says what to do."""

import gzip
import io
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termbase.errors import FormatError
from termbase.formats.srx import read_srx, write_srx
from termbase.segmentation.srx import LanguageMap, LanguageRule, SrxRule, SrxRules

FIXTURES = Path(__file__).parents[1] / "segmentation" / "fixtures"
RULE = '<rule break="yes"><beforebreak>[.]</beforebreak><afterbreak>\\s</afterbreak></rule>'
MAP = '<languagemap languagepattern=".*" languagerulename="All"/>'


def document(rules=RULE, maps=MAP, header='<header segmentsubflows="yes" cascade="no"/>'):
    """Return an SRX file with some rules for every language."""
    return (
        f'<srx xmlns="http://www.lisa.org/srx20" version="2.0">{header}<body><languagerules>'
        f'<languagerule languagerulename="All">{rules}</languagerule></languagerules>'
        f"<maprules>{maps}</maprules></body></srx>"
    )


@pytest.fixture
def read(tmp_path):
    """Return what reads a text as an SRX file, with the lines of its report."""

    def read(text):
        path = tmp_path / "a.srx"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        told = []
        return read_srx(str(path), report=told.append), [
            str(one).partition(": ")[2] for one in told
        ]

    return read


def test_every_element_of_version_2_is_read():
    """Header, formats, rules with a default and an empty side, maps: all as the file has them."""
    rules = read_srx(str(FIXTURES / "every_feature.srx"))

    assert rules.cascade
    assert not rules.subflows
    assert dict(rules.formats) == {"start": True, "end": False, "isolated": True}
    assert [one.name for one in rules.languages] == ["French", "Canada", "Default"]
    assert rules.languages[2].rules[1] == SrxRule(True, '[.?!]+["\\x{BB}\\u2019]*', "\\s+")
    assert rules.languages[2].rules[4] == SrxRule(True, "", "[•▪]\\s")
    assert rules.languages[0].rules[3] == SrxRule(False, r"\betc\.", r"\s[\p{L}&&[^\p{Lu}]]")
    assert rules.languages[0].rules[0].line == 17
    assert [one.pattern for one in rules.maps] == ["FR[_-]CA", "fr.*", ".*"]


def test_version_1_has_its_first_map_rule_and_does_not_cascade():
    """SRX 1.0 needs no namespace; of several map rules the first counts, and the rest is told."""
    told = []

    rules = read_srx(str(FIXTURES / "version_1.srx"), report=told.append)

    assert not rules.cascade
    assert [one.name for one in rules.maps] == ["English", "Any"]
    assert [one.problem for one in told] == ["map rule «Another» is not the first"]
    assert [len(rules.rules_for(one)) for one in ("en-GB", "fr")] == [2, 1]


def test_a_namespace_of_version_1_and_gzip_change_nothing(tmp_path):
    """The same file with the namespace of SRX 1.0, packed, reads alike."""
    plain = (FIXTURES / "version_1.srx").read_text(encoding="utf-8")
    path = tmp_path / "a.srx.gz"
    named = plain.replace("<srx ", '<srx xmlns="http://www.lisa.org/srx10" ')
    path.write_bytes(gzip.compress(named.encode()))

    assert read_srx(str(path)).languages == read_srx(str(FIXTURES / "version_1.srx")).languages


def test_what_stands_beside_the_standard_is_passed_over_and_told_of(read):
    """Elements of other tools change no rule; each is reported with its line."""
    header = (
        '<header segmentsubflows="yes" cascade="no" xmlns:o="urn:o">'
        '<o:options useJavaRegex="yes"/></header>'
    )
    rules, told = read(document(f'{RULE}<note xmlns="urn:n">x</note>', header=header))

    assert rules.languages[0].rules == (SrxRule(True, "[.]", "\\s"),)
    assert told == [
        "<o:options> is no element of SRX; passed over",
        "<note> is no element of SRX; passed over",
    ]


def test_a_header_that_does_not_say_whether_to_cascade_cascades_as_in_omegat(read):
    """OmegaT's own file says nothing, and OmegaT cascades."""
    rules, told = read(document(header="<header/>"))

    assert rules.cascade
    assert told == ["its header does not say whether maps cascade; they do, as in OmegaT"]


@pytest.mark.parametrize(("wish", "unicode"), [("yes", False), ("no", True)])
def test_a_file_may_ask_for_the_expressions_of_icu(read, wish, unicode):
    """Okapi writes into its own options whether expressions are those of Java or of ICU."""
    options = f'<o:options xmlns:o="http://okapi.sf.net/srx-extensions" useJavaRegex="{wish}"/>'

    rules, _ = read(
        document(header=f'<header segmentsubflows="yes" cascade="no">{options}</header>')
    )

    assert rules.unicode is unicode


def test_language_rules_of_one_name_are_joined(read):
    """A name that stands there twice loses no rule, and is told of."""
    second = f'</languagerule><languagerule languagerulename="All">{RULE}'

    rules, told = read(document(RULE + second))

    assert len(rules.languages[0].rules) == 2
    assert told == ["language rule «All» stands there twice; joined"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Mr. Smith went.", "is not well-formed XML"),
        ("", "a.srx: the file is empty"),
        ("<tmx/>", "its root is <tmx>, not <srx>"),
        (document(rules=""), "holds no rules"),
        (document(maps=""), 'maps no language to its rules; add <languagemap languagepattern=".*"'),
        (document(maps=MAP.replace("All", "Al")), "no language rule «Al»; did you mean «All»?"),
        (document(maps="<languagemap/>"), "<languagemap> has no languagepattern; give it one"),
        (document(RULE.replace('"yes"', '"maybe"')), "break is «maybe»; write yes or no"),
    ],
)
def test_a_file_that_is_no_srx_is_refused_in_one_line(read, text, message):
    """What is wrong, where, and what to do about it."""
    with pytest.raises(FormatError) as error:
        read(text)

    assert message in str(error.value)
    assert "\n" not in str(error.value)


def test_a_file_that_is_not_there_is_refused():
    """A wrong name is one line, no traceback."""
    with pytest.raises(FormatError, match="there is no such file"):
        read_srx("nowhere.srx")


sides = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"))
names = sides.filter(str.strip)
RULES = st.builds(SrxRule, st.booleans(), sides, sides, st.none(), sides)


@given(st.dictionaries(names, st.lists(RULES, min_size=1), min_size=1), st.booleans(), names)
def test_what_is_written_is_read_back(tmp_path_factory, languages, flag, pattern):
    """Rules, maps, cascade and formats survive the file, whatever their expressions hold."""
    found = tuple(LanguageRule(name, tuple(rules)) for name, rules in languages.items())
    maps = tuple(LanguageMap(pattern, one.name) for one in found)
    formats = (("start", flag), ("end", True), ("isolated", not flag))
    path = tmp_path_factory.mktemp("srx") / "a.srx"
    written = SrxRules(found, maps, cascade=flag, path=str(path), formats=formats, subflows=flag)
    with path.open("wb") as stream:
        write_srx(stream, written, remarks=["a--b-", "<&>"])

    assert read_srx(str(path)) == written


def test_what_is_written_is_well_formed_for_other_readers(tmp_path):
    """xmllint takes the file with comments that hold two hyphens."""
    stream = io.BytesIO()
    rule = SrxRule(True, "a", "<b>&", remark="--")
    rules = SrxRules((LanguageRule("R", (rule,)),), (LanguageMap(".*", "R"),))
    write_srx(stream, rules, remarks=["-- a --- b --"])
    path = tmp_path / "a.srx"
    path.write_bytes(stream.getvalue())
    try:
        ran = subprocess.run(
            ["xmllint", "--noout", "--nonet", path], capture_output=True, check=False
        )
    except FileNotFoundError:
        pytest.skip("needs xmllint")

    assert ran.returncode == 0, ran.stderr
