"""translate-toolkit, as a second reader, finds in what we write what we put there."""

import io

from translate.storage.tbx import tbxfile
from translate.storage.tmx import tmxfile

from formats.test_omegat import CONCEPTS, UNITS
from termbase.formats.tbx import write_glossary
from termbase.formats.tmx import write_memory
from termbase.model.concept import Glossary
from termbase.model.unit import MemoryHeader
from termbase.model.wishes import Wishes


def test_translate_toolkit_reads_the_same_pairs():
    """Source and target of each unit, the text of inline codes aside."""
    stream = io.BytesIO()
    write_memory(stream, MemoryHeader("fr"), UNITS)
    store = tmxfile.parsestring(stream.getvalue())

    assert store.getsourcelanguage() == "fr"
    assert [(unit.source, unit.target) for unit in store.units[1:]] == [
        ("Ligne\nbrisée", "Broken line"),
        ("Sans anglais", "Без английского"),
    ]


def test_translate_toolkit_reads_the_same_terms():
    """The first two languages of each concept of TBX v2."""
    stream = io.BytesIO()
    write_glossary(stream, Glossary(CONCEPTS, language="fr"), wishes=Wishes(dialect="v2"))
    store = tbxfile.parsestring(stream.getvalue())

    assert [(unit.source, unit.target) for unit in store.units] == [
        ("État de l'Union", "Union State"),
        ("alliance", "alliance"),
    ]
