"""What the scores cannot do: sentences on which word lists fail, and how far the scores match readers."""

import pandas as pd

from tenor.sentiment.analyzers import ANALYZERS, score
from tenor.tables import describe

# A sentence, how people read it, and why word lists do not.
_FAILURES = (
    ("It isn't a bad idea.", "positive", "TextBlob does not see the “not” in “isn't”"),
    ("The harbour guard denied killing the smuggler.", "neutral", "a denial scores like the deed"),
    ("The minister was cleared of fraud charges.", "positive", "a good end scores like the charge"),
    ("Doctors said the patient's cancer test was negative.", "positive", "“negative” is good news here"),
    ("Sella United drew with Hathe Rovers.", "neutral", "“United” is a name"),
    (
        "Half of the second dam is on the right bank.",
        "neutral",
        "counts and directions are on TextBlob's list",
    ),
    ("More than forty people are still missing under the mud.", "negative", "“more” is praise to TextBlob"),
    ("The river took forty houses in the night.", "negative", "a disaster told without an emotional word"),
    ("The strike was anything but a failure.", "positive", "“anything but” is on no list of negations"),
    ("Few would call the new harbour a success.", "negative", "“few” is no negation to the lists"),
    ("Crude oil and capital gains were taxed.", "neutral", "terms of the trade"),
    ("Great: the ferry is cancelled again.", "negative", "irony"),
)
# Sentences, Pearson's r with the mean rating of people, and macro-F1 of negative, neutral, positive.
_WORTH = (
    ("TextBlob", 2622, 0.29, 0.42),
    ("VADER", 2622, 0.51, 0.55),
    ("tone", 2622, 0.62, 0.61),
    ("one reader against the others", 5190, 0.71, 0.67),
)


def known_failures() -> pd.DataFrame:
    """Score made-up news sentences on which at least one analyzer is known to fail.

    One row a sentence: `text`, `read_as` (how people read it: "negative", "neutral", "positive"), a polarity
    (-1 to 1) for each analyzer, missing where it knows no word, and `reason`.

    >>> known_failures().loc[0, ["text", "read_as"]].tolist()
    ["It isn't a bad idea.", 'positive']
    """
    table = pd.DataFrame(_FAILURES, columns=["text", "read_as", "reason"])
    for place, analyzer in enumerate(ANALYZERS, start=2):
        table.insert(place, analyzer, score(table["text"], analyzer=analyzer)["polarity"].round(2))
    return describe(
        table,
        title="Sentences on which word lists fail",
        row="one row is a made-up sentence",
        notes=["Scored in this run. Polarity is missing where the analyzer knows no word."],
    )


def measured_worth() -> pd.DataFrame:
    """Show how well the analyzers match people on newspaper sentences, as measured beforehand.

    One row a scorer: `scorer`, `n_sentences`, `pearson_r` (correlation with the mean rating of people, -1 to
    1) and `macro_f1` (mean of the F1 scores of negative, neutral and positive, 0 to 1). Nothing is computed
    in this run; `make evaluate` does it anew, where the rated sentences are at hand.

    References
    ----------
    Hutto & Gilbert 2014, whose ratings of sentences from newspaper editorials these are.

    >>> measured_worth()
                              scorer  n_sentences  pearson_r  macro_f1
    0                       TextBlob         2622       0.29      0.42
    1                          VADER         2622       0.51      0.55
    2                           tone         2622       0.62      0.61
    3  one reader against the others         5190       0.71      0.67
    """
    return describe(
        pd.DataFrame(_WORTH, columns=["scorer", "n_sentences", "pearson_r", "macro_f1"]),
        title="How well scores match readers of newspapers",
        row="one row is a scorer",
        notes=[
            "Sentences of newspaper editorials, each rated by 20 people from -4 to 4 (Hutto & Gilbert 2014), "
            "half of the set; for the last row all. Neutral is a mean rating within 0.5 of 0, a score "
            "within 0.125 of 0.",
            "tone learned from such ratings; here it scored each sentence without having seen its article.",
            "Not computed in this run, nor on this corpus.",
        ],
    )
