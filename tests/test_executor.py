import os
import signal

import pytest

from tenor.errors import TenorError
from tenor.executor import processes, run


def own_process(_: int) -> int:
    return os.getpid()


def test_results_come_in_the_order_of_the_tasks():
    assert list(run(abs, [-3, -1, -2])) == [3, 1, 2]


def test_one_task_runs_here():
    assert list(run(own_process, [1])) == [os.getpid()]


@pytest.mark.parametrize(("named", "expected"), [("1", 1), ("3", 3)])
def test_the_environment_says_how_many(monkeypatch, named, expected):
    monkeypatch.setenv("TENOR_PROCESSES", named)
    assert processes() == expected


@pytest.mark.parametrize("named", ["", "many", "0"])
def test_otherwise_the_cores_at_hand(monkeypatch, named):
    monkeypatch.setenv("TENOR_PROCESSES", named)
    assert processes() >= 1


def be_killed(_: int) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def test_work_is_spread_over_processes(monkeypatch):
    monkeypatch.setenv("TENOR_PROCESSES", "2")
    assert os.getpid() not in list(run(own_process, [1, 2]))


def test_a_killed_process_is_told(monkeypatch):
    monkeypatch.setenv("TENOR_PROCESSES", "2")
    with pytest.raises(TenorError, match=r"ended before its work was done.*TENOR_PROCESSES=1"):
        list(run(be_killed, [1, 2]))
