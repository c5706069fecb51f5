"""An encoder that a package offers is found by its name, asked once for each text, and checked."""

import re
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from article import ROOT
from command_line import Ran, run
from termbase.errors import InputError
from termbase.stores.encodings import EncodingCache
from termbase.usecases.encode_texts import CheckedEncoder

PAGE = (ROOT / "docs" / "how-to" / "write-an-encoder.md").read_text("utf-8")
LETTERS = re.search(r"```python\n(.*?)```", PAGE, re.DOTALL)[1]


def install(folder: Path, code: str, version: str = "1.0") -> None:
    """Install a package with an encoder, as pip would lay it down."""
    about = folder / f"letters-{version}.dist-info"
    about.mkdir(parents=True)
    (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: letters\nVersion: {version}\n")
    (about / "entry_points.txt").write_text(
        "[termbase.encoders]\nletters = letters_of_ours:encode\n"
    )
    (folder / "letters_of_ours.py").write_text(code, encoding="utf-8")


@pytest.fixture
def site(tmp_path: Path, monkeypatch) -> Path:
    """A place where packages are installed, with the encoder of our own page."""
    folder = tmp_path / "site"
    monkeypatch.syspath_prepend(str(folder))
    monkeypatch.delitem(__import__("sys").modules, "letters_of_ours", raising=False)
    install(
        folder,
        f"{LETTERS}\nASKED = []\nplain = encode\n\ndef encode(texts, language):\n"
        "    ASKED.append((language, texts))\n    return plain(texts, language)\n",
    )
    for name, text in (
        ("fr", "Bonjour Bakanov.\nIl pleut. Il vente.\nFin.\n"),
        ("en", "Hello Bakanov.\nIt rains.\nIt blows.\nEnd.\n"),
    ):
        (tmp_path / f"a.{name}.txt").write_text(text, encoding="utf-8")
    return folder


def align(folder: Path, *more: str) -> Ran:
    return run("align", "a.fr.txt", "a.en.txt", "--segmented", *more, folder=folder)


@pytest.mark.usefixtures("site")
def test_an_encoder_is_found_by_its_name_and_asked_once(tmp_path: Path) -> None:
    """For segments and stretches of up to four; the next time the cache answers."""
    first = align(tmp_path, "--encoder", "letters")
    import letters_of_ours  # type: ignore[import-not-found]

    assert first.code == 0
    assert {language for language, _ in letters_of_ours.ASKED} == {"fr", "en"}
    texts = [text for _, listed in letters_of_ours.ASKED for text in listed]
    assert "It rains. It blows." in texts
    assert len(texts) == len(set(texts))
    letters_of_ours.ASKED.clear()

    assert align(tmp_path, "--encoder", "letters") == first
    assert letters_of_ours.ASKED == []
    [cache] = (tmp_path / "home").rglob("letters-1.0.db")
    cache.write_bytes(b"no database")
    assert align(tmp_path, "--encoder", "letters") == first
    assert letters_of_ours.ASKED != []


@pytest.mark.usefixtures("site")
def test_a_project_names_its_encoder(tmp_path: Path) -> None:
    """For every command that aligns."""
    (tmp_path / "termbase.toml").write_text(
        '[project]\nsource = "fr"\ntargets = ["en"]\n[alignment]\nencoder = "letters"\n'
        '[[memory]]\nname = "m"\noutput = "m.tmx"\ndocuments = [{ path = "a.{lang}.txt" }]\n'
    )
    assert align(tmp_path).code == 0
    import letters_of_ours  # type: ignore[import-not-found]

    for words in (["build"], ["check", "a.fr.txt", "a.en.txt", "--exit-zero"]):
        for cache in (tmp_path / "home").rglob("letters-*.db"):
            cache.unlink()
        letters_of_ours.ASKED.clear()
        assert run(*words, folder=tmp_path).code == 0
        assert letters_of_ours.ASKED != []


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ('[alignment]\nencoder = "nothing"\n', "encoder «nothing»: no installed package offers it"),
        ("[alignment]\nencoder = 1\n", 'write encoder = "name"'),
        ("[alignment]\nmodel = 1\n", "knows no «model»; it knows encoder"),
        ("alignment = 1\n", "[alignment] is no table"),
    ],
)
def test_a_wrong_setting_is_one_line(tmp_path: Path, settings: str, said: str) -> None:
    """It names what is offered."""
    (tmp_path / "termbase.toml").write_text(settings)

    ran = align(tmp_path)

    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert said in ran.err


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("import no_such_module", "cannot be loaded: No module named 'no_such_module'"),
        ("def encode(texts, language): raise OSError('no network\\nat all')", "no network"),
        ("def encode(texts, language): return [[1.0]]", "gave an array of shape (1, 1) for"),
        ("def encode(texts, language): return [1.0] * len(texts)", "one row of numbers for each"),
        ("def encode(texts, language): return [[float('nan')]] * len(texts)", "not finite"),
        ("def encode(texts, language): return [[1e300]] * len(texts)", "not finite"),
        ("def encode(texts, language): return 'x'", "encoder «letters»: "),
        ("import sys\ndef encode(texts, language): sys.exit('no key')", "no key"),
        ("import sys\nsys.exit('no key')", "cannot be loaded: no key"),
        ("encode = 3", "encoder «letters»: 'int' object is not callable"),
    ],
)
@pytest.mark.filterwarnings("error")
def test_an_encoder_that_fails_is_one_line(
    tmp_path: Path, site: Path, code: str, said: str
) -> None:
    """With its name, whatever it raises; nothing is written."""
    (site / "letters_of_ours.py").write_text(code, encoding="utf-8")

    ran = align(tmp_path, "--encoder", "letters", "-o", "a.tmx")

    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert said in ran.err
    assert not (tmp_path / "a.tmx").exists()


def test_what_an_encoder_prints_is_no_part_of_the_answer(tmp_path: Path, site: Path) -> None:
    """Neither when it is loaded nor when it is asked."""
    code = LETTERS + "\nplain = encode\nprint('loading')\n"
    code += (
        "def encode(texts, language):\n    print('thinking')\n    return plain(texts, language)\n"
    )
    (site / "letters_of_ours.py").write_text(code, encoding="utf-8")

    ran = align(tmp_path, "--encoder", "letters")

    assert all(re.fullmatch(r"[\d,:.]+", line) for line in ran.lines)
    assert "loading" in ran.err
    assert "thinking" in ran.err


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two documents with the same texts."""
    for language, text in (("fr", "Il pleut.\n"), ("en", "It rains.\n")):
        for name in ("one", "two"):
            (tmp_path / f"{name}.{language}.txt").write_text(text)
    return tmp_path


def align_all(folder: Path, jobs: str = "2") -> Ran:
    pairs = ("--pairs", ".", "-s", "fr", "-t", "en", "--jobs", jobs)
    return run("align", *pairs, "--encoder", "letters", folder=folder)


@pytest.mark.usefixtures("site")
def test_documents_side_by_side_ask_the_encoder_too(folder: Path) -> None:
    """Each in a process of its own, over one cache."""
    side_by_side = align_all(folder)

    assert side_by_side.code == 0
    assert list((folder / "home").rglob("letters-1.0.db"))
    assert align_all(folder, "1") == side_by_side


@pytest.mark.parametrize(
    ("failing", "said"),
    [
        ("raise OSError('no network')", "encoder «letters»: no network"),
        ("import os; os._exit(9)", "--jobs 2: one of the processes was ended"),
    ],
)
def test_an_encoder_that_fails_side_by_side_is_one_line(
    folder: Path, site: Path, failing: str, said: str
) -> None:
    """Even where it takes its process with it."""
    code = f"def encode(texts, language): {failing}"
    (site / "letters_of_ours.py").write_text(code, encoding="utf-8")

    ran = align_all(folder)

    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert said in ran.err


def test_an_encoder_that_two_packages_offer_is_refused(tmp_path: Path, site: Path) -> None:
    """Which of them is asked must not hang on the order of folders."""
    about = site / "others-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: others\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text("[termbase.encoders]\nletters = other:encode\n")

    ran = align(tmp_path, "--encoder", "letters")

    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert "several packages offer it (letters, others); uninstall all but one" in ran.err


def test_it_is_told_how_many_texts_are_encoded(tmp_path: Path) -> None:
    """Batch by batch, those of the cache left out, over all that one alignment asks."""
    told: list[int] = []

    def encode(some: list[str], _: str):
        return [[1.0]] * len(some)

    encoder = CheckedEncoder("x", encode, EncodingCache(str(tmp_path / "x.db")), told.append)
    texts = [str(number) for number in range(200)]
    for language in ("fr", "en", "fr"):
        encoder(texts, language)

    assert told == [128, 200, 328, 400]


@settings(max_examples=20)
@given(st.lists(st.text(max_size=5), min_size=1, max_size=8))
def test_what_is_cached_is_what_was_encoded(tmp_path_factory, texts: list[str]) -> None:
    """In the order asked for, for repeats too, and for each language by itself."""
    cache = EncodingCache(str(tmp_path_factory.mktemp("c") / "deep" / "x.db"))
    asked: list[str] = []

    def encode(some: list[str], language: str):
        asked.extend(some)
        return [[len(one), ord((one or "x")[0]), len(language)] for one in some]

    encoder = CheckedEncoder("x", encode, cache)
    wanted = np.array(encode(texts, "fr"), dtype=np.float32)
    asked.clear()

    assert (encoder(texts, "fr") == wanted).all()
    assert sorted(asked) == sorted(set(texts))
    assert (encoder(texts, "fr") == wanted).all()
    assert sorted(asked) == sorted(set(texts))
    assert encoder(texts[:1], "deu")[0, 2] == 3


def test_rows_of_another_width_are_refused(tmp_path: Path) -> None:
    """A model that changed under the same version."""
    cache = EncodingCache(str(tmp_path / "x.db"))
    CheckedEncoder("x", lambda texts, _: np.ones((len(texts), 2), np.float32), cache)(["a"], "fr")

    with pytest.raises(InputError, match="rows of different widths"):
        CheckedEncoder("x", lambda texts, _: np.ones((len(texts), 3), np.float32), cache)(
            ["a", "b"], "fr"
        )
