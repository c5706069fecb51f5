"""Which language each text on a command line is in."""

from __future__ import annotations

import os
from collections.abc import Sequence

from termbase.cli._output import counted
from termbase.cli._session import called
from termbase.config.settings import Settings
from termbase.errors import InputError
from termbase.model.language import language_tag

_ASKED = "command line"


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


def text_languages(paths: Sequence[str], settings: Settings) -> list[str]:
    """Return the language of each text, the source text first.

    What ``-s`` and ``-t`` say comes first, then the end of a file's name (``article.fr.txt``),
    then the languages of the project.

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
    named = [named_language(path) for path in paths]
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
    """
    parts = _parts(path)
    return _two_letters(parts[-2]) if len(parts) > 2 else None


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
