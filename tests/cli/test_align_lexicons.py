"""``align --lexicon``, ``--glossary`` and ``--memory``: what they take, and what they say else."""

from pathlib import Path

import pytest

from article import ROOT
from command_line import Ran, run
from termbase.bootstrap import LocalFiles

SENTENCES = {"fr": "Il pleut.\nLe nif dort.\n", "en": "It rains.\nThe zog sleeps.\n"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two texts, and a file of each kind."""
    for language, text in SENTENCES.items():
        (tmp_path / f"a.{language}.txt").write_text(text)
    (tmp_path / "pairs.tsv").write_text("nif\tzog\n")
    (tmp_path / "pairs.csv").write_text("nif;zog\n")
    (tmp_path / "m.po").write_text(
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: en\\n"\n\n'
        'msgid "Le nif dort."\nmsgstr "The zog sleeps."\n'
    )
    for name in ("tm/space.tmx", "glossary/space.tbx"):
        (tmp_path / Path(name).name).write_bytes((ROOT / name).read_bytes())
    return tmp_path


def align(folder: Path, *more: str) -> Ran:
    return run("align", "a.fr.txt", "a.en.txt", *more, folder=folder)


@pytest.mark.parametrize(
    ("option", "file", "said"),
    [
        ("--lexicon", "space.tmx", "holds units; give it with --memory"),
        ("--lexicon", "space.tbx", "holds concepts; give it with --glossary"),
        ("--lexicon", "pairs.csv", "holds concepts; give it with --glossary"),
        ("--glossary", "space.tmx", "holds units; give it with --memory"),
        ("--glossary", "m.po", "holds units; give it with --memory"),
        ("--memory", "space.tbx", "holds concepts; give it with --glossary"),
        ("--memory", "pairs.tsv", "holds concepts; give it with --glossary"),
    ],
)
def test_a_file_of_another_kind_is_told_its_option(
    folder: Path, option: str, file: str, said: str
) -> None:
    """One line, which can be followed."""
    ran = align(folder, option, file)

    assert (ran.code, ran.out, ran.err) == (2, "", f"error: {option} {file}: {said}\n")
    assert align(folder, said.rsplit(maxsplit=1)[-1], file).code == 0


@pytest.mark.parametrize(
    "more",
    [
        ["--lexicon", "pairs.tsv"],
        ["--glossary", "pairs.tsv"],
        ["--glossary", "pairs.csv"],
        ["--memory", "m.po"],
        ["--memory", "m.po", "-s", "fr"],
    ],
)
def test_each_kind_is_leant_on(folder: Path, more: list[str]) -> None:
    """A table without heading has the languages of the texts; a PO may be told its own."""
    plain, known = align(folder), align(folder, *more)

    assert (known.code, "not used" in known.err) == (0, False)
    assert float(known.lines[1].rsplit(":", 1)[1]) > float(plain.lines[1].rsplit(":", 1)[1])


PO = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n{}\n'
ENGLISH, FRENCH, RUSSIAN = "It is raining in the valley.", "Il pleut dans la vallée.", "Идёт дождь."


@pytest.mark.parametrize(
    ("texts", "said", "message", "translation", "used"),
    [
        ("fr en", "en", FRENCH, ENGLISH, True),
        ("en fr", "en", FRENCH, ENGLISH, True),
        ("fr en", "fr", ENGLISH, FRENCH, True),
        ("fr en", "", ENGLISH, FRENCH, True),
        ("en fr", "", ENGLISH, FRENCH, True),
        ("fr ru", "ru", FRENCH, RUSSIAN, True),
        ("ru fr", "", RUSSIAN, FRENCH, True),
        ("fr ru", "ru", ENGLISH, RUSSIAN, False),
        ("fr en", "en_GB", ENGLISH, ENGLISH, False),
        ("fr en", "ru", FRENCH, RUSSIAN, False),
    ],
)
def test_a_catalogue_need_not_say_what_its_messages_are_in(
    tmp_path: Path, texts: str, said: str, message: str, translation: str, used: bool
) -> None:
    """They are English, unless they plainly are not, or cannot be."""
    names = [f"a.{language}.txt" for language in texts.split()]
    for name in names:
        (tmp_path / name).write_text("1\n2\n3\n")
    head = PO.format(f'"Language: {said}\\n"\n') if said else PO.format("")
    catalogue = f'{head}msgid "{message}"\nmsgstr "{translation}"\n'
    (tmp_path / "m.po").write_text(catalogue, "utf-8")

    ran = run("align", *names, "--memory", "m.po", folder=tmp_path)

    assert ran.code == 0
    assert ("m.po: has no pair in" not in ran.err) is used


def test_a_folder_may_be_called_as_a_glossary_is(folder: Path) -> None:
    """The one of the base is taken."""
    assert run("import", "space.tbx", "--into", "glossary", folder=folder).code == 0
    (folder / "glossary").mkdir()

    assert align(folder, "--glossary", "glossary").code == 0


@pytest.mark.parametrize(
    ("option", "name", "said"),
    [
        (
            "--glossary",
            "spac",
            "the base has no glossary «spac»; did you mean «space»? Or name a file",
        ),
        ("--memory", "spac", "the base has no memory «spac»; did you mean «space»? Or name a file"),
        ("--memory", "eu.po", "--memory eu.po: there is no such file; check the name"),
        ("--glossary", "eu.tbx", "--glossary eu.tbx: there is no such file; check the name"),
    ],
)
def test_what_is_not_there_is_named(folder: Path, option: str, name: str, said: str) -> None:
    """With what it might have been; of a file, not that the base has none of its name."""
    for file in ("space.tmx", "space.tbx"):
        assert run("import", file, folder=folder).code == 0

    ran = align(folder, option, name)

    assert (ran.code, ran.out, ran.err) == (2, "", f"error: {said}\n")


def test_a_memory_is_read_once_for_all_translations(folder: Path, monkeypatch) -> None:
    """A large one takes longer than the alignment; each translation gets its own pairs."""
    (folder / "a.ru.txt").write_text("Идёт дождь.\nЗог спит.\n", encoding="utf-8")
    read: list[str] = []
    plain = LocalFiles.read_memory

    def counted(files: LocalFiles, path: str, **wishes: object) -> object:
        read.append(path)
        return plain(files, path, **wishes)

    monkeypatch.setattr(LocalFiles, "read_memory", counted)
    ran = run("align", "a.fr.txt", "a.en.txt", "a.ru.txt", "--memory", "space.tmx", folder=folder)

    assert ran.code == 0
    assert read == ["space.tmx"]
    assert "has no pair" not in ran.err
