"""A new kind of request is one file in rules/kinds and its texts: in a copy of the house it goes its whole way."""

import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
HOUSE = HERE.parents[1]


def test_one_file_and_its_texts_make_a_kind(tmp_path: Path) -> None:
    for room in ("bot", "storage", "tests"):
        shutil.copytree(HOUSE / room, tmp_path / room, ignore=shutil.ignore_patterns("__pycache__", "bench"))
    shutil.copy(HOUSE / "pyproject.toml", tmp_path)
    shutil.copy(HERE / "usage_rules.py", tmp_path / "bot" / "rules" / "kinds")
    for language in ("zh-TW", "en"):
        shutil.copy(HERE / f"{language}.ftl", tmp_path / "bot" / "texts" / language / "usage_rules.ftl")
    shutil.copy(HERE / "journey.py", tmp_path / "tests" / "journeys" / "test_usage_rules.py")

    tests = ("tests/journeys/test_usage_rules.py", "tests/test_texts.py")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *tests],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout[-3000:]
    assert "no tests ran" not in done.stdout
