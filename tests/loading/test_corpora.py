"""Opening the corpus of some texts: built once, and never half."""

import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from threading import Barrier

import pytest

import tenor
from tenor.corpus.store import read_corpus
from tenor.errors import TenorError, UserError
from tenor.loading import builds, corpora, identities, open_corpus

DAM = {"a.txt": "The dam holds.", "b.txt": "It rains."}


@pytest.fixture
def builds_counted(monkeypatch) -> list:
    """Grows by one with each build."""
    counted = []
    build_corpus = corpora.build_corpus

    def build(*given, **more):
        counted.append(given)
        build_corpus(*given, **more)

    monkeypatch.setattr(corpora, "build_corpus", build)
    return counted


def corpora_in(project: Path) -> list[str]:
    """What lies in the folder of built corpora, but for locks."""
    return sorted(name for name in os.listdir(project / "data" / "corpora") if not name.endswith(".lock"))


def touch_inputs(folder: Path) -> None:
    os.utime(folder / "a.txt", ns=(1, 1))


def test_a_corpus_is_built_once(load, project, builds_counted):
    first, second = load(DAM), open_corpus("data/raw/harbour")
    assert len(builds_counted) == 1
    assert first.documents.equals(second.documents)
    (name,) = corpora_in(project)
    assert name.startswith("harbour-")


@pytest.mark.parametrize(
    "change",
    [
        touch_inputs,
        lambda folder: (folder / "c.txt").write_text("More."),
        lambda folder: (folder / "b.txt").unlink(),
        lambda folder: (folder / "metadata.csv").write_text("file,source\nb.txt,Flare\n"),
    ],
)
def test_it_is_built_again_when_an_input_or_the_metadata_changes(texts, builds_counted, project, change):
    folder = texts({**DAM, "metadata.csv": "file,source\na.txt,Lantern\n"})
    open_corpus(folder)
    change(folder)
    again = open_corpus(folder)
    assert len(builds_counted) == 2
    assert len(again.documents) == len(list(folder.glob("*.txt")))
    assert len(corpora_in(project)) == 1


def test_it_is_built_again_by_another_version(load, builds_counted, monkeypatch):
    versions = load(DAM).manifest["reading"]["versions"]
    assert versions["tenor"] == tenor.__version__
    monkeypatch.setattr(identities, "_versions", lambda: {**versions, "code": "other"})
    assert open_corpus("data/raw/harbour").manifest["reading"]["versions"]["code"] == "other"
    assert len(builds_counted) == 2


def test_it_is_built_again_on_demand(load, builds_counted):
    load(DAM)
    open_corpus("data/raw/harbour", rebuild=True)
    assert len(builds_counted) == 2


def test_each_set_of_settings_has_its_own_place(texts, project, builds_counted):
    folder = texts({"a.csv": "text,summary\nLong.,Short.\n", "../about.csv": "id\na-1\n"})
    for _ in range(2):
        open_corpus(folder)
        open_corpus(folder, columns={"text": "summary"})
        open_corpus(folder, metadata="data/raw/about.csv")
        open_corpus(folder, pattern="{source}")
        open_corpus(folder, limits={"row_mb": 1})
    assert len(builds_counted) == len(corpora_in(project)) == 5


def test_a_built_corpus_is_opened_as_it_is(load, project, builds_counted):
    load(DAM)
    built = project / "data" / "corpora" / corpora_in(project)[0]
    (project / "data" / "raw" / "harbour" / "a.txt").unlink()
    assert len(open_corpus(built).documents) == 2
    assert len(builds_counted) == 1
    with pytest.raises(
        UserError, match="is already built; metadata, columns, pattern, limits and rebuild need the"
    ):
        open_corpus(built, rebuild=True)


def test_a_manifest_of_something_else_is_no_corpus(load):
    corpus = load({"manifest.json": '{"name": "an app"}', "a.txt": "Dam."})
    assert corpus.documents["doc_id"].tolist() == ["a"]


def test_two_at_once_build_once(texts, builds_counted):
    folder = texts(DAM)
    start = Barrier(2)

    def open_together(_):
        start.wait()
        return len(open_corpus(folder).documents)

    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(open_together, range(2))) == [2, 2]
    assert len(builds_counted) == 1


KILLED_AT = """
import os
from pathlib import Path
from tenor.loading import builds, open_corpus

rename = Path.rename

def die(*_):
    os._exit(9)  # no handler and no clean-up, as when killed

def rename_aside_only(path, to):
    return die() if path.name.endswith(".building") else rename(path, to)

{owner}.{name} = {replacement}
open_corpus("data/raw/harbour")
"""
WRITING = {"owner": "builds", "name": "write_corpus", "replacement": "die"}
FIRST_RENAME = {"owner": "Path", "name": "rename", "replacement": "die"}
SECOND_RENAME = {"owner": "Path", "name": "rename", "replacement": "rename_aside_only"}


def open_and_be_killed(at: dict[str, str]) -> None:
    """Open the corpus in a process that dies where `at` says."""
    command = [sys.executable, "-c", KILLED_AT.format(**at)]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 9


def test_a_killed_build_leaves_nothing_that_opens(texts, project):
    folder = texts(DAM)
    open_and_be_killed(WRITING)
    assert [name[-9:] for name in corpora_in(project)] == [".building"]
    assert len(open_corpus(folder).documents) == 2
    assert len(corpora_in(project)) == 1


@pytest.mark.parametrize("at", [WRITING, FIRST_RENAME], ids=["writing", "first rename"])
def test_a_killed_build_leaves_the_old_corpus(load, texts, project, at):
    load(DAM)
    (name,) = corpora_in(project)
    texts({"c.txt": "More."})
    open_and_be_killed(at)
    assert len(read_corpus(project / "data" / "corpora" / name).documents) == 2
    assert len(load({}).documents) == 3
    assert corpora_in(project) == [name]


def test_a_build_killed_between_its_renames_gives_the_old_corpus_back(load, texts, project):
    load(DAM)
    built = project / "data" / "corpora" / corpora_in(project)[0]
    texts({"c.txt": "More."})
    open_and_be_killed(SECOND_RENAME)
    assert not built.exists()
    open_and_be_killed(WRITING)
    assert len(read_corpus(built).documents) == 2
    assert len(load({}).documents) == 3


def test_an_interrupted_build_cleans_up(load, project, monkeypatch):
    def interrupt(*_):
        raise KeyboardInterrupt

    load(DAM)
    names = corpora_in(project)
    with monkeypatch.context() as patched:
        patched.setattr(builds, "write_corpus", interrupt)
        with pytest.raises(KeyboardInterrupt):
            load({"c.txt": "More."})
    assert corpora_in(project) == names
    assert len(read_corpus(project / "data" / "corpora" / names[0]).documents) == 2


@contextmanager
def files_limited_to(n_bytes: int) -> Iterator[None]:
    """No file may grow larger: like a full disk, writing fails half-way."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (n_bytes, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize("limit", [100, 1500, 4000])
def test_a_full_disk_is_told_and_leaves_the_old_corpus(load, texts, project, limit):
    load(DAM)
    (name,) = corpora_in(project)
    folder = texts({"c.txt": "".join(f"Word{number} " for number in range(2000))})
    message = r"the corpus cannot be written to .*/data/corpora/harbour-.* \(.*File too large.*\): make room"
    with files_limited_to(limit), pytest.raises(TenorError, match=message):
        open_corpus(folder)
    assert corpora_in(project) == [name]
    assert len(read_corpus(project / "data" / "corpora" / name).documents) == 2


def test_a_folder_that_may_not_be_written(texts, project, as_nobody):
    folder = texts(DAM)
    message = (
        rf"the corpus cannot be written to {project}/data/corpora/harbour-.* \(Permission denied\): make room"
    )
    with as_nobody(), pytest.raises(TenorError, match=message) as caught:
        open_corpus(folder)
    assert caught.value.exit_code == 1


def test_a_built_corpus_opens_where_nothing_may_be_written(load, project, as_nobody):
    load(DAM)
    for lock in (project / "data" / "corpora").glob(".*.lock"):
        lock.unlink()
    with as_nobody():
        assert len(load({}).documents) == 2
