"""What somebody knows already, terms and units, as pairs of texts that an alignment may lean on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from termbase.errors import FormatError
from termbase.model.language import primary, speaks
from termbase.ports.files import Files
from termbase.usecases.line_ends import LINE_END
from termbase.usecases.other_language import other_language

if TYPE_CHECKING:  # most texts are aligned without any
    from termbase.model.concept import Concept
    from termbase.model.unit import TranslationUnit

Pair = tuple[str, str]
_ENGLISH = "en"


def glossary_pairs(concepts: Iterable[Concept], source: str, target: str) -> Iterator[Pair]:
    """Yield every pair of terms of a concept that may render each other."""
    for concept in concepts:
        for one in concept.terms_in(source):
            for other in concept.terms_in(target):
                if one.usable and other.usable:
                    yield one.text, other.text


def memory_pairs(
    units: Iterable[TranslationUnit], source: str, targets: Iterable[str]
) -> dict[str, list[Pair]]:
    """Return, for each target language, the texts of the units that have it and the source's."""
    found: dict[str, list[Pair]] = {one: [] for one in targets}
    for unit in units:
        if ours := unit.variant(source):
            for target, pairs in found.items():
                if theirs := unit.variant(target):
                    pairs.append((ours.text, theirs.text))
    return found


def file_pairs(
    path: str, files: Files, source: str, targets: Iterable[str], messages: str | None = None
) -> dict[str, list[Pair]]:
    """Read the texts of the units of a file that have the source's language and a target's.

    Where it does not name its own, the texts do: a catalogue has English messages, as gettext has
    it, unless they plainly are in a language of the texts, or their translations are English.

    Args:
        source, targets: Languages of the texts.
        messages: The language of the messages, where somebody says it.

    Returns:
        Pairs by target language; the file is read once, unless it is a catalogue.

    Raises:
        FormatError: If it is broken.
    """
    wanted = list(targets)
    try:
        header, units = files.read_memory(path, source=messages, target=None, report=None)
        found = memory_pairs(units, source, wanted)
    except FormatError:  # it may be a catalogue without the language of its translations
        return {one: _catalogue_of(path, files, (source, one), messages) for one in wanted}
    if messages:
        return found
    return {
        target: pairs or _catalogue_in(path, files, (source, target), header.source)
        for target, pairs in found.items()
    }


def _catalogue_of(
    path: str, files: Files, both: tuple[str, str], messages: str | None
) -> list[Pair]:
    """Read a catalogue that does not say in which language its translations are."""
    source, target = both
    first = messages or next((one for one in both if speaks(one, _ENGLISH)), source)
    other = target if first == source else source
    _, units = files.read_memory(path, source=first, target=other, report=None)
    return memory_pairs(units, source, [target])[target]


def _catalogue_in(path: str, files: Files, both: tuple[str, str], named: str) -> list[Pair]:
    """Read a catalogue whose messages are in one of two languages after all, if they plainly are.

    Args:
        named: The language of its messages where nobody says it.
    """
    source, target = both
    for first, other in (both, both[::-1]):
        told, units = files.read_memory(path, source=first, target=None, report=None)
        if told.source == named:
            continue  # it says so itself
        pairs = memory_pairs(units, source, [target])[target]
        said = "\n".join(pair[both.index(first)] for pair in pairs)
        foreign = other_language(said, _ENGLISH) == primary(first) or speaks(other, _ENGLISH)
        if said and foreign and not other_language(said, first):
            return pairs
    return []


def read_pairs(path: str, text: str) -> list[Pair]:
    """Read a table of two columns, parted by tabs: a source text and its translation.

    Raises:
        FormatError: If a line has not two texts.
    """
    pairs = []
    for number, line in enumerate(LINE_END.split(text), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) < 2 or not cells[0] or not cells[1]:
            remedy = "write: source text, a tab, its translation"
            raise FormatError(path, "has not two texts", line=number, remedy=remedy)
        pairs.append((cells[0], cells[1]))
    return pairs
