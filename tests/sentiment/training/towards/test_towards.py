import json
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner

from tenor.errors import UserError
from tenor.sentiment.targets.model import parse
from tenor.sentiment.training.towards.targets import read_targets
from tenor.sentiment.training.towards.training import folds_of, is_held_out, main, read_texts


def line(text: str, rating: float, number: int, **changes) -> str:
    start = text.index("Orr")
    target = {"from": start, "to": start + 3, "mention": "Orr", "polarity": rating}
    entry = {"primary_gid": f"made_v1_{number}_1_Orr_{start}_{start + 3}", "sentence_normalized": text}
    return json.dumps({**entry, "targets": [{**target, **changes}]})


@pytest.fixture
def rated(tmp_path) -> Path:
    """Thirty sentences in which what is done to Orr tells the tone."""
    deeds = {"praised": 6, "blamed": 2, "met": 4}
    lines = [
        line(f"On day {number} of the year voters {deed} Orr in the old hall.", rating, number)
        for number in range(10)
        for deed, rating in deeds.items()
    ]
    path = tmp_path / "rated.jsonl"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def test_rated_mentions_are_read(rated):
    mentions = read_targets(rated)
    assert len(mentions.texts) == 30
    assert mentions.classes[:3].tolist() == [2, 0, 1]
    assert mentions.groups[:4].tolist() == ["made 0"] * 3 + ["made 1"]
    spans = zip(mentions.texts, mentions.starts, mentions.ends, strict=True)
    assert {text[start:end] for text, start, end in spans} == {"Orr"}


def test_a_sentence_of_two_articles_is_in_one_group(tmp_path):
    path = tmp_path / "rated.jsonl"
    path.write_text("\n".join([line("Orr left.", 4, 1), line("Orr left.", 4, 2)]), "utf-8")
    assert read_targets(path).groups.tolist() == ["made 1", "made 1"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "line 2 is no JSON"),
        ("[]", "line 2 lacks primary_gid, sentence_normalized, targets"),
        ('{"primary_gid": "1", "sentence_normalized": "a", "targets": 3}', "targets that are no list"),
        (line("Orr left.", 3, 1), "line 2: polarity = 3 is not 2"),
        (line("Orr left.", 4, 1, to=99), "line 2: from 0 to 99 is no span of a text of 9"),
        (line("Orr left.", 4, 1, polarity="good"), "line 2: a target needs numbers"),
    ],
)
def test_a_broken_line_is_named(tmp_path, text, message):
    path = tmp_path / "rated.jsonl"
    path.write_text(line("Orr left.", 4, 1) + "\n" + text, "utf-8")
    with pytest.raises(UserError, match=message):
        read_targets(path)


def test_an_empty_file_and_none(tmp_path):
    path = tmp_path / "rated.jsonl"
    path.write_text("\n", "utf-8")
    with pytest.raises(UserError, match="holds no rated mention"):
        read_targets(path)
    with pytest.raises(UserError, match="cannot be read"):
        read_targets(tmp_path / "none.jsonl")


def test_groups_are_never_parted():
    groups = np.repeat([f"event {number}" for number in range(50)], 3)
    for parts in (folds_of(groups), is_held_out(groups)):
        assert (parts.reshape(50, 3) == parts.reshape(50, 3)[:, :1]).all()
        assert len(set(parts.tolist())) > 1


def run(rated: Path, output: Path, *more: str):
    return CliRunner().invoke(main, ["--targets", str(rated), "--output", str(output), *more])


def test_training_learns_what_tells_the_tone(rated, tmp_path):
    result = run(rated, tmp_path / "model")
    assert result.exit_code == 0, result.output
    assert result.output.startswith("30 mentions of 10 groups")
    assert "macro-F1 1.000" in result.output
    model = parse((tmp_path / "model" / "weights.tsv").read_text("utf-8"))
    negative, neutral, positive = model.weights["left1:praised"]
    assert positive > max(negative, neutral)
    told = json.loads((tmp_path / "model" / "settings.json").read_text("utf-8"))
    assert told["cross_validated"]["macro_f1"] == 1.0


def test_training_again_gives_the_same_bytes(rated, tmp_path):
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "a.txt").write_text("Voters praised the hall.\nVoters blamed the hall.\n" * 9, "utf-8")
    for name in ("one", "other"):
        assert run(rated, tmp_path / name, "--texts", str(texts)).exit_code == 0
    files = [(tmp_path / name / "weights.tsv").read_bytes() for name in ("one", "other")]
    assert files[0] == files[1]


def test_errors_end_the_command_with_their_message(tmp_path):
    result = run(tmp_path / "none.jsonl", tmp_path / "model")
    assert result.exit_code == 1
    assert "cannot be read" in result.output


def test_a_folder_without_texts_is_told(tmp_path):
    with pytest.raises(UserError, match=r"holds no \.txt file"):
        read_texts(str(tmp_path))
