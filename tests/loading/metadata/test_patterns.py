"""Metadata in the names of files."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenor.errors import UserError
from tenor.loading.metadata.patterns import read_pattern


def fields_of(pattern: str, path: str) -> dict[str, str] | None:
    """The fields in the one path, None if it is unlike the pattern."""
    row = read_pattern(pattern).match(pd.Series([path])).iloc[0]
    return None if row.isna().all() else row.dropna().to_dict()


@pytest.mark.parametrize(
    ("pattern", "path", "fields"),
    [
        (
            "{published}_{source}_{slug}",
            "2031-03-04_lantern_port-strike.txt",
            {"published": "2031-03-04", "source": "lantern", "slug": "port-strike"},
        ),
        (
            "{source}_{published}_{slug}.txt",
            "sella_lantern_2031-03_port_strike.TXT",
            {"source": "sella_lantern", "published": "2031-03", "slug": "port_strike"},
        ),
        (
            "{source}-{published}-{slug}",
            "lantern-2031-03-04-port-strike.html",
            {"source": "lantern", "published": "2031-03-04", "slug": "port-strike"},
        ),
        (
            "{published}_{source}",
            "2031_03_04_flare.txt",
            {"published": "2031_03_04", "source": "flare"},
        ),
        ("{published}_{source}", "20310304_flare.txt", {"published": "20310304", "source": "flare"}),
        ("{date}_{outlet}", "2031_flare.txt", {"published": "2031", "source": "flare"}),
        (
            "{published}_{source}",
            "2031-03-04T10-15-00_flare.txt",
            {"published": "2031-03-04T10-15-00", "source": "flare"},
        ),
        (
            "{source}/{published}/{slug}",
            "all/lantern/2031-03-04/strike.v2.txt",
            {"source": "lantern", "published": "2031-03-04", "slug": "strike.v2"},
        ),
        (
            "{source}\\{slug}",
            "lantern/strike.txt",
            {"source": "lantern", "slug": "strike"},
        ),
        ("/{source}/{slug}", "lantern/strike.txt", {"source": "lantern", "slug": "strike"}),
        ("{source}_{slug}", "dump.zip/in_ner/flare_a.txt", {"source": "flare", "slug": "a"}),
        (
            "{year}/{month}/{day}/{slug}",
            "2031/3/04/strike.txt",
            {"published": "2031-3-04", "slug": "strike"},
        ),
        ("{year}/{month}_{slug}", "2031/03_strike.txt", {"published": "2031-03", "slug": "strike"}),
        ("{year}_{slug}", "2031_strike.txt", {"published": "2031", "slug": "strike"}),
        ("{}_{source}_{_}", "x_lantern_y.txt", {"source": "lantern"}),
        ("{source} (copy) [{desk}]", "Flare (copy) [city].txt", {"source": "Flare", "desk": "city"}),
        ("{source}+{my desk}", "flare+city.txt", {"source": "flare", "my desk": "city"}),
        ("{language}_{path note}", "en_x.txt", {"language_given": "en", "path note": "x"}),
        ("Zu\u0308rich_{slug}", "Z\u00fcrich_a.txt", {"slug": "a"}),
        ("Z\u00fcrich_{slug}", "Zu\u0308rich_a.txt", {"slug": "a"}),
        ("{slug}.tar.txt", "a.tar.txt", {"slug": "a"}),
    ],
)
def test_fields_are_found(pattern, path, fields):
    assert fields_of(pattern, path) == fields


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("{published}_{source}_{slug}", "2031-03-04_lantern.txt"),
        ("{published}_{source}", "soon_lantern.txt"),
        ("{source}_{slug}", "_a.txt"),
        ("{source}/{slug}", "a.txt"),
        ("{source}_{slug}.txt", "lantern_a.html"),
        ("x.{slug}", "xya.txt"),
        ("{source}_x", "lantern_xy.txt"),
        ("x_{slug}", "yx_a.txt"),
        ("X_{slug}", "x_a.txt"),
    ],
)
def test_names_unlike_the_pattern(pattern, path):
    assert fields_of(pattern, path) is None


def test_columns_are_strings_and_keep_the_index():
    found = read_pattern("{source}_{desk}").match(pd.Series(["a_b.txt", "c.txt"], index=[7, 9]))
    assert found.index.tolist() == [7, 9]
    assert found.dtypes.astype(str).tolist() == ["string", "string"]


@pytest.mark.parametrize(
    ("pattern", "what"),
    [
        ("", r"names no field"),
        ("articles/2031", r"names no field"),
        ("{}_{_}", r"names no field"),
        ("{source", r"has a brace without its partner"),
        ("{{source}}", r"has a brace without its partner"),
        ("source}", r"has a brace without its partner"),
        ("{published:%Y}_{slug}", r"has the field \{published:%Y\}, which is no name of letters and digits"),
        ("{a/b}", r"has the field \{a/b\}, which is no name"),
        ("{source}{slug}", r"has no mark between \{source\} and \{slug\}"),
        ("{a}_{}{b}", r"has no mark between \{\} and \{b\}"),
        ("{slug}_{slug}", r"has the field \{slug\} twice"),
        ("{source}_{body}", r"has the field \{body\}, which means the text"),
        ("{source}_{filename}", r"has the field \{filename\}, which means the file"),
    ],
)
def test_what_is_no_pattern(pattern, what):
    with pytest.raises(UserError, match=rf"pattern = .* {what}.*; write the parts of a name in braces"):
        read_pattern(pattern)


WORDS = st.text("abcXYZ019éß .+*()[]$^?|", min_size=1).map(str.strip).filter(bool)


@given(st.lists(WORDS, min_size=1, max_size=4), st.sampled_from(["_", "/", "--", " - ", "~", "\\w"]))
def test_what_a_name_was_made_of_is_found_again(words, mark):
    names = [f"field {number}" for number in range(len(words))]
    pattern = mark.join(f"{{{name}}}" for name in names)
    path = mark.replace("\\", "/").join(words)
    assert fields_of(pattern, f"folder/{path}.txt") == dict(zip(names, words, strict=True))
