"""Chinese: no spaces between sentences, and verbs of speech that follow a quotation."""

from termbase.languages.profile import Profile

PROFILE = Profile(
    tag="zh",
    reporting=r"[^，。！？；：“”「」]{0,8}(?:说|說|道|问|問|喊|叫|答|回答|嚷|笑|想)[^了]",
    spaced=False,
    listed=False,
)
