import io
import os
import re

import pytest

from tenor.report.progress import Bar, Lines, choose_progress


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_logs_get_one_line_a_step():
    stream = io.StringIO()
    with choose_progress(stream).step("[1/2] 01_loading", 3) as on_cell:
        assert stream.getvalue() == "[1/2] 01_loading … "
        on_cell(0)
    assert re.fullmatch(r"\[1/2\] 01_loading … \d+\.\d s\n", stream.getvalue())


@pytest.mark.parametrize(("error", "word"), [(ValueError, "failed"), (KeyboardInterrupt, "stopped")])
def test_logs_tell_how_a_step_ended(error, word):
    stream = io.StringIO()
    with pytest.raises(error), Lines(stream).step("01_loading"):
        raise error
    assert stream.getvalue() == f"01_loading … {word}\n"


def test_terminals_get_a_bar_with_notebook_and_cell():
    stream = Terminal()
    with choose_progress(stream).step("[1/2] 01_loading", 3) as on_cell:
        on_cell(1)
        assert "[1/2] 01_loading  cell 2 of 3 |" in stream.getvalue()
    assert re.search(r"\[1/2\] 01_loading … \d+\.\d s\n$", stream.getvalue())


def test_terminals_that_tell_no_size_get_the_bar_too():
    ours, theirs = os.openpty()
    with open(theirs, "w") as terminal, choose_progress(terminal).step("01_loading", 3):
        pass
    assert b"01_loading  cell 0 of 3 |" in os.read(ours, 10_000)
    os.close(ours)


def test_a_bar_without_cells_names_the_step():
    stream = Terminal()
    with Bar(stream).step("reading data/sample"):
        assert "reading data/sample …" in stream.getvalue()
