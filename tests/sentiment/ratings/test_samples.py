import io

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenor.corpus import from_texts
from tenor.errors import UserError
from tenor.sentiment.ratings import draw_to_rate, read_ratings
from tenor.sentiment.ratings.samples import MOST_OF_ONE_STORY, _quotas


def make_corpus(*sizes: int, **metadata):
    """Documents of so many sentences, all different."""
    return from_texts(
        [
            " ".join(f"Boat {doc} brought {i} crates of fish." for i in range(n))
            for doc, n in enumerate(sizes)
        ],
        **metadata,
    )


def test_a_row_is_a_sentence_as_written_and_not_rated():
    corpus = make_corpus(2, 2, source=["Courier", "Lantern"])
    table = draw_to_rate(corpus)
    assert list(table) == ["doc_id", "source", "start", "end", "text", "rating"]
    assert len(table) == 4
    assert table["rating"].eq("").all()
    texts = dict(zip(corpus.documents["doc_id"], map(corpus.text, range(2)), strict=True))
    assert all(texts[row.doc_id][row.start : row.end] == row.text for row in table.itertuples())


def test_the_same_seed_draws_the_same():
    corpus = make_corpus(*[3] * 20)
    assert draw_to_rate(corpus, n=10).equals(draw_to_rate(corpus, n=10))
    assert not draw_to_rate(corpus, n=10).equals(draw_to_rate(corpus, n=10, seed=2))


def test_sentences_are_drawn_from_all_of_a_text():
    starts = draw_to_rate(make_corpus(40))["start"]
    assert starts.max() > 300


def test_rows_are_shuffled():
    assert not draw_to_rate(make_corpus(*[3] * 20))["doc_id"].astype(int).is_monotonic_increasing


def test_sources_give_in_proportion():
    corpus = make_corpus(*[2] * 40, source=["Courier"] * 30 + ["Lantern"] * 10)
    assert draw_to_rate(corpus, n=20)["source"].value_counts().to_dict() == {"Courier": 15, "Lantern": 5}


def test_documents_without_a_source_are_one():
    table = draw_to_rate(make_corpus(*[2] * 4, source=["Courier", "Courier", None, None]), n=4)
    assert table["source"].isna().sum() == 2


def test_no_story_gives_many():
    table = draw_to_rate(make_corpus(9, 2))
    assert table["doc_id"].value_counts().to_dict() == {"0": MOST_OF_ONE_STORY, "1": 2}
    assert "The corpus has no more: 200 were asked for." in table.attrs["notes"]


def test_short_foreign_and_repeated_sentences_are_not_drawn():
    texts = [
        "It rained again. The old dam held all night.",
        "The old dam held all night.",
        "Le vieux barrage a tenu.",
    ]
    corpus = from_texts(texts, language=["en", None, "fr"])
    table = draw_to_rate(corpus)
    assert table["text"].tolist() == ["The old dam held all night."]


def test_nothing_to_draw_is_an_empty_table():
    table = draw_to_rate(from_texts(["It rains."]))
    assert len(table) == 0
    assert any(note.startswith("0 sentences drawn at random (seed 1) of 0") for note in table.attrs["notes"])


@pytest.mark.parametrize("n", [0, 2.5])
def test_a_wrong_number_is_an_error(n):
    with pytest.raises(UserError, match="is no number of sentences to rate"):
        draw_to_rate(make_corpus(1), n=n)


@given(st.lists(st.sampled_from("abcd"), min_size=1), st.integers(1, 30))
def test_quotas_sum_to_what_was_asked_and_can_be_met(sources, n):
    quotas = _quotas(pd.Series(sources), n)
    sizes = pd.Series(sources).value_counts()
    assert quotas.sum() == min(n, len(sources))
    assert (quotas <= sizes[quotas.index]).all()
    assert ((quotas - sizes[quotas.index] * quotas.sum() / len(sources)).abs() < 1).all()


def test_a_drawn_sample_is_read_again_when_it_is_filled_in(tmp_path):
    corpus = from_texts(["The dam,\nit “held”; all\tnight long.", '"No," she said, "not again this year."'])
    drawn = draw_to_rate(corpus)
    written = io.StringIO()
    drawn.assign(rating=[1, -1]).to_csv(written, index=False, lineterminator="\n")
    path = tmp_path / "to_rate.csv"
    path.write_text(written.getvalue(), encoding="utf-8")
    ratings = read_ratings(path, corpus)
    assert ratings["doc_id"].tolist() == drawn["doc_id"].tolist()
    assert ratings["rating"].tolist() == [1, -1]
