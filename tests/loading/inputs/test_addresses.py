"""Inputs at addresses, read through fsspec."""

import os
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import fsspec
import pytest

from tenor.errors import UserError
from tenor.loading import open_corpus
from tenor.loading.inputs.finding import find_inputs

ARTICLES = {"a.txt": "The dam holds.", "b/c.txt": "It rains.", "rows.csv": "text\nIt pours.\n"}


@pytest.fixture
def memory() -> Iterator[str]:
    """A folder of articles at an address in memory."""
    system = fsspec.filesystem("memory")
    for name, content in ARTICLES.items():
        system.pipe(f"/harbour/{name}", content.encode())
    yield "memory://harbour"
    system.rm("/harbour", recursive=True)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@pytest.fixture
def server(texts) -> Iterator[str]:
    """A web server of this machine with the articles."""
    folder = texts(ARTICLES)
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder))) as serving:
        thread = Thread(target=serving.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{serving.server_port}"
        serving.shutdown()
        thread.join()


def test_a_folder_at_an_address(memory):
    corpus = open_corpus(memory)
    assert corpus.documents["path"].tolist() == ["a.txt", "b/c.txt", "rows.csv"]
    assert [corpus.text(number) for number in range(3)] == ["The dam holds.", "It rains.", "It pours."]


def test_a_pattern_at_an_address(memory):
    assert [file.path for file in find_inputs(f"{memory}/*.txt").files] == ["a.txt"]


def test_one_file_of_a_web_server(server):
    corpus = open_corpus(f"{server}/rows.csv")
    assert corpus.documents["path"].tolist() == ["rows.csv"]
    assert corpus.text(0) == "It pours."


def test_what_changed_at_its_address_is_read_again(memory):
    open_corpus(memory)
    fsspec.filesystem("memory").pipe("/harbour/a.txt", b"The dam broke at noon.")
    assert open_corpus(memory).text(0) == "The dam broke at noon."


def test_a_metadata_table_of_this_machine_beside_an_address(memory, texts):
    table = texts({"about.csv": "file,source\na.txt,Lantern\n"}) / "about.csv"
    assert open_corpus(memory, metadata=table).documents["source"].dropna().tolist() == ["Lantern"]


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("nothing://here", r"corpus = 'nothing://here': Protocol not known: nothing"),
        ("memory://nowhere", r"corpus = 'memory://nowhere' cannot be read: /?nowhere"),
        ("http://127.0.0.1:9/rows.csv", r"corpus = 'http://127\.0\.0\.1:9/rows\.csv' cannot be read"),
    ],
)
def test_addresses_that_lead_nowhere(address, message):
    with pytest.raises(UserError, match=message):
        find_inputs(address)


def test_a_file_that_is_gone_when_it_is_read(memory):
    inputs = find_inputs(memory)
    fsspec.filesystem("memory").rm("/harbour/a.txt")
    with pytest.raises(OSError, match=os.strerror(2) + "|a.txt"):
        inputs.files[0].read()
