"""SRX 1.0 and 2.0 files into rules, and rules into SRX 2.0.

The one fact to remember: a file is read unmodified. What it holds beside the standard is left
alone and told of; no rule is left out.
"""
