"""Profiles of languages and their lists of abbreviations."""

import subprocess
import sys

import pytest

from termbase.errors import FormatError, UnknownLanguageError
from termbase.languages import KNOWN, profile_of
from termbase.languages.abbreviations import Kind, read_abbreviations


@pytest.mark.parametrize("tag", KNOWN)
def test_every_known_language_has_a_profile_of_its_own(tag):
    """A language that we claim to know has a module of its own name."""
    assert profile_of(tag).tag == tag


def test_regions_and_spellings_share_a_profile():
    """A region or a three-letter code finds the profile of its language."""
    assert profile_of("fr_CA") is profile_of("fra") is profile_of("fr")


def test_a_language_without_a_module_gets_the_default():
    """Icelandic is a language, and it has no module yet."""
    assert profile_of("is").tag == "und"


def test_what_is_no_language_is_refused():
    """A name that no language bears is refused, not guessed at."""
    with pytest.raises(UnknownLanguageError):
        profile_of("klingonish")


def test_french_elides_before_vowels():
    """The apostrophe of l'État and jusqu'ici joins two words; a plain word elides nothing."""
    assert {"l", "qu", "jusqu"} <= set(profile_of("fr").elisions)
    assert profile_of("en").elisions == ()


def test_importing_languages_reads_no_profile():
    """A command that needs no profile pays for none."""
    code = "import sys, termbase.languages; print('termbase.languages.profile' in sys.modules)"

    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)

    assert answer.stdout.strip() == b"False"


def test_spaces_inside_an_abbreviation_do_not_matter():
    """The list may say «т. д.» or «т.д.»; either is found under one key."""
    assert read_abbreviations(["[never]", "т. д., т.д."], "x").kinds == {"т.д": Kind.NEVER}


@pytest.mark.parametrize(
    ("lines", "problem"),
    [(["[nevr]"], "x:1: «[nevr]» is no section"), (["", "M."], "x:2: «M.» stands outside")],
)
def test_a_faulty_list_names_its_line(lines, problem):
    """A mistake in a list is told with file, line and remedy."""
    with pytest.raises(FormatError, match=r"use \[never\]|put a line") as caught:
        read_abbreviations(lines, "x")

    assert str(caught.value).startswith(problem)


@pytest.mark.parametrize("tag", KNOWN)
def test_every_list_of_abbreviations_can_be_read(tag):
    """No list contradicts itself; a language that marks no abbreviations has none."""
    profile = profile_of(tag)

    assert bool(profile.abbreviations.all) == profile.listed
    assert profile_of("is").abbreviations.kind("Dr") is Kind.NEVER


def test_a_users_list_is_right_where_it_disagrees():
    """What a translator adds goes before what the language says."""
    mine = read_abbreviations(["[closing]", "Mme", "[number]", "-weg."], "mine.txt")

    joined = profile_of("fr").abbreviations.joined(mine)

    assert joined.kind("Mme") is Kind.CLOSING
    assert joined.kind("MM") is Kind.NEVER
    assert joined.kind("Feldweg") is Kind.NUMBER


def test_small_entries_cover_capitals_but_acronyms_are_no_abbreviations():
    """«P.» is page as «p.» is, «NO.» is number; «CHS» is an acronym though «Chs.» is a name."""
    french = profile_of("fr").abbreviations

    assert french.kind("Art") is Kind.NUMBER
    assert profile_of("en").abbreviations.kind("VOL") is Kind.NUMBER
    assert french.kind("Chs") is Kind.INITIAL
    assert french.kind("CHS") is None
