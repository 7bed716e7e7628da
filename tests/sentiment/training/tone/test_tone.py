import numpy as np
from click.testing import CliRunner

from tenor.corpus.shards import make_shard
from tenor.sentiment.analyzers.tone import read_lexicon, score_tokens
from tenor.sentiment.analyzers.tone.settings import Settings
from tenor.sentiment.training.tone.models import as_words, cross_validate, prepare, train
from tenor.sentiment.training.tone.ratings import read_ratings
from tenor.sentiment.training.tone.training import main


def test_training_predicts_what_the_scorer_then_scores(rated_file):
    ratings = read_ratings(rated_file)
    sets = prepare(ratings, [])
    model = train(sets)
    shard = make_shard(ratings.texts)
    tokens = (shard.forms, shard.form_ids, shard.document_starts)
    scored, _ = score_tokens(*tokens, words=as_words(sets, model), settings=model.settings)
    np.testing.assert_allclose(model.predict(sets.main), np.nan_to_num(scored), atol=1e-12)


def test_a_fault_in_no_list_is_learnt_and_a_name_is_not(rated_file):
    sets = prepare(read_ratings(rated_file), [])
    weights = dict(zip(sets.known.terms, train(sets).weights, strict=True))
    assert weights["brackish"] < 0 < weights["splendid"]
    assert weights["sella"] == 0


def test_a_sentence_is_scored_by_models_that_did_not_see_its_article(rated_file):
    """One article alone holds a word: left out in turn, the word has no weight for it."""
    text = rated_file.read_text(encoding="utf-8")
    more = "".join(f"alone_{i}\t-3\tA gnarlish kelbrine.\n" for i in range(12))
    rated_file.write_text(text + more, encoding="utf-8")
    sets = prepare(read_ratings(rated_file), [])
    assert cross_validate(sets, n_folds=5)[-12:].tolist() == [0] * 12
    assert dict(zip(sets.known.terms, train(sets).weights, strict=True))["gnarlish"] < 0


def run(rated_file, output):
    return CliRunner().invoke(main, ["--ratings", str(rated_file), "--output", str(output)])


def test_the_command_writes_a_list_settings_and_a_card(rated_file, tmp_path):
    result = run(rated_file, tmp_path / "one")
    assert result.exit_code == 0
    assert "| Pearson r | 0.9" in result.output
    assert Settings.read(tmp_path / "one" / "settings.json").negated <= 0
    assert "awful" in read_lexicon(tmp_path / "one" / "words.tsv").terms.to_pylist()
    assert result.output.strip() in (tmp_path / "one" / "CARD.md").read_text(encoding="utf-8")


def test_the_same_ratings_give_the_same_files(rated_file, tmp_path):
    for name in ("one", "two"):
        run(rated_file, tmp_path / name)
    for name in ("words.tsv", "settings.json", "CARD.md"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_what_people_wrote_in_the_card_stays(rated_file, tmp_path):
    run(rated_file, tmp_path)
    card = (tmp_path / "CARD.md").read_text(encoding="utf-8")
    (tmp_path / "CARD.md").write_text(f"Before.\n{card}Behind.\n", encoding="utf-8")
    run(rated_file, tmp_path)
    assert (tmp_path / "CARD.md").read_text(encoding="utf-8") == f"Before.\n{card}Behind.\n"


def test_a_broken_file_ends_with_its_line(rated_file, tmp_path):
    with rated_file.open("a", encoding="utf-8") as file:
        file.write("x\tmuch\tFog.\n")
    result = run(rated_file, tmp_path)
    assert result.exit_code != 0
    assert "rated.tsv, line 242" in result.output
