# Everything that Tenor's users and contributors run. Each target sets up what it needs.

.DEFAULT_GOAL := help
SHELL := /bin/sh
BIN := .venv/bin
RECIPE ?= reports/sample.yaml

# An environment that happens to be active must not leak into ours.
unexport PYTHONHOME PYTHONPATH PYTHONSTARTUP VIRTUAL_ENV CONDA_PREFIX JUPYTER_PATH
export PIP_USER := 0
export PIP_NO_INPUT := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

# A .venv that was moved, or whose interpreter is gone, is made anew.
PLACED := $(shell [ "$$(cat .venv/.placed 2>/dev/null)" = "$(CURDIR)" ] && $(BIN)/python -c '' 2>/dev/null && echo yes)
ifneq ($(PLACED),yes)
.PHONY: .venv/.locked
endif

# Sets $$python to an interpreter that can make an environment, or ends with what to install. The interpreter
# behind an active environment is taken in its place, so that removing that one does no harm.
define find_python
set -- $(if $(PYTHON),'$(PYTHON)',python3.14 python3.13 python3.12 python3.11 python3 python); \
python=; lacking=; \
for name; do \
	found=$$("$$name" -I -c 'import sys; print(sys.version_info >= (3, 11) and sys._base_executable or "")' \
		2>/dev/null) && [ -n "$$found" ] || continue; \
	if "$$found" -I -c 'import ensurepip, venv' 2>/dev/null; then python=$$found; break; fi; \
	lacking="$${lacking:-$$found}"; \
done; \
if [ -z "$$python" ] && [ -n "$$lacking" ]; then \
	echo "$$lacking cannot make an environment: it lacks venv or ensurepip. On Debian and Ubuntu:" \
		"apt-get install python3-venv. Or name another: make PYTHON=/path/to/python3" >&2; exit 1; \
elif [ -z "$$python" ]; then \
	echo "Tenor needs Python 3.11 or later; there is none among: $$*. Install one (Debian, Ubuntu:" \
		"apt-get install python3 python3-venv; macOS: brew install python), or name yours:" \
		"make PYTHON=/path/to/python3" >&2; exit 1; \
fi
endef

.PHONY: help
help:  ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' Makefile

.PHONY: report
report: .venv/.installed  ## make a report: RECIPE=reports/NAME.yaml, or the sample's when not given
	@$(BIN)/tenor report "$(RECIPE)"

.PHONY: lab
lab: .venv/.installed  ## open JupyterLab on the notebooks, for this computer only
	@$(BIN)/jupyter lab --ip=127.0.0.1 --LabApp.default_url=/lab/tree/notebooks \
		$(if $(filter 0,$(shell id -u)),--allow-root)

.PHONY: test
test: .venv/.installed browser  ## check everything that must hold
	@echo "== Style"
	@$(BIN)/ruff check --quiet
	@$(BIN)/ruff format --check --quiet
	@echo "== Units, documents, hygiene of the notebooks"
	@$(BIN)/pytest -q -m "not slow and not browser and not full"
	@echo "== Notebooks: what is stored must come out again"
	@$(BIN)/pytest -c tests/notebooks/nbval.ini notebooks
	@echo "== Whole runs: papermill, reports, pages"
	@$(BIN)/pytest -q -m "slow or browser"

.PHONY: test-full
test-full: .venv/.installed  ## and what `make test` checks on some real sentences, on all of them (minutes)
	@$(BIN)/pytest -q -m full

.PHONY: bench
bench: .venv/.installed  ## measure: building, rebuilding, formats, near-copies, words and voices beside others
	@for name in build rebuild formats pages duplicates frequency sentiment voices; do \
		echo "== $$name"; $(BIN)/python tests/benchmarks/bench_$$name.py || exit; \
	done

.PHONY: evaluate
evaluate: .venv/.installed  ## measure: tone and quotations beside what people rated and marked, with these at hand
	@for name in tone towards quotations; do \
		echo "== $$name"; $(BIN)/python tests/evaluation/evaluate_$$name.py || exit; \
	done

.PHONY: notebooks
notebooks: .venv/.installed  ## run the notebooks anew, to keep their outputs
	@$(BIN)/jupyter nbconvert --to notebook --inplace --execute notebooks/*.ipynb --log-level=WARN \
		--ExecutePreprocessor.record_timing=False --ClearMetadataPreprocessor.enabled=True \
		--ClearMetadataPreprocessor.clear_cell_metadata=False \
		--ClearMetadataPreprocessor.preserve_nb_metadata_mask='{"kernelspec", ("language_info", "name")}'

.PHONY: format
format: .venv/.installed  ## bring the code into the project's style
	@$(BIN)/ruff check --fix
	@$(BIN)/ruff format

.PHONY: lock
lock:  ## pin the dependencies of pyproject.toml anew (UPGRADE=1: and take newer versions)
	@$(find_python); \
	work=$$(mktemp -d) && trap 'rm -rf "$$work"' EXIT && \
	"$$python" -m venv "$$work" && "$$work/bin/pip" install --quiet uv && \
	"$$python" -I -c 'import tomllib; \
		print(*tomllib.load(open("pyproject.toml", "rb"))["build-system"]["requires"], sep="\n")' \
		> "$$work/build.in" && \
	"$$work/bin/uv" pip compile --quiet --no-config --universal --python-version 3.11 --fork-strategy fewest \
		--generate-hashes --all-extras --no-annotate --custom-compile-command "make lock" \
		$(if $(UPGRADE),--upgrade) --output-file requirements.lock pyproject.toml "$$work/build.in"
	@echo "requirements.lock holds $$(grep -c == requirements.lock) packages"

.PHONY: clean
clean:  ## remove what was made: .venv, built corpora, reports' output, caches
	@rm -rf .venv build bench data/corpora .pytest_cache .ruff_cache .hypothesis lib/tenor.egg-info
	@find reports -mindepth 1 -maxdepth 1 -type d -exec rm -rf {} +
	@find reports -mindepth 1 -maxdepth 1 -name '.*.lock' -exec rm -f {} +
	@find lib tests notebooks -name __pycache__ -o -name .ipynb_checkpoints | xargs rm -rf

.venv/.locked: requirements.lock
	@$(find_python); \
	echo "Making .venv with $$python" && \
	"$$python" -I -m venv --clear .venv && \
	echo "Installing the packages that requirements.lock pins (a few minutes the first time)" && \
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	@echo "$(CURDIR)" > .venv/.placed
	@touch $@

.venv/.installed: .venv/.locked pyproject.toml
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

.PHONY: browser
browser:
	@for name in chromium chromium-browser google-chrome; do command -v $$name >/dev/null && exit 0; done; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		echo "Installing Chromium for the tests of the report page"; \
		apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install chromium >/dev/null && exit 0; \
	fi; \
	echo "Chromium is missing: the tests of the report page are left out"; [ -z "$$CI" ]
