import pytest

from tenor.report.page.markdown import MarkdownPage


def render(source):
    return str(MarkdownPage("s").render(source)).strip()


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("*harbour* leads: **214** times", "<p><em>harbour</em> leads: <strong>214</strong> times</p>"),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("a <b>raw</b> word", "<p>a &lt;b&gt;raw&lt;/b&gt; word</p>"),
        ("from $5 to *$6* and $7", "<p>from $5 to <em>$6</em> and $7</p>"),
        ("![a dam](https://example.org/dam.png)", "<p><em>[a dam]</em></p>"),
        ("[x](javascript:alert(1))", '<p><a href="#harmful-link">x</a></p>'),
        ('[x](https://example.org "a\\"b")', '<p><a href="https://example.org" title="a&quot;b">x</a></p>'),
    ],
)
def test_renders_markdown_and_shows_html_as_text(source, expected):
    assert render(source) == expected


def test_tables_of_markdown_scroll_too():
    assert render("| a |\n|---|\n| 1 |").startswith('<div class="scroll"')


def test_the_first_title_is_the_sections_and_headings_follow_in_order():
    page = MarkdownPage("section-2")
    html = "".join(
        page.render(cell) for cell in ["# Words\n\nWhy.", "## Which *lead*?", "#### Deep", "# Again"]
    )
    assert page.title == "Words"
    assert [(heading.level, heading.anchor) for heading in page.headings] == [
        (3, "section-2-which-lead"),
        (4, "section-2-deep"),
        (3, "section-2-again"),
    ]
    assert '<h3 id="section-2-which-lead">Which <em>lead</em>?</h3>' in html
    assert "Words</h" not in html


def test_equal_and_wordless_headings_have_anchors_of_their_own():
    page = MarkdownPage("s")
    page.render("# T\n\n## Limits\n\n## Limits\n\n## 数\n\n## …")
    anchors = [heading.anchor for heading in page.headings]
    assert anchors == ["s-limits", "s-limits-2", "s-2", "s-3"]
