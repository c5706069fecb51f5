"""OmegaT's own reader classes read what we write, with the same counts and texts."""

import io
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from termbase import read_glossary
from termbase.formats.delimited import write_glossary as write_table
from termbase.formats.tbx import write_glossary
from termbase.formats.tmx import write_memory
from termbase.model.concept import (
    AdministrativeStatus,
    Concept,
    Definition,
    Glossary,
    Relation,
    Term,
)
from termbase.model.unit import InlineCode, MemoryHeader, Note, Property, TranslationUnit, Variant
from termbase.model.wishes import Wishes

ROOT = Path(__file__).parents[2]
JAR = Path("/usr/share/omegat/OmegaT.jar")
pytestmark = [
    pytest.mark.skipif(not JAR.exists(), reason="OmegaT is not installed (Debian: omegat)"),
    pytest.mark.skipif(not shutil.which("javac"), reason="no javac (Debian: default-jdk)"),
]


@pytest.fixture(scope="session")
def omegat(tmp_path_factory):
    """Compile the little program that drives OmegaT's readers; return how to run it."""
    folder = tmp_path_factory.mktemp("omegat")
    source = Path(__file__).parent / "omegat" / "OmtCheck.java"
    subprocess.run(["javac", "-cp", JAR, "-d", folder, source], check=True, capture_output=True)

    def check(*paths, target="en"):
        command = ["java", "-cp", f"{JAR}:{folder}", "OmtCheck", "fr", target, *map(str, paths)]
        environment = {**os.environ, "LC_ALL": "C.UTF-8"}
        done = subprocess.run(command, capture_output=True, text=True, env=environment, check=True)
        return done.stdout.splitlines()

    return check


def written(path, write, *values, **options):
    stream = io.BytesIO()
    write(stream, *values, **options)
    path.write_bytes(stream.getvalue())
    return path


UNITS = [
    TranslationUnit(
        (
            Variant(
                "fr", ("Un ", InlineCode("ph", (("x", "1"),), ("<b>",)), "engin & « l'État ».")
            ),
            Variant("en", ("A craft.",), (("changedate", "20261122T000000Z"),)),
            Variant("ru", ("Аппарат.",)),
        ),
        "1",
        properties=(Property("x-segments", "1-1"),),
        notes=(Note("à voir"),),
    ),
    TranslationUnit((Variant("fr", ("Ligne\nbrisée",)), Variant("en", ("Broken line",)))),
    TranslationUnit((Variant("fr", ("Sans anglais",)), Variant("ru", ("Без английского",)))),
]
CONCEPTS = (
    Concept(
        "c1",
        (
            Term("État de l'Union", "fr", AdministrativeStatus.PREFERRED, context="L'État vit."),
            Term("Union State", "en", AdministrativeStatus.PREFERRED, number="singular"),
            Term("State of the Union", "en", AdministrativeStatus.DEPRECATED, note="faux ami"),
            Term("Союзное государство", "ru"),
        ),
        "politics",
        (Definition("fr", "Union de deux États."),),
        (Relation("broader", "c2"), Relation("see", "nowhere")),
    ),
    Concept("c2", (Term("alliance", "fr"), Term("alliance", "en"))),
)


def test_omegat_reads_every_pair_of_a_memory(omegat, tmp_path):
    """Two of the three units have French and English."""
    path = written(tmp_path / "x.tmx", write_memory, MemoryHeader("fr"), UNITS)

    assert omegat(path) == ["TMX\tx.tmx\ttu=3\tpairs=2"]


def test_omegat_reads_every_entry_of_a_glossary(omegat, tmp_path):
    """TBX v2 gives one entry for each pair of terms."""
    glossary = Glossary(CONCEPTS, title="Espace", language="fr")
    path = written(tmp_path / "x.tbx", write_glossary, glossary, wishes=Wishes(dialect="v2"))
    (line,) = omegat(path)

    assert line.startswith("GLOSS\tx.tbx\tentries=3\tfirst=État de l'Union => Union State")


def test_omegat_reads_a_table_with_a_column_per_language(omegat, tmp_path):
    """What we read as OmegaT's glossary, OmegaT reads too."""
    path = tmp_path / "x.txt"
    path.write_text("# l'espace\nengin spatial\tspacecraft\tqui vole\nété\tsummer\n", "utf-8")

    assert "entries=2\tfirst=engin spatial => spacecraft // qui vole" in omegat(path)[0]


def test_omegat_is_offered_no_forbidden_term(tmp_path, omegat):
    """With its profile, neither the table nor the TBX of 2008 has terms that must not be used."""
    banned = Term("State of the Union", "en", AdministrativeStatus.DEPRECATED)
    terms = (Term("État de l'Union", "fr"), banned, Term("Union State", "en"))
    glossary = Glossary((Concept("c1", terms),))
    wishes = Wishes(profile="omegat", source="fr", target="en")
    tbx = written(tmp_path / "x.tbx", write_glossary, glossary, wishes=wishes)
    table = written(tmp_path / "x.utf8", write_table, glossary, wishes=wishes)

    assert omegat(tbx, table) == [
        "GLOSS\tx.tbx\tentries=1\tfirst=État de l'Union => Union State // ",
        "GLOSS\tx.utf8\tentries=1\tfirst=État de l'Union => Union State // ",
    ]


def test_omegat_finds_languages_however_they_were_written(tmp_path, omegat):
    """Its reader knows no ``fr_FR`` and no ``eng``; with its profile it gets tags that it knows."""
    unit = TranslationUnit((Variant("fr_FR", ("a",)), Variant("eng", ("b",))))
    wishes = Wishes(profile="omegat")
    path = written(tmp_path / "x.tmx", write_memory, MemoryHeader("fra"), [unit], wishes=wishes)

    assert omegat(path) == ["TMX\tx.tmx\ttu=1\tpairs=1"]


def pairs(concepts, target, unusable=frozenset()):
    """Count the pairs of a French and a target term in the same concept."""
    counts = 0
    for concept in concepts:
        usable = [term.language for term in concept.terms if term.status not in unusable]
        counts += usable.count("fr") * usable.count(target)
    return counts


@pytest.mark.parametrize("target", ["en", "ru"])
def test_omegat_reads_all_of_the_glossary_that_we_publish(target, omegat, tmp_path):
    """Every pair from the TBX of 2008; those to be used from the table and from TBX for OmegaT."""
    sources = sorted((ROOT / "glossary" / "sources").glob("*.tsv"))
    concepts = tuple(one for source in sources for one in read_glossary(str(source)).concepts)
    folder = ROOT / "glossary"
    wishes = Wishes(profile="omegat", source="fr", target=target)
    tbx = written(tmp_path / "x.tbx", write_glossary, Glossary(concepts), wishes=wishes)
    found = omegat(folder / "space.v2.tbx", folder / f"space.fr-{target}.utf8", tbx, target=target)
    every = pairs(concepts, target)
    to_use = pairs(
        concepts, target, {AdministrativeStatus.DEPRECATED, AdministrativeStatus.SUPERSEDED}
    )

    assert [line.split("\t")[2] for line in found] == [
        f"entries={every}",
        f"entries={to_use}",
        f"entries={to_use}",
    ]
    assert every > to_use > 1900
