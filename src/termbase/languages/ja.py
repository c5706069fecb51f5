"""Japanese: no spaces between sentences, and the particles that report a quotation."""

from termbase.languages.profile import Profile

PROFILE = Profile(
    tag="ja",
    reporting=r"(?:と(?!ころ|き)|って|などと|の[^。]{0,3}|を|が|は|に|で|も)",
    spaced=False,
    listed=False,
)
