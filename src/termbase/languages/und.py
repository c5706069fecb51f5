"""The language that we do not know: marks of every script, initials, no abbreviations."""

from termbase.languages.profile import Profile

PROFILE = Profile(tag="und", listed=False)
