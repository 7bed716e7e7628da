"""Bylines above the story and sign-offs below it."""

import pytest

from tenor.loading.texts.conventions import find_conventions
from tenor.loading.texts.lines import lines_of

STORY = "The river rose by a metre on Monday, and the town of Lowmere was cut off from the valley for a day."


def bylines(text: str) -> list[str]:
    return [
        text[mark.start : mark.end]
        for mark in find_conventions(lines_of(text)).marks
        if mark.kind == "byline"
    ]


def said(text: str) -> dict[str, str]:
    return find_conventions(lines_of(text)).fields.get("byline", {})


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("By Rosa Quayle", {"author": "Rosa Quayle"}),
        ("By J. R. Hask", {"author": "J. R. Hask"}),
        ("By José Álvarez-Núñez", {"author": "José Álvarez-Núñez"}),
        ("By Rosa de la Quayle", {"author": "Rosa de la Quayle"}),
        ("By Rosa Quayle.", {"author": "Rosa Quayle"}),
        ("By Rosa Quayle, Tam Orrin and Hugo Pell", {"author": "Rosa Quayle, Tam Orrin and Hugo Pell"}),
        (
            "By Rosa Quayle and Tam Orrin, Meridian Wire",
            {"author": "Rosa Quayle and Tam Orrin", "agency": "Meridian Wire"},
        ),
        ("BY ROSA QUAYLE / Staff Writer", {"author": "ROSA QUAYLE"}),
        ("By Rosa Quayle (Meridian Wire)", {"author": "Rosa Quayle", "agency": "Meridian Wire"}),
        ("By Rosa Quayle, Ledger & Tide", {"author": "Rosa Quayle"}),
        ("By Rosa Quayle for The Daily Flare", {"author": "Rosa Quayle"}),
        ("By Rosa Quayle | March 3, 2031", {"author": "Rosa Quayle"}),
        ("By Rosa Quayle in Lowmere", {"author": "Rosa Quayle", "place": "Lowmere"}),
        (
            "By Rosa Quayle in Lowmere and Tam Orrin in Port Sella",
            {"author": "Rosa Quayle and Tam Orrin", "place": "Lowmere and Port Sella"},
        ),
        ("Rosa Quayle reports from Lowmere", {"author": "Rosa Quayle", "place": "Lowmere"}),
        ("Rosa Quayle in Lowmere", {"author": "Rosa Quayle", "place": "Lowmere"}),
        ("Rosa Quayle, Meridian Wire", {"author": "Rosa Quayle", "agency": "Meridian Wire"}),
        ("Rosa Quayle, Port Sella correspondent", {"author": "Rosa Quayle"}),
        ("BYLINE: Rosa Quayle.", {"author": "Rosa Quayle"}),
        ("Words by Rosa Quayle", {"author": "Rosa Quayle"}),
        ("By Meridian Wire", {"agency": "Meridian Wire"}),
        ("By the Meridian Wire", {"agency": "Meridian Wire"}),
        ("(Meridian Wire)", {"agency": "Meridian Wire"}),
        ("By our Port Sella correspondent", {}),
        ("By Staff Writer", {}),
    ],
)
def test_a_byline_below_the_headline(line, fields):
    text = f"Flood cuts off Lowmere\n\n{line}\n\n{STORY}"
    assert bylines(text) == [line]
    assert said(text) == fields


@pytest.mark.parametrize(
    "line",
    [
        "By Monday Morning",
        "By Popular Demand",
        "By Night",
        "By Land and Sea",
        "By the Ilmer Bridge",
        "By Rosa’s Window",
        "By Lowmere the road bends and the river widens.",
        "By Hook or Crook",
        "By-election in Port Sella East",
        "Rosa Quayle",
        "By Rosa Quayle, who was there",
        "Rosa Quayle: “I was there.”",
        "Rosa Quayle in tears",
        "The Daily Flare",
    ],
)
def test_a_line_that_names_nobody_as_author(line):
    assert bylines(f"Flood cuts off Lowmere\n\n{line}\n\n{STORY}") == []


def test_a_headline_is_no_byline():
    assert bylines(f"Sella United in Lowmere\n\n{STORY}") == []


def test_a_byline_over_several_lines():
    text = f"By\nROSA QUAYLE\nMeridian Wire\n\n{STORY}"
    assert bylines(text) == ["By", "ROSA QUAYLE", "Meridian Wire"]
    assert said(text) == {"author": "ROSA QUAYLE", "agency": "Meridian Wire"}


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("— Rosa Quayle", {"author": "Rosa Quayle"}),
        ("- Rosa Quayle and Tam Orrin.", {"author": "Rosa Quayle and Tam Orrin"}),
        ("- Rosa Quayle, Port Sella", {"author": "Rosa Quayle"}),
        ("– Meridian Wire", {"agency": "Meridian Wire"}),
        ("(Meridian Wire)", {"agency": "Meridian Wire"}),
        ("Written by Rosa Quayle", {"author": "Rosa Quayle"}),
        ("Rosa Quayle is a staff writer.", {"author": "Rosa Quayle"}),
        ("Rosa Quayle is the port correspondent of The Lantern.", {"author": "Rosa Quayle"}),
    ],
)
def test_a_sign_off(line, fields):
    text = f"{STORY}\n\n{line}"
    assert bylines(text) == [line]
    assert said(text) == fields


@pytest.mark.parametrize(
    "end",
    [
        "- Sella Terminals\n- Rosa Quayle",
        "“We are not going back.”\n\n— Dot Mabberley",
        "— Jamais.",
        "Tam Orrin is an editor who lost his desk in the flood.",
        "— Rosa Quayle\n\nThe bridge held.\n\nNobody crossed it.",
    ],
)
def test_an_end_that_signs_nothing(end):
    assert bylines(f"{STORY}\n\n{end}") == []


def test_of_two_authors_the_one_above_the_story_is_kept():
    text = f"By Rosa Quayle\n\n{STORY}\n\nTam Orrin is a staff writer at The Lantern."
    assert said(text) == {"author": "Rosa Quayle"}


def test_who_reported_is_the_author_where_no_byline_names_one():
    note = "(Reporting by Tam Orrin; Editing by Hugo Pell)"
    assert said(f"{STORY}\n\n{note}") == {"author": "Tam Orrin"}
    assert said(f"By Rosa Quayle\n\n{STORY}\n\n{note}") == {"author": "Rosa Quayle"}
