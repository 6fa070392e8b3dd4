# Needs Python 3.11 or newer and make, nothing more. Everything goes into .venv/.
#
#   make lab        open the lessons in JupyterLab     (LANGUAGE=en PORT=8888 PACE=1 BROWSER=no)
#   make test       lint, types, tests
#   make test-all   make test, and the slow matrices: notebooks, other Pythons, browser, class
#   make release    generate release/ from source/
#   make grade      grade the sample class             (CLASS=/path/to/a/class for a real one)
#   make student    write the tree a class publishes   (TO=student)
#   make lock       pin the newest versions again
#   make bench      measure

PYTHON ?= python3
VENV := .venv
ifeq ($(OS),Windows_NT)
  BIN := $(VENV)/Scripts
else
  BIN := $(VENV)/bin
endif
COMPILE = $(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --upgrade --quiet \
  --no-annotate --no-header --no-emit-index-url --no-emit-find-links
LANGUAGE ?= zh
TO ?= student
READY := $(VENV)/ready
TEST_READY := $(VENV)/ready-for-tests
PIP = $(BIN)/python -m pip --quiet --disable-pip-version-check

.PHONY: help lab test test-all lint release grade student lock bench clean
.DEFAULT_GOAL := help

help:
	@sed -n 's/^#   //p' Makefile

# No name of a file or a target: say what there is instead of make's own words.
%:
	@echo "There is no 'make $@'. What there is:" >&2
	@sed -n 's/^#   /  /p' Makefile >&2
	@exit 2

Makefile pyproject.toml requirements.lock requirements-test.lock: ;

$(READY): requirements.lock pyproject.toml
	@command -v $(PYTHON) >/dev/null 2>&1 || { \
	  echo "There is no '$(PYTHON)' here. Install Python 3.11 or newer, or name it: make PYTHON=/path/to/python3 $(MAKECMDGOALS)" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Baozi needs Python 3.11 or newer; '$(PYTHON)' is `$(PYTHON) -V 2>&1`. Name a newer one: make PYTHON=/path/to/python3 $(MAKECMDGOALS)" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { \
	  echo "No virtual environment could be made in $(VENV). Can this folder be written to? On Debian: apt install python3-venv" >&2; exit 1; }
	$(PIP) install -r requirements.lock
	$(PIP) install --no-deps -e .
	@# Behind walls nothing can be written down: what is not compiled now would be, for every check anew.
	@$(BIN)/python -m compileall -q autograder course
	@touch $@

$(TEST_READY): $(READY) requirements-test.lock
	$(PIP) install -r requirements-test.lock
	@touch $@

lab: $(READY)
	@$(BIN)/python -m course lab --language $(LANGUAGE) $(if $(PORT),--port $(PORT)) $(if $(PACE),--pace $(PACE)) $(if $(filter no,$(BROWSER)),--no-browser)

lint: $(TEST_READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

test: lint
	$(BIN)/pytest -n 2 -m "not slow"

test-all: test
	$(BIN)/python -m tests.pythons
	$(BIN)/pytest -n 2 --dist loadgroup -m slow

release: $(READY)
	$(BIN)/python -m autograder release

grade: $(READY)
ifdef CLASS
	@$(BIN)/python -m autograder grade "$(CLASS)"
else
	@$(BIN)/python -m tests.sample_class .sample-class
	@$(BIN)/python -m autograder grade .sample-class
endif

student: $(READY)
	$(BIN)/python -m course student "$(TO)"

lock: $(READY)
	$(PIP) install uv
	$(COMPILE) -o requirements.lock
	$(COMPILE) --extra test -o requirements-test.lock

bench: $(TEST_READY)
	$(BIN)/python -m benchmarks

clean:
	rm -rf $(VENV) .venvs .sample-class .pytest_cache .mypy_cache .ruff_cache .hypothesis
