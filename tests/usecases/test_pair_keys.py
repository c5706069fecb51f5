"""Plural forms of two files with keys, each beside the form of the source that it renders."""

from __future__ import annotations

import pytest

from termbase.model.unit import Property, TranslationUnit, Variant
from termbase.usecases.pair_keys import pair_keys


def form(language: str, quantity: str, text: str) -> TranslationUnit:
    properties = (Property("x-quantity", quantity),)
    return TranslationUnit((Variant(language, (text,)),), "file", properties=properties)


@pytest.mark.parametrize(
    ("quantity", "said", "beside"),
    [
        ("two", "ملفان", "files"),
        ("zero", "لا ملفات", "files"),
        ("two", "2 ملف", "2 files"),
        ("few", "ملفات", "%d files"),
    ],
)
@pytest.mark.parametrize("code", ["%d", "{{count}}", "{{count, number}}"])
def test_a_form_for_one_number_alone_may_leave_it_out(
    quantity: str, said: str, beside: str, code: str
) -> None:
    """Arabic has forms for nought and for two; one for several numbers has to say which."""
    source = [form("en", "other", f"{code} files")]
    (pair,) = pair_keys(source, [form("ar", quantity, said)], ("en", "ar"))
    variant = pair.variant("en")

    assert variant
    assert variant.text == beside.replace("%d", code)
