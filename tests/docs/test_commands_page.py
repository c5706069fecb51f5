"""The page of the commands says what the program takes: every command, every option, no other."""

import importlib.util
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"


def test_the_page_is_what_the_declarations_make():
    """Whoever changes a command runs docs/generate_commands.py; this test reminds them."""
    spec = importlib.util.spec_from_file_location("generate", DOCS / "generate_commands.py")
    generate = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(generate)

    assert (DOCS / "reference" / "commands.md").read_text(encoding="utf-8") == generate.page()
