"""Texts + glossary → findings: what is wrong, where, by which rule, and what to do.

One rule, one module; `rules` is their table. Quiet on right texts: a careful reader should
agree with every finding.
"""

from termbase.checking.checker import Checker, check
from termbase.checking.rules import RULES, Rule, explain

__all__ = ["RULES", "Checker", "Rule", "check", "explain"]
