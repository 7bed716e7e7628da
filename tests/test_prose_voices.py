import numpy as np
import pandas as pd
import pytest

from tenor import prose

NAN = np.nan


def coverage_table(*rows: tuple, source: list | None = None) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=["attribution", "n_quotations", "n_words", "share"])
    if source:
        table.insert(0, "source", source)
    return table


def test_coverage_of_the_whole():
    table = coverage_table(
        ("person", 5, 600, 0.6), ("body", 1, 200, 0.2), ("group", 0, 0, 0.0), ("unnamed", 1, 150, 0.15),
        ("unattributed", 1, 50, 0.05),
    )  # fmt: skip
    assert prose.coverage(table) == (
        "Of 1,000 quoted words in 8 quotations, **80%** have a speaker with a name; 15% are "
        "of an unnamed source; "
        "**5%** are attributed to nobody."
    )


def test_coverage_of_groups():
    rows = [
        ("person", 5, 600, 0.6),
        ("unattributed", 1, 400, 0.4),
        ("person", 1, 90, 0.9),
        ("body", 1, 5, 0.05),
    ]
    table = coverage_table(*rows, source=["Courier", "Courier", "Lantern", "Lantern"])
    assert prose.coverage(table) == (
        "The share of quoted words whose speaker has a name runs from 60% (Courier) to 95% (Lantern)."
    )
    assert prose.coverage(table.head(2)).startswith("In Courier, 60% of the quoted words")


def shares_table(*rows: tuple, by: str = "source") -> pd.DataFrame:
    return pd.DataFrame(rows, columns=[by, "voice", "share", "low", "high"])


def test_shares_of_the_whole():
    table = pd.DataFrame({"voice": ["narration", "direct", "indirect"], "share": [0.5, 0.3, 0.2]})
    assert prose.voice_shares(table) == (
        "**50%** of the words are narration, 30% are quoted directly and 20% indirectly."
    )


@pytest.mark.parametrize(
    ("bounds", "verdict"),
    [
        ((0.6, 0.7), "their intervals lie apart"),
        ((0.4, 0.7), "their intervals overlap, so the order may be chance"),
        ((NAN, NAN), "one of them has too few documents for an interval, so the order may be chance"),
    ],
)
def test_where_most_is_narrated(bounds, verdict):
    table = shares_table(("Courier", "narration", 0.65, *bounds), ("Post", "narration", 0.5, 0.4, 0.55))
    said = prose.voice_shares(table)
    assert said.startswith("Most is narrated in **Courier** (65%")
    assert said.endswith(f"most is quoted in **Post** (narration 50%, 40% to 55%); {verdict}.")


def test_shares_over_time():
    table = shares_table(
        ("2031-03", "direct", 0.1, 0.05, 0.15), ("2031-04", "direct", 0.4, 0.3, 0.5),
        ("2031-05", "direct", 0.9, NAN, NAN), ("2031-03", "indirect", 0.1, 0.0, 0.2), by="period",
    )  # fmt: skip
    table.attrs["period"] = "month"
    assert prose.voice_shares_over_time(table) == (
        "- The **direct** share is highest in April 2031 (40%, 30% to 50%), lowest in March 2031 (10%, 5% to "
        "15%); their intervals lie apart."
    )


def test_speakers():
    table = pd.DataFrame(
        {
            "source": ["Courier", "Courier", "Post"],
            "speaker": ["Orr", "Tull", "Kell"],
            "n_quotations": [5, 1, 2],
            "share": [0.5, 0.1, 0.2],
        }
    )
    assert prose.speakers_heard(table).split("\n") == [
        "- **Courier** quotes Orr (5 quotations, 50% of the quoted words) and Tull (1 quotation, 10% of the "
        "quoted words).",
        "- **Post** quotes Kell (2 quotations, 20% of the quoted words).",
    ]
    whole = prose.speakers_heard(table.tail(1).drop(columns="source"))
    assert whole == "Quoted most: Kell (2 quotations, 20% of the quoted words)."


def test_who_is_left_out():
    table = pd.DataFrame({"speaker": ["Orr", "Tull"], "n_quotations": [9, 3], "not_in": ["Post", None]})
    assert prose.heard_in(table) == "- **Orr**, 9 quotations in all, never in Post."
    assert prose.heard_in(table.tail(1)).startswith("None of these speakers is")


def diversity_table(*rows: tuple) -> pd.DataFrame:
    names = ["source", "n_documents", "n_speakers", "rarefied_speakers", "effective_speakers", "low", "high"]
    table = pd.DataFrame(rows, columns=names)
    return table.assign(top_speaker="Orr", top_share=[0.1 * (n + 1) for n in range(len(rows))])


def test_diversity_of_groups():
    table = diversity_table(("Courier", 9, 30, 15.0, 20.0, 12.0, 18.0), ("Post", 9, 20, 7.0, 12.0, 5.0, 9.0))
    assert prose.source_diversity(table).split("\n") == [
        "- Among equally many quotations **Courier** has 15.0 effective speakers (12.0 to 18.0), **Post** "
        "7.0 (5.0 to 9.0); their intervals lie apart.",
        "- The largest share of one speaker is that of Orr in **Post**: 20% of the quotations "
        "of somebody with a "
        "name.",
    ]
    unsure = table.assign(low=[5.0, 5.0])
    assert "overlap, so the order may be chance" in prose.source_diversity(unsure)
    assert prose.source_diversity(table.head(1)).startswith("Fewer than two groups")


def test_diversity_of_the_whole():
    table = diversity_table(("", 9, 30, NAN, 15.0, NAN, NAN)).drop(columns="source")
    assert prose.source_diversity(table) == (
        "30 speakers with a name are quoted, as diverse as **15.0** quoted equally often; Orr "
        "has 10% of their "
        "quotations."
    )


def verbs_table(*rows: tuple) -> pd.DataFrame:
    names = ["source", "verb", "n_cues", "share", "share_elsewhere", "difference", "low", "high"]
    table = pd.DataFrame(rows, columns=names)
    table.attrs["confidence"] = 0.9
    return table


def test_verbs_that_differ_surely():
    table = verbs_table(
        ("Courier", "claim", 12, 0.3, 0.1, 0.2, 0.1, 0.3), ("Courier", "say", 20, 0.5, 0.6, -0.1, -0.3, 0.1)
    )
    assert prose.reporting_verbs(table).split("\n") == [
        "- **Courier** has *claim* more often than the others: 30% of its verbs, 10% "
        "elsewhere (difference +10% to +30%, 12 cues).",
        "- 1 of 2 intervals leave out 0; by chance alone some 0 would.",
    ]
    both = prose.reporting_verbs(table.assign(high=[0.3, -0.05])).split("\n")
    assert [line.split(" often")[0] for line in both[:-1]] == [
        "- **Courier** has *claim* more",
        "- **Courier** has *say* less",
    ]
    assert prose.reporting_verbs(table.tail(1)).startswith(
        "No group differs surely from the others in a verb"
    )
    assert "a stance" in prose.verb_stances(table.tail(1).rename(columns={"verb": "stance"}))


def test_the_commonest_verbs():
    table = verbs_table(("", "say", 3, 0.75, NAN, NAN, NAN, NAN), ("", "claim", 1, 0.25, NAN, NAN, NAN, NAN))
    assert prose.reporting_verbs(table.drop(columns="source")) == (
        "Of the reporting verbs, these are commonest: *say* (75%), *claim* (25%)."
    )


def test_nothing_to_tell():
    assert prose.coverage(coverage_table()) == "No word is quoted."
    assert prose.voice_shares(shares_table()) == "There is no word to count."
    assert prose.voice_shares_over_time(shares_table(by="period")).startswith("Fewer than two periods")
    assert prose.speakers_heard(pd.DataFrame()) == prose.heard_in(pd.DataFrame())
    assert prose.source_diversity(diversity_table()) == "No quotation is of a speaker with a name."
    assert prose.reporting_verbs(verbs_table()) == "No quotation has a reporting verb."
