"""What the figures draw, read from their axes: pictures themselves are not compared."""

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import pytest

from tenor import figures
from tenor.figures.canvas import MOST_GROUPS
from tenor.tables import describe

WORDS = describe(
    pd.DataFrame({"term": ["dam", "quay"], "per_million": [1200.0, 300.0]}),
    title="Words",
    row="one row is a term",
)
TRENDS = pd.DataFrame(
    {
        "word": ["dam"] * 3 + ["quay"] * 3,
        "period": ["2031-03", "2031-04", "2031-05"] * 2,
        "per_million": [10.0, np.nan, 30.0, 1.0, np.nan, 0.0],
        "low": [5.0, np.nan, 20.0, 0.5, np.nan, 0.0],
        "high": [20.0, np.nan, 40.0, 3.0, np.nan, 2.0],
    }
)
TONE = pd.DataFrame(
    {
        "source": ["Courier", "Courier", "Lantern", "Lantern"],
        "analyzer": ["textblob", "vader"] * 2,
        "n_documents": 9,
        "polarity": [0.1, 0.2, -0.1, np.nan],
        "low": [0.0, 0.1, -0.2, np.nan],
        "high": [0.2, 0.3, 0.0, np.nan],
    }
)
DIFFERENCES = pd.DataFrame(
    {
        "source": ["Courier", "Courier", "Lantern"],
        "other": ["Lantern", "Tide", "Tide"],
        "analyzer": "vader",
        "difference": [0.2, -0.1, np.nan],
        "low": [0.1, -0.3, np.nan],
        "high": [0.3, 0.1, np.nan],
        "p_adjusted": [0.01, 0.4, np.nan],
    }
)
OVER_TIME = pd.DataFrame(
    {
        "period": ["2031-03", "2031-03", "2031-04", "2031-04"],
        "source": ["Courier", "Lantern"] * 2,
        "n_documents": [3, 1, 0, 2],
        "n_words": [30, 10, 0, 20],
    }
)
KEYNESS = pd.DataFrame(
    {
        "source": ["Courier", "Courier", "Lantern"],
        "term": ["dam", "boss", "boss"],
        "log_ratio": [2.0, -1.0, 1.0],
        "is_key": [True, True, False],
    }
)


def labels(axis) -> list[str]:
    return [tick.get_text() for tick in axis.get_ticklabels()]


def test_top_terms_draws_the_rates_in_their_order():
    ax = figures.top_terms(WORDS).axes[0]
    assert [bar.get_width() for bar in ax.patches] == [1200, 300]
    assert labels(ax.yaxis) == ["dam", "quay"]
    assert ax.get_title(loc="left") == "Words"
    assert ax.get_xlabel() == "per million words"


def test_documents_over_time_stacks_the_groups():
    ax = figures.documents_over_time(OVER_TIME).axes[0]
    assert [(bar.get_y(), bar.get_height()) for bar in ax.patches] == [(0, 3), (0, 0), (3, 1), (0, 2)]
    assert labels(ax.xaxis) == ["2031-03", "2031-04"]


def test_many_groups_are_drawn_as_the_largest_and_the_others():
    table = pd.DataFrame(
        {
            "period": "2031",
            "source": [f"source {n:02}" for n in range(20)],
            "n_documents": range(1, 21),
            "n_words": range(20),
        }
    )
    figure = figures.documents_over_time(table)
    names = [text.get_text() for text in figure.legends[0].get_texts()]
    assert len(names) == MOST_GROUPS
    assert names[-1] == "13 others"
    assert sum(bar.get_height() for bar in figure.axes[0].patches) == 210


def test_keyness_has_a_panel_a_group_and_a_colour_a_direction():
    first, second = figures.keyness(KEYNESS).axes[:2]
    assert [bar.get_width() for bar in first.patches] == [2, -1]
    assert len({bar.get_facecolor() for bar in first.patches}) == 2
    assert second.get_title(loc="left") == "Lantern"


def test_keyness_draws_terms_that_are_not_key_pale():
    first, second = figures.keyness(KEYNESS).axes[:2]
    assert [round(bar.get_facecolor()[3], 2) for ax in (first, second) for bar in ax.patches] == [1, 1, 0.35]


def test_trends_leave_gaps_as_gaps():
    figure = figures.trends(TRENDS)
    drawn = figure.axes[0].lines[0].get_ydata()
    assert drawn[0] == 10
    assert np.isnan(drawn[1])
    assert [ax.get_title(loc="left") for ax in figure.axes] == ["dam", "quay"]
    assert figure.axes[0].get_ylabel() == "per million words"


def test_trends_of_groups_are_lines_of_their_own():
    table = pd.concat([TRENDS.assign(source=source) for source in ("Courier", "Lantern")])
    figure = figures.trends(table[["source", *TRENDS.columns]])
    assert [len(ax.lines) for ax in figure.axes] == [2, 2]
    assert [text.get_text() for text in figure.legends[0].get_texts()] == ["Courier", "Lantern"]
    first, second = figure.axes[0].lines
    assert first.get_linestyle() != second.get_linestyle()


def test_trends_of_many_groups_say_that_some_are_not_drawn():
    table = pd.concat([TRENDS.assign(source=f"paper {number}") for number in range(9)])
    figure = figures.trends(table[["source", *TRENDS.columns]])
    assert figure.get_suptitle() == "Words over time (8 of 9 groups)"
    assert len(figure.axes[0].lines) == 8


CHANGES = pd.DataFrame({"word": ["quay"], "period": ["2031-05"], "log_ratio": [-1.0]})


def test_changes_are_dashed_lines_with_their_ratio():
    dam, quay = figures.trends(TRENDS, CHANGES).axes
    line = quay.lines[1]
    assert line.get_xdata()[0] == 1.5
    assert line.get_linestyle() == "--"
    assert [text.get_text() for text in quay.texts] == ["×0.5"]
    assert len(dam.lines) == 1


def test_what_marks_a_change_is_said_only_where_one_is():
    assert "a change" in figures.trends(TRENDS, CHANGES).get_supxlabel()
    assert figures.trends(TRENDS, CHANGES.head(0)).get_supxlabel() == ""


def test_a_change_of_one_group_has_the_look_of_its_line():
    table = pd.concat([TRENDS.assign(source=source) for source in ("Courier", "Lantern")])
    changes = CHANGES.assign(source="Lantern")
    ax = figures.trends(table[["source", *TRENDS.columns]], changes).axes[1]
    lantern, change, marker = ax.lines[1:]
    assert change.get_color() == marker.get_color() == lantern.get_color()
    assert marker.get_marker() == lantern.get_marker()


def test_tone_draws_a_point_a_group_and_analyzer():
    ax = figures.tone(TONE).axes[0]
    assert labels(ax.yaxis) == ["Courier", "Lantern"]
    drawn = [container.lines[0].get_xdata().tolist() for container in ax.containers]
    assert drawn == [[0.1, -0.1], [0.2]]
    assert ax.get_xlabel().endswith("not drawn: 1 of 4, of too few documents")


def test_tone_of_the_whole_corpus():
    ax = figures.tone(TONE.drop(columns="source").head(2)).axes[0]
    assert labels(ax.yaxis) == ["all documents"]


def test_tone_over_time_draws_a_line_an_analyzer():
    table = TONE.rename(columns={"source": "period"})
    table["period"] = ["2031-03", "2031-03", "2031-04", "2031-04"]
    ax = figures.tone_over_time(table).axes[0]
    assert [line.get_label() for line in ax.lines[:2]] == ["textblob", "vader"]
    assert labels(ax.xaxis) == ["2031-03", "2031-04"]


def test_arcs_draw_a_line_an_analyzer_from_beginning_to_end():
    table = TONE.rename(columns={"source": "part"}).assign(part=[1, 1, 2, 2])
    ax = figures.arcs(table).axes[0]
    assert [line.get_label() for line in ax.lines[:2]] == ["textblob", "vader"]
    assert labels(ax.xaxis) == ["1\nbeginning", "2\nend"]


def test_tone_draws_the_largest_of_many_groups_and_none_without_an_interval():
    rows = {"source": [f"paper {n:02}" for n in range(40)], "analyzer": "vader", "n_documents": range(40)}
    table = pd.DataFrame({**rows, "polarity": 0.1, "low": 0.0, "high": 0.2})
    table.loc[39, "low"] = np.nan
    ax = figures.tone(table).axes[0]
    assert labels(ax.yaxis) == [f"paper {n:02}" for n in range(15, 39)]
    assert ax.get_title(loc="left") == "Tone (the largest 24 of 39)"


def test_tone_by_two_columns_has_a_panel_an_analyzer_and_markers_for_the_second():
    pairs = {"source": ["Courier"] * 4 + ["Lantern"] * 4, "voice": (["narration"] * 2 + ["direct"] * 2) * 2}
    measures = {"n_documents": 9, "polarity": 0.1, "low": 0.0, "high": 0.2}
    table = pd.DataFrame({**pairs, "analyzer": ["textblob", "vader"] * 4, **measures})
    figure = figures.tone(table)
    assert [ax.get_title(loc="left") for ax in figure.axes] == ["textblob", "vader"]
    assert labels(figure.axes[0].yaxis) == ["Courier", "Lantern"]
    assert [text.get_text() for text in figure.legends[0].get_texts()] == ["narration", "direct"]
    lines = [container.lines[0] for container in figure.axes[0].containers]
    assert len({line.get_marker() for line in lines}) == 2
    assert all(first < second for first, second in zip(*(line.get_ydata() for line in lines), strict=True))


def test_tone_over_time_of_groups_has_a_panel_an_analyzer_and_a_line_a_group():
    table = pd.concat([TONE.assign(voice=voice) for voice in ("narration", "direct")])
    table = table.assign(period=["2031-03", "2031-03", "2031-04", "2031-04"] * 2)
    figure = figures.tone_over_time(table[["voice", "period", "analyzer", "polarity", "low", "high"]])
    assert [ax.get_title(loc="left") for ax in figure.axes[:2]] == ["textblob", "vader"]
    assert [text.get_text() for text in figure.legends[0].get_texts()] == ["narration", "direct"]
    assert [line.get_ydata()[0] for line in figure.axes[1].lines[:2]] == [0.2, 0.2]


def test_differences_fill_those_that_are_sure():
    ax = figures.differences(DIFFERENCES).axes[0]
    assert labels(ax.yaxis) == ["Courier − Lantern", "Courier − Tide"]
    assert ax.containers[0].lines[0].get_xdata().tolist() == [0.2, -0.1]
    white = [line for line in ax.lines if line.get_markerfacecolor() == "white"]
    assert [line.get_xdata().tolist() for line in white] == [[-0.1]]
    assert ax.get_xlabel().endswith("not drawn: 1 of 3, of too few stories")


def test_differences_within_groups_name_them():
    table = DIFFERENCES.rename(columns={"source": "voice"})
    table.insert(0, "source", ["Tide", "Flare", "Flare"])
    ax = figures.differences(table).axes[0]
    assert labels(ax.yaxis) == ["Tide: Courier − Lantern", "Flare: Courier − Tide"]


def test_many_differences_are_drawn_as_the_surest():
    table = pd.concat([DIFFERENCES.head(1)] * 30, ignore_index=True)
    table = table.assign(other=[f"paper {n}" for n in range(30)], p_adjusted=np.linspace(1, 0, 30))
    figure = figures.differences(table)
    assert figure.get_suptitle() == "Differences in tone (the surest 20 of 30 pairs)"
    assert labels(figure.axes[0].yaxis)[0] == "Courier − paper 10"


@pytest.mark.parametrize(
    ("draw", "table"),
    [
        (figures.top_terms, WORDS),
        (figures.documents_over_time, OVER_TIME),
        (figures.keyness, KEYNESS),
        (figures.trends, TRENDS),
        (figures.tone, TONE),
        (figures.tone_over_time, TONE.rename(columns={"source": "period"})),
        (figures.differences, DIFFERENCES),
    ],
)
def test_empty_tables_are_said_and_figures_are_closed(draw, table):
    figure = draw(table.head(0))
    assert "nothing to show" in [text.get_text() for ax in figure.axes for text in ax.texts]
    draw(table)
    assert plt.get_fignums() == []


def test_the_funnel_takes_away_step_by_step():
    steps = {"found": 10, "left out: empty": -3, "in another language": -1, "documents": 6}
    table = pd.DataFrame({"step": list(steps), "n_inputs": list(steps.values())})
    ax = figures.funnel(table).axes[0]
    kept, taken = ax.containers
    assert [bar.get_width() for bar in kept] == [10, 7, 6, 6]
    assert [(bar.get_x(), bar.get_width()) for bar in taken] == [(10, 0), (7, 3), (6, 1), (6, 0)]
    assert labels(ax.yaxis) == list(steps)
    assert [text.get_text() for text in ax.texts] == ["10", "-3", "-1", "6"]


def test_a_network_draws_each_word_and_edge():
    rows = [["dam", "stone", 9.0, True], ["dam", "old", 8.0, True], ["old", "stone", 10.0, False]]
    table = pd.DataFrame(rows, columns=["node", "collocate", "log_dice", "is_first"])
    (ax,) = figures.network(table).axes
    assert sorted(text.get_text() for text in ax.texts) == ["dam", "old", "stone"]
    assert [line.get_linestyle() for line in ax.lines] == ["-", "-", "--"]
    widths = [line.get_linewidth() for line in ax.lines]
    assert widths[2] > widths[0] > widths[1]


def test_a_network_without_edges_says_so():
    table = pd.DataFrame(columns=["node", "collocate", "log_dice", "is_first"]).astype({"is_first": bool})
    (ax,) = figures.network(table).axes
    assert [text.get_text() for text in ax.texts] == ["nothing to show"]
