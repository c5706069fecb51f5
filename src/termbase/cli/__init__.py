"""The command line: parse, call one use case, print, exit. One file a command.

A command is declared once, as values; the hot path and the typer tree are both made from it.
"""
