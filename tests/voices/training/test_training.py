import json

import numpy as np
import pytest
from click.testing import CliRunner

from tenor.errors import UserError
from tenor.voices.finding.lexicons import NAME
from tenor.voices.finding.models import LABELS, Model
from tenor.voices.finding.spans import Found, Span
from tenor.voices.finding.tagging import tag
from tenor.voices.training.attributions import read_marked
from tenor.voices.training.fitting import mean_of
from tenor.voices.training.learning import learn
from tenor.voices.training.matching import is_right, true_speakers
from tenor.voices.training.training import main, train_tagger

NAMES = ("Mara", "Orr", "Kell", "Quill", "Lamb", "Frey", "Pell", "Varn", "Osk", "Dace")
WORDS = ("the dam will hold", "the rain is over", "the gates are shut", "the river is low", "the wall is old")


def span(text, words):
    start = text.index(words)
    return [start, start + len(words)]


@pytest.fixture
def marked_files(tmp_path):
    """Twenty small articles: somebody said something, and something happened."""
    folder, lines = tmp_path / "articles", []
    folder.mkdir()
    for number in range(20):
        name, words = NAMES[number % len(NAMES)], WORDS[number % len(WORDS)]
        text = f"{name} said that {words}. The town was quiet and the rain warm.\n\nNobody saw the gates."
        (folder / f"{number}.txt").write_text(text, "utf-8")
        one = {
            "source": [span(text, name)],
            "cue": [span(text, "said")],
            "content": [span(text, f"that {words}")],
        }
        lines.append(json.dumps({"file": f"{number}.txt", "attributions": [one]}))
    path = tmp_path / "marked.jsonl"
    path.write_text("\n".join(lines), "utf-8")
    return path, folder


def every(marked):
    return np.ones(len(marked.attributions), bool)


def test_tokens_are_labelled_by_what_was_marked(marked_files):
    marked = read_marked(*marked_files)
    first, end = marked.texts.sentence_bounds[:2]
    assert [LABELS[label] for label in marked.labels[first:end]] == [
        "B-speaker",
        "B-cue",
        "B-content",
        *["I-content"] * 4,
        "O",
    ]


def test_names_are_no_words_of_the_lexicon(marked_files):
    marked = read_marked(*marked_files)
    lexicon, _ = learn(marked, every(marked)[marked.texts.documents])
    assert not {name.lower() for name in NAMES} & set(lexicon.words)
    assert {"said", "rain", NAME} <= set(lexicon.words)


@pytest.mark.parametrize("written", ["al-sella", "4quill", "pro-Quill"])
def test_compounds_with_a_name_and_handles_are_no_words(tmp_path, written):
    text = f"Mara Quill said that the {written} rain was warm and well-made, made well."
    one = {"source": [span(text, "Mara Quill")], "cue": [span(text, "said")], "content": [span(text, "rain")]}
    lines = [json.dumps({"file": f"{number}.txt", "attributions": [one]}) for number in range(5)]
    (tmp_path / "marked.jsonl").write_text("\n".join(lines), "utf-8")
    for number in range(5):
        (tmp_path / f"{number}.txt").write_text(text, "utf-8")
    marked = read_marked(tmp_path / "marked.jsonl", tmp_path)
    lexicon, _ = learn(marked, every(marked)[marked.texts.documents])
    assert {"rain", "well-made"} <= set(lexicon.words)
    assert written.lower() not in lexicon.words


def test_the_shares_of_a_word_come_from_other_documents(marked_files):
    marked = read_marked(*marked_files)
    lexicon, bins = learn(marked, every(marked)[marked.texts.documents])
    said = lexicon.number_of("said")
    places = np.flatnonzero([form == "said" for form in marked.texts.forms.to_pylist()])
    tokens = np.isin(marked.texts.form_ids, places)
    # 20 of 20 uses are cues, with 3 more that are none: 20/23; without its own 19/22.
    assert lexicon.cues[said - 1] == 7
    assert set(bins.cues[tokens]) == {7}


def test_what_is_learned_is_found_and_survives_its_file(marked_files, tmp_path):
    marked = read_marked(*marked_files)
    model = train_tagger(marked, every(marked))
    model.write(tmp_path / "model.npz")
    labels = tag(marked.texts, Model.read(tmp_path / "model.npz")).labels
    assert (labels == marked.labels).mean() > 0.98


def test_the_mean_of_a_tagger_with_itself_is_that_tagger(marked_files):
    marked = read_marked(*marked_files)
    model = train_tagger(marked, every(marked))
    mean = mean_of([model, model])
    for name, (numbers, rows) in model.weights.items():
        np.testing.assert_array_equal(mean.weights[name][0], numbers)
        np.testing.assert_allclose(mean.weights[name][1], rows)


@pytest.mark.parametrize(
    ("content", "speaker", "right"),
    [
        ((2, 7), (0, 1), True),
        ((3, 7), (0, 1), True),
        ((4, 7), (0, 1), False),
        ((2, 7), (1, 2), False),
        ((2, 7), None, False),
    ],
)
def test_a_quotation_is_right_if_words_and_speaker_meet_those_marked(marked_files, content, speaker, right):
    marked = read_marked(*marked_files)
    found = Found(Span(*content), None, Span(*speaker) if speaker else None, 1.0)
    assert is_right(found, true_speakers(marked, 0, [found.content])) is right


def test_one_that_is_marked_is_found_once(marked_files):
    marked = read_marked(*marked_files)
    assert list(true_speakers(marked, 0, [Span(3, 7), Span(2, 7)])) == [Span(2, 7)]


def test_the_command_writes_three_files(marked_files, tmp_path):
    attributions, articles = map(str, marked_files)
    options = ["--attributions", attributions, "--articles", articles, "--output", str(tmp_path / "out")]
    result = CliRunner().invoke(main, options)
    assert result.exit_code == 0, result.output
    assert {path.name for path in (tmp_path / "out").iterdir()} == {
        "model.npz",
        "linking.json",
        "sureness.json",
    }


def test_what_cannot_be_read_is_named(tmp_path):
    (tmp_path / "marked.jsonl").write_text('{"file": "none.txt", "attributions": []}', "utf-8")
    with pytest.raises(UserError, match=r"marked\.jsonl cannot be read as marked articles"):
        read_marked(tmp_path / "marked.jsonl", tmp_path)
