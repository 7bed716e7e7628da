"""Feeds: one item, one document."""

import socket

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_files import make_rss

from tenor.loading.documents import Document, read
from tenor.loading.inputs.files import Input
from tenor.loading.metadata.columns import Columns
from tenor.loading.texts.markup import plain_text

ITEM = {
    "title": "Dam holds & river falls",
    "link": "https://lantern.example/dam",
    "guid": "lantern-17",
    "pubDate": "Tue, 04 Mar 2031 10:00:00 GMT",
    "dc:creator": "Rosa Quayle",
    "description": "The dam holds.",
}


def test_items_of_rss_become_documents(read_one):
    feed = make_rss([ITEM, {"description": "The ferry waits."}])
    assert read_one("news.rss", feed) == [
        Document(
            "news.rss",
            1,
            "The dam holds.",
            "utf-8",
            {
                "title": "Dam holds & river falls",
                "published": "Tue, 04 Mar 2031 10:00:00 GMT",
                "author": "Rosa Quayle",
                "source": "The Sella Lantern",
                "url": "https://lantern.example/dam",
                "doc_id": "lantern-17",
            },
        ),
        Document("news.rss", 2, "The ferry waits.", "utf-8", {"source": "The Sella Lantern"}),
    ]


ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title type="html">Ledger &amp;amp; Tide</title>
<author><name>The desk</name><email>desk@ledger.example</email></author>
<entry><title>Dam holds</title><id>tag:ledger.example,2031:1</id><updated>2031-03-05T08:00:00Z</updated>
<published>2031-03-04</published><link rel="edit" href="https://ledger.example/edit"/>
<link href="https://ledger.example/1"/><author><name>Rosa Quayle</name></author>
<author><name>Ivo Brandt</name></author><summary>Short.</summary>
<content type="html">&lt;p&gt;The dam&lt;/p&gt;&lt;p&gt;holds.&lt;/p&gt;</content></entry>
<entry><updated>2031-03-06</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">
<p>The <em>ferry</em></p><p>waits.</p></div></content></entry>
<entry><source><title>The Sella Lantern</title></source><content>5 &lt;b&gt; 4</content></entry>
<entry><content type="image/png">iVBORw0KGgo=</content><summary>A picture of the dam.</summary></entry>
</feed>"""


def test_entries_of_atom_become_documents(read_one):
    first, second, third, fourth = read_one("news.atom", ATOM)
    assert first.text == "The dam\n\nholds."
    assert first.fields == {
        "title": "Dam holds",
        "published": "2031-03-04",
        "author": "Rosa Quayle, Ivo Brandt",
        "source": "Ledger & Tide",
        "url": "https://ledger.example/1",
        "doc_id": "tag:ledger.example,2031:1",
    }
    assert second.text == "The ferry\n\nwaits."
    assert second.fields == {"published": "2031-03-06", "author": "The desk", "source": "Ledger & Tide"}
    assert (third.text, third.fields["source"]) == ("5 <b> 4", "The Sella Lantern")
    assert (fourth.row, fourth.text) == (4, "A picture of the dam.")


RSS_1 = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Daily Flare</title></channel>
<item rdf:about="https://flare.example/1"><title>Dam</title><link>https://flare.example/1</link>
<description>The dam holds.</description><dc:date>2031-03-04</dc:date></item></rdf:RDF>"""


def test_items_of_rss_1_stand_beside_their_channel(read_one):
    (document,) = read_one("news.xml", RSS_1)
    assert document.text == "The dam holds."
    assert document.fields == {
        "title": "Dam",
        "published": "2031-03-04",
        "source": "The Daily Flare",
        "url": "https://flare.example/1",
        "doc_id": "https://flare.example/1",
    }


@pytest.mark.parametrize(
    ("item", "text"),
    [
        ({"description": "Short.", "content:encoded": "<p>The dam</p><p>holds.</p>"}, "The dam\n\nholds."),
        ({"content:encoded": " ", "description": "Short."}, "Short."),
        ({"description": "<p>Fish &amp; ferries</p>"}, "Fish & ferries"),
        ({"description": "5 < 6 & 7"}, "5 < 6 & 7"),
    ],
)
def test_the_fullest_text_is_taken_as_plain_text(read_one, item, text):
    assert [document.text for document in read_one("news.rss", make_rss([item]))] == [text]


@pytest.mark.parametrize(
    ("given", "field", "found"),
    [
        ({"guid": "https://lantern.example/1"}, "url", "https://lantern.example/1"),
        ({"guid": "lantern-1"}, "url", None),
        ({"author": "desk@lantern.example (Rosa Quayle)"}, "author", "desk@lantern.example (Rosa Quayle)"),
        ({"source": "Meridian Wire"}, "source", "Meridian Wire"),
        ({"dc:date": "2031-03-04"}, "published", "2031-03-04"),
        ({"title": "Dam <i>holds</i>\n still"}, "title", "Dam holds still"),
    ],
)
def test_where_metadata_is_found(read_one, given, field, found):
    (document,) = read_one("news.rss", make_rss([{"description": "The dam.", **given}]))
    assert document.fields.get(field) == found


def test_an_item_without_a_text_is_told(read_one):
    told, document = read_one("news.rss", make_rss([{"title": "Dam"}, {"description": "The sea."}]))
    assert (told.row, told.outcome, told.reason) == (1, "left out", "no text")
    assert document.row == 2


def test_a_feed_without_items_is_empty(read_one):
    (told,) = read_one("news.rss", make_rss([]))
    assert told.reason == "empty"


@pytest.mark.parametrize(
    ("declared", "written", "encoding"),
    [
        ("iso-8859-1", "cp1252", "cp1252"),
        ("windows-1251", "windows-1251", "windows-1251"),
        ("utf-16", "utf-16", "utf-16"),
        ("iso-8859-1", "utf-8", "utf-8"),
    ],
)
def test_the_encoding_is_as_declared(read_one, declared, written, encoding):
    text = "Дамба стоит." if declared == "windows-1251" else "“Sí,” said the café."
    feed = make_rss([{"description": text}]).decode().replace('"utf-8"', f'"{declared}"')
    (document,) = read_one("news.rss", feed.encode(written))
    assert (document.text, document.encoding) == (text, encoding)


def test_an_encoding_that_was_declared_wrongly_is_guessed_and_told(read_one):
    feed = make_rss([{"description": "It’s over, said the café."}]).decode().encode("cp1252")
    document, told = read_one("news.rss", feed)
    assert (told.reason, document.text) == ("encoding guessed", "It’s over, said the café.")


@pytest.mark.parametrize(
    ("text", "mended", "complaint"),
    [
        ("The caf&eacute;&nbsp;opens.", "The café\u00a0opens.", "Entity 'eacute' not defined"),
        ("5 &LT; 6 &AMP; 7", "5 < 6 & 7", "Entity 'LT' not defined"),
        ("Fish & ferries", "Fish & ferries", "xmlParseEntityRef: no name"),
        ("<![CDATA[Fish & &lt;b&gt;]]> & ferries", "Fish & <b> & ferries", "xmlParseEntityRef: no name"),
        ("The dam\x08 holds.", "The dam holds.", "PCDATA invalid Char value 8"),
    ],
)
def test_broken_xml_is_mended_and_told(read_one, text, mended, complaint):
    feed = make_rss([{"description": "HERE"}, {"description": "The sea."}]).decode().replace("HERE", text)
    first, second, told = read_one("news.rss", feed)
    assert (first.text, second.text) == (mended, "The sea.")
    assert (told.row, told.outcome, told.reason) == (None, "changed", "markup repaired")
    assert told.detail.startswith(complaint)


@pytest.mark.parametrize(
    "text", ["The dam</b> holds.", "The <b>dam holds.", "The dam <holds.", "The &dam; holds."]
)
def test_a_broken_item_costs_no_other(read_one, text):
    items = [ITEM, {**ITEM, "title": "HERE"}, {"title": "Sea", "description": "The sea."}]
    first, told, third, changed = read_one("news.rss", make_rss(items).decode().replace("HERE", text))
    assert first.fields["url"] == "https://lantern.example/dam"
    assert (told.row, told.outcome, told.reason) == (2, "left out", "broken row")
    assert (third.row, third.text) == (3, "The sea.")
    assert third.fields == {"title": "Sea", "source": "The Sella Lantern"}
    assert changed.reason == "markup repaired"


def test_items_before_a_cut_are_read_and_the_cut_is_told(read_one):
    feed = make_rss([ITEM, {"description": "The sea and the river."}])
    document, told, _ = read_one("news.rss", feed[: feed.index(b" and the")])
    assert (document.row, document.text) == (1, "The dam holds.")
    assert (told.row, told.reason) == (2, "broken row")


def test_broken_entries_of_atom_keep_their_name_space(read_one):
    second, third, fourth = read_one("news.atom", ATOM.replace("Short.", "Short</b>."))[1:4]
    assert (second.text, second.fields["published"]) == ("The ferry\n\nwaits.", "2031-03-06")
    assert (third.text, third.fields["source"], fourth.row) == ("5 <b> 4", "The Sella Lantern", 4)


def test_characters_that_an_outer_definition_names_are_no_fault(read_one):
    kind = '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://127.0.0.1:9/rss.dtd">'
    feed = make_rss([{"description": "HERE"}]).decode().replace("<rss", f"{kind}<rss")
    (document,) = read_one("news.rss", feed.replace("HERE", "The caf&eacute;"))
    assert document.text == "The café"


LAUGHS = "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))


@pytest.mark.parametrize(
    ("declared", "text"),
    [
        (f'<!ENTITY a "lol">{LAUGHS}', "&i;"),
        (f'<!ENTITY a "{"lol" * 30_000}">', "&a;" * 10_000),
        ('<!ENTITY a "&b;"><!ENTITY b "&a;">', "&a;"),
        ('<!ENTITY a SYSTEM "file:///etc/passwd">', "&a;"),
        ('<!ENTITY % a SYSTEM "file:///etc/passwd"> %a;', "The dam."),
        (f'<!ENTITY a "lol">{LAUGHS}', '<b class="&i;"/>'),
    ],
)
def test_entities_are_never_expanded(read_one, declared, text):
    feed = make_rss([{"description": "HERE"}]).decode().replace("<rss", f"<!DOCTYPE rss [{declared}]><rss")
    (told,) = read_one("news.rss", feed.replace("HERE", text))
    assert (told.row, told.outcome, told.reason) == (None, "left out", "broken file")
    assert told.detail == "it declares entities of its own, which are not expanded"


def test_nothing_is_fetched(read_one):
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        address = f"http://127.0.0.1:{server.getsockname()[1]}/a"
        declared = f'<!DOCTYPE rss SYSTEM "{address}.dtd" [<!ENTITY a SYSTEM "{address}.txt">]>'
        feed = make_rss([{"description": "HERE"}]).decode().replace("<rss", f"{declared}<rss")
        read_one("news.rss", feed.replace("HERE", "&a;"))
        with pytest.raises(BlockingIOError):
            server.accept()


@pytest.mark.parametrize(
    ("content", "reason", "detail"),
    [
        ("", "empty", ""),
        (" \n", "empty", ""),
        ("<opml><b></opml>", "broken file", "Opening and ending tag mismatch: b"),
        (f"<opml>{'x' * 200_000}</b>", "unsupported format", "its root element is opml"),
        ("<newsItem/>", "unsupported format", "its root element is newsItem, which is no feed's"),
        (
            '<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>',
            "unsupported format",
            "its root element is RDF, but not of RSS",
        ),
        ("The dam holds.", "broken file", "Start tag expected, '<' not found, line 1, column 1"),
        ("<rss><channel><title>The Sella", "broken file", "Premature end of data in tag title line 1"),
        (b"\x89PNG\r\n\x1a\n\0\0\xff", "not text", ""),
        (b"\xff\xfe<", "undecodable", ""),
    ],
)
def test_what_is_left_out(read_one, content, reason, detail):
    (told,) = read_one("news.xml", content)
    assert (told.row, told.outcome, told.reason) == (None, "left out", reason)
    assert told.detail.startswith(detail)


TEXTS = st.text("aé“&<> .;#\n").filter(lambda text: plain_text(text) == text.strip() != "")


@given(texts=st.lists(TEXTS, min_size=1))
def test_texts_come_back(texts):
    feed = make_rss([{"description": text} for text in texts])
    found = read([Input("a.rss", "", len(feed), 0, content=feed)], Columns())
    assert [document.text for document in found] == [text.strip() for text in texts]


@given(data=st.data())
def test_damage_ends_in_the_ledger(data):
    feed = bytearray(ATOM.encode())
    for _ in range(data.draw(st.integers(1, 4))):
        feed[data.draw(st.integers(0, len(feed) - 1))] = data.draw(st.integers(0, 255))
    outcomes = list(read([Input("a.atom", "", len(feed), 0, content=bytes(feed))], Columns()))
    assert outcomes
    assert not [row for row in outcomes if type(row) is not Document and "Error" in row.detail]
