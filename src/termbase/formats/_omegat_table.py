"""A glossary into the plain table that OmegaT reads: source, target, comment, parted by tabs.

The one fact to remember: OmegaT knows no status, so only terms that may be used are written, the
preferred ones first.

Source: OmegaT 6 handbook, «Glossaries»: UTF-8, three columns, lines with ``#`` are comments.
"""

from __future__ import annotations

from collections.abc import Iterator

from termbase.errors import InputError
from termbase.model.concept import Concept, Glossary, usable_terms
from termbase.model.wishes import Wishes


def omegat_lines(glossary: Glossary, wishes: Wishes) -> Iterator[str]:
    """Yield a line for each pair of terms that translate each other.

    Raises:
        InputError: If the languages are not named.
    """
    if not wishes.source or not wishes.target:
        raise InputError("OmegaT wants one source and one target; name them: --langs fr,en")
    for concept in usable_terms(glossary).concepts:
        comment = _comment(concept)
        for first in concept.terms_in(wishes.source):
            for second in concept.terms_in(wishes.target):
                cells = [_cell(one) for one in (first.text, second.text, comment)]
                # A line that begins with # would be a comment.
                space = " " if cells[0].startswith("#") else ""
                yield space + "\t".join(cells).rstrip() + "\n"


def _comment(concept: Concept) -> str:
    said = [concept.subject, *(one.text for one in concept.definitions), *concept.notes]
    said += [one.note for one in concept.terms]
    return "; ".join(dict.fromkeys(one for one in said if one))


def _cell(text: str) -> str:
    return " ".join(text.split())
