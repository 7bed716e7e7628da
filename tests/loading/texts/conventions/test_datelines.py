"""Datelines in the shapes that newspapers and agencies give them."""

import csv
from pathlib import Path

import pytest

from tenor.loading.texts.conventions import find_conventions
from tenor.loading.texts.lines import lines_of

KEY = Path(__file__).parents[3] / "data" / "datelines.csv"
STORY = "The ferry was late on Monday, and nobody on the pier was surprised by it."


def rows() -> list[dict[str, str]]:
    with KEY.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read(text: str) -> tuple[str, str, str]:
    fields = find_conventions(lines_of(text)).fields.get("dateline", {})
    date = fields.get("published") or fields.get("dateline_date", "")
    return fields.get("place", ""), date, fields.get("agency", "")


def dateline(text: str) -> str | None:
    marks = [mark for mark in find_conventions(lines_of(text)).marks if mark.kind == "dateline"]
    return text[marks[0].start : marks[0].end] if marks else None


def test_98_of_100_datelines_are_read_with_place_date_and_agency():
    positives = [row for row in rows() if row["is_dateline"] == "1"]
    wrong = [
        row["head"] for row in positives if read(row["head"]) != (row["place"], row["date"], row["agency"])
    ]
    assert len(positives) >= 100
    assert len(wrong) <= 0.02 * len(positives)
    assert [head.split(" — ")[0] for head in wrong] == ["THE HATHE"]


def test_none_is_invented_among_what_looks_like_one():
    negatives = [row["head"] for row in rows() if row["is_dateline"] == "0"]
    assert len(negatives) >= 30
    assert [head for head in negatives if dateline(head)] == []


@pytest.mark.parametrize(
    ("head", "rest"),
    [
        ("CALDERAN, May 1 — ", STORY),
        ("PORT SELLA (Meridian Wire) - ", STORY),
        ("LOWMERE, Carrowe, Apr 3, 2031 /Meridian Newswire/ -- ", STORY),
        ("PORT SELLA\u00a0—\u00a0", STORY),
        ("PORT\u202fSELLA (MW)\t— ", STORY),
        ("SELLA, May\u00a01\u00a0-\u00a0", STORY),
        ("SELLA, May 1\u00a0–", STORY),
        ("PORT SELLA (MW)—", STORY),
        ("PORT SELLA — March 3 — ", STORY),
        ("SELLA — ", f"“{STORY}”"),
        ("SELLA (MW) --  ", STORY),
        ("PORT SELLA, March 3, 2031", f"\n\n{STORY}"),
    ],
)
def test_the_sentence_begins_where_the_mark_ends(head, rest):
    assert dateline(head + rest) == head
    assert dateline(f"Ferry late again\n\nBy Rosa Quayle\n\n  {head}{rest}") == head


def test_a_date_with_its_year_is_published_and_any_other_stays_as_written():
    dated = find_conventions(lines_of(f"CALDERAN, 3 March 2031 — {STORY}")).fields["dateline"]
    assert dated == {"place": "CALDERAN", "published": "3 March 2031"}
    undated = find_conventions(lines_of(f"CALDERAN, March 3 — {STORY}")).fields["dateline"]
    assert undated == {"place": "CALDERAN", "dateline_date": "March 3"}
    impossible = find_conventions(lines_of(f"CALDERAN, March 32, 2031 — {STORY}")).fields["dateline"]
    assert impossible == {"place": "CALDERAN", "dateline_date": "March 32, 2031"}


@pytest.mark.parametrize(
    ("place", "elsewhere", "is_read"),
    [
        ("SELLA:", "Rain fell in Sella.", True),
        ("SELLA:", "Rain fell on Sella.", False),
        ("SELLA:", "Rain fell in Sella, said Mr Sella.", False),
        ("SELLA:", "ORR: And what then?", False),
        ("FERRY LATE —", "Rain fell.", False),
        ("FERRY LATE —", "Rain fell in Ferry Late.", True),
        ("SELLA SOUND —", "They heard a sound.", False),
        ("SELLA SOUND —", "Rain fell near Sella Sound with a sound.", True),
        ("DOCKERS —", "The dockers walked out.", False),
        ("DLPS —", "The DLPS is a union.", False),
        ("DLPS —", "Crane drivers in DLPS are few.", False),
        ("HASK —", "Mr Hask was there.", False),
        ("QUAY BAND —", "The Quay Band played.", False),
        ("SELLA —", "LOWMERE — 9,000 people and two bakers.", False),
        ("Tam Orrin (DL) —", "Bram Teasel (RA) — The fishermen like him well enough.", False),
    ],
)
def test_the_rest_of_the_text_decides_where_the_head_leaves_doubt(place, elsewhere, is_read):
    assert (dateline(f"{place} {STORY}\n\n{elsewhere}") is not None) is is_read


def test_only_the_first_lines_have_a_dateline():
    assert dateline(f"{STORY}\n" * 7 + f"SELLA, May 1 — {STORY}")
    assert dateline(f"{STORY}\n" * 8 + f"SELLA, May 1 — {STORY}") is None
