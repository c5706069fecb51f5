"""Which language each text on a command line is in."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence

from termbase.cli._output import counted
from termbase.cli._session import called
from termbase.config.settings import Settings
from termbase.errors import InputError
from termbase.languages import KNOWN
from termbase.model.language import language_tag, primary

_ASKED = "command line"
SMALL_REGIONS = r"(?:at|au|br|ch|cn|gb|hk|lu|mx|nz|tw|us)(?![^\W_])"
"""Regions that people write in small letters behind a language; none is a language known here."""
_MARK = re.compile(
    r"(?:[-_]|(?P<capitals>[-_\s]*[(\[]|\s))"
    rf"(?P<tag>[A-Za-z]{{2}}(?:[-_](?:[A-Z]{{2}}|{SMALL_REGIONS}))?)[)\]]?\Z"
)
"""A language at the end of a name, behind another sign than a full stop."""
_OTHER_WORDS = ("AR", "BE", "UK", "be", "it")
"""Argentina, Belgium and Britain in capitals, and English words, rather than a language."""


def text_language(path: str, settings: Settings) -> str:
    """Return the language of a text: as ``-s`` says, else its name, else the project.

    Raises:
        InputError: If none of them says it.
    """
    setting = settings.values["source"]
    asked = setting.value if setting.origin == _ASKED else ""
    language = asked or named_language(path) or setting.value
    if not language:
        raise InputError(f"{called(path)}: its language is not known; name it with -s")
    return str(language)


def text_languages(
    paths: Sequence[str], settings: Settings, named: Sequence[str | None] = ()
) -> list[str]:
    """Return the language of each text, the source text first.

    What ``-s`` and ``-t`` say comes first, then the end of a file's name (``article.fr.txt``),
    then the languages of the project.

    Args:
        named: The languages that the names say, where somebody has read them already.

    Raises:
        InputError: If the language of a text is not known, or two texts are in one.
    """
    source = [settings.value("source")]
    targets = list(settings.value("targets"))
    asked = [settings.values[name].origin == _ASKED for name in ("source", "targets")]
    if asked[1] and len(targets) != len(paths) - 1:
        spoken, count = ",".join(targets), len(paths) - 1
        languages = counted(len(targets), "language")
        raise InputError(f"-t {spoken}: names {languages} for {count} of the texts")
    named = named or [named_language(path) for path in paths]
    found = _side(source, asked[0], named[:1]) + _side(targets, asked[1], named[1:])
    for path, language in zip(paths, found, strict=True):
        if not language:
            raise InputError(f"{called(path)}: its language is not known; name it with -s and -t")
        if found.count(language) > 1:
            raise InputError(f"two of the texts are in {language}; name languages with -s and -t")
    return [str(one) for one in found]


def _side(configured: Sequence[str], asked: bool, named: Sequence[str | None]) -> list[str | None]:
    """Return the languages of the source text, or of the translations."""
    given = [configured[at] if at < len(configured) else None for at in range(len(named))]
    if asked:
        return list(given)
    if all(named):
        return list(named)
    return [name or one for name, one in zip(named, given, strict=True)]


def named_language(path: str) -> str | None:
    """Return the language that a file's name ends in, such as ``article.fr.txt``.

    Three letters count only where they have two: ``report.old.txt`` is in no language.

    >>> named_language("contract_EN.docx"), named_language("Annex 1 (FR).odt")
    ('en', 'fr')
    """
    mark = language_mark(os.path.basename(path))
    return mark[1] if mark else None


def language_mark(file: str) -> tuple[str, str] | None:
    """Return the name of a file without the language that it ends in, and that language.

    Behind another sign than a full stop it is one whose sentences we know how to cut: few words end
    like that by chance. Behind a space it stands in capitals.

    >>> language_mark("article.fr.txt"), language_mark("contract-en_GB.docx")
    (('article', 'fr'), ('contract', 'en-GB'))
    >>> language_mark("note de.txt"), language_mark("do_it.txt"), language_mark("contract_UK.docx")
    (None, None, None)
    >>> language_mark("contract_FR-EN.docx"), language_mark("contract_FR-BE.docx")
    (('contract', 'en'), ('contract', 'fr-BE'))
    >>> language_mark("Annex II_FR.docx"), language_mark("contract_fr-EN.docx")
    (('Annex II', 'fr'), ('contract', 'en'))
    """
    stem = os.path.splitext(file.removesuffix(".gz"))[0]
    name, _, last = stem.rpartition(".")
    if name and (language := _two_letters(last)):
        return name, language
    found = _MARK.search(stem)
    if found and found["tag"].isupper() and found["tag"][:2].lower() not in KNOWN:
        found = _MARK.search(stem, found.start("tag") + 1)  # a number or an acronym comes before it
    if not found or not found.start() or _is_other_word(found["tag"]):
        return None
    if found["capitals"] and not found["tag"][:2].isupper():
        return None
    language = _two_letters(_into(found["tag"]))
    known = language and primary(language) in KNOWN
    return (stem[: found.start()].rstrip(" -_"), language) if language and known else None


def _is_other_word(tag: str) -> bool:
    """Say whether a mark is a word or a region rather than a language: «it», «it_us», «UK»."""
    return tag in _OTHER_WORDS or (tag.islower() and tag[:2] in _OTHER_WORDS)


def _into(tag: str) -> str:
    """Return the second of two languages in capitals, where it is one whose sentences we know how
    to cut and no region: «FR-AR» is French of Argentina.
    """
    pair = language_pair(tag)
    return pair[1] if pair and pair[1] in KNOWN and tag[-2:] not in _OTHER_WORDS else tag


def language_pair(code: str) -> tuple[str, str] | None:
    """Return the languages that a code in capitals is from and into; None where it is of one.

    Capitals may be a language and its region as well, which only the caller can tell; behind small
    letters EN alone is none.

    >>> language_pair("FR-EN"), language_pair("fr_EN"), language_pair("FR-BE")
    (('fr', 'en'), ('fr', 'en'), ('fr', 'be'))
    >>> language_pair("fr-BE"), language_pair("EN-EN"), language_pair("FR")
    (None, None, None)
    """
    first, _, second = code.replace("_", "-").partition("-")
    if not (code.isupper() or second == "EN"):
        return None
    one, other = _two_letters(first), _two_letters(second)
    return (one, other) if one and other and one != other else None


def placed_language(path: str) -> str | None:
    """Return the language that the name or the folder of a bilingual file says it is in.

    ``fr.po``, ``messages.fr.xlf`` and ``fr/LC_MESSAGES/app.po`` are in French.
    """
    above, folder = os.path.split(os.path.dirname(path))
    if folder == "LC_MESSAGES":
        return _two_letters(os.path.basename(above))
    parts = _parts(path)
    return _two_letters(parts[-2]) if len(parts) > 1 else None


def _parts(path: str) -> list[str]:
    return os.path.basename(path).removesuffix(".gz").split(".")


def _two_letters(written: str) -> str | None:
    """Return the language that a part of a name is the tag of, if it begins with two letters."""
    if not 2 <= len(written) <= 7:
        return None
    try:
        found = language_tag(written)
    except InputError:
        return None
    return found if len(found.split("-")[0]) == 2 else None
