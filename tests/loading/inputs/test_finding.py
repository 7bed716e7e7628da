"""Finding the inputs."""

import os

import pytest

from tenor.errors import UserError
from tenor.loading.inputs.finding import find_inputs


def paths(inputs) -> list[str]:
    return [file.path for file in inputs.files]


def test_files_come_sorted_with_size_and_time(texts):
    folder = texts({"b.txt": "two", "a/c.txt": "one", "B.txt": "three", "a.txt": "four", "x.pdf": "%"})
    inputs = find_inputs(folder)
    assert paths(inputs) == ["B.txt", "a.txt", "a/c.txt", "b.txt", "x.pdf"]
    assert [file.size for file in inputs.files] == [5, 4, 3, 3, 1]
    assert inputs.files[0].mtime_ns == (folder / "B.txt").stat().st_mtime_ns
    assert inputs.files[0].location == str(folder / "B.txt")


def test_hidden_entries_are_passed_over_and_counted(texts):
    folder = texts({"a.txt": "", ".hidden.txt": "", ".ipynb_checkpoints/b.txt": "", "c/.d/e.txt": ""})
    inputs = find_inputs(folder)
    assert (paths(inputs), inputs.n_passed_over) == (["a.txt"], 3)


def test_linked_folders_are_followed_once(texts, tmp_path):
    folder = texts({"a.txt": "", "inner/b.txt": ""})
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "c.txt").write_text("")
    (folder / "linked").symlink_to(outside)
    (folder / "inner" / "loop").symlink_to(folder)
    inputs = find_inputs(folder)
    assert (paths(inputs), inputs.n_passed_over) == (["a.txt", "inner/b.txt", "linked/c.txt"], 1)


def test_built_corpora_are_no_inputs(texts, project):
    texts({"a.txt": "", "../../corpora/x-1/manifest.json": "{}"})
    inputs = find_inputs(project / "data")
    assert (paths(inputs), inputs.n_passed_over) == (["raw/harbour/a.txt"], 1)


def test_relative_paths_count_from_the_project(texts, project):
    folder = texts({"a.txt": ""})
    assert find_inputs("data/raw/harbour").path == folder
    assert find_inputs(os.path.relpath(folder, project)).path == folder


def test_one_file_is_an_input_of_its_own(texts):
    folder = texts({"news.csv": "text\nDam.\n", "other.txt": ""})
    assert paths(find_inputs(folder / "news.csv")) == ["news.csv"]


def test_names_that_are_no_utf_8_are_written_as_bytes(texts):
    folder = texts({"a.txt": ""})
    with open(os.fsencode(folder) + b"/caf\xe9.txt", "wb"):
        pass
    assert paths(find_inputs(folder)) == ["a.txt", "caf\\xe9.txt"]


@pytest.mark.parametrize("place", ["metadata.csv", "../metadata.csv"])
def test_the_metadata_table_in_or_beside_the_folder_is_no_document(texts, place):
    folder = texts({"a.txt": "", place: "file\n"})
    inputs = find_inputs(folder)
    assert paths(inputs) == ["a.txt"]
    assert inputs.sidecar.path == "metadata.csv"
    assert os.path.samefile(inputs.sidecar.location, folder / place)


def test_the_table_in_the_folder_goes_before_the_one_beside_it(texts):
    folder = texts({"a.txt": "", "metadata.csv": "file\n", "../metadata.csv": "file\n"})
    assert find_inputs(folder).sidecar.location == str(folder / "metadata.csv")


def test_a_named_table_is_no_document_by_whatever_path_it_is_named(texts, tmp_path):
    folder = texts({"a.txt": "", "about.csv": "file\n"})
    (tmp_path / "link").symlink_to(folder)
    for named in ("data/raw/harbour/about.csv", tmp_path / "link" / "about.csv"):
        inputs = find_inputs(folder, metadata=named)
        assert (paths(inputs), inputs.sidecar.path) == (["a.txt"], "about.csv")


def test_a_table_called_metadata_can_be_the_input(texts):
    folder = texts({"metadata.csv": "text\nDam.\n"})
    inputs = find_inputs(folder / "metadata.csv")
    assert (paths(inputs), inputs.sidecar) == (["metadata.csv"], None)


def test_the_state_changes_with_any_input_and_the_table(texts):
    folder = texts({"a.txt": "one", "metadata.csv": "file\n"})
    states = [find_inputs(folder).state]
    texts({"a.txt": "other"})
    states.append(find_inputs(folder).state)
    os.utime(folder / "metadata.csv", ns=(1, 1))
    states.append(find_inputs(folder).state)
    texts({"b.txt": "new"})
    states.append(find_inputs(folder).state)
    assert len({str(state) for state in states}) == 4


def test_a_missing_path_names_where_it_looked_and_what_is_near(texts, project):
    texts({"a.txt": ""})
    message = (
        rf"corpus = 'data/raw/harbor' does not exist \(looked at {project}/data/raw/harbor\); "
        rf"did you mean 'harbour'\? Relative paths count from the project's folder {project}"
    )
    with pytest.raises(UserError, match=message):
        find_inputs("data/raw/harbor")


def test_a_missing_path_without_near_names():
    with pytest.raises(
        UserError, match=r"corpus = '/no/such' does not exist \(looked at /no/such\)\. Relative"
    ):
        find_inputs("/no/such")


def test_missing_metadata(texts):
    folder = texts({"a.txt": "", "about.csv": "file\n"})
    message = r"metadata = 'data/raw/harbour/abuot.csv' does not exist .*did you mean 'about.csv'\?"
    with pytest.raises(UserError, match=message):
        find_inputs(folder, metadata="data/raw/harbour/abuot.csv")
    with pytest.raises(UserError, match=r"metadata = 'data/raw/harbour' is a folder, not a file"):
        find_inputs(folder, metadata="data/raw/harbour")


def test_an_empty_folder(texts):
    folder = texts({".hidden": ""})
    message = rf"the folder {folder} is empty \(1 hidden .* passed over\); put texts into it\. Tenor reads "
    with pytest.raises(UserError, match=message):
        find_inputs(folder)


def test_a_folder_with_nothing_but_its_metadata_is_empty(texts):
    with pytest.raises(UserError, match="is empty; put texts into it"):
        find_inputs(texts({"metadata.csv": "file\n"}))


def test_a_folder_without_readable_text_says_what_is_in_it(texts):
    folder = texts({"a.doc": "", "b.doc": "", "c.exe": "", "notes": ""})
    message = (
        r"harbour holds no text that can be read, only 2 \.doc, 1 \.exe, 1 no suffix\. "
        r"Tenor reads .*\.csv.*\.html.*\.txt.*; export to one of them"
    )
    with pytest.raises(UserError, match=message):
        find_inputs(folder)


def test_a_folder_that_may_not_be_read(texts, as_nobody):
    folder = texts({"a.txt": ""})
    folder.chmod(0o311)
    message = r"harbour cannot be read \(Permission denied\); allow it \(chmod u\+rx\) and run again"
    with as_nobody(), pytest.raises(UserError, match=message):
        find_inputs(folder)


def found(pattern: str) -> list[str]:
    return [file.path for file in find_inputs(f"data/raw/harbour/{pattern}").files]


def test_wildcards(texts):
    texts(
        dict.fromkeys(("2031-03.txt", "2031-04.txt", "2032-03.txt", "b/2031-05.txt", ".hidden.txt"), "Dam.")
    )
    assert found("2031-*.txt") == ["2031-03.txt", "2031-04.txt"]
    assert found("*/2031-0[45].txt") == ["b/2031-05.txt"]
    assert found("**/*.txt") == ["2031-03.txt", "2031-04.txt", "2032-03.txt", "b/2031-05.txt"]


def test_a_file_whose_name_has_wildcards_is_itself(texts):
    texts({"a[1].txt": "Dam.", "a1.txt": "Sea."})
    assert found("a[1].txt") == ["a[1].txt"]


def test_wildcards_that_fit_nothing(texts):
    texts({"a.txt": "Dam."})
    with pytest.raises(UserError, match=r"corpus = '.*/2031-\*\.txt': no file in .*harbour fits the pattern"):
        found("2031-*.txt")


@pytest.mark.parametrize("name", ["metadata.tsv", "metadata.json", "metadata.xlsx"])
def test_the_metadata_table_may_have_another_format(texts, name):
    inputs = find_inputs(texts({"a.txt": "Dam.", name: ""}))
    assert inputs.sidecar.path == name
    assert [file.path for file in inputs.files] == ["a.txt"]
