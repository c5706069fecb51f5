"""``align --review``: two columns of segments in the terminal, read and mended by keys.

`session` knows what a key does, `kept` where it is kept, `page` what is seen, `app` the terminal.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from termbase.errors import InputError, TermbaseError

if TYPE_CHECKING:
    from termbase.cli._alignment_sources import Document
    from termbase.usecases.align_documents import AlignedTexts


def review(
    documents: Sequence[Document], aligned: Sequence[tuple[str, AlignedTexts]]
) -> list[Document]:
    """Let a person review aligned documents, and return these with all that was decided.

    Raises:
        InputError: If there is no terminal, or no textual.
        TermbaseError: If the interface broke off.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise InputError("--review needs a terminal; elsewhere use -f xlsx, and --apply then")
    try:
        from termbase.cli.review.app import ReviewApp
    except ModuleNotFoundError as error:
        if (error.name or "").split(".")[0] not in ("textual", "rich"):
            raise
        raise InputError(
            "--review needs textual; install it with: pip install 'termbase[tui]'"
        ) from error
    from termbase.cli.review.session import Session

    session = Session(documents, [one for _, one in aligned])
    app = ReviewApp(session)
    app.run()
    session.save()
    if app.return_code:
        raise TermbaseError("the review broke off, which is a fault; all that was decided is kept")
    return session.documents
