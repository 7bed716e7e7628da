import numpy as np

from tenor.sentiment.training.towards.preparing import prepare, tell_names
from tenor.sentiment.training.towards.targets import Rated


def test_names_are_told_by_their_capitals_inside_sentences():
    stems, names = tell_names(["The dams broke. Tull saw Orr.", "a dam, a dam, orr and Orr", "the Dam, dams"])
    assert names == {"orr"}
    assert stems == {"a", "dam"}


def test_words_with_the_stem_of_a_name_are_names():
    stems, names = tell_names(["we saw tulling, and Tulls, Tulls, Tull", "tulling"])
    assert names == {"tulling"}
    assert "tull" not in stems


def test_a_name_written_small_is_no_feature():
    texts = ["It was orr that lied."]
    rated = Rated(texts, [0], [2], np.array([0]), np.array(["one"]))
    prepared = prepare(rated, ["We saw Orr, and Orr saw us."], 5)
    assert "right2:orr" not in prepared.features[0]
    assert prepared.features[0]["right2:GROUP"] == 1.0


def test_only_unrated_texts_tell_what_words_are_like():
    rated = Rated(["Orr lied."], [0], [3], np.array([0]), np.array(["one"]))
    assert prepare(rated, [], 5).rows == {}
    assert set(prepare(rated, ["the dam broke"] * 5, 5).rows) == {"the", "dam", "broke"}
