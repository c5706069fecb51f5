"""What is pinned is complete on every Python and system that the project promises."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PROJECT = Path(__file__).parents[1]
FILES = ("requirements.txt", "requirements-dev.txt")
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
SYSTEMS = {"linux": ("Linux", "posix"), "darwin": ("Darwin", "posix"), "win32": ("Windows", "nt")}
PROCESSORS = {"linux": "aarch64", "darwin": "arm64", "win32": "AMD64"}


def machine(python: str, platform: str) -> dict[str, str]:
    """Return what markers see on a machine."""
    system, kind = SYSTEMS[platform]
    return {
        "python_version": python,
        "python_full_version": f"{python}.0",
        "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
        "sys_platform": platform,
        "platform_system": system,
        "platform_machine": PROCESSORS[platform],
        "os_name": kind,
        "extra": "",
    }


def pinned(environment: dict[str, str]) -> dict[str, str]:
    """Return the versions that the files pin on a machine, by name."""
    lines = [line for name in FILES for line in (PROJECT / name).read_text("utf-8").splitlines()]
    pins = [Requirement(line.rstrip("\\")) for line in lines if line[:1].isalnum()]
    return {
        canonicalize_name(pin.name): next(iter(pin.specifier)).version
        for pin in pins
        if not pin.marker or pin.marker.evaluate(environment)
    }


def asked(package: str, environment: dict[str, str]) -> Iterator[Requirement]:
    """Yield what a package asks for; nothing where it is not installed here."""
    try:
        wanted = [Requirement(line) for line in requires(package) or ()]
    except PackageNotFoundError:
        return
    yield from (one for one in wanted if not one.marker or one.marker.evaluate(environment))


@pytest.mark.parametrize("platform", SYSTEMS)
@pytest.mark.parametrize("python", PYTHONS)
def test_all_that_packages_ask_for_is_pinned(python: str, platform: str) -> None:
    environment = machine(python, platform)
    pins = pinned(environment)
    lacking = [
        f"{package} asks for {one}"
        for package in ("termbase", *pins)
        for one in asked(package, environment)
        if pins.get(canonicalize_name(one.name), "") not in one.specifier
    ]
    assert lacking == []
