"""HTML to plain text with its paragraphs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenor.loading.texts.markup import plain_text


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("  The dam\nholds. ", "The dam\nholds."),
        ("5 < 6 & 7 > 2", "5 < 6 & 7 > 2"),
        ("Fish &amp; ferries&#8230;", "Fish & ferries…"),
        ("<p>The <b>d</b>am\n holds.</p><p>Still.</p>", "The dam holds.\n\nStill."),
        ("One<br>two<br/><br/>three", "One\ntwo\n\nthree"),
        ("<div><div>One</div></div>\n\n<div>two</div>", "One\n\ntwo"),
        ("<ul><li>One</li> <li>two</ul>three", "One\ntwo\n\nthree"),
        ("<table><tr><td>Ilmer</td><td>4 m</td></tr><tr><td>Sella</table>", "Ilmer 4 m\nSella"),
        ("<p>One<script>x()</script><!-- no --><style>p {}</style> two", "One two"),
        ("<html><head><title>No</title></head><body>One</body></html>two", "One\n\ntwo"),
        ("&lt;b&gt; and &nbsp;", "<b> and"),
        ("<p>“Sí,” said the café</p>", "“Sí,” said the café"),
        ("<br/>", ""),
        ("", ""),
        ("<p>open <b>and never", "open and never"),
        ("a\0<b>b</b>", "a\ufffdb"),
    ],
)
def test_the_text_and_its_paragraphs(written, text):
    assert plain_text(written) == text


@pytest.mark.parametrize("depth", [300, 100_000])
def test_text_in_any_depth_is_kept(depth):
    assert plain_text("<div>" * depth + "The dam &amp; the sea." + "</div>" * depth) == "The dam & the sea."


WORDS = st.lists(st.text("abcé", min_size=1), min_size=1).map(" ".join)


@given(paragraphs=st.lists(WORDS, min_size=1))
def test_paragraphs_come_back(paragraphs):
    assert plain_text("".join(f"<p>{text}</p>" for text in paragraphs)) == "\n\n".join(paragraphs)


@given(written=st.text() | st.text("<>/!-&;#x0pbr \n\0"))
def test_any_text_can_be_read(written):
    assert isinstance(plain_text(written), str)
