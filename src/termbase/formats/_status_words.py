"""Words for how a term may be used, and for how far the work on it has come, into our statuses.

The one fact to remember: whoever writes «not recommended» means the opposite of «recommended», and
the negations that are known stand before the words they deny; whoever looks for a word in a longer
text has to look at what is left of it, where another negation stays.
"""

from __future__ import annotations

import re

from termbase.model.concept import AdministrativeStatus, ProcessStatus

_USE = {
    AdministrativeStatus.DEPRECATED: (
        "forbidden|prohibited|deprecated|rejected|do not use|don't use|avoid|to be avoided"
        "|(?:not|non) ?-?(?:recommended|allowed|permitted|admitted|accepted)"
        "|interdite?s?|à éviter|à proscrire|proscrite?s?|déconseillée?s?|rejetée?s?"
        "|non (?:recommandée?s?|admise?s?|autorisée?s?)"
        "|verboten\\w*|untersagt\\w*|abgelehnt\\w*|unzulässig\\w*|nicht verwenden|vermeiden"
        "|nicht (?:zugelassen|zulässig|erlaubt|empfohlen)\\w*|unwort"
        "|запрещ\\w+|не ?рекоменд\\w+|не ?допустим\\w+|не ?допускаем\\w+|не использовать"
        "|отклон[её]н\\w*|prohibid[oa]s?|desaconsejad[oa]s?|vietat[oaie]|sconsigliat[oaie]"
    ),
    AdministrativeStatus.SUPERSEDED: (
        "superseded|obsolete|outdated|obsolètes?|désuète?s?|désuets?|périmée?s?|vieillie?s?"
        "|remplacée?s?|veraltet\\w*|überholt\\w*|устар\\w+|замен[её]нн?\\w*|obsolet[oaie]s?"
    ),
    AdministrativeStatus.PREFERRED: (
        "preferred|recommended|préférée?s?|préférentiel(?:le)?s?|recommandée?s?|privilégiée?s?"
        "|bevorzugt\\w*|empfohlen\\w*|vorzugsbenennung(?:en)?|предпочтительн\\w+|предпочита\\w+"
        "|рекоменд\\w+|preferid[oa]s?|preferente|preferit[oaie]"
    ),
    AdministrativeStatus.ADMITTED: (
        "admitted|accepted|allowed|permitted|admise?s?|acceptée?s?|autorisée?s?|tolérée?s?"
        "|zugelassen\\w*|zulässig\\w*|erlaubt\\w*|допустим\\w+|допускаем\\w+|допущен\\w*"
        "|разреш[её]нн?\\w*|admitid[oa]s?|permitid[oa]s?|ammess[oaie]"
    ),
}
_WORK = {
    ProcessStatus.CANDIDATE: (
        "proposed|candidate|draft|proposée?s?|vorgeschlagen\\w*|entwurf|предложен\\w*|кандидат"
        "|черновик|propuest[oa]s?|propost[oaie]"
    ),
    ProcessStatus.PROVISIONAL: (
        "provisional|in review|under review|provisoires?|vorläufig\\w*|на проверке"
        "|предварительн\\w+"
    ),
    ProcessStatus.FINALIZED: (
        "finalized|approved|validated|approuvée?s?|validée?s?|freigegeben\\w*|genehmigt\\w*"
        "|утвержд[её]нн?\\w*|одобрен\\w*|согласован\\w*|aprobad[oa]s?|approvat[oaie]"
    ),
}
_WHOLE = r"(?<![^\W_])(?:{})(?![^\W_])"
STATUS_PATTERNS = {
    status: re.compile(_WHOLE.format(words), re.IGNORECASE) for status, words in _USE.items()
}
"""What says in a longer text, such as a heading, how terms are used; the first counts."""
_WORK_PATTERNS = {process: re.compile(words, re.IGNORECASE) for process, words in _WORK.items()}


def status_of(cell: str) -> AdministrativeStatus | None:
    """Return the status that a cell says in people's words; None where it says none.

    >>> [one.word if (one := status_of(cell)) else "" for cell in ("Do not use", "veraltet", "new")]
    ['deprecated', 'superseded', '']
    >>> status_of("not recommended").word, status_of("notRecommended").word
    ('deprecated', 'deprecated')
    """
    said = cell.strip()
    return next((one for one, words in STATUS_PATTERNS.items() if words.fullmatch(said)), None)


def process_of(cell: str) -> ProcessStatus | None:
    """Return how far the work on a term has come, as a cell says it; None where it does not.

    >>> process_of("Approved"), process_of("preferred")
    (<ProcessStatus.FINALIZED: 'finalized'>, None)
    """
    said = cell.strip()
    return next((one for one, words in _WORK_PATTERNS.items() if words.fullmatch(said)), None)
