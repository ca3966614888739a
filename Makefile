PYTHON := $(shell command -v python3.11 || command -v python3)
PY := .venv/bin/python
.PHONY: venv dev sandbox test check format bench soak lock

venv: .venv/runtime.stamp

.venv/runtime.stamp: requirements.lock pyproject.toml
	test -x $(PY) || $(PYTHON) -m venv .venv
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(PY) -m pip install --quiet --disable-pip-version-check --no-deps -e .
	touch $@

dev: .venv/dev.stamp

.venv/dev.stamp: .venv/runtime.stamp requirements-dev.lock
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	touch $@

sandbox: venv
	$(PY) -m bot sandbox

test: dev
	$(PY) -m pytest -n auto

check: dev
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .
	.venv/bin/mypy
	.venv/bin/lint-imports
	$(PY) -m pytest -n auto

format: dev
	.venv/bin/ruff format .
	.venv/bin/ruff check --fix .

bench: dev
	$(PY) -m tests.bench

soak: dev
	$(PY) -m tests.soak --rounds 168

lock:
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-header -q -o requirements.lock
	uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes --no-header -q -o requirements-dev.lock
