"""Text → segments that join back to it, each naming the rule that ended it."""

from termbase.segmentation.rules import Newline, Quotes, Rules
from termbase.segmentation.segment import Decision, explain, segment

__all__ = ["Decision", "Newline", "Quotes", "Rules", "explain", "segment"]
