"""Expressions of Java and ICU, translated: what they match, held to Java's own engine."""

import shutil
import subprocess
from pathlib import Path

import pytest
import regex

from termbase.segmentation.srx_expressions import ExpressionError, translate

HERE = Path(__file__).parent

# Expression, text (\n stands for a line break), the offsets that Java 17 finds.
EXPRESSIONS = [
    ("\\bM\\.\\h*+", "M. \xa0Roy aM.", "0-4"),
    ("\\h", "a\xa0\u202f\tb", "1-2 2-3 3-4"),
    ("\\H+", "ab c", "0-2 3-4"),
    ("\\v", "a\\nb", "1-2"),
    ("\\R", "a\\n\\nb", "1-2 2-3"),
    ("\\Qa.b*\\E+", "a.b*** a.bb", "0-6"),
    ("[\\Q.-]\\E]+", ".-]x", "0-3"),
    ("a++b", "aaab", "0-4"),
    ("a++ab", "aaab", ""),
    ("(?>Mr|Mrs)\\.", "Mrs. Mr.", "5-8"),
    ("x{2,3}+x", "xxxx xxx", "0-4"),
    ("\\p{Lu}\\p{Ll}+", "Été été ÉTÉ", "0-3"),
    ("\\p{javaUpperCase}", "aÉЖß", "1-2 2-3"),
    ("\\p{IsAlphabetic}+", "été4", "0-3"),
    ("\\p{IsUppercase}\\p{IsLowercase}", "Éa", "0-2"),
    ("\\p{InCyrillic}+", "abвг", "2-4"),
    ("\\p{IsCyrillic}+", "abвг", "2-4"),
    ("\\p{script=Greek}", "aα", "1-2"),
    ("\\p{InGreek}", "aα", "1-2"),
    ("\\p{Punct}", "a«.-", "2-3 3-4"),
    ("\\p{Alpha}+", "aéb", "0-1 2-3"),
    ("\\P{Alpha}", "aéb", "1-2"),
    ("[^\\p{Alpha}]", "aéb", "1-2"),
    ("\\pL+", "aé1", "0-2"),
    ("\\p{L}{2}\\P{L}", "ab1", "0-3"),
    ("\\p{Lower}", "aé", "0-1"),
    ("\\p{IsPunctuation}", "a«+", "1-2"),
    ("[\\p{L}&&[^rwn]]", "arbé1", "0-1 2-3 3-4"),
    ("[a-z&&[^aeiou]]", "abe", "1-2"),
    ("[a-z&&b-y&&[^m]]", "abmz", "1-2"),
    ("[^a-z&&[b]]", "ab1", "0-1 2-3"),
    ("[a-d[m-p]]+", "ambz", "0-3"),
    ("[a-d[^b-z]]", "abm1", "0-1 1-2 3-4"),
    ("[]a]+", "a]b", "0-2"),
    ("[\\]\\-a]+", "a-]b", "0-3"),
    ("[a-]+", "a-b", "0-2"),
    ("[|'«]", "a|«", "1-2 2-3"),
    ("[a&b]+", "a&b", "0-3"),
    ("[\\w.]+", "aé.b", "0-1 2-4"),
    ("[\\W]", "aé.b", "1-2 2-3"),
    ("\\x{1F600}|\\x41", "A😀", "0-1 1-2"),
    ("\\u0041\\u00e9", "Aé", "0-2"),
    ("\\uD83D\\uDE00", "😀", "0-1"),
    ("[\\uD83D\\uDE00a]", "a😀", "0-1 1-2"),
    ("\\0101", "A", "0-1"),
    ("\\N{LATIN SMALL LETTER E WITH ACUTE}", "é", "0-1"),
    ("a(?i)b|c", "aB ab C", "0-2 3-5 6-7"),
    ("(?:a(?i)b)c", "aBc aBC", "0-3"),
    ("(?i:é)T", "ÉT ét", "0-2"),
    ("(?iu)т\\.д", "Т.Д т.д", "0-3 4-7"),
    ("a(?i)b(?-i)c", "aBc aBC", "0-3"),
    ("\\w+", "aé_1", "0-1 2-4"),
    ("\\d", "1٣", "0-1"),
    ("\\s", "a\xa0 \u2003", "2-3"),
    ("\\S", "\xa0a ", "0-1 1-2"),
    ("\\bé", "é aé", "0-1"),
    (".", "a\\n\x85b", "0-1 3-4"),
    ("(?s).", "a\\n", "0-1 1-2"),
    ("^a", "a\\na", "0-1"),
    ("(?m)^a$", "a\\na", "0-1 2-3"),
    ("a$", "a\\na\\n", "2-3"),
    ("a\\Z", "a\\na\\n", "2-3"),
    ("a\\z", "a\\na", "2-3"),
    ("(?x) a b # both", "ab a b", "0-2"),
    ("(a)(b)\\2", "abb aba", "0-3"),
    ("(?<q>['\\\"]).\\k<q>", "'a' \"b' ", "0-3"),
    ("(?<![A-Z])\\.", "A. b.", "4-5"),
    ("(?<=[a-z]{1,3})\\.", "a. B.", "1-2"),
    ("(?=a)a(?!b)", "ab ac", "3-4"),
    ("a{e}", "a{e} ae", "wrong"),
    ("a|b|", "ab", "0-1 1-2 2-2"),
    ("\\$\\{a\\}", "${a}", "0-4"),
    ("[.!?…]['\\\"\\p{Pe}»”]?\\s+", "Oui.» Non… ", "3-6 9-11"),
    ("~#", "~#", "0-2"),
    ("[~||a]+", "a~|b", "0-3"),
    ("\\e|\\a|\\cA", "\x01\x07", "0-1 1-2"),
    ("*a", "a", "wrong"),
    ("(a", "a", "wrong"),
    ("a)", "a", "wrong"),
    ("[a", "a", "wrong"),
    ("\\p{Klingon}", "a", "wrong"),
    ("[b-a]", "a", "wrong"),
    ("\\y", "a", "wrong"),
    ("(?z)a", "a", "wrong"),
]


def found(expression, text, *, unicode=False):
    """Return the offsets that a translated expression finds, or that it is wrong."""
    try:
        pattern = regex.compile(translate(expression, unicode=unicode).pattern, regex.V1)
    except (ExpressionError, regex.error):
        return "wrong"
    return " ".join(f"{one.start()}-{one.end()}" for one in pattern.finditer(text))


@pytest.mark.parametrize(("expression", "text", "spans"), EXPRESSIONS)
def test_an_expression_matches_what_java_matches(expression, text, spans):
    """Each feature of Java's expressions finds the same offsets, or is refused as Java does."""
    assert found(expression, text.replace("\\n", "\n")) == spans


def test_the_pinned_offsets_are_those_of_java(tmp_path):
    """Java itself finds what this file says that it finds."""
    if not shutil.which("javac"):
        pytest.skip("needs javac")
    subprocess.run(["javac", "-d", tmp_path, HERE / "JavaMatches.java"], check=True)
    lines = "".join(f"{expression}\t{text}\n" for expression, text, _ in EXPRESSIONS)

    ran = subprocess.run(
        ["java", "-Dfile.encoding=UTF-8", "-cp", tmp_path, "JavaMatches"],
        input=lines.encode(),
        capture_output=True,
        check=True,
    )

    assert ran.stdout.decode().splitlines() == [spans for _, _, spans in EXPRESSIONS]


@pytest.mark.parametrize(
    ("expression", "text", "java", "icu"),
    [
        (r"\w+", "été", "1-2", "0-3"),
        (r"\d", "٣", "", "0-1"),
        (r"\s", "\u00a0", "", "0-1"),
        (r"\p{Alpha}+", "été", "1-2", "0-3"),
        (r"\bt", "été", "", ""),
    ],
)
def test_short_classes_know_ascii_as_in_java_or_unicode_as_in_icu(expression, text, java, icu):
    r"""\w, \d, \s and POSIX classes widen where a file asks for ICU; \b is Unicode in both."""
    assert found(expression, text) == java
    assert found(expression, text, unicode=True) == icu


@pytest.mark.parametrize(
    ("expression", "text", "spans"),
    [
        (r"[[:alpha:]]+", "été1", "0-3"),
        (r"[[:^digit:]]", "1a", "1-2"),
        (r"\U0001F600", "😀", "0-1"),
        (r"a(?#why)b", "ab", "0-2"),
        (r"\p{Letter}\p{Uppercase_Letter}", "aB", "0-2"),
        (r"\N", "a\n", "0-1"),
    ],
)
def test_what_only_icu_spells_is_understood_too(expression, text, spans):
    """ICU's own spellings are read beside those of Java."""
    assert found(expression, text) == spans


def test_only_groups_that_are_referred_to_capture():
    """Rules can be joined, since no group of theirs has a number, unless one is referred to."""
    assert translate("(a)(?<b>c)").pattern == "(?:a)(?:c)"
    assert translate(r"(a)\1").refers
    assert translate(r"(a)\1").forward


@pytest.mark.parametrize(
    ("expression", "why"),
    [
        ("[a", "the set at 1 is not closed"),
        ("*a", "«*» at 1 repeats nothing"),
        (r"\p{Klingon}", "there is no property «Klingon»"),
        (r"\G", "«\\G» has no meaning here"),
        ("a)", "«)» at 2 closes nothing"),
    ],
)
def test_what_cannot_be_translated_says_why(expression, why):
    """A fault is told in one clause that quotes the expression."""
    with pytest.raises(ExpressionError) as error:
        translate(expression)

    assert str(error.value) == why
