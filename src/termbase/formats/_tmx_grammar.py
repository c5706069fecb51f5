"""The grammar of TMX 1.1 to 1.4b: what an element may hold and must say.

The one fact to remember: this is written from the specification, so that files can be judged
without fetching anything; a test holds its verdicts equal to those of the published DTDs.

Source: TMX 1.4b specification (LISA OSCAR, 2005), and its editions 1.1 to 1.3.
"""

from __future__ import annotations

from collections.abc import Iterator

from termbase.formats._xml import Element, attributes, local

_HISTORY = (
    "o-encoding creationdate creationid changedate changeid creationtool creationtoolversion "
    "o-tmf datatype"
)
_TEXTS = "bpt ept ph it hi ut"
_SEGTYPES = ("block", "paragraph", "sentence", "phrase")
_VALUES = {"segtype": _SEGTYPES, "pos": ("begin", "end")}


class _Rule:
    """What the grammar says of an element; text: whether it may hold any."""

    __slots__ = ("children", "optional", "required", "text")

    def __init__(self, required: str, optional: str, children: str, *, text: bool = False) -> None:
        self.required = tuple(required.split())
        self.optional = frozenset(optional.split())
        self.children = frozenset(children.split())
        self.text = text


_RULES = {
    "header": _Rule(
        "creationtool creationtoolversion segtype o-tmf adminlang srclang datatype",
        "o-encoding creationdate creationid changedate changeid",
        "note prop ude",
    ),
    "note": _Rule("", "o-encoding xml:lang lang", "", text=True),
    "prop": _Rule("type", "o-encoding xml:lang lang", "", text=True),
    "ude": _Rule("name", "base", "map"),
    "map": _Rule("unicode", "code ent subst", ""),
    "tu": _Rule("", f"tuid usagecount lastusagedate segtype srclang {_HISTORY}", "note prop tuv"),
    "tuv": _Rule("xml:lang", f"usagecount lastusagedate lang {_HISTORY}", "note prop seg"),
    "seg": _Rule("", "", _TEXTS, text=True),
    "bpt": _Rule("i", "x type", "sub", text=True),
    "ept": _Rule("i", "", "sub", text=True),
    "it": _Rule("pos", "x type", "sub", text=True),
    "ph": _Rule("", "x assoc type", "sub", text=True),
    "ut": _Rule("", "x", "sub", text=True),
    "hi": _Rule("", "x type", _TEXTS, text=True),
    "sub": _Rule("", "datatype type", _TEXTS, text=True),
}
_OLD = {
    "tuv": _Rule("lang", f"usagecount lastusagedate {_HISTORY}", "note prop seg"),
    "note": _Rule("", "o-encoding lang", "", text=True),
    "prop": _Rule("type", "o-encoding lang", "", text=True),
    "ut": _Rule("", "x", "", text=True),
}
_EDITIONS = {
    "1.1": _RULES
    | _OLD
    | {
        "seg": _Rule("", "", "bpt ept ph ut it sub", text=True),
        "sub": _Rule("", "", "bpt ept it ph ut", text=True),
    },
    "1.2": _RULES | _OLD,
    "1.3": _RULES | {"ut": _OLD["ut"], "prop": _Rule("type", "o-encoding xml:lang", "", text=True)},
    "1.4": _RULES,
}
VERSIONS = tuple(_EDITIONS)

Fault = tuple[Element, str]


def faults(element: Element, version: str) -> Iterator[Fault]:
    """Yield what an element, a header or a unit, has against the grammar, with all that is in it.

    Args:
        version: Such as ``1.4``; one that is unknown is judged as 1.4.
    """
    rules = _EDITIONS.get(version, _RULES)
    name = local(element)
    rule = rules.get(name)
    if rule is None:
        yield element, f"<{name}> is no element of TMX"
        return
    yield from _attributes(element, name, rule)
    yield from _order(element, name)
    if not rule.text and _text_in(element):
        yield element, f"<{name}> holds text of its own"
    for child in element:
        inside = local(child)
        if inside in rule.children:
            yield from faults(child, version)
        else:
            yield child, f"<{inside}> may not stand in <{name}>"


def _attributes(element: Element, name: str, rule: _Rule) -> Iterator[Fault]:
    given = dict(attributes(element))
    for one in rule.required:
        if one not in given:
            yield element, f"<{name}> without {one}"
    for one, value in given.items():
        if one not in rule.optional and one not in rule.required:
            yield element, f"<{name}> with {one}, which TMX does not know there"
        elif one in _VALUES and value not in _VALUES[one]:
            yield element, f"{one} is «{value}»; TMX has {', '.join(_VALUES[one])}"


def _order(element: Element, name: str) -> Iterator[Fault]:
    """Yield what is missing, too much, or before what it must follow."""
    inside = [local(child) for child in element]
    if name == "ude" and "map" not in inside:
        yield element, "<ude> without <map>"
    last = {"tu": "tuv", "tuv": "seg"}.get(name)
    if last is None:
        return
    if last not in inside:
        yield element, f"<{name}> without <{last}>"
        return
    if name == "tuv" and inside.count("seg") > 1:
        yield element, "<tuv> with several <seg>"
    if any(one in {"note", "prop"} for one in inside[inside.index(last) :]):
        yield element, f"<note> or <prop> behind <{last}>"


def _text_in(element: Element) -> bool:
    texts = [element.text, *(child.tail for child in element)]
    return any(one and one.strip() for one in texts)
