"""A query as somebody pasted it → the query alone: marks of pages, notes and lists set aside.

What stands around a term on a page is no part of it: tags and entities, the number of an item,
the sign of a note, what is said of it in brackets, letters of another script that look the same.
"""

from __future__ import annotations

import re

from termbase.languages.function_words import EVERY_LEADING
from termbase.text.normalise import fold
from termbase.text.scripts import in_one_script
from termbase.text.words import Word, words

_TAG = re.compile(
    r"</?(?:[A-Za-z][^<>]*|\d{1,4}/?)>"
    r"|\{/?\w{1,4}/?\}|[\[{]\d{1,3}[\]}>]|[<{]\d{1,3}[\]}]|%(?:\d\$)?[sd](?!\w)"
)
"""Of a page, or what tools for translation show in its place: <1>, {1}, {1>, [2}, %s."""
_ENTITY = re.compile(r"&(?:#\d+|#x[0-9A-Fa-f]+|[A-Za-z]+);")
_ITEM = re.compile(r"^\W*(?:\(?(?:\d{1,3}|[^\W\d_])\)|\d{1,3}(?:\.\d{1,3})+\.?|\d{1,3}\.)\s+")
"""The number of an item in a list; «Д.» is an initial."""
_NOTE = re.compile(
    r"(?:[\u2070\u00b9\u00b2\u00b3\u2074-\u2079]+|\[\d{1,3}\]|\(\d{1,3}\)"
    r"|(?<=[^\W\d_]{5})\d{1,2})\W*$"
)
_BRACKETS = re.compile(r"(?<=\w)[^\w()\[\]]*[(\[][^()\[\]]*[)\]]\W*$")
_LABEL = (
    "n nf nm nc s sf sm v vt vi vtr vpr adj adv loc subst masc fem fém m f pl sg sing inv"
    " сущ гл прил нареч м ж с р мн ед ч нескл"
).replace(" ", "|")
_GRAMMAR = re.compile(rf"[\s,;]+(?:(?:{_LABEL})\.[\s,]*)+$")
"""What dictionaries set behind a word: «n. f.», «м. р.»; in small letters, for «Д.» is an
initial."""
_WORD = re.compile(r"\w")
_MOST_MARKED = 8
"""Who has marked more words has marked a sentence, whatever it ends with."""


def without_sentence(query: str) -> str:
    """Return a query without the small words that stand before it in a sentence, or after it.

    >>> without_sentence("на МКС"), without_sentence("M. Bakanov"), without_sentence("dans les")
    ('МКС', 'Bakanov', 'dans les')
    >>> without_sentence("the launch of"), without_sentence("hepatitis A")
    ('launch', 'hepatitis A')
    """
    found = words(query)
    own = [word for word in found if not _leads(word, query)]
    if not own or len(own) == len(found):
        return query
    end = own[-1].end
    small = len(found) <= _MOST_MARKED and all(
        word.text.islower() for word in found if word.start >= end
    )
    kept = query[own[0].start : end if small else len(query)].strip()
    return kept if own[0] != found[0] or (small and own[-1] != found[-1]) else query


def _leads(word: Word, query: str) -> bool:
    """Say whether a word is a small one that leads to others; a letter with a dot is an initial."""
    is_initial = len(word.text) == 1 and query.startswith(".", word.end) and word.text != "M"
    return fold(word.text) in EVERY_LEADING and not is_initial


def without_page(query: str) -> str:
    r"""Return a query without what only the page that it was pasted from has.

    >>> without_page("«État de l'Union»¹."), without_page("1) <b>engin</b>&nbsp;spatial (GPS)")
    ("«État de l'Union»", 'engin\xa0spatial')
    >>> without_page("C++"), without_page("(12)")
    ('C++', '(12)')
    """
    text = _TAG.sub("", query)
    if _ENTITY.search(text):
        from html import unescape

        text = unescape(text)
    for mark in (_ITEM, _NOTE, _BRACKETS, _GRAMMAR):
        text = mark.sub("", text)
    text = in_one_script(text).strip()
    return text if _WORD.search(text) and text != query.strip() else query
