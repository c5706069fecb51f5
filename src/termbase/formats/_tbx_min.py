"""Entries of the first TBX-Min (root ``TBX``, 2013) as entries of TBX 2019, element by element.

The one fact to remember: it has a name of its own for everything, and nothing that 2019 lacks.

Source: TBX-Min, LTAC Global, 2013 (``entry``, ``langGroup``, ``termGroup``).
"""

from __future__ import annotations

from lxml import etree

from termbase.formats._xml import Element, attributes, local, text_of

ROOT = "TBX"
HEADER, ENTRY = "header", "entry"
_SECTIONS = {"langGroup": "langSec", "langSet": "langSec"}
_TERMS = {"termGroup": "termSec", "tig": "termSec"}
_CATEGORIES = {
    "subjectField": ("descrip", "subjectField"),
    "customer": ("admin", "customerSubset"),
    "termStatus": ("termNote", "administrativeStatus"),
    "partOfSpeech": ("termNote", "partOfSpeech"),
}
_STATUS = {
    "preferred": "preferredTerm-admn-sts",
    "admitted": "admittedTerm-admn-sts",
    "notRecommended": "deprecatedTerm-admn-sts",
    "obsolete": "supersededTerm-admn-sts",
}
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def entry_of_2019(entry: Element) -> Element:
    """Return an entry as TBX 2019 in DCA style writes it."""
    made = etree.Element("conceptEntry", id=entry.get("id", ""))
    made.sourceline = entry.sourceline
    _fill(made, entry)
    return made


def header_of_2019(header: Element) -> Element:
    """Return a header as TBX 2019 writes it; what has no place there is a paragraph each."""
    made = etree.Element("tbxHeader")
    described = etree.SubElement(made, "fileDesc")
    title = header.findtext("{*}description") or header.findtext("{*}id") or ""
    if title:
        etree.SubElement(etree.SubElement(described, "titleStmt"), "title").text = title
    source = etree.SubElement(described, "sourceDesc")
    for child in header:
        said = " ".join(
            [text_of(child).strip(), *(f"{name} {value}" for name, value in attributes(child))]
        )
        if said.strip() and text_of(child) != title:
            etree.SubElement(source, "p").text = f"{local(child)}: {said.strip()}"
    return made


def _fill(made: Element, old: Element) -> None:
    for child in old:
        name = local(child)
        if name in _SECTIONS or name in _TERMS:
            inner = etree.SubElement(made, _SECTIONS.get(name) or _TERMS[name])
            language = child.get(_LANGUAGE) or child.get("lang")
            if language:
                inner.set(_LANGUAGE, language)
            inner.sourceline = child.sourceline
            _fill(inner, child)
        elif name in _CATEGORIES:
            element, kind = _CATEGORIES[name]
            text = text_of(child).strip()
            etree.SubElement(made, element, type=kind).text = _STATUS.get(text, text)
        elif name == "noteGrp":
            for note in child:
                parts = (text_of(part).strip() for part in note)
                etree.SubElement(made, "note").text = ": ".join(filter(None, parts)) or text_of(
                    note
                )
        else:
            element = "term" if name == "term" else "note"
            etree.SubElement(made, element).text = text_of(child)
