"""How well quotations are found, measured on articles in which people marked who says what."""

import pandas as pd

from tenor.tables import describe

# End-to-end F1 of all, of those with words in quotation marks, of indirect ones; 84 articles, 2,484 contents.
_WORTH = (
    ("Tenor", 0.61, 0.82, 0.51),
    ("Tenor, rules alone", 0.40, 0.58, 0.28),
    ("Gender Gap Tracker", 0.39, 0.52, 0.30),
    ("Citron", 0.33, 0.55, 0.22),
    ("textacy", 0.30, 0.60, 0.07),
    ("one trained reader against another", 0.73, 0.93, 0.65),
)


def measured_worth() -> pd.DataFrame:
    """How well quotations and speakers are found, beside others and beside people.

    One row a finder: `finder`, then F1 (0 to 1) of `all` quotations, of those `with_marks` and of `indirect`
    ones. Right is a quotation whose words overlap those marked by people at a Jaccard index of 0.8, and whose
    speaker's words meet those marked. Measured on 84 articles of political news (PolNeAR, Newell, Margolin &
    Ruths 2018) that the finder did not learn from; the two readers on other articles.

    >>> measured_worth().columns.tolist()
    ['finder', 'all', 'with_marks', 'indirect']
    """
    return describe(
        pd.DataFrame(_WORTH, columns=["finder", "all", "with_marks", "indirect"]),
        title="How well quotations and their speakers are found (F1)",
        row="one row is a finder",
        notes=[
            "On 84 articles of political news in which people marked 2,484 stretches as quoted, reported, "
            "believed or planned by somebody.",
            "Right means: the words overlap at a Jaccard index of 0.8, and the speaker's words meet.",
        ],
    )
