"""Ids for what has none: from the content, so that they are the same every time."""

from __future__ import annotations


def content_id(*parts: str) -> str:
    """Return an id that is a name of XML too.

    >>> content_id("fr", "engin spatial")
    'c-b9c0446c9f'
    """
    # Start-up is felt at every lookup, and only a few files need this.
    from hashlib import blake2b

    return "c-" + blake2b("\0".join(parts).encode(), digest_size=5).hexdigest()
