import subprocess
import sys

import pytest
from hypothesis import given
from plain_counts import corpora, unhurried, words_of

from tenor.corpus import from_texts
from tenor.frequency import to_nltk


@unhurried
@given(corpora)
def test_words_in_order(corpus):
    assert list(to_nltk(corpus)) == [word for words in words_of(corpus) for word in words]


def test_it_is_a_text_of_nltk():
    text = to_nltk(from_texts(["The dam holds.", "A dam."]))
    assert text.count("dam") == 2
    assert text.vocab().most_common(1) == [("dam", 2)]
    assert text.name == "2 documents"


@pytest.mark.slow
def test_the_room_does_not_load_nltk():
    code = "import sys, tenor.frequency; print({'nltk', 'matplotlib', 'stopwordsiso'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
