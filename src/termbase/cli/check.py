"""``termbase check``: mistakes in a translation, each with its place, its rule and its remedy."""

from __future__ import annotations

from termbase.cli._declare import (
    CLIENT_PROJECT,
    CUSTOMER,
    DOMAIN,
    EXIT_ZERO,
    GLOSSARY,
    JSON,
    PROCESS,
    REGION,
    SOURCE,
    TARGET,
    Argument,
    Command,
    Option,
    format_option,
    later,
)
from termbase.cli._fail_on import FAIL_ON

COMMAND = Command(
    name="check",
    help="Check a translation: terms, numbers, what is left untranslated or empty.",
    example="termbase check article.fr.txt article.en.txt -s fr -t en",
    arguments=(
        Argument(
            "files",
            "FILE…",
            "a text and its translation, one text alone, bilingual files, folders, or - for stdin",
            many=True,
        ),
    ),
    options=(
        SOURCE,
        TARGET,
        GLOSSARY,
        DOMAIN,
        CUSTOMER,
        CLIENT_PROJECT,
        REGION,
        PROCESS,
        Option(("--preset",), "more rules: strict, typography, or both", "NAMES"),
        Option(("--rule",), "only these rules, such as T101,T201", "IDS"),
        Option(("--include",), "in folders only these files, such as *.po,*.xliff", "PATTERNS"),
        Option(("--exclude",), "in folders not these files", "PATTERNS"),
        Option(("--baseline",), "leave alone the findings that FILE knows", "FILE"),
        Option(("--update-baseline",), "write all findings to the file of --baseline"),
        Option(("--fix",), "show what can safely be mended, and ask before it is written"),
        Option(("--yes",), "write what --fix shows without asking"),
        Option(("--notes",), "write a copy of an XLIFF or PO with the findings as notes", "FILE"),
        FAIL_ON,
        format_option("table", "plain", "json", "sarif", "github", "junit", "html"),
        JSON,
        EXIT_ZERO,
    ),
    run=later("_check_files"),
)
