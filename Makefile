# Satu Pintu: `make run` and `make test` set up everything they need; `make help` lists the rest.

# The first Python that is new enough; say PYTHON=… to choose another.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& { command -v $$p; break; }; done)
VENV := .venv
PY := $(VENV)/bin/python
PIP_INSTALL := $(PY) -m pip install --quiet --disable-pip-version-check --constraint constraints.txt
CATALOGUES := $(patsubst %.po,%.mo,$(wildcard locale/*/LC_MESSAGES/django.po locale/upstream/*/LC_MESSAGES/django.po))
TESTS ?= -n auto

.NOTPARALLEL:
.DEFAULT_GOAL := help
.PHONY: help run test dev check format coverage test-browser messages lock clean bench

help: ## show what can be done
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: $(VENV)/.ready-run $(CATALOGUES) ## set up, load the demo city, serve on http://127.0.0.1:$PORT (default 8000)
	@$(PY) manage.py up

test: $(VENV)/.ready-dev $(CATALOGUES) ## set up and run the tests
	@$(PY) -m pytest $(TESTS)

dev: $(VENV)/.ready-dev $(CATALOGUES) ## serve with reloading and tracebacks, for developers
	@DEBUG=true $(PY) manage.py runserver 127.0.0.1:$(or $(PORT),8000)

check: $(VENV)/.ready-dev $(CATALOGUES) ## lint, types, import rules, migrations, templates, translations, deployment
	@echo "ruff";            $(PY) -m ruff check . && $(PY) -m ruff format --check .
	@echo "types";           $(VENV)/bin/mypy
	@echo "import rules";    PYTHONPATH=.:site $(VENV)/bin/lint-imports --no-cache
	@echo "migrations";      DJANGO_SETTINGS_MODULE=portal.settings.test $(PY) manage.py makemigrations --check --dry-run
	@echo "templates";       $(VENV)/bin/djlint templates --lint --quiet
	@echo "translations";    $(PY) .ci/check_translations.py
	@echo "deployment";      $(PY) .ci/check_deployment.py

format: $(VENV)/.ready-dev ## put the code in the house's form
	@$(PY) -m ruff check --fix . ; $(PY) -m ruff format .

coverage: $(VENV)/.ready-dev $(CATALOGUES) ## run the tests and report line and branch coverage
	@$(PY) -m pytest $(TESTS) --cov --cov-report=term:skip-covered

test-browser: $(VENV)/.ready-dev $(CATALOGUES) ## the journeys in a real Chromium (needs /usr/bin/chromium)
	@$(PY) -m pytest -m browser tests/browser

bench: $(VENV)/.ready-dev ## measure what a configured transition costs, in pairs
	@PYTHONPATH=. $(PY) bench/transition.py

messages: $(VENV)/.ready-dev ## collect the translatable texts into locale/ (needs gettext)
	@$(PY) manage.py makemessages --locale id --no-location --no-wrap --no-obsolete \
		--ignore '.venv/*' --ignore 'var/*' --ignore 'tests/*'

lock: $(VENV)/.ready-dev ## choose new versions of all dependencies
	@$(VENV)/bin/pip-compile --quiet --upgrade --all-extras --strip-extras --no-annotate --no-header \
		--no-emit-index-url --no-emit-find-links --no-emit-trusted-host --output-file constraints.txt pyproject.toml

clean: ## remove the environment and everything that tools made; the data in var/ stays
	@rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage* htmlcov mutants
	@find . -name '*.mo' -not -path './$(VENV)/*' -delete

$(VENV)/.ready-run: pyproject.toml constraints.txt | python
	@test -e $(VENV)/.ready-dev || { echo "Installing (once) …"; $(PIP_INSTALL) --editable .; }
	@test ! -e $(VENV)/.ready-dev || $(MAKE) --no-print-directory $(VENV)/.ready-dev
	@touch $@

$(VENV)/.ready-dev: pyproject.toml constraints.txt | python
	@echo "Installing with the tools for tests …"
	@$(PIP_INSTALL) --editable '.[dev]'
	@touch $@

# An environment that a crash or a new Python left unusable is made anew.
.PHONY: python
python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed and was not found. Install it, or say where it is: make run PYTHON=/path/to/python3"; exit 1; }
	@$(PY) -m pip --version >/dev/null 2>&1 || { rm -f $(VENV)/.ready-*; $(PYTHON) -m venv --clear $(VENV); }

locale/%/django.mo: locale/%/django.po
	@$(PY) -c "import polib, sys; polib.pofile(sys.argv[1]).save_as_mofile(sys.argv[2])" $< $@
