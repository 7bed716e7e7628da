"""The main language of a text."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from paragraphs import PARAGRAPHS

from tenor.loading.texts import languages
from tenor.loading.texts.decoding import decode
from tenor.loading.texts.languages import detect_language, english_share

SAMPLE = Path(__file__).resolve().parents[3] / "data" / "sample" / "articles"
FRENCH = "2031-04-13_register_le-sel-et-la-riviere.txt"
NYNORSK = """Hamnearbeidarane i Port Sella seier at dei ikkje vil gå attende til arbeidet før dei har fått
ei betre avtale. Vatnet i elva har stige sidan måndag, og dei som bur ved torget, har flytta heimanfrå."""
CROATIAN = """Lučki radnici u Port Selli objavili su u ponedjeljak da će nastaviti štrajk do kraja mjeseca,
jer pregovori s upravom luke nisu uspjeli. Gradonačelnica je zamolila stanovnike da ostanu kod kuće dok se
most ponovno ne otvori."""
CODE = """def close_gates(bridge, *, level=3):
    \'\'\'Close the gates of the bridge, and start the pumps when the water is too high.\'\'\'
    for gate in bridge["gates"]: gate.close(level); log.info("gate %s is closed now", gate.name)
    return {"closed": len(bridge["gates"]), "pumps": [pump.start() for pump in bridge["pumps"][:2]]}
"""
TABLE = "\n".join(f"Port Sella;2031-03-{day:02};{day * 17};{day / 7:.3f};A{day}" for day in range(1, 30))


def read_sample() -> dict[str, str]:
    return {path.name: decode(path.read_bytes()).text for path in sorted(SAMPLE.glob("*.txt"))}


def mixed(first: str, second: str, share: float) -> str:
    """200 words, the given share of them in the first language and then the others in the second."""
    n_first = round(200 * share)
    words = [(PARAGRAPHS[language] * 4).split() for language in (first, second)]
    return " ".join(words[0][:n_first] + words[1][: 200 - n_first])


@pytest.mark.parametrize("language", PARAGRAPHS)
def test_a_paragraph_tells_its_language(language):
    assert detect_language(PARAGRAPHS[language]) == language


@pytest.mark.parametrize("language", ["de", "en", "fr", "pl", "ru", "tr"])
def test_so_does_a_long_text_and_one_in_capitals(language):
    assert detect_language(PARAGRAPHS[language] * 30) == language
    assert detect_language(PARAGRAPHS[language].upper()) == language


def test_close_relatives_go_by_one_code():
    assert detect_language(NYNORSK) == "no"
    assert detect_language(CROATIAN) == "hr"


def test_only_the_french_article_of_the_sample_is_not_english():
    found = {name: detect_language(text) for name, text in read_sample().items() if text}
    assert len(found) == 60
    assert {name: language for name, language in found.items() if language != "en"} == {FRENCH: "fr"}


@pytest.mark.parametrize(
    "text",
    [
        *("", " \n", "…", "?", "7", "Dam", "Port Sella", "Beatrix Lunn, Solange Vire, Anselme Quérin"),
        *("Photo: Meridian Wire", "https://tenor.example/river/ilmer?flood=2031", "👩‍🚒🌊", "3.5 1,000 24 %"),
        *(TABLE, CODE, CODE * 20, "<div><p><b></b></p></div>" * 9, "a1b2c3 " * 80),
    ],
)
def test_what_says_too_little_has_none(text):
    assert detect_language(text) == ""


def test_markup_and_addresses_left_in_a_text_do_not_hide_its_language():
    line = "Le pont est fermé depuis lundi. "
    assert detect_language((line + '<img id="771156940103417856" src="/a/b/1.png" width="20"/>') * 4) == "fr"
    assert detect_language((line + "https://tenor.example/771156940103417856?a=1&b=2 ") * 4) == "fr"


@pytest.mark.parametrize(
    ("first", "second"), [("en", "fr"), ("de", "en"), ("en", "ru"), ("vi", "en"), ("es", "pt"), ("de", "fr")]
)
def test_of_two_languages_the_main_one_counts(first, second):
    assert detect_language(mixed(first, second, 0.65)) == first
    assert detect_language(mixed(first, second, 0.35)) == second


def test_short_texts_with_words_that_english_has_too_are_not_taken_for_english():
    assert detect_language("De brug is open, of is er in de stad nog een andere?") == "nl"


def test_what_says_too_little_counts_against_a_language_but_loses_a_tie():
    table, french = (TABLE * 2)[:400], PARAGRAPHS["fr"][:400]
    assert detect_language(table + french) == "fr"
    assert detect_language(table * 3 + french) == ""


def test_a_text_between_tables_tells_its_language():
    assert detect_language(TABLE[:700] + PARAGRAPHS["fr"] * 4 + TABLE[:700]) == "fr"


def test_the_short_way_to_english_says_what_the_long_way_says(monkeypatch):
    texts = [*read_sample().values(), *PARAGRAPHS.values()]
    texts += [mixed("en", other, share) for other in ("de", "fr", "hu") for share in (0.3, 0.75)]
    short = [detect_language(text) for text in texts]
    monkeypatch.setattr(languages, "_SURELY_ENGLISH", 1.1)
    assert [detect_language(text) for text in texts] == short


def test_the_answer_is_the_same_in_any_order_and_thread():
    expected = dict(PARAGRAPHS.items())
    languages._identifier.cache_clear()
    with ThreadPoolExecutor(4) as threads:
        found = threads.map(detect_language, [PARAGRAPHS[language] for language in reversed(expected)])
    assert list(found) == list(reversed(expected))


@given(st.text())
def test_any_text_has_one_code_or_none(text):
    language = detect_language(text)
    assert language == "" or (len(language) == 2 and language.islower())


def test_half_characters_do_not_stop_it():
    assert detect_language(PARAGRAPHS["fr"] + "\ud83d") == "fr"


def test_the_share_of_english_counts_words():
    assert english_share("the water of le fleuve") == 0.4
    assert english_share("") == 0


@pytest.mark.real
@pytest.mark.parametrize(("corpus", "n_articles"), [("polnear", 924), ("inaugural", 59)])
def test_all_real_articles_are_english(real, corpus, n_articles):
    paths = sorted((real / corpus / "articles").iterdir())
    assert [detect_language(decode(path.read_bytes()).text) for path in paths] == ["en"] * n_articles
