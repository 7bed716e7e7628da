import subprocess
import sys
from pathlib import Path

import pytest

from tenor import project
from tenor.errors import UserError

CHECKOUT = Path(__file__).resolve().parents[1]


def test_the_root_is_found_from_a_folder_outside(tmp_path, monkeypatch):
    monkeypatch.delenv("TENOR_ROOT", raising=False)
    code = "from tenor import project; print(project.root())"
    for folder in (tmp_path, CHECKOUT / "notebooks"):
        found = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True)
        assert found.stdout.strip() == str(CHECKOUT)


def test_relative_paths_count_from_the_root(monkeypatch, tmp_path):
    monkeypatch.setenv("TENOR_ROOT", str(tmp_path))
    assert project.resolve("data/../data/x") == tmp_path / "data" / "x"
    assert project.resolve(tmp_path / "y") == tmp_path / "y"
    assert project.shown(tmp_path / "data" / "x") == "data/x"
    assert project.shown("/elsewhere") == "/elsewhere"


def test_a_named_root_must_be_there(monkeypatch, tmp_path):
    monkeypatch.setenv("TENOR_ROOT", str(tmp_path / "gone"))
    with pytest.raises(UserError, match="is not a folder"):
        project.root()
