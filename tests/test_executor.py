import os
import subprocess
import sys

import pytest
from tasks import be_killed, own_process

from tenor.errors import TenorError
from tenor.executor import run, workers


def test_results_come_in_the_order_of_the_tasks():
    assert list(run(abs, [-3, -1, -2])) == [3, 1, 2]


def test_one_task_runs_here():
    assert list(run(own_process, [1])) == [os.getpid()]


@pytest.mark.parametrize(("named", "expected"), [("1", 1), ("3", 3)])
def test_the_environment_says_how_many(monkeypatch, named, expected):
    monkeypatch.setenv("TENOR_WORKERS", named)
    assert workers() == expected


@pytest.mark.parametrize("named", ["", "many", "0"])
def test_otherwise_the_cores_at_hand(monkeypatch, named):
    monkeypatch.setenv("TENOR_WORKERS", named)
    assert workers() >= 1


def test_work_is_spread_over_processes(monkeypatch):
    monkeypatch.setenv("TENOR_WORKERS", "2")
    assert os.getpid() not in list(run(own_process, [1, 2]))


def test_threads_stay_in_this_process(monkeypatch):
    monkeypatch.setenv("TENOR_WORKERS", "2")
    assert list(run(own_process, [1, 2], threads=True)) == [os.getpid()] * 2
    assert list(run(abs, [-3, -1, -2], threads=True)) == [3, 1, 2]


def test_a_script_is_not_run_again_by_each_process(tmp_path):
    script = tmp_path / "script.py"
    script.write_text("from tenor.executor import run\nprint(list(run(abs, [-1, -2])))\n")
    environment = {**os.environ, "TENOR_WORKERS": "2"}
    program = [sys.executable, script]
    done = subprocess.run(program, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert (done.stdout, done.stderr) == ("[1, 2]\n", "")


def test_a_killed_process_is_told(monkeypatch):
    monkeypatch.setenv("TENOR_WORKERS", "2")
    with pytest.raises(TenorError, match=r"ended before its work was done.*TENOR_WORKERS=1"):
        list(run(be_killed, [1, 2]))
