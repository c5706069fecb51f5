"""The examples in the docstrings of segmentation and of languages run as they stand."""

import doctest
import pkgutil
from importlib import import_module

import pytest

import termbase.languages
import termbase.segmentation

PACKAGES = (termbase.languages, termbase.segmentation)
MODULES = sorted(
    found.name
    for package in PACKAGES
    for found in pkgutil.iter_modules(package.__path__, f"{package.__name__}.")
)


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_a_module_run(name):
    """What a docstring shows is what the code answers."""
    assert doctest.testmod(import_module(name)).failed == 0
