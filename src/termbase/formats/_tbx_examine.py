"""A TBX of 2008 into what of it only its own list of data categories (XCS) can make right.

The one fact to remember: such a list may name any category, and nothing is fetched; so what the
list of the standard has not is a doubt and no fault.

Source: ISO 30042:2008, the default data categories.
"""

from __future__ import annotations

from termbase.formats._xml import line_of, local, records
from termbase.model.repair import Repair, Report

_ROOT = "martif"
_TERM_NOTES = (
    "abbreviatedFormFor administrativeStatus animacy antonymTerm directionality etymology "
    "falseFriend frequency geographicalUsage grammaticalGender grammaticalNumber "
    "grammaticalValency homograph language-planningQualifier lionHotkey "
    "normativeAuthorization partOfSpeech processStatus pronunciation "
    "proprietaryRestriction register shortFormFor temporalQualifier termLocation "
    "termProvenance termStructure termType timeRestriction transferComment usageNote"
)


def examine(path: str, report: Report) -> None:
    """Report each type of ``termNote`` that TBX 2008 has not by default, where it first stands.

    Raises:
        FormatError: If the file is not well-formed.
    """
    known = {*_TERM_NOTES.split(), ""}
    roots = {_ROOT, "tbx", "TBX"}
    for element in records(path, roots, {"termEntry"}):
        if local(element.getroottree().getroot()) != _ROOT:
            return
        for one in element.iter("{*}termNote"):
            kind = one.get("type", "")
            if kind not in known:
                known.add(kind)
                problem = f"TBX 2008 has no termNote «{kind}» of its own"
                action = "right where the list that the header names (XCS) has it"
                report(Repair(path, line_of(one), problem, action, doubtful=True))
