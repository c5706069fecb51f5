"""A text → the codes and addresses in it, which nobody translates and no other rule reads.

A code is what a program replaces or interprets: a tag, a placeholder, an escape. What looks like
one in prose is none: ``50 % des`` holds no ``% d``.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from termbase.checking.choices import branch_starts
from termbase.text.lazy_pattern import lazy_pattern

MASK = "\ue000"
"""The private sign that stands for each sign of a code or an address in a masked text."""

_LARAVEL = (
    "attribute|values?|min|max|count|other|date|size|format|digits|seconds|minutes|name|email|user"
    "|total|app|url|item|number|input|position|type"
)
"""The names that stand behind a colon in messages of Laravel; other words may stand so in prose."""
_CODE = lazy_pattern(
    r"""
    (?P<tag></?[A-Za-z][\w.:-]*(?:\s+[\w.:-]+\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[^\s"'<>=`]+))*\s*/?>
        |</\d{1,2}>|<\d{1,2}\s*/>|<(?P<number>\d{1,2})>(?=.{0,300}?</(?P=number)>)
        |\[(?P<markup>b|i|u|s|url|img|quote|code|color|size|list)(?:=[^\]\n]{1,200})?\]
            (?=.{0,300}?\[/(?P=markup)\])
        |\[/(?:b|i|u|s|url|img|quote|code|color|size|list)\])
    | (?P<choice>\{\s*[\w.-]+\s*,\s*(?:plural|select|selectordinal|number|date|time|choice)\b)
    | (?P<name>\{%[^%{}\n]{1,120}%\}|<%[^%<>\n]{1,120}%>|\$t\([^()\n]{1,80}\)
        |@:[A-Za-z_][\w.]*\w|(?<![^\s(«“"'>]):(?:{_LARAVEL})(?![\w:])
        |\{\{(?!\s?(?:['"`»”“]|and|or|et|ou|und|oder|[yoei]|lub|или|и)\s)[^{}\n]{1,80}\}\}|\$\{[^{}\n]{1,80}\}
        |(?:(?<![\w%])(?<!\d[ \u00a0\u202f])%(?=\{))?
            \{[\w.-]*(?:\[\w+\])?(?:![rsa])?(?::(?:[^{}\s]*|[yMdHhmsft/.:,'\\ -]{2,30}))?\}
        |%\(\w+\)[-+#0]*\d*(?:\.\d+)?[a-zA-Z]
        |%\d{1,2}\$[-+#0]*\d*(?:<PRI[a-zA-Z\d]+>|(?:\.\d+)?(?:(?:hh?|ll?|[qjztL])(?=[a-zA-Z]))?[a-zA-Z@])
        |(?<![\w%])%\w{2,40}%(?!\w|%(?!\w))
        |(?<![\w%.])(?<!\d[ \u00a0\u202f])%L?\d{1,2}(?:(?![\w.,]?\w)|(?=x%\d))|(?<=%\dx)%\d(?!\w)
        |(?<![\w$])\$(?!(?:[bmt]n|mln|USD?|CAD|AUD|[bm]illions?)\b)[A-Za-z_]\w+)
    | (?P<plain>%%|(?:(?<![\w%])|(?<=%[sdiufgcxX])|(?<=0x))(?<!\d[ \u00a0\u202f])
        %[-+#0]*(?:\d+|\*)?<PRI[a-zA-Z\d]+>
        |(?:(?<![\w%])|(?<=%[sdiufgcxX])|(?<=0x))(?<!\d[ \u00a0\u202f])
        (?:%[-+#0]*\d*\.\d+[fFeEgG](?=s\b)
        |%[-+#0]*(?:\d+|\*)?(?:\.(?:\d+|\*))?(?:hh|h|ll|l|q|j|z|t|L)?[sdiufFeEgGxXocpn@](?![^\W\d_A-Z])))
    | (?P<escape>(?<![:\\])\\[nrt])
    """.replace("{_LARAVEL}", _LARAVEL),
    re.VERBOSE | re.DOTALL,
)
_MAY_HOLD = re.compile(r"[<{%$\\]|\[/|@:|:[a-z]")
_ADDRESS = re.compile(
    r"""
    (?:https?|ftp|mailto)://?(?:\[[\da-fA-F:]+\])?[^\s<>«»"“”„|\[\]]+
    | \bwww\.[^\s<>«»"“”„|\[\]]+
    | [\w.+-]+@[\w-]+(?:\.[\w-]+)+
    | \b[a-z\d-]+(?:\.[a-z\d-]+)*\.(?:com|org|net|edu|gov|int|info|fr|ru|uk|de|eu|by|io|dev|рф)\b
        (?:/[^\s<>«»"“”„|\]]*)?
    """,
    re.VERBOSE,
)
_PATH = lazy_pattern(r":\\|\\[^nrt]")
"""What a path with backslashes has: ``C:\\temp\\new.txt`` holds no escapes."""
_ARGUMENT = lazy_pattern(
    r"""
    \\(?![abfnrtv](?!\w)|n(?!ew|ocite)|r(?!ef|enew|aise|ule)|t(?!ext|itle|able|hanks))  # no escape
    [A-Za-z]+\*?(?:\[[^\]\n]*\]|\{[^{}\n]*\})*$
    | :(?:file|samp):`[^`\n]*$
    """,
    re.VERBOSE,
)
"""What stands before an argument of LaTeX, and within a path or a sample of Sphinx: no place."""
_LONGEST = 200
_BRANCH = lazy_pattern(r"(?<=[\s,}])(?:=\d+|\w+|offset:\d+)(?=\s*\{)")
"""What a branch of a choice is for: ``one {…} other {…}``."""
_WIDTH = lazy_pattern(r"(?P<place>%(?:\d{1,2}\$)?)[-+0]*\d*(?!\*)")
_SAME = {"i": "d", "X": "x"}
"""Letters that print what another one does, or as large letters what it prints as small ones."""
_DATED = lazy_pattern(r"\{(\w+):(?=[^{}]*([yMdHhms])[^{}]*(?!\2)[yMdHhmst])[yMdHhmsft/.:,'\\ -]+\}")
"""A pattern for dates or times in .NET, which each language has of its own."""
_CHOSEN = lazy_pattern(r"\{\{(?:PLURAL|GENDER|GRAMMAR):[^{}|]*\|")
"""A choice of MediaWiki, whose words are the language's own: ``{{PLURAL:$1|file|files}}``."""
_SPACE = lazy_pattern(r"\s")
_DOT_INSIDE = re.compile(r"\.(?<=\w\.)\w")
_FILE = lazy_pattern(
    r"(?<![\w.])(?!\d+\.x\b)(?:[\w-]*[/\\])*[\w-]+\.[A-Za-z]\w{0,4}(?![\w.])(?=\W|$)"
)
_ENTITY = lazy_pattern(
    r"(?:&|(?<=\w)(?=#(?:1[67]\d|187|82\d\d);))(?:#\d{1,6}|#x[\da-fA-F]{1,5}|[A-Za-z]{2,8}\d{0,2});"
)
_SPACE_ENTITY = lazy_pattern("&(?:nbsp|#160|#8239|#x0*(?:a0|202f));", re.IGNORECASE)
_AFTER_ADDRESS = ".,;:!?…'’"


class TextCode(NamedTuple):
    """A code in a text.

    Attributes:
        start, end: Its span.
        kind: ``tag``, ``choice``, ``name``, ``plain`` or ``escape``.
        label: What must come back in the translation; attributes of a tag need not.
    """

    start: int
    end: int
    kind: str
    label: str

    @property
    def is_named(self) -> bool:
        """Whether a program finds by name or number what stands for it, however often."""
        return self.kind == "name" and self.label != "{}"


class Address(NamedTuple):
    """A web or mail address in a text, without the punctuation behind it."""

    start: int
    end: int
    text: str


def text_codes(text: str) -> list[TextCode]:
    """Return the codes in a text, in order.

    >>> [code.label for code in text_codes("<b>%s</b> of {total}, 50 % de {0}")]
    ['<b>', '%s', '</b>', '{total}', '{0}']
    """
    if not _MAY_HOLD.search(text):
        return []
    found: list[TextCode] = []
    branches = branch_starts(text)
    for match in _CODE.finditer(text):
        kind, label = str(match.lastgroup), match.group()
        if label == "%%":  # a per cent sign in a format
            continue
        start, end = match.span()
        if start in branches:  # the braces of a branch, perhaps around those of a placeholder
            if not label.startswith("{{"):
                continue
            start, end, label = start + 1, end - 1, label[1:-1]
        if label[0] == "{" and _ARGUMENT.search(text, max(0, start - _LONGEST), start):
            continue
        if kind == "escape" and _PATH.search(_token(text, match.start())):
            continue
        if label.startswith("%{") and found and _is_counted(found[-1], start):
            start, label = start + 1, label[1:]
        found.append(TextCode(start, end, kind, _label(kind, label)))
    return found


def _is_counted(code: TextCode, at: int) -> bool:
    """Say whether a code stands before a per cent sign that says what it is: ``{rate}%{name}``."""
    return code.end == at and code.label.startswith("{")


def addresses(text: str) -> list[Address]:
    """Return the web and mail addresses in a text, in order.

    >>> [one.text for one in addresses("Voir https://example.org/fr (info@example.org).")]
    ['https://example.org/fr', 'info@example.org']
    """
    if not _may_be_addressed(text):
        return []
    found = []
    for match in _ADDRESS.finditer(text):
        whole = match.group().rstrip(_AFTER_ADDRESS)
        while whole.endswith(")") and whole.count(")") > whole.count("("):
            whole = whole[:-1].rstrip(_AFTER_ADDRESS)
        found.append(Address(match.start(), match.start() + len(whole), whole))
    return found


def masked(text: str) -> str:
    """Return a text as long as before, with private signs for its codes, addresses and files.

    >>> masked("Ouvrez <b>a.txt</b> !").replace(MASK, "_")
    'Ouvrez ____________ !'
    """
    if not (_may_be_addressed(text) or "&" in text or "#" in text or _MAY_HOLD.search(text)):
        return text
    codes = text_codes(text)
    spans = [(code.start, code.end) for code in codes]
    if any(code.kind == "choice" for code in codes):
        spans += [match.span() for match in _BRANCH.finditer(text)]
    spans += [(one.start, one.end) for one in addresses(text)]
    if _may_be_addressed(text):
        spans += [
            match.span()
            for match in _FILE.finditer(text)
            if not match.group().isupper() and not _sentences(match.group())
        ]
    if "&" in text or "#" in text:
        spans += [match.span() for match in _ENTITY.finditer(text)]
    for start, end in spans:
        edge = "\u00a0" if _SPACE_ENTITY.fullmatch(text, start, end) else MASK
        text = (
            text[:start] + edge + MASK * (end - start - 2) + edge * (end > start + 1) + text[end:]
        )
    return text


def _may_be_addressed(text: str) -> bool:
    """Say whether a text has what every address and every name of a file has."""
    return bool("@" in text or "://" in text or _DOT_INSIDE.search(text))


def _token(text: str, at: int) -> str:
    """Return what stands around a place without a space in it."""
    end = _SPACE.search(text, at)
    start = max(text.rfind(space, 0, at) for space in " \t\n\u00a0")
    return text[start + 1 : end.start() if end else len(text)]


def _label(kind: str, code: str) -> str:
    if kind == "tag":
        closing = "/" if code[1:2] == "/" else ""
        name = re.match(r"[<\[]/?([\w.:-]+)", code)
        return f"<{closing}{name[1] if name else ''}>"
    if dated := _DATED.fullmatch(code):
        return f"{{{dated[1]}:…}}"
    if chosen := _CHOSEN.match(code):
        return f"{chosen[0]}…}}}}"
    if kind == "choice":
        return "{" + code[1:].split(",", maxsplit=1)[0].strip() + ", …}"
    if code.startswith("%") and (kind == "plain" or "$" in code):
        return _printed(code)
    return code


def _printed(code: str) -> str:
    """Return what a code prints without how wide: ``%i`` as ``%d``, ``%-10X`` as ``%x``.

    >>> _printed("%-10i"), _printed("%2$05.1f"), _printed("%02X")
    ('%d', '%2$.1f', '%x')
    """
    bare = _WIDTH.sub(r"\g<place>", code)
    return bare[:-1] + _SAME.get(bare[-1], bare[-1])


def _sentences(name: str) -> bool:
    """Say whether what looks like a file's name is two sentences without a space: ``ici.Elle``."""
    ending = name.rpartition(".")[2]
    return ending[:1].isupper() and not ending.isupper()
