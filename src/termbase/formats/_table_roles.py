"""The heading of a table into what each of its columns holds.

The one fact to remember: a heading names two languages at least, or says which column is the source
and which the target of languages that a caller names; of a list in one language it names this and
nothing unknown. Every other first row is an entry.
"""

from __future__ import annotations

import re

from termbase.errors import FormatError
from termbase.formats._headings import (
    LONGEST,
    NUMBERING,
    definition_of_heading,
    is_numbering,
    is_script,
    language_of_heading,
    languages_of_sides,
    status_of_heading,
)
from termbase.formats._status_words import STATUS_PATTERNS
from termbase.formats._table import Row
from termbase.model.concept import AdministrativeStatus
from termbase.model.language import primary

SPOKEN = "language:"
"""So begins the role of a column that holds terms; behind it stands their language, and perhaps how
they may be used: ``language:fr:deprecated``."""
_NO_MORE = re.compile(r"[,;]?\s*(?:\(\s*\)|\[\s*\])|[,;]\s*(?=[)\]])|(?<=[(\[])\s*[,;]\s*")
"""Brackets with nothing left in them, or a comma too many."""
_SOURCE = {"source", "src", "source term", "source text", "term"}
_TARGET = {"target", "tgt", "trg", "target term", "target text", "translation"}
_SOURCE |= {"quelle", "wort", "begriff", "ausgangstext", "terme", "mot", "término", "termine"}
_SOURCE |= {"термин", "слово", "источник", "оригинал", "исходный текст"}
_SOURCE |= {"source language", "langue source", "terme source", "исходный термин"}
_SOURCE |= {"source segment", "original", "termin", "benennung", "термін", "术语"}
_SOURCE |= {"word", "ключевое слово"}
_TARGET |= {"target language", "langue cible", "terme cible", "целевой термин"}
_TARGET |= {"target segment", "equivalent", "équivalent", "эквивалент", "entsprechung"}
_TARGET |= {"übersetzung", "ziel", "zieltext", "traduction", "cible", "traducción", "traduzione"}
_TARGET |= {"перевод", "meaning", "значение"}
_WORDS_FOR_TERM = {
    **dict.fromkeys(("term", "terms"), "en"),
    **dict.fromkeys(("terme", "termes"), "fr"),
    **dict.fromkeys(("begriff", "benennung"), "de"),
    **dict.fromkeys(("термин", "термины"), "ru"),
    "término": "es",
    "termine": "it",
    "termin": "pl",
    "termo": "pt",
    "термін": "uk",
    "术语": "zh",
}
"""What a term is called in a language: a heading of its terms, where another stands beside it."""
_NOTE = {"entry note", "comment", "comments", "note", "notes", "remark", "remarks"}
_NOTE |= {"remarque", "remarques", "commentaire", "commentaires", "bemerkung", "anmerkung"}
_NOTE |= {"примечание", "примечания", "комментарий", "комментарии", "примітка", "коментар"}
_NOTE |= {"kommentar", "kommentare", "hinweis", "hinweise", "bemerkungen", "anmerkungen"}
_NOTE |= {"nota", "notas", "comentario", "comentarios", "commento", "uwagi", "备注", "ملاحظات"}
_SUBJECT = {"entry subject", "subject", "subject field", "domain", "domaine", "domaines"}
_SUBJECT |= {"dominio", "fachgebiet", "sachgebiet", "предметная область", "область", "тематика"}
OF_TERMS = ("customer", "project")
"""Roles of columns that say something of each term of their row."""
_CUSTOMER = {"customer", "client", "kunde", "cliente", "klient", "заказчик", "клиент", "замовник"}
_PROJECT = {"project", "projet", "projekt", "proyecto", "progetto", "projeto", "проект"}
_CUSTOMER |= {"entry clientid"}
_PROJECT |= {"entry projectid"}
_ROLES = {
    **dict.fromkeys(_NOTE, "note"),
    **dict.fromkeys(_SUBJECT, "subject"),
    **dict.fromkeys(_CUSTOMER, "customer"),
    **dict.fromkeys(_PROJECT, "project"),
}


def heading_words() -> set[str]:
    """Return the words that name columns of such tables, lower case."""
    return _SOURCE | _TARGET | _NOTE


def roles_of_heading(rows: list[Row], source: str | None, target: str | None) -> list[str]:
    """Return what the first row says that its columns are; nothing where it is no heading.

    Args:
        rows: The first and those below it.
        source, target: The languages that a caller names, which a heading must have.
    """
    names = rows[0].cells
    plain = [_role(name) for name in names]
    for number, name in enumerate(names):
        if name.strip().lower() in NUMBERING and _are_codes(rows[1:], number):
            plain[number] = name.strip().lower()
    wanted = {primary(one) for one in (source, target) if one}
    if len(wanted) == 1 and _names_a_script(rows):
        return [f"{SPOKEN}{source or target}"]
    own = (languages_of_sides(names), _named_sides(names, source, target))
    every = [plain, *(_with_languages(plain, one) for one in own)]
    of_several = (roles for roles in every if len(_primaries(roles)) > 1)
    alone = [plain] if _spoken(plain) else every  # «English;Translation» is of two, one unknown
    of_one = (roles for roles in alone if _is_of_one_language(roles, rows))
    return next((one for one in (*of_several, *of_one) if wanted <= _primaries(one)), [])


def _names_a_script(rows: list[Row]) -> bool:
    """Say whether a list of one column is headed by the script that it is written in."""
    one_column = all(len(row.cells) == 1 for row in rows)
    return one_column and is_script(rows[0].cells[0]) and not _lists_languages(rows)


def _primaries(roles: list[str]) -> set[str]:
    return {primary(one) for one in _spoken(roles)}


def _is_of_one_language(roles: list[str], rows: list[Row]) -> bool:
    """Say whether a row heads a list in one language: nothing of it is unknown or stands apart."""
    spoken = _primaries(roles)
    statuses = {"status", *(f"status:{one}" for one in spoken)}
    known = (
        role.startswith((SPOKEN, "definition"))
        or role in _ROLES.values()
        or status_of_heading(role) in statuses
        or (is_numbering(role) and _are_codes(rows[1:], number))
        for number, role in enumerate(roles)
    )
    named = len(spoken) == 1 and all(known)
    return named and max(len(row.cells) for row in rows) <= len(roles)


def refuse_other_languages(
    path: str, rows: list[Row], source: str | None, target: str | None
) -> None:
    """Refuse a heading that lacks a language that a caller names: one of two languages and more, or
    of a list in one, where no row below begins with a language as well.

    Languages that are all named by two letters may be words.

    Raises:
        FormatError: Names the languages.
    """
    row = rows[0]
    roles = [_role(name) for name in row.cells]
    spoken = list(dict.fromkeys(_spoken(roles)))
    there = {primary(one) for one in spoken}
    missing = [one for one in (source, target) if one and primary(one) not in there]
    named = (name for role, name in zip(roles, row.cells, strict=True) if _spoken([role]))
    heads = len(there) > 1 or (_is_of_one_language(roles, rows) and not _lists_languages(rows))
    if missing and heads and any(len(name.strip()) > 2 for name in named):
        columns = "the columns are" if len(spoken) > 1 else "the terms are"
        problem = f"{columns} in {', '.join(spoken)}, none in {', '.join(missing)}"
        column = f"{missing[0]}={min(2, len(row.cells))}"
        remedy = f"leave -s and -t out, or name columns, such as: --columns {column}"
        raise FormatError(path, problem, line=row.line, remedy=remedy)


def _lists_languages(rows: list[Row]) -> bool:
    """Say whether names of languages stand below one, which then are the terms of a list."""
    return any(language_of_heading(cell) for row in rows[1:] for cell in row.cells[:1])


def _spoken(roles: list[str]) -> list[str]:
    """Return the languages of the columns that hold terms."""
    return [spoken_in(role)[0] for role in roles if role.startswith(SPOKEN)]


def spoken_in(role: str) -> tuple[str, AdministrativeStatus | None]:
    """Return the language of a column that holds terms, and how these may be used if it says so.

    >>> spoken_in("language:fr:deprecated")[1].word, spoken_in("language:fr")
    ('deprecated', ('fr', None))
    """
    language, _, word = role.removeprefix(SPOKEN).partition(":")
    return language, next((one for one in STATUS_PATTERNS if one.word == word), None)


def _with_languages(roles: list[str], languages: list[str]) -> list[str]:
    """Return the roles of columns, those that have a language in it."""
    both = zip(roles, languages, strict=True)
    return [f"{SPOKEN}{tag}" if tag else role for role, tag in both]


def _named_sides(names: tuple[str, ...], source: str | None, target: str | None) -> list[str]:
    """Return the language of each column, where headings say which is the source and the target.

    «Terme» beside «Term» are those of the languages whose words they are, where both are wanted;
    else the first is the source.
    """
    said = [_plain(name) for name in names]
    words = [_WORDS_FOR_TERM.get(name, "") for name in said]
    if len({*words} - {""}) < 2:
        sides = ((_SOURCE, source), (_TARGET, target))
        return [next((tag for side, tag in sides if tag and name in side), "") for name in said]
    wanted = [one for one in (source, target) if one]
    own = [next((tag for tag in wanted if primary(tag) == one), "") for one in words]
    if len({*own} - {""}) == len(wanted):
        return own
    in_order = iter(wanted)
    return [next(in_order, "") if word else "" for word in words]


def _are_codes(rows: list[Row], number: int) -> bool:
    """Say whether the cells of a column are words with a digit, such as ``T-12``, or empty."""
    cells = [row.cells[number].strip() for row in rows if number < len(row.cells)]
    return all(" " not in cell and any(map(str.isdigit, cell)) for cell in cells if cell)


def _role(name: str) -> str:
    """Return what a heading says of its column: a language, a kind of remark, or its own name."""
    plain = name.strip().lower()
    if role := _ROLES.get(_plain(name)) or definition_of_heading(plain):
        return role
    tag = language_of_heading(name.strip())
    if tag:
        return f"{SPOKEN}{tag}"
    if len(name) > LONGEST:
        return plain
    for status, words in STATUS_PATTERNS.items():
        rest = words.sub(" ", name)
        if rest != name:
            bare = _NO_MORE.sub("", rest).strip(" -–_/:,")
            tag = language_of_heading(bare) or language_of_heading(bare.strip("()[]"))
            return f"{SPOKEN}{tag}:{status.word}" if tag else plain
    return plain


def _plain(name: str) -> str:
    return " ".join(name.lower().replace("_", " ").split())
