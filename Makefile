# What people do with a checkout. `make site` and `make test` set up everything they need; a second run installs nothing.

PYTHON ?= python3
BIN := .venv/bin
# SITE_DIR=… and TIMELINES=… name other folders than mkdocs.yml does.
FOLDER := $(if $(TIMELINES),--timelines $(TIMELINES))

.DEFAULT_GOAL := help
.PHONY: help site test check serve lint unit browser fuzz bench bench-search bench-dates lock clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

site: .venv/.site ## check the timelines and build the site
	@$(BIN)/regesta build $(FOLDER) $(if $(SITE_DIR),--site-dir $(SITE_DIR))

check: .venv/.site ## check the timelines without building
	@$(BIN)/regesta check $(FOLDER)

serve: .venv/.site ## live preview while you edit
	@$(BIN)/regesta serve $(FOLDER)

test: lint unit ## set up everything, Chromium included, and run every test

lint: .venv/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

unit: .venv/.test .venv/.chromium
	$(BIN)/python -m pytest -n auto --dist loadgroup

browser: .venv/.test .venv/.chromium ## only the tests that drive a browser
	$(BIN)/python -m pytest tests/browser

fuzz: .venv/.test ## hostile dates, phrases and files for a minute
	$(BIN)/python -m tests.fuzz --seconds 60

bench: .venv/.test ## 10,000 entries against MkDocs + Material on the same entries
	$(BIN)/python -m tests.bench

bench-search: .venv/.test .venv/.chromium ## how soon the search answers at 10,000 entries
	$(BIN)/python -m tests.bench.search

bench-dates: .venv/.test ## the date engine against other libraries
	$(BIN)/python -m tests.bench.dates

lock: .venv/.test ## renew the locked versions and their hashes
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --upgrade \
	  --extra setup pyproject.toml --output-file requirements.txt
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --upgrade \
	  --extra setup --extra dev --constraint requirements.txt pyproject.toml --output-file requirements-dev.txt

.venv/.site: requirements.txt pyproject.toml generator/install.sh
	@PYTHON=$(PYTHON) sh generator/install.sh requirements.txt
	@touch $@

.venv/.test: requirements-dev.txt pyproject.toml generator/install.sh
	@PYTHON=$(PYTHON) sh generator/install.sh requirements-dev.txt
	@touch .venv/.site $@

.venv/.chromium: .venv/.test generator/install-chromium.sh
	@sh generator/install-chromium.sh
	@touch $@

clean: ## remove everything that was made here
	rm -rf .venv .regesta site .site.regesta .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
