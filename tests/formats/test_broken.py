"""Broken files of every kind: read, mended or refused in one line, never a crash."""

import io
import random

import pytest

from formats.test_delimited import TABLE
from formats.test_po import BODY as MESSAGES
from formats.test_po import HEAD
from formats.test_tbx import DCT, MARTIF
from formats.test_tmx import tmx
from termbase.errors import FormatError
from termbase.formats import format_of

FILES = {
    "x.tmx": tmx().encode(),
    "16.tmx": tmx().encode("utf-16"),
    "x.tbx": MARTIF.encode(),
    "dct.tbx": DCT.encode(),
    "x.tsv": TABLE.encode(),
    "x.csv": TABLE.replace("\t", ",").encode(),
    "x.po": (HEAD % "UTF-8" + MESSAGES).encode(),
}
PIECES = [
    b"<",
    b">",
    b"&",
    b'"',
    b"\t",
    b"\n",
    b"\0",
    b"\xff",
    b"&#0;",
    b"</tu>",
    b"<tuv>",
    b"<note>",
]


def broken(data, dice):
    """Return bytes with a few of them changed, lost, doubled or cut off."""
    spoilt = bytearray(data)
    for _ in range(dice.randint(1, 3)):
        start = dice.randrange(len(spoilt) + 1)
        stretch = slice(start, start + dice.randint(1, 40))
        change = dice.choice(
            [b"", dice.choice(PIECES), bytes(spoilt[stretch]) * 2, bytes([dice.randrange(256)])]
        )
        spoilt[stretch] = change
        if dice.random() < 0.1:
            del spoilt[start:]
    return bytes(spoilt)


@pytest.mark.parametrize("name", FILES)
def test_a_broken_file_is_read_or_refused(tmp_path, name):
    """Whatever happened to it, the answer is values that can be written, or one line."""
    dice = random.Random(name)
    path = tmp_path / name
    one = format_of(name)
    module = one.load()
    messages = []
    for _ in range(200):
        path.write_bytes(broken(FILES[name], dice))
        try:
            if one.holds == "units":
                header, units = module.read_memory(str(path), target="fr", report=str)
                module.write_memory(io.BytesIO(), header, list(units))
            else:
                glossary = module.read_glossary(str(path), source="fr", target="en", report=str)
                module.write_glossary(io.BytesIO(), glossary)
        except FormatError as error:
            messages.append(str(error))

    assert all(one.startswith(str(path)) and "\n" not in one for one in messages)
