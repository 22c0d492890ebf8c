# Samenspel. `make run` shows the example town, `make test` runs everything this machine allows.
PORT ?= 8000
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMPS := .stamps
NPM := $(shell command -v npm 2>/dev/null || echo $(CURDIR)/$(BIN)/npm)

# Development and the example are on here, and only here: production sets neither.
run test check bench messages: export DEBUG ?= 1
run: export EXAMPLE ?= 1
# Links in mails lead to the port that was asked for.
run: export SITE_URL ?= http://127.0.0.1:$(PORT)

.PHONY: help run test check bench messages pictures clean
.DEFAULT_GOAL := help

help: ## What you can do
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/:/'

$(STAMPS)/venv: requirements/dev.txt
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { echo "Python's venv is missing. On Debian: apt-get install python3-venv"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@mkdir -p $(STAMPS) && touch $@

# The stylesheet of the design system and the letters. Without Node the wheel from PyPI brings it;
# without a package registry the site still shows its own stylesheet, and says so.
$(STAMPS)/assets: package-lock.json tools/assets.py $(STAMPS)/venv
	@command -v npm >/dev/null 2>&1 || $(BIN)/python -m pip install --quiet --require-hashes -r requirements/node.txt || true
	@PATH="$(CURDIR)/$(BIN):$$PATH" "$(NPM)" ci --silent || echo "npm could not fetch the packages; going on without them."
	$(BIN)/python tools/assets.py
	@mkdir -p $(STAMPS) && test -d node_modules/axe-core && touch $@ || true

# The compiled catalogues are made, not kept: Babel does it, no gettext is needed.
$(STAMPS)/messages: $(wildcard locale/*/LC_MESSAGES/*.po */locale/*/LC_MESSAGES/*.po) $(STAMPS)/venv
	$(BIN)/python tools/messages.py --compile
	@touch $@

run: $(STAMPS)/venv $(STAMPS)/assets $(STAMPS)/messages ## Show the example town at http://127.0.0.1:8000 (PORT= to change)
	@$(BIN)/python manage.py migrate --verbosity 0
	@$(BIN)/python manage.py createcachetable
	@if [ "$$EXAMPLE" = "1" ]; then $(BIN)/python manage.py plant_example; fi
	@echo "Samenspel: http://127.0.0.1:$(PORT)/   (people to log in as: /voorbeeld/)"
	@$(BIN)/python manage.py runserver --noreload --insecure 127.0.0.1:$(PORT)

test: $(STAMPS)/venv $(STAMPS)/assets $(STAMPS)/messages ## Run everything this machine allows, and say what was left out
	@$(BIN)/python tools/test.py

check: $(STAMPS)/venv $(STAMPS)/messages ## Style, migrations, translations and settings
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	find templates -name '*.html' -exec $(BIN)/djade --check --target-version 5.2 {} +
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/python manage.py makemigrations --check --dry-run
	$(BIN)/python tools/messages.py --check

bench: $(STAMPS)/venv $(STAMPS)/assets $(STAMPS)/messages ## Measure every page in a town and in a country: CPU, with limits that fail
	@$(BIN)/python tools/bench.py

messages: $(STAMPS)/venv ## Bring the Dutch catalogues up to date
	$(BIN)/python tools/messages.py

clean: ## Remove everything that was made, except the database
	rm -rf $(VENV) $(STAMPS) node_modules static/vendor staticfiles
