"""Correcting a text keeps every code of it, and its text is the one that was given."""

from hypothesis import given
from hypothesis import strategies as st

from termbase.memory.carried_codes import with_text
from termbase.model.unit import InlineCode, plain_text

texts = st.text("ab é<", max_size=6)
codes = st.sampled_from([InlineCode("ph", (("x", str(n)),), ("<br/>",)) for n in range(3)])
marked = st.lists(texts.filter(bool) | codes, max_size=4).map(
    lambda content: InlineCode("hi", (), tuple(content))
)
contents = st.lists(texts.filter(bool) | codes | marked, max_size=5).map(tuple)


def kinds(content) -> list[str]:
    """Return the codes of content in their order, those inside of others too."""
    found = []
    for one in content:
        if isinstance(one, InlineCode):
            found += [one.kind + str(one.attributes), *kinds(one.content)]
    return found


@given(contents, texts)
def test_the_text_is_new_and_the_codes_are_all_there(content, text: str) -> None:
    """Whatever was put in or taken out, before, behind and within the codes."""
    carried = with_text(content, text)

    assert kinds(carried) == kinds(content)
    assert plain_text(carried) == text


def test_a_code_stays_between_its_words() -> None:
    """A word before it grows, a word behind it is put in."""
    code = InlineCode("ph", (), ("<br/>",))
    assert with_text(("Un mot ", code, "ici"), "Un autre mot ici même") == (
        "Un autre mot ",
        code,
        "ici même",
    )


def test_no_code_goes_into_a_word() -> None:
    """Around a word that is put in the place of another it stays around."""
    opened, closed = InlineCode("bpt", (("i", "1"),)), InlineCode("ept", (("i", "1"),))
    assert with_text(("Press ", opened, "Enter", closed, "."), "Hit Return.") == (
        "Hit ",
        opened,
        "Return",
        closed,
        ".",
    )
    assert with_text((opened, "Hello", closed, " world"), "Goodbye everyone") == (
        opened,
        "Goodbye",
        closed,
        " everyone",
    )
    assert with_text(("Save ", opened, "file", closed, " as"), "Save profile as") == (
        "Save ",
        opened,
        "profile",
        closed,
        " as",
    )
