# `make run` and `make test` need nothing but Python 3.11 or 3.12; the first call sets everything up.
PYTHON ?= python3
BIN := .venv/bin
PACKAGES := api assistant evals ingest retriever rules terminology

.DEFAULT_GOAL := help
.PHONY: help setup run test check fix eval bench

help: ## show the targets
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 16

setup: ## install everything into .venv (the other targets do it too)
	@$(PYTHON) scripts/set_up.py

run: setup ## serve on http://localhost:8000
	@$(BIN)/citewell serve

test: setup ## run every test, the slow ones too
	@$(BIN)/pytest -n 2

check: setup ## format, lint, types, fast tests, doctests, README examples
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/pytest -n 2 -m "not slow" --doctest-modules \
		--ignore-glob="*/migrations/env.py" tests $(PACKAGES)

fix: setup ## format and mend what can be mended
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

eval: setup ## play conversations, rewordings, prose and retrieval questions, print scores
	@$(BIN)/python -m evals --reword --share 0.05

bench: setup ## measure speed as ratios in one run
	@$(BIN)/python -m evals.bench
