"""What each dialect of TBX can say, and how the rest is said in notes that we read back.

The one fact to remember: a note ``termbase:number=plural`` stands for what a dialect has no data
category for, so that nothing is lost on the way through TBX-Basic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from termbase.formats._leftovers import from_json, to_json
from termbase.formats._tbx_categories import OURS, TERM_FIELDS, coarse_word, own_category
from termbase.formats._tbx_entries import relation_note, relation_of
from termbase.model.concept import DataCategory, Relation

MARK = "termbase:"
_OWN_KEYS = {*TERM_FIELDS, "forbidden", "match", "case", "relation", "id", "language"}
_ADDRESS = re.compile(r"https?://.")
_DATE = re.compile(r"-?\d{4,}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?")

# What may stand where, in both editions of the core structure.
_LEVEL = {"admin", "descrip", "transac", "note", "ref", "xref"}
_TERM_LEVEL = {"termNote", "termCompList"}
_MEMBERS = {
    "descrip": {"admin", "descripNote", "note", "ref", "transac", "xref"},
    "admin": {"adminNote", "note", "ref", "xref"},
    "termNote": {"admin", "note", "ref", "transac", "xref"},
    "transac": {"date", "note", "ref", "transacNote", "xref"},
}
_BESIDE_PARTS = {"admin", "descrip", "note"}
_UNTYPED = {"note", "date"}
_STATUSES = frozenset(
    f"{one}Term-admn-sts" for one in ("preferred", "admitted", "deprecated", "superseded")
)


@dataclass(frozen=True, slots=True)
class Category:
    """A data category that a dialect allows. No values means any text."""

    levels: frozenset[str]
    values: frozenset[str] = frozenset()


def _on(levels: str, values: str = "") -> Category:
    return Category(frozenset(levels.split()), frozenset(values.split()))


_MIN = {
    ("admin", "customerSubset"): _on("concept term"),
    ("descrip", "subjectField"): _on("concept"),
    ("termNote", "administrativeStatus"): Category(frozenset({"term"}), _STATUSES),
    ("termNote", "partOfSpeech"): _on("term", "adjective noun other verb adverb"),
    ("xref", "externalCrossReference"): _on("concept language term"),
}
_BASIC = _MIN | {
    ("admin", "projectSubset"): _on("concept term"),
    ("admin", "source"): _on("concept language term"),
    ("descrip", "context"): _on("term"),
    ("descrip", "definition"): _on("concept language"),
    ("ref", "crossReference"): _on("concept term"),
    ("termNote", "grammaticalGender"): _on("term", "masculine feminine neuter other"),
    ("termNote", "geographicalUsage"): _on("term"),
    ("termNote", "termLocation"): _on(
        "term",
        "checkBox comboBox comboBoxElement dialogBox groupBox informativeMessage "
        "interactiveMessage menuItem progressBar pushButton radioButton slider spinBox tab "
        "tableText textBox toolTip user-definedType",
    ),
    ("termNote", "termType"): _on("term", "fullForm acronym abbreviation shortForm variant phrase"),
    ("transac", "transactionType"): _on("concept language term", "origination modification"),
    ("transacNote", "responsibility"): _on("concept language term"),
    ("xref", "xGraphic"): _on("concept language"),
}
BY_NAME = {
    "v2": "v2",
    "core": "TBX-Core",
    "min": "TBX-Min",
    "basic": "TBX-Basic",
}
_ALLOWED = {"TBX-Min": _MIN, "TBX-Basic": _BASIC}
# Where the grammar of these dialects wants them outside any group.
_ALONE = {"externalCrossReference", "xGraphic"}


def has_term_note(dialect: str, kind: str) -> bool:
    """Say whether a dialect has a type of ``termNote``; v2 and dialects of others have any.

    >>> has_term_note("TBX-Basic", "termType"), has_term_note("TBX-Basic", "mood")
    (True, False)
    """
    return bool(kind) and (dialect not in _ALLOWED or ("termNote", kind) in _ALLOWED[dialect])


class Dialect:
    """Says which categories a dialect has, and puts the others into notes.

    Args:
        name: ``v2``, ``TBX-Basic`` and so on; an unknown one allows every category.
        name_of: The ids that stand in the file, by what we call them; filled before the first use.
    """

    def __init__(self, name: str, name_of: Mapping[str, str]) -> None:
        self.name = name
        self.allowed = _ALLOWED.get(name)
        self.name_of = name_of

    def say(self, one: DataCategory, level: str, *, field: bool = False) -> Iterator[DataCategory]:
        """Yield what the dialect can say for a category.

        Args:
            level: Where it stands: ``concept``, ``language`` or ``term``.
            field: Whether it is the attribute of a term and not one of its extras.
        """
        if one.companions and one.element not in {*_MEMBERS, "termCompList"}:
            # A note may head no group: what stood beside it stands alone.
            for part in (replace(one, companions=()), *one.companions):
                yield from self.say(part, level)
            return
        relation = relation_of(one) if level == "concept" else None
        if relation:
            yield from self._relation(one, relation)
        elif one.element == OURS or (one.element == "ref" and one.target not in self.name_of):
            yield as_note(one)
        elif one.element == "note" and one.value.startswith(MARK):
            yield replace(one, value=f"{MARK}note={one.value}", markup=())
        elif self.has(one, level, _LEVEL | (_TERM_LEVEL if level == "term" else set())):
            yield self._with_members(one, level)
        elif field:
            own = own_category(one)
            coarse = replace(one, value=coarse_word(own.type, own.value))
            if coarse.value and self.has(coarse, level, _TERM_LEVEL):
                yield coarse
            yield as_note(own)
        else:
            yield as_note(one)

    def has(self, one: DataCategory, level: str, elements: set[str]) -> bool:
        """Say whether a category may stand at a level, among some elements."""
        if one.element not in elements or not self._well_formed(one):
            return False
        if one.element == "termCompList":
            return _is_list_of_parts(one)
        if self.allowed is None or one.element in _UNTYPED:
            return True
        category = self.allowed.get((one.element, one.type))
        if category is None or level not in category.levels:
            return False
        return not category.values or one.value in category.values

    def _well_formed(self, one: DataCategory) -> bool:
        """Say whether a category is as the edition wants it: dates, addresses, types."""
        if one.element in _UNTYPED and one.type:
            return False
        if self.name == "v2":
            return one.element != "xref" or bool(one.target)
        if one.element == "date":
            return bool(_DATE.fullmatch(one.value))
        if one.element == "xref" and not _ADDRESS.match(one.target):
            return False
        return one.element in _UNTYPED or bool(one.type and one.element != "termCompList")

    def _with_members(self, one: DataCategory, level: str) -> DataCategory:
        members = _MEMBERS.get(one.element)
        if not one.companions or members is None:
            return one
        said = []
        for member in one.companions:
            alone = self.allowed is not None and member.type in _ALONE
            if self.has(member, level, members) and not alone:
                said.append(self._with_members(member, level))
            else:
                said.append(as_note(member))
        return replace(one, companions=tuple(said))

    def _relation(self, one: DataCategory, relation: Relation) -> Iterator[DataCategory]:
        """Yield a category of its own, a cross reference with a note, or a note alone."""
        if relation.target not in self.name_of:
            yield as_note(relation_note(relation))
        elif self.has(one, "concept", _LEVEL):
            yield one
        else:
            see = DataCategory("ref", "crossReference", relation.text, relation.target)
            known = replace(relation, target=self.name_of[relation.target])
            if self.has(see, "concept", _LEVEL):
                yield see
                known = replace(known, text="")
            yield as_note(relation_note(known))


def as_note(one: DataCategory) -> DataCategory:
    """Return a category as a note that `from_note` reads back."""
    if one == DataCategory(OURS, one.type, one.value):
        return DataCategory("note", "", f"{MARK}{one.type}={one.value}")
    if one == DataCategory(one.element, one.type, one.value) and "=" not in one.type and one.type:
        return DataCategory("note", "", f"{MARK}{one.element}/{one.type}={one.value}")
    return DataCategory("note", "", f"{MARK}extra={to_json({'extras': (one,)})}")


def from_note(one: DataCategory) -> DataCategory:
    """Return what a note stands for; the note itself where it is just a note."""
    if one.element != "note" or not one.value.startswith(MARK):
        return one
    key, sign, value = one.value.removeprefix(MARK).partition("=")
    if not sign:
        return one
    if key == "note":
        return replace(one, value=value)
    if key == "extra":
        return _extra(value) or one
    if key in _OWN_KEYS:
        return DataCategory(OURS, key, value)
    element, slash, kind = key.partition("/")
    return DataCategory(element, kind, value) if slash and element and kind else one


def _extra(text: str) -> DataCategory | None:
    try:
        extras = from_json(text)["extras"]
    except (ValueError, KeyError):
        return None
    return extras[0] if extras and isinstance(extras[0], DataCategory) else None


def _is_list_of_parts(one: DataCategory) -> bool:
    """Say whether what stands in a list of the parts of a term is in the order it must have."""
    first = next((at for at, x in enumerate(one.companions) if x.element == "termComp"), None)
    if first is None or any(x.element not in _BESIDE_PARTS for x in one.companions[:first]):
        return False
    return all(x.element == "termComp" and _is_part(x) for x in one.companions[first:])


def _is_part(one: DataCategory) -> bool:
    names = [x.element for x in one.companions]
    notes = names.count("termNote")
    return names[:notes] == ["termNote"] * notes and _BESIDE_PARTS.issuperset(names[notes:])
