"""The table of the check rules: one module each, which explains itself in its docstring.

A rule's module has its ``ID``, its ``SEVERITY`` and ``find``; its docstring is its title, what it
reports and why, and examples that are its first tests and its page in ``docs/reference``.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import ModuleType

from termbase.checking import (
    deprecated_term,
    derived_term,
    empty_target,
    forbidden_term,
    missing_term,
    number_differs,
    untranslated,
)
from termbase.checking.reading import Reading
from termbase.errors import InputError
from termbase.model.finding import Finding, Severity


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that `check` looks for.

    Attributes:
        id: Such as ``T101``.
        title: In a few words, such as ``forbidden term``.
        severity: Of its findings.
        explanation: What it reports and what not, with examples; several lines.
        find: Reads one pair, yields findings.
    """

    id: str
    title: str
    severity: Severity
    explanation: str
    find: Callable[[Reading], Iterator[Finding]]


def _rule(module: ModuleType) -> Rule:
    title, _, explanation = inspect.cleandoc(module.__doc__ or "").partition("\n\n")
    return Rule(module.ID, title.rstrip("."), module.SEVERITY, explanation, module.find)


RULES: dict[str, Rule] = {
    rule.id: rule
    for rule in map(
        _rule,
        (
            forbidden_term,
            deprecated_term,
            missing_term,
            derived_term,
            number_differs,
            untranslated,
            empty_target,
        ),
    )
}
"""Every rule by its id; all of them are on by default."""


def explain(id: str) -> str:
    """Return what a rule reports, why, and examples.

    Args:
        id: Of a rule, in either case.

    Raises:
        InputError: If there is no such rule; names those that are.

    >>> explain("t302").splitlines()[0]
    'T302 (error) Empty: there is a source and no translation'
    """
    rule = rule_named(id)
    return f"{rule.id} ({rule.severity.value}) {rule.title}\n\n{rule.explanation}\n"


def rule_named(id: str) -> Rule:
    """Return a rule by its id, in either case.

    Raises:
        InputError: If there is no such rule; names those that are.
    """
    found = RULES.get(id.strip().upper())
    if found is None:
        raise InputError(f"there is no rule «{id}»; the rules are {', '.join(RULES)}")
    return found


def rules_page() -> str:
    """Return the page of all rules, in Markdown; ``docs/reference/rules.md`` is a copy."""
    rows = [f"| {rule.id} | {rule.severity.value} | {rule.title} |" for rule in RULES.values()]
    parts = [
        f"## {rule.id} ({rule.severity.value})\n\n{rule.title}.\n\n{rule.explanation}"
        for rule in RULES.values()
    ]
    return "\n\n".join([_PAGE_HEAD + "\n".join(rows), *parts]) + "\n"


_PAGE_HEAD = """# Check rules

`termbase check` reads a translation beside its source and reports findings. Each finding names
its rule; `termbase explain ID` prints what stands here. In the examples `glossary` is what the
glossary says, `bad` is reported and `good` is not.

| id | severity | rule |
|---|---|---|
"""
