"""The name of a text → what it may be without the language that it names.

A name says its language in many ways: ``article.fr.txt``, ``contract_FR.docx``, ``FR letter.odt``,
``guideFR.md``, ``fr/index.html``. Which of its words is meant only other names can tell: in
``note de service_FR.txt`` both «de» and «FR» may be.
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection
from typing import NamedTuple

from termbase.cli._languages import SMALL_REGIONS, language_pair
from termbase.model.language import language_named, primary, tag_or_nothing

_WORD = re.compile(r"(?<![^\W_])[^\W\d_]{2,}(?![^\W_])")
_CODE = re.compile(
    rf"[A-Za-z]{{2,3}}[-_](?:(?:[A-Z]{{2}}|Hans|Hant|Latn|Cyrl)(?![^\W_])|{SMALL_REGIONS})"
)
"""What may name a language: a word, or a code with a region or a script."""
_CAPITALS = re.compile(r"(?<=[^\W_])(?<![A-Z])[A-Z]{2}(?![^\W_])")
"""So may two capitals behind a word: ``guideFR``."""
_BEFORE, _BEHIND = " -_.([", " -_.)]"


class Naming(NamedTuple):
    """One way to read a name: what it is without the language, and that language."""

    name: str
    language: str

    @property
    def key(self) -> str:
        """What the names of texts that belong together have in common."""
        return self.name.casefold()


def namings(file: str, wanted: Collection[str]) -> list[Naming]:
    """Return the ways to read the name of a text, the likeliest first; none names another language.

    Args:
        file: Its path in a folder, such as ``contract_FR.docx`` or ``fr/index.html``.
        wanted: The tags of the languages that it may be in, in whichever region.

    >>> namings("contract_FR.docx", ["en", "fr"]), namings("en/Guide.html", ["en"])
    ([Naming(name='contract', language='fr')], [Naming(name='Guide', language='en')])
    >>> [one.name for one in namings("note de service_FR.txt", ["de", "fr"])]
    ['note de service', 'note service_FR']
    >>> namings("CV_FR.docx", ["fr"]), namings("CV_fr_CA.docx", ["fr"])
    ([Naming(name='CV', language='fr')], [Naming(name='CV', language='fr-CA')])
    >>> namings("offer_FR-EN.docx", ["en", "fr"]), namings("guide.ca-ES.md", ["ca-ES", "es"])
    ([Naming(name='offer', language='en')], [Naming(name='guide', language='ca-ES')])
    """
    stem = stem_of(file)
    spoken = {primary(one) for one in wanted}
    folder, sign, inside = stem.partition("/")
    if not sign:
        marks = [*reversed(_marks(stem, spoken)), *_CAPITALS.finditer(stem)]
        found = [Naming(_without(stem, one), _meant(one[0], wanted)) for one in marks]
        return [one for one in found if one.language and primary(one.language) in spoken]
    language = _language(folder)
    above, _, name = inside.rpartition("/")
    own = [one.name for one in namings(name, [language])] if language else []
    return [Naming(os.path.join(above, one), language) for one in (*own, name)]


def _marks(stem: str, spoken: Collection[str]) -> list[re.Match[str]]:
    """Return the words of a name, and in the place of such as begin a code of a language that code.

    «CV_FR» is no Chuvash of France where nobody asked for Chuvash.
    """
    found: list[re.Match[str]] = []
    for word in _WORD.finditer(stem):
        code = _CODE.match(stem, word.start())
        language = _language(code[0]) if code else ""
        if not found or word.start() >= found[-1].end():
            found.append(code if code and language and primary(language) in spoken else word)
    return found


def _meant(mark: str, wanted: Collection[str]) -> str:
    """Return the language that a word or code names; of «FR-EN», from French into English, that.

    «ca-ES» is a code, and so is «CA-ES» where somebody asks for Catalan of Spain.
    """
    language, pair = _language(mark), language_pair(mark)
    if language in wanted or not pair:
        return language
    return pair[1] if {primary(one) for one in wanted}.issuperset(pair) else language


def stem_of(file: str) -> str:
    """Return a name without its ending, and without ``.gz``."""
    return os.path.splitext(file.removesuffix(".gz"))[0]


def names_language(word: str, wanted: Collection[str]) -> bool:
    """Say whether a word is the tag or the name of one of some languages.

    >>> names_language("English", ["en"]), names_language("EN", ["en"]), names_language("x", ["en"])
    (True, True, False)
    """
    return _language(word) in wanted


def _language(word: str) -> str:
    """Return the tag of a language that a word names, by its name or its code; empty if none."""
    tag = language_named(word) or tag_or_nothing(word)
    return tag if len(tag.split("-")[0]) == 2 else ""


def _without(stem: str, mark: re.Match[str]) -> str:
    """Return a name without the word that names its language and the signs that part it off."""
    left, right = stem[: mark.start()], stem[mark.end() :]
    before, behind = left.rstrip(_BEFORE), right.lstrip(_BEHIND)
    joint = left[len(before) :][:1] or right[:1]
    return f"{before}{joint}{behind}" if before and behind else before or behind
