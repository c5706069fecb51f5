"""A project of OmegaT that we filled: its console mode inserts what we put into ``tm/auto``."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from command_line import run

JAR = Path("/usr/share/omegat/OmegaT.jar")
PROJECT = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat><project version="1.0">
<source_dir>__DEFAULT__</source_dir><target_dir>__DEFAULT__</target_dir>
<tm_dir>memories</tm_dir><glossary_dir>__DEFAULT__</glossary_dir>
<glossary_file>glossary/client.utf8</glossary_file><dictionary_dir>__DEFAULT__</dictionary_dir>
<source_lang>fr-FR</source_lang><target_lang>EN</target_lang>
<source_tok>org.omegat.tokenizer.LuceneFrenchTokenizer</source_tok>
<target_tok>org.omegat.tokenizer.LuceneEnglishTokenizer</target_tok>
<sentence_seg>true</sentence_seg><support_default_translations>true</support_default_translations>
<remove_tags>false</remove_tags></project></omegat>
"""
MEMORY = """<tmx version="1.4"><header srclang="fr_FR"/><body>
<tu><prop type="x-reviewed">yes</prop><prop type="x-confidence">0.50</prop>
<tuv xml:lang="fr_FR"><seg>Le satellite est prêt.</seg></tuv>
<tuv xml:lang="eng"><seg>The satellite is ready.</seg></tuv></tu>
<tu><prop type="x-confidence">0.99</prop><tuv xml:lang="fr_FR"><seg>Un autre cas.</seg></tuv>
<tuv xml:lang="eng"><seg>Another case.</seg></tuv></tu>
<tu><tuv xml:lang="fr_FR"><seg>Un troisième.</seg></tuv>
<tuv xml:lang="eng"><seg>A third one.</seg></tuv></tu>
<tu><tuv xml:lang="fr_FR"><seg>Sans anglais.</seg></tuv></tu></body></tmx>
"""
TERMS = (
    "concept\tlanguage\tterm\tstatus\tforbidden\tdefinition\n"
    "c1\tfr\tÉtat de l'Union\tpreferred\t\tRussie et Biélorussie\n"
    "c1\ten\tState of the Union\tdeprecated\tbilingual\t\n"
    "c1\ten\tUnion State\tpreferred\t\t\n"
    "c2\tfr\t#mot-dièse\t\t\t\n"
    "c2\ten\thashtag\t\t\t\n"
)


@pytest.fixture
def project(tmp_path):
    """A project with a source text, and a base with a memory and a glossary."""
    folder = tmp_path / "projet"
    for name in ("source", "target", "omegat", "memories", "glossary"):
        (folder / name).mkdir(parents=True)
    (folder / "omegat.project").write_text(PROJECT, encoding="utf-8")
    (folder / "source" / "a.txt").write_text(
        "Le satellite est prêt.\n\nUn autre cas.\n", encoding="utf-8"
    )
    (folder / "glossary" / "client.utf8").write_text("mine\n", encoding="utf-8")
    (tmp_path / "client.tmx").write_text(MEMORY, encoding="utf-8")
    (tmp_path / "client.tsv").write_text(TERMS, encoding="utf-8")
    assert run("import", "client.tmx", "client.tsv", folder=tmp_path).code == 0
    return tmp_path


def test_units_lie_where_they_are_trusted(project):
    """Reviewed ones in auto, aligned ones at a penalty, all others beside them."""
    done = run("export", "--to-omegat", "projet", folder=project)
    memories = project / "projet" / "memories"
    said = {
        str(path.relative_to(memories)): path.read_text(encoding="utf-8")
        for path in memories.rglob("*.tmx")
    }

    assert done.code == 0
    assert "The satellite is ready." in said["auto/client.tmx"]
    assert "Another case." in said["penalty-10/client.tmx"]
    assert "A third one." in said["client.tmx"]
    assert sum(text.count("<tu>") for text in said.values()) == 3
    assert 'xml:lang="fr-FR"' in said["client.tmx"]
    assert 'xml:lang="en"' in said["client.tmx"]


def test_the_user_s_glossary_is_never_written_over(project):
    """Ours stands beside it, without the terms that must not be used."""
    run("export", "--to-omegat", "projet", folder=project)
    glossary = project / "projet" / "glossary"

    assert (glossary / "client.utf8").read_text(encoding="utf-8") == "mine\n"
    assert (glossary / "client-termbase.utf8").read_text(encoding="utf-8") == (
        "État de l'Union\tUnion State\tRussie et Biélorussie\n #mot-dièse\thashtag\n"
    )
    assert (project / "projet" / "omegat.project").read_text(encoding="utf-8") == PROJECT


def test_a_glossary_without_the_languages_is_named(project):
    """It was asked for, and nothing of it is written."""
    (project / "hu.tsv").write_text("concept\tlanguage\tterm\nc\ten\ta\nc\thu\tb\n", "utf-8")
    assert run("import", "hu.tsv", folder=project).code == 0
    done = run("export", "--to-omegat", "projet", "--glossary", "hu", folder=project)

    assert "glossary hu: no concept has a term in both fr-FR and en; not written" in done.err


def test_a_memory_goes_where_it_is_placed(project):
    """And a file that has no unit any more is written empty, not left with old ones."""
    run("export", "--to-omegat", "projet", folder=project)
    memories = project / "projet" / "memories"
    done = run("export", "--to-omegat", "projet", "--place", "client=mt", folder=project)
    left = [memories / one / "client.tmx" for one in ("", "auto", "penalty-10")]
    assert not any("<tu>" in one.read_text(encoding="utf-8") for one in left)
    wrong = run("export", "--to-omegat", "projet", "--place", "client=best", folder=project)
    (project / "none.tmx").write_text(MEMORY.replace("x-reviewed", "x-seen"), encoding="utf-8")
    run("import", "none.tmx", "--into", "client", "--merge", "replace", folder=project)
    run("export", "--to-omegat", "projet", folder=project)
    auto = project / "projet" / "memories" / "auto" / "client.tmx"

    assert "mt/client.tmx: 3 units" in done.err
    assert wrong.code == 2
    assert "write MEMORY=FOLDER; OmegaT knows tm, auto, enforce, mt and penalty-NN" in wrong.err
    assert "<tu>" not in auto.read_text(encoding="utf-8")


def test_a_memory_that_moves_is_nowhere_twice(project):
    """From any folder to another, and back to its parts; each file that is emptied is told once."""
    memories = project / "projet" / "memories"

    def laid(*place):
        done = run("export", "--to-omegat", "projet", *place, folder=project)
        full = [
            str(path.relative_to(memories))
            for path in sorted(memories.rglob("client.tmx"))
            if "<tu>" in path.read_text(encoding="utf-8")
        ]
        return full, done.err.count("emptied; what it held is laid elsewhere now")

    assert laid("--place", "client=penalty-30") == (["penalty-30/client.tmx"], 0)
    assert laid("--place", "client=enforce") == (["enforce/client.tmx"], 1)
    parts = ["auto/client.tmx", "client.tmx", "penalty-10/client.tmx"]
    assert laid() == (parts, 1)
    assert laid() == (parts, 0)


def test_wrong_folders_and_languages_are_named(project):
    """One line each."""
    missing = run("export", "--to-omegat", "nowhere", folder=project)
    three = run("export", "--to-omegat", "projet", "--langs", "fr,en,ru", folder=project)
    empty = run("export", "--to-omegat", "projet", "--langs", "fr,de", folder=project)

    assert "nowhere: there is no such folder" in missing.err
    assert "one source and one target; give --langs fr,en" in three.err
    assert {missing.code, three.code, empty.code} == {2}


@pytest.mark.skipif(not JAR.exists(), reason="OmegaT is not installed (Debian: omegat)")
@pytest.mark.skipif(not shutil.which("java"), reason="no java (Debian: default-jre-headless)")
def test_omegat_translates_with_what_was_laid(project):
    """Its console mode inserts the reviewed unit, and leaves what is only at a penalty."""
    run("export", "--to-omegat", "projet", folder=project)
    home = project / "home"
    home.mkdir(exist_ok=True)
    command = ["java", f"-Duser.home={home}", "-jar", str(JAR), str(project / "projet")]
    command += ["--mode=console-translate", f"--config-dir={home}"]
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "HOME": str(home)}
    subprocess.run(command, check=True, capture_output=True, env=environment, timeout=120)
    target = project / "projet" / "target" / "a.txt"

    assert target.read_text(encoding="utf-8") == "The satellite is ready.\n\nUn autre cas.\n"


OF_OTHERS = MEMORY.replace("Un autre cas.", "Le leur.")


@pytest.mark.parametrize("text", [MEMORY, OF_OTHERS])
@pytest.mark.parametrize("place", ["client=auto", "client=enforce"])
def test_what_a_person_laid_is_left_alone(project, place, text):
    """A file of the same name, also one with the very units that we know: told, and exit 1."""
    theirs = project / "projet" / "memories" / "auto" / "client.tmx"
    theirs.parent.mkdir()
    theirs.write_text(text, encoding="utf-8")
    done = run("export", "--to-omegat", "projet", "--place", place, folder=project)
    wanted = place == "client=auto"

    assert theirs.read_text(encoding="utf-8") == text
    said = "not written; somebody made or changed it, move it away"
    assert (said if wanted else "somebody made or changed it; left as it is") in done.err
    assert done.code == wanted


def test_what_a_person_changed_is_left_alone(project):
    """A memory or a glossary that we laid, and that somebody has worked on since."""
    assert run("export", "--to-omegat", "projet", folder=project).code == 0
    memory = project / "projet" / "memories" / "auto" / "client.tmx"
    glossary = project / "projet" / "glossary" / "client-termbase.utf8"
    for one in (memory, glossary):
        one.write_bytes(one.read_bytes().replace(b"ready", b"set").replace(b"hash", b"mash"))
    changed = memory.read_bytes(), glossary.read_bytes()
    done = run("export", "--to-omegat", "projet", folder=project)

    assert (memory.read_bytes(), glossary.read_bytes()) == changed
    assert done.err.count("not written; somebody made or changed it") == 2
    assert done.code == 1
    memory.unlink()
    glossary.unlink()
    assert run("export", "--to-omegat", "projet", folder=project).code == 0
    assert b"ready" in memory.read_bytes()


def test_memories_with_like_names_have_files_of_their_own(project):
    """«a/b» and «a-b» would be one name of a file."""
    for name in ("a/b", "a-b"):
        assert run("import", "client.tmx", "--into", name, folder=project).code == 0
    done = run("export", "--to-omegat", "projet", "--place", "a/b=penalty-20", folder=project)

    assert done.code == 0
    laid = {
        str(path.relative_to(project / "projet" / "memories"))
        for path in (project / "projet" / "memories").rglob("a-b*.tmx")
        if "<tu>" in path.read_text(encoding="utf-8")
    }
    assert len(laid) == 4
