"""Speak the JSON-lines protocol of ``eval_terms.py`` over the public functions.

    python benchmarks/terms.py lookup --lang fr --glossary terms.tsv < queries.jsonl
    python benchmarks/terms.py recognise --lang fr --glossary terms.tsv < texts.jsonl
    python benchmarks/terms.py check --source en --target fr < pairs.jsonl
    python benchmarks/terms.py extract --lang fr a.txt b.txt

Every answer is flushed, line by line.
"""

from __future__ import annotations

import argparse
import json
import sys
from typing import Any

from termbase.bootstrap import LocalFiles, open_base, terms_of
from termbase.checking.checker import check as find
from termbase.extraction import extract
from termbase.model.concept import AdministrativeStatus, Concept, Glossary, Scope, Term
from termbase.model.finding import SegmentPair
from termbase.stores.sqlite import SqliteBase
from termbase.stores.sqlite_terms import SqliteTerms
from termbase.terms.lookup import find_terms
from termbase.terms.recognise import Recogniser
from termbase.usecases.align_documents import segment_file

PREFERRED = AdministrativeStatus.PREFERRED
ADMITTED = AdministrativeStatus.ADMITTED
DEPRECATED = AdministrativeStatus.DEPRECATED
KINDS = {"T101": "forbidden", "T102": "forbidden", "T103": "missing", "T104": "missing"}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    suites = options.add_subparsers(dest="suite", required=True)
    for name in ("lookup", "recognise"):
        finding = suites.add_parser(name)
        finding.add_argument("--lang", required=True)
        finding.add_argument("--glossary", required=True, help="TSV: id, term")
    checking = suites.add_parser("check")
    checking.add_argument("--source", required=True)
    checking.add_argument("--target", required=True)
    extracting = suites.add_parser("extract")
    extracting.add_argument("--lang", required=True)
    extracting.add_argument("files", nargs="+")
    chosen = options.parse_args()
    if chosen.suite == "lookup":
        with base_of(glossary(chosen.glossary, chosen.lang)) as base:
            terms = terms_of(base)
            answer_each(lambda query: look_up(terms, query, chosen.lang))
    elif chosen.suite == "recognise":
        known = Recogniser(glossary(chosen.glossary, chosen.lang), chosen.lang)
        answer_each(lambda query: recognise(known, query))
    elif chosen.suite == "extract":
        extract_candidates(chosen.files, chosen.lang)
    else:
        answer_each(lambda query: check(query, chosen.source, chosen.target))


def answer_each(answer: Any) -> None:
    for line in sys.stdin:
        print(json.dumps(answer(json.loads(line)), ensure_ascii=False), flush=True)


def glossary(path: str, language: str) -> list[Concept]:
    with open(path, encoding="utf-8") as rows:
        pairs = [row.rstrip("\n").split("\t")[:2] for row in rows]
    return [Concept(name, (Term(text, language),)) for name, text in pairs]


def base_of(concepts: list[Concept]) -> SqliteBase:
    base = open_base(":memory:", write=True)
    with base.changing():
        terms = terms_of(base)
        number = terms.put_glossary("terms", Glossary(()))
        terms.put_concepts(number, concepts)
    return base


def look_up(terms: SqliteTerms, query: dict[str, Any], language: str) -> dict[str, Any]:
    numbers = [hit.term.concept for hit in find_terms(query["query"], [language], terms)][:20]
    records = terms.concept_records(numbers)
    names = [records[number][1]["id"] for number in numbers]
    return {"id": query["id"], "results": list(dict.fromkeys(names))}


def recognise(known: Recogniser, query: dict[str, Any]) -> dict[str, Any]:
    hits = known.recognise(query["text"], overlaps=True)
    found = [{"start": hit.start, "end": hit.end, "term_id": hit.concept.id} for hit in hits]
    return {"id": query["id"], "hits": found}


def check(query: dict[str, Any], source: str, target: str) -> dict[str, Any]:
    concepts = [
        concept(str(number), term, source, target) for number, term in enumerate(query["terms"])
    ]
    pair = SegmentPair(query["src"], query["tgt"])
    findings = find([pair], concepts, source, target, rules=list(KINDS))
    found = [{"rule": KINDS[finding.rule], "term": int(finding.reference)} for finding in findings]
    return {"id": query["id"], "findings": found}


def extract_candidates(paths: list[str], language: str) -> None:
    """Print every form of every candidate, best first; the gold lists forms, not headings."""
    texts = [segment_file(path, language, LocalFiles()).contents for path in paths]
    for candidate in extract(texts, language):
        for form, _ in candidate.forms:
            print(form)


def concept(number: str, term: dict[str, Any], source: str, target: str) -> Concept:
    """Return a term of the protocol as a concept whose place is its number."""
    texts = term["tgt"]
    terms = [Term(term["src"], source, PREFERRED)]
    terms += [Term(text, target, PREFERRED if text == texts[0] else ADMITTED) for text in texts]
    terms += [Term(text, target, DEPRECATED, Scope.BILINGUAL) for text in term.get("forbidden", ())]
    return Concept(number, tuple(terms), place=number)


if __name__ == "__main__":
    main()
