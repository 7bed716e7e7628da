import pandas as pd
import pytest

from tenor import prose
from tenor.corpus import from_texts
from tenor.tables import describe


@pytest.fixture
def corpus():
    return from_texts(
        ["The dam holds.", "The dam broke.", "Rain."],
        source=["Courier", "Lantern", None],
        published=["2031-03-04", "2031-05-12", None],
    )


def test_the_collection(corpus):
    assert prose.collection(corpus.documents, corpus.documents) == (
        "The corpus holds **3 documents** with 7 words by 2 sources, published from 4 March 2031 to "
        "12 May 2031; 1 document undated."
    )


def test_a_collection_without_dates_and_sources():
    documents = from_texts(["Rain."]).documents
    assert prose.collection(documents, documents) == (
        "The corpus holds **1 document** with 1 word, none with a source, none with a date."
    )


def test_an_empty_selection_says_what_to_do(corpus):
    assert prose.collection(corpus.documents.head(0), corpus.documents).startswith(
        "The selection holds no document: widen"
    )


def test_a_selection_says_what_it_leaves_out(corpus):
    kept = corpus.select(end="2031-04-01").documents
    assert prose.collection(kept, corpus.documents) == (
        "The settings keep **1 of 3 documents** (of those left out, 1 undated) with 3 words by 1 source, "
        "published from 4 March 2031 to 4 March 2031."
    )


@pytest.mark.parametrize(
    ("steps", "sentence"),
    [
        (
            {"found": 4, "left out: empty": -1, "left out: not text": -1, "documents": 2},
            "Of 4 inputs found, **2** became documents; left out: 1 empty and 1 not text.",
        ),
        ({"found": 1, "documents": 1}, "Of 1 input found, **1** became documents; none was left out."),
    ],
)
def test_the_accounts(steps, sentence):
    table = pd.DataFrame({"step": list(steps), "n_inputs": list(steps.values())})
    assert prose.accounts(table) == sentence


def test_output_over_time():
    table = pd.DataFrame(
        {
            "period": ["2031-03", "2031-03", "2031-04", "2031-04"],
            "source": ["Courier", "Lantern"] * 2,
            "n_documents": [3, 1, 0, 0],
            "n_words": [30, 10, 0, 0],
        }
    )
    table.attrs["period"] = "month"
    assert prose.output_over_time(table) == (
        "**Courier** published most (3 of 4 dated documents). Most appeared in March 2031, 4 "
        "documents; 1 month had none."
    )


def test_ties_are_not_called_first():
    table = pd.DataFrame(
        {"period": ["2031", "2032"], "source": ["Courier", "Lantern"], "n_documents": 1, "n_words": 9}
    )
    table.attrs["period"] = "year"
    assert prose.output_over_time(table) == (
        "Each of the 2 sources has 1 dated document. No year has more than 1 document."
    )
    third = table.iloc[:1].assign(source="Tide", n_documents=0)
    assert prose.output_over_time(pd.concat([table, third])).startswith("2 of 3 sources lead with 1 each.")


def test_signs_of_markdown_in_names_stay_signs():
    words = pd.DataFrame(
        {
            "term": ["a*b", "dam"],
            "frequency": [3, 2],
            "per_million": [300.0, 200.0],
            "document_frequency": [1, 2],
            "document_share": [0.5, 1.0],
            "dp_norm": [0.4, None],
        }
    )
    assert prose.top_words(words) == (
        "*a\\*b* leads the words with content, before *dam*: 3 times, 300 per million words, in 1 document. "
        "Of the 2 shown, *dam* is in most documents (100%), *a\\*b* in fewest (50%)."
    )


def test_the_least_evenly_spread_words_are_named():
    words = pd.DataFrame({"term": ["said", "dam", "crown", "flood", "cent"], "frequency": 9})
    words = words.assign(per_million=1.0, document_frequency=3, document_share=0.5)
    words["dp_norm"] = [0.1, 0.5, 0.9, 0.7, None]
    assert prose.top_words(words).endswith("Least evenly spread are *crown*, *flood* and *dam*.")


def test_keywords_that_are_sure_and_those_that_are_not():
    table = pd.DataFrame(
        {
            "source": ["Courier", "Courier", "Lantern"],
            "term": ["dam", "boss", "boss"],
            "log_ratio": [2.0, -1.0, 1.0],
            "is_key": [True, True, False],
        }
    )
    assert prose.keywords(table) == (
        "- **Courier** uses more *dam*; less *boss*.\n- **Lantern**: no word differs surely from the rest."
    )


def test_keywords_of_many_groups_are_cut_short():
    table = pd.DataFrame({"source": [f"paper {n}" for n in range(11)], "term": "dam", "log_ratio": 1.0})
    lines = prose.keywords(table.assign(is_key=True)).splitlines()
    assert len(lines) == 9
    assert lines[-1] == "- 3 more groups are in the table."


def test_a_trend_names_peak_and_absence():
    table = pd.DataFrame(
        {
            "word": ["dam"] * 3,
            "period": ["2031-03", "2031-04", "2031-05"],
            "frequency": [2, 0, 0],
            "per_million": [200.0, 0.0, None],
            "low": [50.0, 0.0, None],
            "high": [700.0, 10.0, None],
        }
    )
    assert prose.trend(describe(table, title="", row="")) == (
        "- *dam* peaks in March 2031: 200 per million words (interval 50 to 700, 2 times); "
        "absent in 1 of 2 periods."
    )


def changes_table(n_tested, *rows, **groups):
    table = pd.DataFrame(rows, columns=["word", "period", "share_before", "share_after"])
    table = table.assign(**groups)[[*groups, *table.columns]]
    table.attrs.update(period="month", n_tested=n_tested)
    return table


def test_changes_of_words():
    table = changes_table(4, ("dam", "2031-03", 0.1, 0.3), ("dam", "2031-06", 0.3, 0.05))
    assert prose.changes(table) == (
        "- *dam* rises in March 2031, from 10.0% to 30.0% of the documents; falls in June 2031, from 30.0% "
        "to 5.0% of the documents.\n- 3 other series tested: no change."
    )


def test_changes_in_groups():
    table = changes_table(1, ("dam", "2031-03", 0.1, 0.3), source="Courier")
    assert prose.changes(table) == (
        "- *dam* in **Courier** rises in March 2031, from 10.0% to 30.0% of the documents."
    )


@pytest.mark.parametrize(
    ("n_tested", "sentence"),
    [
        (0, "No word is frequent enough, for long enough, to look for changes."),
        (1, "The series tested does not change beyond what shuffled months do."),
        (4, "None of the 4 series tested changes beyond what shuffled months do."),
    ],
)
def test_no_changes(n_tested, sentence):
    assert prose.changes(changes_table(n_tested)) == sentence


def uses_table(*rows, by="source"):
    return pd.DataFrame(rows, columns=["word", by, "published", "is_first"])


def test_first_uses_name_the_first_and_count_the_others():
    table = uses_table(
        ("dam", "Courier", "2031-03-04", True),
        ("dam", "Lantern", "2031-03-05", False),
        ("dam", "Tide", "2031-03-06", False),
        ("quay", "Tide", "2031-03", True),
    )
    assert prose.first_uses(table) == (
        "- *dam* is first used by **Courier**, on 4 March 2031; by 2 more later.\n"
        "- *quay* is first used by **Tide**, in March 2031.\n\n"
        "The first in this collection need not be the first of all."
    )


def test_first_uses_on_one_day_have_no_first():
    table = uses_table(
        ("dam", "Courier", "2031-03-04", True),
        ("dam", "Lantern", "2031-03-04", True),
        ("dam", "Tide", "2031-03-05", False),
    )
    assert prose.first_uses(table).startswith(
        "- *dam* is first used by **Courier** or **Lantern**, from 4 March 2031 on, in an order that the "
        "dates do not tell; by 1 more later.\n"
    )


def test_first_uses_by_many_at_once_are_counted():
    rows = [("dam", f"paper {n}", "2031-03-04", True) for n in range(9)]
    assert "used by one of **9**, from 4 March 2031 on" in prose.first_uses(uses_table(*rows))


def test_first_uses_of_all():
    table = uses_table(("dam", None, "2031-03-04", True)).drop(columns="source")
    assert prose.first_uses(table).startswith("- *dam* is first used on 4 March 2031.\n")


@pytest.mark.parametrize(
    ("high_of_lower", "verdict"),
    [
        (0.05, "their intervals lie apart."),
        (0.15, "their intervals overlap, so the order may be chance."),
    ],
)
def test_tone_says_whether_the_order_is_sure(high_of_lower, verdict):
    sentence = prose.tone(tone_of([0.2, 0.0, 0.9], [0.1, -0.05, None], [0.3, high_of_lower, None]))
    assert sentence.startswith(
        "- By **vader**, Courier scores highest (+0.20, +0.10 to +0.30) and Lantern lowest"
    )
    assert sentence.endswith(verdict)


def test_groups_without_intervals_are_not_ordered():
    sentence = prose.tone(tone_of([0.2, 0.0, 0.9], [0.1, None, None], [0.3, None, None]))
    assert sentence.startswith("Fewer than two groups")


def test_tone_by_two_columns_says_where_the_second_lies_apart():
    table = tone_of([0.2, -0.1, 0.9, 0.1], [0.1, -0.2, None, 0.0], [0.3, 0.0, None, 0.2])
    table = table.assign(source=["Courier", "Courier", "Lantern", "Lantern"])
    table.insert(1, "voice", ["narration", "direct"] * 2)
    assert prose.tone(table) == (
        "- By **vader**, the intervals of one voice and another lie apart in 1 of 1 source: **Courier**, "
        "narration highest (+0.20, +0.10 to +0.30), direct lowest (-0.10, -0.20 to +0.00)."
    )
    assert prose.tone(table.assign(low=None)).startswith("No group has enough documents for an interval")


def test_tone_over_time_of_groups_names_them():
    table = tone_of([0.2, 0.0], [0.1, -0.05], [0.3, 0.1]).rename(columns={"source": "voice"})
    table.insert(1, "period", ["2031-03", "2031-04"])
    assert prose.tone_over_time(table) == (
        "- By **vader**, the mean is highest for Courier in March 2031 (+0.20, +0.10 to +0.30), lowest for "
        "Lantern in April 2031 (+0.00, -0.05 to +0.10)."
    )


def differences_of(*rows, **blocks):
    columns = ["voice", "other", "analyzer", "difference", "low", "high", "p_adjusted"]
    table = pd.DataFrame(rows, columns=columns).assign(**blocks)
    return table[[*blocks, *columns]]


def test_differences_that_are_sure_name_the_higher_group_first():
    table = differences_of(
        ("direct", "narration", "vader", -0.2, -0.3, -0.1, 0.01),
        ("indirect", "narration", "vader", 0.1, -0.1, 0.3, 0.4),
        ("indirect", "direct", "vader", None, None, None, None),
        source="Courier",
    )
    assert prose.differences(table) == (
        "- By **vader**, 1 of 2 pairs differ surely: **narration** above **direct** in Courier by 0.20 "
        "(+0.10 to +0.30).\n- 1 pair with too few stories by at least one analyzer."
    )


def test_differences_of_which_none_is_sure():
    rows = [
        ("Courier", "Tide", "tone", 0.1, -0.1, 0.3, 0.4),
        ("Lantern", "Tide", "tone", 0.2, -0.1, 0.5, 0.3),
    ]
    assert prose.differences(differences_of(*rows)) == (
        "- By **tone**, none of 2 pairs differs surely; the widest difference is **Lantern** above **Tide** "
        "by 0.20 (-0.10 to +0.50)."
    )
    assert "the widest difference is the rest above **Lantern** by" in prose.differences(
        differences_of(("Lantern", "rest", "tone", -0.2, -0.5, 0.1, 0.3))
    )
    assert prose.differences(differences_of()) == "No two groups have enough stories to be compared."


def tone_of(polarity, low, high):
    sources = ["Courier", "Lantern", "Wire", "Tide"][: len(polarity)]
    return pd.DataFrame(
        {"source": sources, "analyzer": "vader", "polarity": polarity, "low": low, "high": high}
    )


def agreement_of(**attrs):
    table = pd.DataFrame(
        {
            "first": ["textblob", "textblob", "vader"],
            "second": ["vader", "tone", "tone"],
            "pearson": [0.4, 0.3, 0.6],
        }
    )
    table.attrs.update(attrs)
    return table


def test_agreement_of_three_names_the_pair_that_agrees_least():
    table = agreement_of(analyzers=["textblob", "vader", "tone"], n_scored=10, same_sign=0.7, opposite=0.2)
    assert prose.agreement(table) == (
        "Of 10 sentences that all 3 analyzers score, they agree on the sign of **70%**; **20%** are "
        "positive to one and negative to another. "
        "The scores of textblob and tone go together least (correlation 0.30)."
    )


def test_agreement_of_two_tells_the_shares():
    table = agreement_of(analyzers=["textblob", "vader"], n_scored=1, same_sign=1.0, opposite=0.0).head(1)
    assert prose.agreement(table) == (
        "Of 1 sentence that both analyzers score, they agree on the sign of **100%**; **0%** are positive to "
        "one and negative to another."
    )


def test_agreement_without_common_sentences():
    assert prose.agreement(agreement_of(n_scored=0)) == "No sentence was scored by all analyzers."


@pytest.mark.parametrize(
    "sentence",
    [
        prose.top_words(pd.DataFrame({"term": []})),
        prose.keywords(pd.DataFrame({"source": []})),
        prose.trend(pd.DataFrame({"per_million": []})),
        prose.changes(pd.DataFrame({"word": []})),
        prose.first_uses(pd.DataFrame({"word": []})),
        prose.tone(pd.DataFrame({"polarity": []})),
        prose.tone_over_time(pd.DataFrame({"polarity": []})),
        prose.near_copies(pd.DataFrame({"n_documents": []}), pd.DataFrame()),
        prose.changes_to_copies(pd.DataFrame({"kept_share": []})),
        prose.boilerplate(pd.DataFrame({"n_words": []})),
        prose.extremes(pd.DataFrame({"source": []})),
        prose.lines_of(pd.DataFrame({"source": []}), ["dam"]),
        prose.lines_of(pd.DataFrame({"source": []}), []),
    ],
)
def test_nothing_to_say_is_said(sentence):
    assert sentence.endswith(".")


def language_table(*rows):
    return pd.DataFrame(rows, columns=["language", "n_documents", "document_share", "is_counted"])


def test_languages():
    assert prose.languages(language_table(("en", 9, 0.9, True), ("fr", 1, 0.1, False))) == (
        "The documents counted are in *en*; **1 document** (10.0%) in *fr* is left out."
    )
    assert prose.languages(language_table(("en", 9, 1.0, True))) == (
        "The documents counted are in *en*; none is left out for its language."
    )
    assert prose.languages(language_table(("fr", 2, 1.0, False))).startswith("No document is counted;")


def test_boilerplate():
    kinds = ["repeated line", "dateline", "byline", "credit", "link"]
    table = pd.DataFrame({"kind": kinds, "n_words": [1000, 30, 20, 10, 1], "word_share": [0.1, 0, 0, 0, 0]})
    assert prose.boilerplate(table) == (
        "1,061 words (10.0%) are boilerplate and count in no rate: repeated line (1,000), dateline (30), "
        "byline (20) and credit (10); 1 kind more. They stay in the texts."
    )


def test_near_copies():
    table = pd.DataFrame(
        {"cluster": ["a", "b"], "n_documents": [4, 2], "n_sources": [3, 1], "title": ["Dam*", None]}
    )
    documents = pd.DataFrame(index=range(10))
    assert prose.near_copies(table, documents) == (
        "**4 of 10 documents** nearly repeat an earlier text (2 texts in several versions). The one met most "
        "often is “Dam\\*”, in 4 documents of 3 sources."
    )
    assert "is “b”, in 2 documents of 1 source." in prose.near_copies(table.iloc[1:], documents)


def test_tone_without_groups_says_so():
    table = pd.DataFrame({"source": [], "analyzer": [], "polarity": []})
    assert prose.tone(table) == "No document has a value of *source*, so there are no groups to compare."


def test_no_text_is_called_the_most_copied_of_equals():
    table = pd.DataFrame({"cluster": ["a", "b"], "n_documents": 2, "n_sources": 1, "title": "Dam"})
    sentence = prose.near_copies(table, pd.DataFrame(index=range(10)))
    assert sentence.endswith("None of them is met in more than 2 documents.")


def test_lengths_that_are_equal():
    table = pd.DataFrame({"source": ["Courier", "Lantern", "Tide"], "median_words": [9.0, 7.0, 7.0]})
    assert "that of **Lantern** and **Tide** shortest (7)" in prose.length(table)
    assert prose.length(table.iloc[1:]) == "The median document of every source has 7 words."


def test_changes_to_copies():
    assert prose.changes_to_copies(pd.DataFrame({"kept_share": [1.0, 0.8, 0.5]})) == (
        "3 later versions compared with the earliest text of its cluster: the median keeps 80% of its words, "
        "the one most changed 50%."
    )


def test_fitness():
    table = pd.DataFrame({"question": ["A?", "B?", "C?"], "verdict": ["yes", "no", "yes"]})
    assert prose.fitness(table) == "**“A?” and “C?”** can be asked; **“B?”** cannot be asked."


def test_variety_names_the_ends_and_what_is_too_short():
    rows = [["Lantern", 0.8, 1], ["Courier", 0.7, 0], ["Flare", None, 2]]
    table = pd.DataFrame(rows, columns=["source", "mattr", "n_short"])
    assert prose.variety(table) == (
        "The vocabulary is most varied in the documents of **Lantern** (median MATTR 0.80), least in those "
        "of **Courier** (0.70). 3 documents too short for it."
    )
    assert prose.variety(table.iloc[1:]).startswith("Fewer than two groups")


def test_company_tells_what_is_of_a_story():
    rows = [["stone", 5, 0.25, 4], ["old", 3, 1.0, 2]]
    table = pd.DataFrame(rows, columns=["collocate", "frequency", "expected", "document_frequency"])
    assert prose.company(table, ["dam"]) == (
        "Closest to *dam* stand *stone* and *old*. The first meets it 5 times in 4 documents, where 0.2 "
        "times were to be expected. Of the 2 shown, 1 meets it in one or two documents only, as words of a "
        "story do."
    )
    assert "Of the" not in prose.company(table.head(1), ["dam"])
    assert prose.company(table.head(0), ["dam"]) == "No word meets *dam* often enough to be listed."
    assert prose.company(table.head(0), []) == "No word meets a word often enough to be listed."


def test_a_network_tells_who_meets_whom():
    rows = [["dam", "stone", 9.0, True], ["dam", "old", 8.0, True], ["old", "stone", 10.0, False]]
    table = pd.DataFrame(rows, columns=["node", "collocate", "log_dice", "is_first"])
    assert prose.network(table) == (
        "2 words stand around *dam*; 1 pair of them meets as well, closest *old* with *stone*."
    )
    assert prose.network(table.head(2)) == "2 words stand around *dam*; no two of them meet often."
    assert prose.network(table.head(0)) == "No words meet often enough for a network."


def test_lines_tell_their_number_and_the_leading_source():
    lines = pd.DataFrame({"doc_id": ["a", "a", "b"], "source": ["Courier", "Courier", None]})
    assert prose.lines_of(lines, ["dam"]) == (
        "3 lines of *dam* from 2 documents, most of them in Courier (2)."
    )
    assert prose.lines_of(lines.tail(1), ["dam"]) == "1 line of *dam* from 1 document."


def arc_of(polarity, low, high):
    return pd.DataFrame(
        {"part": [1, 2, 3], "analyzer": "tone", "polarity": polarity, "low": low, "high": high}
    )


def test_arcs_name_the_lowest_and_the_highest_part():
    table = arc_of([-0.3, 0.1, 0.0], [-0.4, 0.0, -0.1], [-0.2, 0.2, 0.1])
    assert prose.arcs(table) == (
        "- By **tone**, the first of 3 parts of texts is lowest (-0.30) and the second of 3 parts highest "
        "(+0.10); their intervals lie apart."
    )
    alike = arc_of([0.0, 0.0, 0.1], [-0.1] * 3, [0.2] * 3)
    assert "the last of 3 parts highest (+0.10); their intervals overlap" in prose.arcs(alike)


def test_arcs_of_few_documents():
    few = arc_of([0.1] * 3, [None] * 3, [None] * 3)
    assert prose.arcs(few) == "Too few documents are long enough to follow the tone through them."
