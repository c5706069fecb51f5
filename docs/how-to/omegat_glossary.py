"""Write the terms that may be used as a plain glossary for OmegaT: source, target, comment.

Usage: python docs/how-to/omegat_glossary.py fr ru omegat/glossary/usable.utf8
"""

import sys

import termbase


def main(source: str, target: str, path: str) -> None:
    """Write one line for each source term; the comment holds the other terms that may be used."""
    with termbase.open_base() as base, open(path, "w", encoding="utf-8") as file:
        for concept in base.concepts():
            usable = [term.text for term in concept.terms_in(target) if may_be_used(term)]
            for term in concept.terms_in(source):
                if usable:
                    print(term.text, usable[0], ", ".join(usable[1:]), sep="\t", file=file)


def may_be_used(term: termbase.Term) -> bool:
    """Say whether a term is neither deprecated nor superseded."""
    return term.status is None or term.status.word not in {"deprecated", "superseded"}


if __name__ == "__main__":
    main(*sys.argv[1:])
