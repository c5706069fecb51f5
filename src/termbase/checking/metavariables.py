"""A pair of texts → the words in angle brackets that a translator may translate.

``git add <file>`` names what the reader puts there himself; ``<b>`` is read by a program. A name
for what is put there is no tag of HTML and is never closed.
"""

from __future__ import annotations

from collections import Counter

from termbase.text.lazy_pattern import lazy_pattern

_ANGLED = lazy_pattern(r"<(?P<name>[^\W\d_][^<>=/\n]{0,40})>")
_CLOSED = lazy_pattern(r"</\s*([\w.:-]+)\s*>")
_HTML = (
    "a abbr acronym address area article aside audio b bdi bdo big blockquote body br button "
    "canvas caption center cite code col dd del details dfn div dl dt em embed fieldset "
    "figure font footer form frame h1 h2 h3 h4 h5 h6 head header hr html i iframe img input "
    "ins kbd label legend li link main map mark meta nav nobr ol option p para pre q s samp "
    "script section select small span strike strong style sub summary sup svg table tbody td "
    "textarea tfoot th thead title tr tt u ul var video wbr"
)
_WORDS = (
    "address area article base button caption code data details font footer frame head header"
    " input label legend link map mark object option output param picture section select summary"
    " table template time title var"
)
"""Names of tags that are words as well: the reader replaces «<mark>» that nothing closes."""
_KEYS_OF_A_BOARD = (
    "enter return tab esc escape space del delete ctrl control alt shift backspace home end insert"
    " pgup pgdn"
)
_KEYS = frozenset(_KEYS_OF_A_BOARD.split())
"""Keys, which a translation may name without brackets: «die Eingabetaste»."""
_TAGS = frozenset(_HTML.split()) - frozenset(_WORDS.split())


def translated_names(source: str, target: str) -> tuple[list[int], list[int]]:
    """Return where the names of both texts begin that translate each other.

    A text without tags may name more of what the reader puts there himself.

    >>> translated_names("Type <name> and <b>go</b>.", "Saisissez <nom> et <b>allez</b>.")
    ([5], [10])
    >>> translated_names("Type <name>.", "Saisissez le nom.")
    ([], [])
    """
    ours, theirs = _names(source), _names(target)
    lost, added = _beyond(ours, theirs), _beyond(theirs, ours)
    as_many = min(len(lost), len(added))
    keys = {start for name, start in ours if name.lower() in _KEYS}
    more = added[:as_many] if _CLOSED.search(source) else added
    return [*lost[:as_many], *keys.intersection(lost)], more


def _names(text: str) -> list[tuple[str, int]]:
    closed = {name.lower() for name in _CLOSED.findall(text)}
    return [
        (match["name"], match.start())
        for match in _ANGLED.finditer(text)
        if match["name"].lower() not in _TAGS | closed
    ]


def _beyond(some: list[tuple[str, int]], others: list[tuple[str, int]]) -> list[int]:
    """Return where those stand that one text has more often than the other."""
    there = Counter(name for name, _ in others)
    found = []
    for name, start in some:
        if there[name]:
            there[name] -= 1
        else:
            found.append(start)
    return found
