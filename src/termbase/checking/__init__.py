"""Texts + glossary → findings: what is wrong, where, by which rule, and what to do.

One rule, one module; `rules` is their table, `plan` what a project chooses of it. Quiet on right
texts: a careful reader should agree with every finding.
"""

from termbase.checking.checker import Checker, check
from termbase.checking.known_terms import KnownTerms
from termbase.checking.plan import Choice, Plan, read_plan
from termbase.checking.rules import PRESETS, RULES, Rule, explain

__all__ = [
    "PRESETS",
    "RULES",
    "Checker",
    "Choice",
    "KnownTerms",
    "Plan",
    "Rule",
    "check",
    "explain",
    "read_plan",
]
