"""Entries of MultiTerm XML (root ``mtf``) as entries of TBX, element by element.

The one fact to remember: its fields have the names that whoever made the termbase gave them, so the
usual ones are known in several languages, and every other stays a category of its own name.

Source: SDL MultiTerm XML (``conceptGrp``, ``languageGrp``, ``termGrp``, ``descripGrp``).
"""

from __future__ import annotations

from lxml import etree

from termbase.errors import UnknownLanguageError
from termbase.formats._headings import language_of_heading
from termbase.formats._status_words import status_of
from termbase.formats._xml import Element, local, text_of
from termbase.model.language import language_tag

ROOT, ENTRY = "mtf", "conceptGrp"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_FIELDS = {
    ("descrip", "subjectField"): (
        "subject, subject field, domain, domaine, dominio, fachgebiet, sachgebiet, тематика,"
        " предметная область"
    ),
    ("descrip", "definition"): "definition, définition, definición, definizione, определение",
    ("descrip", "context"): "context, contexte, contexto, kontext, контекст, example, beispiel",
    ("note", ""): (
        "note, notes, comment, comments, remark, remarks, remarque, commentaire, anmerkung,"
        " bemerkung, kommentar, nota, примечание, комментарий"
    ),
    ("admin", "source"): "source, reference, référence, quelle, fuente, fonte, источник",
    ("admin", "customerSubset"): "customer, client, kunde, cliente, заказчик, клиент",
    ("admin", "projectSubset"): "project, projet, projekt, proyecto, progetto, проект",
    ("termNote", "partOfSpeech"): (
        "part of speech, pos, wortart, catégorie grammaticale, categoría gramatical, часть речи"
    ),
    ("termNote", "grammaticalGender"): "gender, genus, genre, género, genere, род",
    ("termNote", "grammaticalNumber"): "number, numerus, nombre, número, numero, число",
    ("termNote", "administrativeStatus"): (
        "status, term status, usage status, statut, statut du terme, verwendungsstatus,"
        " benennungsstatus, estado, stato, статус, статус термина"
    ),
}
_FIELD_OF = {name.strip(): field for field, names in _FIELDS.items() for name in names.split(",")}
_OF_TERM = "termNote"
_UNSAID = {"concept", "language", "term"}


def entry_of_tbx(entry: Element) -> Element:
    """Return an entry as TBX writes it."""
    made = etree.Element("termEntry", id=(entry.findtext("{*}concept") or "").strip())
    made.sourceline = entry.sourceline
    _fill(made, entry, made)
    return made


def _fill(made: Element, old: Element, section: Element) -> None:
    """Put what a level of an entry says into an element.

    Args:
        made: The entry, a language of it or a term.
        old: What it is made of.
        section: Where definitions go: to the language for those of a term.
    """
    for child in old:
        name = local(child)
        if name == "languageGrp":
            inner = etree.SubElement(made, "langSet")
            inner.sourceline = child.sourceline
            inner.set(_LANGUAGE, _language(child))
            _fill(inner, child, inner)
        elif name == "termGrp":
            inner = etree.SubElement(made, "tig")
            inner.sourceline = child.sourceline
            etree.SubElement(inner, "term").text = (child.findtext("{*}term") or "").strip()
            _fill(inner, child, section)
        elif name == "transacGrp":
            made.append(_transaction(child))
        elif name not in _UNSAID:
            one = _description(child, of_term=made.tag == "tig")
            kind = (one[0] if one.tag == "descripGrp" else one).get("type")
            (section if kind == "definition" else made).append(one)


def _language(group: Element) -> str:
    """Return the language of a group: the code it gives, else that of the name it gives."""
    said = group.find("{*}language")
    written = "" if said is None else said.get("lang", "").strip()
    name = "" if said is None else said.get("type", "")
    try:
        return language_tag(written)
    except UnknownLanguageError:
        return language_of_heading(name) or written or name


def _description(group: Element, *, of_term: bool) -> Element:
    """Return a field, with the fields that stand below it, as a source of a definition."""
    field = group.find("{*}descrip")
    if field is None:
        made = etree.Element("descrip", type=group.get("type") or local(group))
        made.text = text_of(group).strip()
        return made
    main = _field(field, of_term=of_term)
    below = [
        _transaction(one) if local(one) == "transacGrp" else _description(one, of_term=of_term)
        for one in group
        if one is not field
    ]
    if not below:
        return main
    made = etree.Element("descripGrp")
    made.extend([main, *below])
    return made


def _field(field: Element, *, of_term: bool) -> Element:
    written, text = field.get("type", ""), text_of(field).strip()
    element, kind = _FIELD_OF.get(written.strip().lower(), ("descrip", written))
    if element == _OF_TERM and not of_term:
        element, kind = "descrip", written
    made = etree.Element(element)
    if kind:
        made.set("type", kind)
    status = status_of(text) if kind == "administrativeStatus" else None
    made.text = status.value if status else text
    return made


def _transaction(group: Element) -> Element:
    """Return who did what with an entry, and when."""
    made = etree.Element("transacGrp")
    for one in group:
        text = text_of(one).strip()
        if local(one) == "transac":
            kind = one.get("type", "")
            etree.SubElement(made, "transac", type="transactionType").text = kind
            etree.SubElement(made, "transacNote", type="responsibility").text = text
        else:
            etree.SubElement(made, local(one)).text = text
    return made
