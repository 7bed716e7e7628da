import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest

from tenor import figures

SHARES = pd.DataFrame(
    {
        "source": ["Courier", "Courier", "Lantern", "Lantern", "Post", "Post"],
        "voice": ["narration", "direct"] * 3,
        "n_words": [60, 40, 990, 10, 0, 0],
        "share": [0.6, 0.4, 0.99, 0.01, np.nan, np.nan],
        "low": [0.5, 0.3, 0.9, 0.0, np.nan, np.nan],
        "high": [0.7, 0.5, 1.0, 0.1, np.nan, np.nan],
    }
)
COVERAGE = SHARES.rename(columns={"voice": "attribution"})
STANCES = SHARES.rename(columns={"voice": "stance", "n_words": "n_cues"})
PERIODS = SHARES.rename(columns={"source": "period"})
HEARD = pd.DataFrame(
    {
        "source": ["Courier", "Courier", "Lantern"],
        "speaker": ["Ilse Orr", "Bram Tull", "Ilse Orr"],
        "speaker_kind": pd.array(["person", None, "person"], "string"),
        "n_quotations": [9, 4, 2],
        "n_words": [1200, 30, 8],
    }
)
WHERE = pd.DataFrame(
    {
        "speaker": ["Ilse Orr", "Bram Tull"],
        "n_quotations": [9, 2],
        "Courier": [5, 2],
        "Lantern": [4, 0],
        "Post": [0, 0],
        "not_in": pd.array(["Post", None], "string"),
    }
)
DIVERSITY = pd.DataFrame(
    {
        "source": ["Courier", "Lantern", "Post"],
        "n_documents": [8, 9, 1],
        "n_named": [40, 1100, 0],
        "rarefied_speakers": [7.0, 12.0, np.nan],
        "effective_speakers": [9.0, 15.0, np.nan],
        "low": [5.0, np.nan, np.nan],
        "high": [9.0, np.nan, np.nan],
    }
)
VERBS = pd.DataFrame(
    {
        "source": ["Courier", "Courier", "Post"],
        "verb": ["say", "claim", "say"],
        "stance": ["neutral", "doubt", "neutral"],
        "n_cues": [30, 10, 2],
        "share": [0.75, 0.25, 1.0],
        "difference": [-0.25, 0.25, 0.25],
        "low": [-0.4, -0.1, np.nan],
        "high": [-0.1, 0.5, np.nan],
    }
)
ALL = [
    (figures.coverage, COVERAGE),
    (figures.heard_in, WHERE),
    (figures.reporting_verbs, VERBS),
    (figures.source_diversity, DIVERSITY),
    (figures.speakers_heard, HEARD),
    (figures.verb_stances, STANCES),
    (figures.voice_shares, SHARES),
    (figures.voice_shares_over_time, PERIODS),
]


def places(ax) -> list[str]:
    return [label.get_text() for label in ax.get_yticklabels()]


def written(ax) -> list[str]:
    return [text.get_text() for text in ax.texts if text.get_text()]


@pytest.mark.parametrize(("draw", "table"), ALL)
def test_nothing_to_draw_is_said_and_figures_are_closed(draw, table):
    assert written(draw(table.head(0)).axes[0]) == ["nothing to show"]
    draw(table)
    assert plt.get_fignums() == []


@pytest.mark.parametrize(
    ("draw", "table", "things"),
    [
        (figures.coverage, COVERAGE, "words"),
        (figures.verb_stances, STANCES, "cues"),
        (figures.voice_shares, SHARES, "words"),
    ],
)
def test_bars_of_shares_add_up_and_groups_without_any_are_not_drawn(draw, table, things):
    (ax,) = draw(table).axes
    widths = [[bar.get_width() for bar in bars] for bars in ax.containers]
    np.testing.assert_allclose(widths, [[0.6, 0.99], [0.4, 0.01]])
    assert [bar.get_x() for bar in ax.containers[1]] == [0.6, 0.99]
    assert places(ax) == [f"Courier (100 {things})", f"Lantern (1,000 {things})"]
    assert written(ax) == ["60%", "99%", "40%"]
    assert "(2 of 3 groups)" in ax.get_title(loc="left")


def test_a_table_without_groups_is_one_bar():
    (ax,) = figures.voice_shares(SHARES.head(2).drop(columns="source")).axes
    assert places(ax) == ["all (100 words)"]


def test_parts_differ_without_colour():
    (ax,) = figures.voice_shares(SHARES).axes
    assert len({bars[0].get_hatch() for bars in ax.containers}) == 2


def test_lines_of_voices_have_gaps_where_nothing_was_published():
    (ax,) = figures.voice_shares_over_time(PERIODS).axes
    assert [line.get_label() for line in ax.lines] == ["narration", "direct"]
    np.testing.assert_array_equal(ax.lines[0].get_ydata(), [0.6, 0.99, np.nan])


def test_speakers_have_a_panel_for_each_group():
    first, second = figures.speakers_heard(HEARD).axes
    assert (first.get_title(loc="left"), places(first)) == ("Courier", ["Ilse Orr", "Bram Tull"])
    assert [bar.get_width() for bar in first.patches] == [9, 4]
    assert written(first) == ["1,200 words", "30 words"]
    assert first.patches[0].get_hatch() != first.patches[1].get_hatch()
    assert places(second) == ["Ilse Orr"]


def test_who_is_left_out_is_marked_where_two_others_quote():
    (ax,) = figures.heard_in(WHERE).axes
    assert written(ax) == ["5", "4", "∅", "2"]
    assert places(ax) == ["Ilse Orr", "Bram Tull"]


def test_points_of_diversity():
    (ax,) = figures.source_diversity(DIVERSITY).axes
    assert places(ax) == ["Courier (n = 40)", "Lantern (n = 1,100)"]
    assert ax.containers[0].lines[0].get_xdata().tolist() == [7, 12]
    assert ax.lines[-1].get_xdata().tolist() == [9, 15]


def test_differences_of_verbs_that_are_sure_are_filled():
    (ax,) = figures.reporting_verbs(VERBS).axes
    assert places(ax) == ["Courier · claim (10)", "Courier · say (30)"]
    doubt, neutral = (points for points in ax.collections if points.get_label() in ("doubt", "neutral"))
    assert doubt.get_facecolors()[0].tolist() == [1, 1, 1, 1]
    assert neutral.get_facecolors()[0].tolist() == neutral.get_edgecolors()[0].tolist()


def test_verbs_without_groups_are_bars():
    (ax,) = figures.reporting_verbs(VERBS.head(2).drop(columns="source")).axes
    assert places(ax) == ["say (30)", "claim (10)"]
    assert [bar.get_width() for bar in ax.patches] == [0.75, 0.25]
