"""Each rule for glossaries finds a planted fault, and is silent on what is right and on ours."""

from __future__ import annotations

from pathlib import Path

import pytest

from article import ROOT, built_glossary
from termbase.checking.glossary_rules import (
    GLOSSARY_RULES,
    check_glossary,
    explain_glossary_rule,
    glossary_rules_page,
)
from termbase.errors import InputError
from termbase.formats.delimited import read_glossary
from termbase.model.finding import Finding

HEAD = (
    "concept\tlanguage\tterm\tstatus\tpart_of_speech\tnumber\ttype\tcase\tregion\tdefinition\tnote\t"
    "source\trelations"
)
COLUMNS = HEAD.split("\t")


def found(tmp_path: Path, *rows: str, languages: tuple[str, ...] = ("fr", "en")) -> list[Finding]:
    """Return what is found in rows such as ``c | fr | lanceur | preferred | note=…``."""
    lines = [HEAD]
    for row in rows:
        plain, named = [], {}
        for cell in (one.strip() for one in row.split("|")):
            name, _, value = cell.partition("=")
            if value:
                named[name] = value
            else:
                plain.append(cell)
        named = {"part_of_speech": "noun", "source": "us", **named}
        named |= dict(zip(("concept", "language", "term", "status"), plain, strict=False))
        lines.append("\t".join(named.get(name, "").replace("∅", "") for name in COLUMNS))
    path = tmp_path / "g.tsv"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return check_glossary(read_glossary(str(path)).concepts, languages=languages)


RIGHT = ("c | fr | lanceur | preferred", "c | en | launcher | preferred")

PLANTED = [
    ("G101", ["c | fr | lanceur | preferred"], "no term in en"),
    ("G102", ["c | fr | lanceur | admitted", RIGHT[1]], "no preferred term in fr"),
    ("G103", [*RIGHT, "c | en | launch vehicle | preferred"], "2 preferred terms in en"),
    (
        "G104",
        [*RIGHT, "d | fr | lanceur | preferred | note=autre", "d | en | thrower | preferred"],
        "c: «lanceur» (fr) is also a term of d",
    ),
    ("G104", [*RIGHT, "c | en | launcher | admitted"], "«launcher» (en) stands there twice"),
    (
        "G105",
        ["c | fr | lanceur | preferred | definition=Un des lanceurs.", RIGHT[1]],
        "its definition (fr) says «lanceurs» itself",
    ),
    (
        "G106",
        [
            "c | fr | lanceur | preferred | definition=Réunion de plusieurs étages.",
            RIGHT[1],
            "d | fr | étage | preferred | definition=Part d'un lanceur.",
            "d | en | stage | preferred",
        ],
        "says «étages», and that of d says «lanceur»",
    ),
    (
        "G107",
        [RIGHT[0] + " | relations=see:cc", RIGHT[1]],
        "see points to «cc», which is not there",
    ),
    (
        "G108",
        [*RIGHT, "d | fr | coiffe | preferred", "d | en | Launcher fairing | preferred"],
        "«Launcher» in «Launcher fairing» (en) has no capital elsewhere",
    ),
    (
        "G109",
        ["c | fr | le lanceur | preferred", RIGHT[1]],
        "«le lanceur» (fr) begins with an article",
    ),
    ("G109", ["c | fr | l’orbite | preferred", RIGHT[1]], "begins with an article"),
    ("G110", ["c | fr | lanceurs spatiaux | preferred", RIGHT[1]], "«lanceurs spatiaux» (fr) is a"),
    ("G110", [RIGHT[0], "c | en | bands of frequency | preferred"], "(en) is a plural"),
    ("G110", [*RIGHT, "c | ru | солнечные батареи | preferred"], "«солнечные батареи» (ru) is a"),
    ("G111", [*RIGHT, "c | ru | cпутник | preferred"], "mixes Cyrillic and Latin letters"),
    ("G112", [*RIGHT, "c | ru | satellite | preferred"], "has no Cyrillic letter"),
    ("G113", [*RIGHT, "c | fr | XYZ | admitted | type=acronym"], "«XYZ» (fr) is expanded nowhere"),
    ("G114", [RIGHT[0] + " | source=∅", RIGHT[1]], "«lanceur» (fr) has no source"),
    ("G115", [*RIGHT, "c | fr | booster | deprecated"], "is deprecated, and no note says why"),
]


@pytest.mark.parametrize(("rule", "rows", "said"), PLANTED)
def test_a_planted_fault_is_the_only_finding(
    rule: str, rows: list[str], said: str, tmp_path: Path
) -> None:
    """With its place, what is wrong and what to do."""
    [finding] = found(tmp_path, *rows)

    assert finding.rule == rule
    assert said in finding.message
    assert finding.remedy
    assert str(finding.place).startswith(f"{tmp_path}/g.tsv:")


def test_every_rule_has_a_planted_fault() -> None:
    """None is without its test."""
    assert {rule for rule, _, _ in PLANTED} == set(GLOSSARY_RULES)


@pytest.mark.parametrize(
    "rows",
    [
        RIGHT,
        ["c | fr | mot", "c | en | word", "d | fr | nom", "d | en | name"],
        [
            RIGHT[0],
            "c | en | colour | preferred | region=GB",
            "c | en | color | preferred | region=US",
        ],
        [
            RIGHT[0] + " | note=ici",
            RIGHT[1],
            "d | fr | lanceur | note=là | preferred",
            "d | en | thrower | preferred",
        ],
        [
            "c | fr | La Haye | preferred | part_of_speech=properNoun",
            "c | en | The Hague | preferred | part_of_speech=properNoun",
        ],
        [
            "c | fr | éphémérides | preferred | number=plural",
            "c | en | news | preferred | number=mass",
        ],
        ["c | fr | SRAS | preferred | note=x", "c | en | SARS | preferred | note=x"],
        ["c | fr | SIDA | preferred | note=x", "c | en | AIDS | preferred | note=x"],
        [
            *RIGHT,
            "c | ru | Ku-диапазон | preferred",
            "c | ru | РН | admitted | type=acronym | note=х",
        ],
        [
            "c | fr | RTG | preferred | type=acronym",
            "c | en | radioisotope thermoelectric generator | preferred",
        ],
        [
            *RIGHT,
            "d | fr | programme de l'Union | preferred",
            "d | en | Union plan | preferred",
            "e | fr | Union | preferred | part_of_speech=properNoun",
            "e | en | Union | preferred | part_of_speech=properNoun",
            "f | fr | réunion | preferred",
            "f | en | customs union | preferred",
        ],
    ],
)
def test_what_is_right_is_left_alone(rows: list[str], tmp_path: Path) -> None:
    """A plain list, regions, notes, names, plurals that say so, expansions, words of names."""
    assert found(tmp_path, *rows) == []


def test_without_any_source_the_glossary_is_told_once(tmp_path: Path) -> None:
    """A plain list of a thousand terms is not blamed a thousand times."""
    rows = [f"{row} | source=∅" for row in RIGHT]

    assert [one.rule for one in found(tmp_path, *rows)] == ["G114"]


def test_the_languages_are_those_of_most_concepts(tmp_path: Path) -> None:
    """Where nobody names them."""
    rows = [*RIGHT, "d | fr | coiffe | preferred", "d | en | fairing | preferred",
            "e | fr | tuyère | preferred", "e | de | Düse | preferred"]  # fmt: skip

    [finding] = found(tmp_path, *rows, languages=())

    assert finding.message == "e: no term in en"


def test_our_glossary_has_no_finding() -> None:
    """In its three languages, without any rule turned off."""
    concepts = built_glossary().glossaries[0].glossary.concepts

    assert check_glossary(concepts, languages=("fr", "en", "ru")) == []


def test_an_unknown_rule_is_named() -> None:
    """With those that there are."""
    with pytest.raises(
        InputError, match="there is no rule «G999» for glossaries; the rules are G101"
    ):
        check_glossary([], rules=["G999"])


def test_the_page_is_what_the_rules_say() -> None:
    """docs/reference/glossary-rules.md is made from the docstrings; each rule explains itself."""
    page = (ROOT / "docs" / "reference" / "glossary-rules.md").read_text("utf-8")

    assert page == glossary_rules_page()
    for name in GLOSSARY_RULES:
        said = explain_glossary_rule(name)
        assert "bad " in said
        assert "good " in said
