"""Files that other tools wrote, through our values and back: nothing lost, all of it valid."""

import importlib.util
import io

import pytest

from formats.values import CORPUS
from termbase.formats import format_of

JUDGE = CORPUS.parent / "interop.py"
FILES = [
    path for kind in ("tmx", "tbx", "csv") for path in sorted((CORPUS / kind / "dev").glob("*"))
]
pytestmark = pytest.mark.skipif(not FILES, reason=f"no files in {CORPUS}")


@pytest.fixture(scope="module")
def judge():
    """Return the judge of the corpus: it counts what a file says, item by item."""
    spec = importlib.util.spec_from_file_location("interop", JUDGE)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_nothing_is_lost(judge, tmp_path, path):
    """Every item of the original stands in what we write after reading it."""
    kind = path.parent.parent.name
    items, _ = judge.FN[kind]
    one = format_of(str(path), "concepts" if kind == "csv" else None)
    module = one.load()
    stream = io.BytesIO()
    if one.holds == "units":
        module.write_memory(stream, *module.read_memory(str(path)))
    else:
        glossary = module.read_glossary(str(path), source="en", target="fr")
        options = {"delimiter": "," if path.suffix == ".csv" else "\t"} if kind == "csv" else {}
        module.write_glossary(stream, glossary, **options)
    again = tmp_path / path.name
    again.write_bytes(stream.getvalue())
    lost, new, _, examples = judge.diff(items(path), items(again))

    assert not lost, examples[:5]
    assert not new, examples[:5]
