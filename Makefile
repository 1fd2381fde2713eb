# make site    builds the whole site into site/
# make serve   shows it on this computer and builds again at every change
# make check   shows every mistake in data/ and content/
# make test    runs every test
# make clean   removes what the others made, the environment too

PYTHON ?= python3
BIN := .venv/bin
INSTALL := $(BIN)/python -m pip --quiet --disable-pip-version-check install
# The theme prints advertising for its successor otherwise.
export NO_MKDOCS_2_WARNING := 1

.PHONY: site serve check test clean
.DELETE_ON_ERROR:

# The site is built beside the old one, which is replaced only by a whole new one.
site: check
	@rm -rf .site-new .site-old
	$(BIN)/mkdocs build --strict --site-dir .site-new
	@if [ -e site ]; then mv site .site-old; fi
	@mv .site-new site
	@rm -rf .site-old
	@echo "The site is in site/: open site/index.html."

serve: .venv/installed
	$(BIN)/mkdocs serve

check: .venv/installed
	$(BIN)/kb check

test: .venv/installed-for-tests
	$(BIN)/python -m pytest --numprocesses auto --dist worksteal

clean:
	rm -rf .venv site .site-new .site-old .pytest_cache .hypothesis .ruff_cache *.egg-info

.venv/bin/python:
	@command -v $(PYTHON) >/dev/null || { echo "There is no $(PYTHON) on this computer. Install Python 3.11 or newer."; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "$(PYTHON) is $$($(PYTHON) --version 2>&1). Python 3.11 or newer is needed: make PYTHON=python3.12 …"; exit 1; }
	@$(PYTHON) -m venv .venv || \
		{ rm -rf .venv; echo "The environment cannot be made. On Debian and Ubuntu: apt install python3-venv"; exit 1; }

.venv/installed: requirements.txt pyproject.toml | .venv/bin/python
	$(INSTALL) --require-hashes --requirement requirements.txt
	$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

.venv/installed-for-tests: requirements-test.txt .venv/installed
	$(INSTALL) --require-hashes --requirement requirements-test.txt
	@touch $@
