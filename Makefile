# The commands of this project. A fresh clone needs Python 3.11+, make and nothing else.

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
TOOLS := .venv/.tools

.PHONY: demo test check bench clean

demo: $(READY)            ## set up, build the article's memory and glossary, and show them at work
	@sh docs/demo.sh $(BIN)/termbase

test: $(TOOLS)            ## set up and run every test, a file of them on each core
	$(BIN)/python -m pytest -n auto --dist loadfile

check: $(TOOLS)           ## the quick gates: style, types, layers, unit tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/termbase build --check
	$(BIN)/python -m pytest -q -m "not slow"

bench: $(TOOLS)           ## what things cost, as ratios
	$(BIN)/python benchmarks/start_up.py

# The environment holds exactly the pinned packages; termbase itself is linked to src/ and compiled,
# because a start-up that compiles is a slow start-up.
$(READY): requirements.txt pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit("termbase needs Python 3.11 or newer; try make PYTHON=python3.12" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	$(BIN)/python -m compileall -q src
	@touch $@

$(TOOLS): $(READY) requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

clean:
	rm -rf .venv termbase.db
