"""What stands on every page around the text."""

from tenor.loading.pdfs.furniture import remove_furniture
from tenor.loading.pdfs.lines import Line


def line(text: str, bottom: float, *, left: float = 50, height: float = 12) -> Line:
    return Line(text, left, left + 5 * len(text), bottom, height, 20)


def body(number: int, *, top: float = 740) -> list[Line]:
    return [
        line(f"Line {name} of page {'abcdefghij'[number]}", top - 13 * n) for n, name in enumerate("uvwxyz")
    ]


def texts(pages: list[list[Line]]) -> list[str]:
    return [line.text for page in pages for line in page]


def test_heads_feet_and_page_numbers_go():
    pages = [
        [
            line("The Sella Lantern", 780),
            line(f"4 March 203{n}", 780, left=400),
            *body(n),
            line(f"{n} / 3", 20),
        ]
        for n in range(3)
    ]
    kept, removed = remove_furniture(pages)
    assert kept == [body(0), body(1), body(2)]
    assert removed[:3] == ["The Sella Lantern", "4 March 2030", "0 / 3"]
    assert len(removed) == 9


def test_heads_may_change_from_left_to_right_and_lack_on_the_first_page():
    heads = [[], *[[line(("Ledger & Tide", "The harbour")[n % 2], 780)] for n in range(7)]]
    pages = [[*head, *body(n)] for n, head in enumerate(heads)]
    assert remove_furniture(pages)[0] == [body(n) for n in range(8)]


def test_heads_of_two_lines_and_on_left_pages_alone():
    head = [line("Ledger & Tide", 780), line("The harbour", 767)]
    pages = [[*(head if n % 2 else []), *body(n)] for n in range(8)]
    assert remove_furniture(pages)[0] == [body(n) for n in range(8)]


def test_a_page_number_beside_a_head_that_changes():
    heads = [line(f"The story of the {name}", 780) for name in ("dam", "sea", "quay")]
    pages = [[head, line(str(n), 780, left=400), *body(n)] for n, head in enumerate(heads)]
    assert remove_furniture(pages)[0] == [[head, *body(n)] for n, head in enumerate(heads)]


def test_heads_may_change_from_part_to_part():
    heads = ["Floods", "Floods", "The port", "The port", "The port", "Letters", "Letters", "Corrections"]
    pages = [[line(head, 780), *body(n)] for n, head in enumerate(heads)]
    kept, removed = remove_furniture(pages)
    assert removed == heads[:-1]
    assert kept == [*[body(n) for n in range(7)], pages[-1]]


def test_what_is_on_few_pages_stays():
    pages = [
        body(0),
        *[[line("Corrections", 780), *body(n)] for n in (1, 2)],
        *[body(n) for n in range(3, 9)],
    ]
    assert remove_furniture(pages) == (pages, [])


def test_one_page_has_no_furniture():
    pages = [[line("The Sella Lantern", 780), *body(0)]]
    assert remove_furniture(pages) == (pages, [])


def test_the_same_words_elsewhere_on_the_page_stay():
    pages = [[line("The dam holds.", 780 - n), *body(n)] for n in range(0, 6, 2)]
    assert remove_furniture(pages) == (pages, [])


def test_lines_in_the_middle_of_pages_stay():
    pages = [[*body(n), line("The dam holds.", 600), *body(n + 3, top=560)] for n in range(3)]
    assert remove_furniture(pages) == (pages, [])


def test_a_text_that_begins_alike_stays():
    pages = [[line("The dam holds, and the river", 753), *body(n)] for n in range(3)]
    assert remove_furniture(pages) == (pages, [])


def test_small_letters_close_to_the_text_are_a_head():
    pages = [[line("The Sella Lantern", 753, height=8), *body(n)] for n in range(3)]
    assert texts(remove_furniture(pages)[0]) == texts([body(0), body(1), body(2)])


def test_pages_of_nothing_but_furniture():
    pages = [[line(f"Scan {n}", 20)] for n in range(3)]
    assert remove_furniture(pages) == ([[], [], []], ["Scan 0", "Scan 1", "Scan 2"])
    assert remove_furniture([[], []]) == ([[], []], [])
