from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenor.report.page.markup import _ALLOWED, clean_html


class Reader(HTMLParser):
    """The elements, attributes and text that a browser finds."""

    def __init__(self, source):
        super().__init__()
        self.tags, self.attributes, self.text = [], [], ""
        self.feed(str(source))
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs

    def handle_endtag(self, tag):
        self.tags.append(f"/{tag}")

    def handle_data(self, data):
        self.text += data


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a &amp; b", "a &amp; b"),
        ("a < b & c", "a &lt; b &amp; c"),
        ("<b>Dam</b>", "<b>Dam</b>"),
        ("<b>Dam", "<b>Dam</b>"),
        ("Dam</div></main>", "Dam"),
        ("<b>bold <i>both</b> after</i>", "<b>bold <i>both</i></b> after"),
        ("<script>alert(1)</script>x", "x"),
        ("<style>td{color:red}</style>x", "x"),
        ("x<script>never closed", "x"),
        ("<h1>Big</h1>", "Big"),
        ("<img src=x onerror=alert(1)>x", "x"),
        ("<iframe src='//a'>in</iframe>x", "inx"),
        ("<svg><script>x()</script><text>t</text></svg>", "t"),
        ("<!-- hidden -->x<!DOCTYPE html>", "x"),
        ("<p onclick=x() style='color:red' class=a>x</p>", '<p class="a">x</p>'),
        ("<p class='a\"b'>x</p>", '<p class="a&quot;b">x</p>'),
        ("<a href='javascript:x()'>x</a>", "<a>x</a>"),
        ("<a href='JaVaScRiPt:x()'>x</a>", "<a>x</a>"),
        ("<a href='//else.where'>x</a>", "<a>x</a>"),
        ("<a href='tables/02_words.csv'>x</a>", '<a href="tables/02_words.csv">x</a>'),
        ("<a href='https://example.org/?a=1&b=2'>x</a>", '<a href="https://example.org/?a=1&amp;b=2">x</a>'),
        ("a<br>b<br/>c", "a<br>b<br>c"),
    ],
)
def test_keeps_text_and_tables_and_nothing_that_acts(source, expected):
    assert clean_html(source) == expected


def test_tables_scroll_in_a_box_of_their_own():
    html = clean_html('<table class="tenor-table"><tr><td data-sort="3">3.0')
    assert html.startswith('<div class="scroll"')
    assert html.endswith('<td data-sort="3">3.0</td></tr></table></div>')


@given(
    st.lists(st.sampled_from([*"<>/&;\"'= ab", "<b>", "</b>", "<td", "<script>", "</", "<!--", "<![CDATA["]))
)
def test_whatever_comes_in_only_balanced_harmless_elements_come_out(pieces):
    found = Reader(clean_html("".join(pieces)))
    opened = [tag for tag in found.tags if not tag.startswith("/")]
    assert set(opened) <= _ALLOWED
    assert not [name for name, _ in found.attributes if name.startswith("on")]
    assert sorted(tag for tag in opened if tag not in ("br", "hr", "col", "wbr")) == sorted(
        tag[1:] for tag in found.tags if tag.startswith("/")
    )


@given(st.text(alphabet="ab<>&\"' \u00e9\u2014"))
def test_escaped_text_comes_out_as_it_went_in(text):
    import html

    assert Reader(clean_html(html.escape(text))).text == text
