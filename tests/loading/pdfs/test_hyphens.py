"""Lines joined to one."""

import pytest

from tenor.loading.pdfs.hyphens import Hyphens


@pytest.mark.parametrize(
    ("lines", "joined", "n_joined"),
    [
        (["The dam", "holds."], "The dam holds.", 0),
        (["the har-", "bour"], "the harbour", 1),
        (["the har\u2010", "bour"], "the harbour", 1),
        (["the har\u00ad", "bour"], "the harbour", 1),
        (["the Har\u00ad", "Bour"], "the HarBour", 1),
        (["Fluß-", "über", "gang"], "Flußüber gang", 1),
        (["at Port-", "Sella"], "at Port-Sella", 0),
        (["the 14-", "hour shift"], "the 14-hour shift", 0),
        (["her brother-in-", "law"], "her brother-in-law", 0),
        (["her brother-", "in-law"], "her brother-in-law", 0),
        (["two-", "and three-year terms"], "two- and three-year terms", 0),
        (["the docks –", "all of them"], "the docks – all of them", 0),
        (["the docks -", "all of them"], "the docks - all of them", 0),
        (["the docks—", "all of them"], "the docks—all of them", 0),
        (["2030–", "31"], "2030–31", 0),
        (["a harbour-", "(or a port)"], "a harbour-(or a port)", 0),
        (["-", "a"], "- a", 0),
        ([], "", 0),
    ],
)
def test_what_stands_between_two_lines(lines, joined, n_joined):
    hyphens = Hyphens(lines)
    assert (hyphens.join(lines), hyphens.n_joined) == (joined, n_joined)


@pytest.mark.parametrize("written", ["ten-hour", "Ten\u2010Hour"])
def test_a_compound_of_the_document_keeps_its_hyphen(written):
    lines = [f"A {written} shift was asked for: ten-", "hour and no more."]
    assert Hyphens(lines).join(lines).endswith("ten-hour and no more.")


@pytest.mark.parametrize("long", ["a" * 300_000, "a-" * 300_000, "a1-" * 300_000, " a" * 300_000])
def test_long_lines_cost_no_time(long):
    assert Hyphens([long]).join([f"{long}-", long]) != ""
