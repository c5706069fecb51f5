"""Subtitles are read as what is spoken."""

from pathlib import Path

import pytest

from hanging import no_hanging
from termbase.errors import FormatError
from termbase.formats import document_format
from termbase.formats.document_subtitles import read_text

SRT = """1
00:00:01,000 --> 00:00:03,500
<i>Bonjour, je m'appelle</i>
Marie.

2
00:00:04,000 --> 00:00:06,000
- Tu viens ?
- Non.

3
00:00:07,000 --> 00:00:09,000
{\\an8}La fusée, qui devait

4
00:00:09,100 --> 00:00:11,000
décoller hier...

5
00:00:11,500 --> 00:00:13,000
...partira en 1969.

6
00:00:14,000 --> 00:00:15,000
10
"""
SPOKEN = [
    "Bonjour, je m'appelle Marie.",
    "- Tu viens ?",
    "- Non.",
    "La fusée, qui devait décoller hier... ...partira en 1969.",
    "10",
]
VTT = """WEBVTT - film

NOTE made by hand
--> not a time

STYLE
::cue { color: red }

intro
00:01.000 --> 00:03.000 align:start
<v Anna>Tom &amp; Jerry</v> <00:00:02.000>run.

00:04.000 --> 00:05.000
They stop.

NOTE the end
"""
SBV = "0:00:01.000,0:00:02.000\nHello.\n\n0:00:03.000,0:00:04.000\nGood-\nbye.\n"


def paragraphs(folder: Path, name: str, data: bytes) -> list[str]:
    """The paragraphs of a file with these bytes."""
    path = folder / name
    path.write_bytes(data)
    assert document_format(str(path)).name == "subtitles"
    return read_text(str(path)).rstrip("\n").split("\n\n")


@pytest.mark.parametrize(
    "data",
    [
        SRT.encode(),
        SRT.replace("\n", "\r\n").encode("utf-8-sig"),
        SRT.rstrip("\n").encode("utf-16"),
        SRT.replace("\n\n", "\n").encode(),
    ],
)
def test_sentences_are_whole_and_speakers_apart(tmp_path, data):
    """Over lines and titles, without numbers, times and marks; a number that is spoken stays."""
    assert paragraphs(tmp_path, "film.fr.srt", data) == SPOKEN


def test_other_kinds_are_read_alike(tmp_path):
    """Names of titles, notes, styles and voices are not spoken."""
    assert paragraphs(tmp_path, "a.vtt", VTT.encode()) == ["Tom & Jerry run.", "They stop."]
    assert paragraphs(tmp_path, "a.sbv", SBV.encode()) == ["Hello.", "Good-\nbye."]


def test_words_that_head_notes_are_spoken_within_a_title(tmp_path):
    """A note stands behind a blank line."""
    data = b"1\n00:00:01,000 --> 00:00:02,000\nSign:\nNOTE: no entry.\n"
    assert paragraphs(tmp_path, "a.srt", data) == ["Sign: NOTE: no entry."]


@pytest.mark.parametrize("times", ["00:00:03 --> 00:00:04", "0:0:3,0000 --> 0:0:4,0000"])
def test_times_as_other_tools_write_them_are_not_spoken(tmp_path, times):
    """Without parts of a second, or with more digits or fewer."""
    data = f"1\n00:00:01,000 --> 00:00:02,000\nOne.\n\n2\n{times}\nTwo.\n"
    assert paragraphs(tmp_path, "a.srt", data.encode()) == ["One.", "Two."]


def test_words_without_full_stops_take_no_longer_than_their_length(tmp_path):
    """As machines write them: what was spoken before was looked through at every title."""
    path = tmp_path / "a.srt"
    path.write_text("1\n00:00:01,000 --> 00:00:02,000\nword\n\n" * 100_000)
    with no_hanging():
        assert read_text(str(path)).count("word") == 100_000


@pytest.mark.parametrize("text", ["", "Hello.\n", "1\n00:00:01,000 --> 00:00:02,000\n\n"])
def test_a_file_without_titles_is_refused(tmp_path, text):
    """Such as a text under a wrong name."""
    path = tmp_path / "a.srt"
    path.write_text(text)

    with pytest.raises(FormatError):
        read_text(str(path))
