"""Put a text on the clipboard, with whatever the system has for it."""

from __future__ import annotations

import base64
import shutil
import subprocess
import sys

_PROGRAMS = (
    ("pbcopy",),
    ("wl-copy",),
    ("xclip", "-selection", "clipboard"),
    ("xsel", "--clipboard", "--input"),
    ("clip.exe",),
)


def copy(text: str) -> str:
    """Copy a text and say what was done.

    A terminal over ssh has no such program; it is asked by the escape sequence OSC 52.
    """
    for program in _PROGRAMS:
        if shutil.which(program[0]):
            done = subprocess.run(program, input=text.encode(), check=False, capture_output=True)
            if done.returncode == 0:
                return f"copied with {program[0]}"
    if sys.stderr.isatty():
        sys.stderr.write(f"\x1b]52;c;{base64.b64encode(text.encode()).decode()}\a")
        return "copied through the terminal"
    return "not copied: no clipboard program found; install xclip or wl-clipboard"
