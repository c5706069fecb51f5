"""The rules for glossaries, one module each that explains itself in its docstring; their check.

They read a glossary as a whole, where the rules of `rules` read a translation beside its source.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from types import ModuleType

from termbase.checking import (
    glossary_acronym,
    glossary_article,
    glossary_capitals,
    glossary_circle,
    glossary_homonyms,
    glossary_language,
    glossary_look_alikes,
    glossary_no_preferred,
    glossary_own_term,
    glossary_plural,
    glossary_reason,
    glossary_reference,
    glossary_script,
    glossary_source,
    glossary_two_preferred,
)
from termbase.checking.glossary_reading import GlossaryReading
from termbase.errors import InputError
from termbase.model.concept import Concept
from termbase.model.finding import Finding, Severity


@dataclass(frozen=True, slots=True)
class GlossaryRule:
    """One thing that is asked of a glossary.

    Attributes:
        id: Such as ``G101``.
        title: In a few words.
        severity: Of its findings.
        explanation: What it reports and what not, with examples; several lines.
        find: Reads a glossary, yields findings.
    """

    id: str
    title: str
    severity: Severity
    explanation: str
    find: Callable[[GlossaryReading], Iterator[Finding]]


def _rule(module: ModuleType) -> GlossaryRule:
    title, _, explanation = inspect.cleandoc(module.__doc__ or "").partition("\n\n")
    return GlossaryRule(module.ID, title.rstrip("."), module.SEVERITY, explanation, module.find)


GLOSSARY_RULES: dict[str, GlossaryRule] = {
    rule.id: rule
    for rule in map(
        _rule,
        (
            glossary_language,
            glossary_no_preferred,
            glossary_two_preferred,
            glossary_homonyms,
            glossary_own_term,
            glossary_circle,
            glossary_reference,
            glossary_capitals,
            glossary_article,
            glossary_plural,
            glossary_look_alikes,
            glossary_script,
            glossary_acronym,
            glossary_source,
            glossary_reason,
        ),
    )
}
"""Every rule for glossaries by its id."""


def check_glossary(
    concepts: Sequence[Concept],
    *,
    languages: Sequence[str] = (),
    rules: Collection[str] | None = None,
) -> list[Finding]:
    """Check a glossary by itself.

    Args:
        concepts: All of it, or relations will seem to dangle.
        languages: Those that every concept shall have; those that most have if empty.
        rules: Ids of the rules to follow; all where None.

    Returns:
        Findings in the order of their places.

    Raises:
        InputError: If a rule is unknown.

    >>> from termbase.model.concept import Term
    >>> orbit = Concept("orbit", (Term("l'orbite", "fr"), Term("orbit", "en")), place="g.tsv:2")
    >>> [finding] = check_glossary([orbit], rules=["G109"])
    >>> finding.message, finding.remedy
    ("orbit: «l'orbite» (fr) begins with an article", 'write «orbite»')
    """
    reading = GlossaryReading(concepts, languages)
    asked = GLOSSARY_RULES.values() if rules is None else map(glossary_rule_named, rules)
    found = [finding for rule in asked for finding in rule.find(reading)]
    return sorted(found, key=lambda one: (one.place.order if one.place else (), one.rule))


def glossary_rule_named(id: str) -> GlossaryRule:
    """Return a rule for glossaries by its id, in either case.

    Raises:
        InputError: If there is no such rule; names those that are.
    """
    found = GLOSSARY_RULES.get(id.strip().upper())
    if found is None:
        known = ", ".join(GLOSSARY_RULES)
        raise InputError(f"there is no rule «{id}» for glossaries; the rules are {known}")
    return found


def explain_glossary_rule(id: str) -> str:
    """Return what a rule for glossaries reports, why, and examples.

    >>> explain_glossary_rule("g103").splitlines()[0]
    'G103 (error) Two preferred terms: a concept has more than one in a language'
    """
    rule = glossary_rule_named(id)
    return f"{rule.id} ({rule.severity.value}) {rule.title}\n\n{rule.explanation}\n"


def glossary_rules_page() -> str:
    """Return their page in Markdown; ``docs/reference/glossary-rules.md`` is a copy."""
    rules = GLOSSARY_RULES.values()
    rows = [f"| {rule.id} | {rule.severity.value} | {rule.title} |" for rule in rules]
    parts = [
        f"## {rule.id} ({rule.severity.value})\n\n{rule.title}.\n\n{rule.explanation}"
        for rule in rules
    ]
    return "\n\n".join([_PAGE_HEAD + "\n".join(rows), *parts]) + "\n"


_PAGE_HEAD = """# Rules for glossaries

`termbase glossary check` reads a glossary by itself, without any translation, and reports what a
terminologist would mend. `termbase explain ID` prints what stands here.

| id | severity | rule |
|---|---|---|
"""
