"""The language that we do not know: marks of every script, and what many languages share."""

from termbase.languages.profile import Profile

PROFILE = Profile(tag="und")
