"""JSON with a text for each key, as programs for the web and Flutter keep their messages."""

import tracemalloc

import pytest

from termbase.errors import FormatError
from termbase.formats.json_texts import read_memory


def read(folder, text, **options):
    """Return id, text, plural form, note and line of each unit."""
    path = folder / "en.json"
    path.write_text(text, encoding="utf-8")
    _, units = read_memory(str(path), **({"source": "en"} | options))
    return [
        (
            unit.id,
            unit.variants[0].text,
            "".join(unit.values("x-quantity")),
            "".join(note.text for note in unit.notes),
            unit.line,
        )
        for unit in units
    ]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ('{"a": "A",\n "b": {"c": "C"}}', [("a", "A", "", "", 1), ("b.c", "C", "", "", 2)]),
        ('{"l": ["x",\n "y"]}', [("l.0", "x", "", "", 1), ("l.1", "y", "", "", 1)]),
        ('{"n": 5, "t": true, "z": null}', []),
        (f'{{"n": {"1" * 5000}, "a": "A"}}', [("a", "A", "", "", 1)]),
        ('{"a": "A",\n"a": "B"}', [("a", "B", "", "", 2)]),
        ('{"a": "\\ud83d\\ude80"}', [("a", "🚀", "", "", 1)]),
        (
            '{"f_one": "1 file",\n"f_other": "files", "g_one": "x"}',
            [
                ("f", "1 file", "one", "", 1),
                ("f", "files", "other", "", 2),
                ("g_one", "x", "", "", 2),
            ],
        ),
        (
            '{"f": {"one": "1 file",\n"other": "files"}}',
            [("f", "1 file", "one", "", 1), ("f", "files", "other", "", 2)],
        ),
        (
            '{"@@locale": "en", "a": "A", "@a": {"description": "first"}}',
            [("a", "A", "", "first", 1)],
        ),
        (
            '{"a": {"message": "A $B$", "description": "d", "placeholders": {"b": {}}}}',
            [("a", "A $B$", "", "d", 1)],
        ),
        ('{"a": {"defaultMessage": "A"}}', [("a", "A", "", "", 1)]),
        (
            '{"a": {"message": "M", "title": "T"}}',
            [("a.message", "M", "", "", 1), ("a.title", "T", "", "", 1)],
        ),
        ('\ufeff{"a\\"b": "\\u00e9 \\" {,"}', [('a"b', 'é " {,', "", "", 1)]),
    ],
)  # fmt: skip
def test_each_text_is_a_unit_with_its_keys(tmp_path, text, units):
    """What describes a text, and what is none, is left aside; plural forms share a key."""
    assert read(tmp_path, text) == units


def test_a_file_may_name_its_language(tmp_path):
    """ARB does; others must be told."""
    path = tmp_path / "a.arb"
    path.write_text('{"@@locale": "fr", "a": "A"}', encoding="utf-8")

    assert read_memory(str(path))[0].source == "fr"
    with pytest.raises(FormatError, match="does not name its language"):
        read(tmp_path, '{"a": "A"}', source=None)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('{"a": "A"\n"b": "B"}', r"en\.json:2:1: is no JSON"),
        ("[1]", "has no keys"),
        ('{"a": "A",\n"b": "\\ud83d"}', r"en\.json:2: half a character"),
        ('{"a":' * 100_000, "is no JSON|too deep"),
        ('{"a":' * 5_000 + "1" + "}" * 5_000, "too deep"),
    ],
)
def test_what_is_no_object_of_texts_is_refused(tmp_path, text, problem):
    """With its place, where it has one."""
    with pytest.raises(FormatError, match=problem):
        read(tmp_path, text)


def test_a_text_as_long_as_a_file_takes_no_memory_of_its_own_kind(tmp_path):
    """The lines of keys are found without a step kept for each letter."""
    text = '{"a": "' + "x" * 3_000_000 + '"}'
    tracemalloc.start()
    try:
        read(tmp_path, text)
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()

    assert most < 12 * len(text)
