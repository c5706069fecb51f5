"""``termbase extract``: what may be terms of a text, with what a translation says for them."""

from __future__ import annotations

from termbase.cli._declare import (
    DRY_RUN,
    EXIT_ZERO,
    GLOSSARY,
    JSON,
    LIMIT,
    NEW,
    SOURCE,
    TARGET,
    Argument,
    Command,
    Option,
    format_option,
    later,
)

COMMAND = Command(
    name="extract",
    help="Show what may be terms of texts, best first, with what a translation says for them.",
    example="termbase extract article.fr.txt --with article.en.txt -n 10",
    arguments=(
        Argument("files", "FILE…", "texts of one language; - is stdin", many=True, required=True),
    ),
    options=(
        Option(
            ("--with",),
            "the translation of each text, parted by commas",
            "FILES",
            name="translations",
        ),
        Option(("--accept",), "take these candidates up, by number, such as 2,5-9", "NUMBERS"),
        Option(("--to",), "where to: a table of terms, or a glossary", "FILE|GLOSSARY"),
        NEW,
        SOURCE,
        TARGET,
        LIMIT,
        GLOSSARY,
        format_option("table", "plain", "tsv", "json"),
        JSON,
        EXIT_ZERO,
        DRY_RUN,
    ),
    run=later("_extract_terms"),
)
