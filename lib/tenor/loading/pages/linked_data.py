"""What a web page says of its story in JSON-LD, the data that it holds for search engines (schema.org)."""

import html
import json
import re
from collections.abc import Iterator, Mapping

# Ends of the types that stand for a story: NewsArticle, LiveBlogPosting, Report.
_STORY = re.compile(r"(?:Article|BlogPosting|Report)$")
_NAMES = {
    "title": "headline",
    "author": "author",
    "published": "datePublished",
    "source": "publisher",
    "section": "articleSection",
    "url": "url",
}


def read_linked_data(page) -> dict[str, str]:
    """The title, author, published, source, section and url of the page's story, those that its data name.

    Several names are joined by ", ". Data that are no JSON are passed over, as a browser does.
    """
    nodes = list(_nodes(page))
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str)}
    story = next((node for node in nodes if any(map(_STORY.search, _strings(node.get("@type"))))), {})
    said = {ours: _text(story.get(theirs), by_id) for ours, theirs in _NAMES.items()}
    return {name: text for name, text in said.items() if text}


def _nodes(page) -> Iterator[dict]:
    for script in page.iterfind(".//script[@type='application/ld+json']"):
        try:
            parsed = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for node in _list(parsed):
            graph = node.get("@graph") if isinstance(node, dict) else None
            yield from (one for one in [node, *_list(graph)] if isinstance(one, dict))


def _list(value: object) -> list:
    return value if isinstance(value, list) else [value]


def _strings(value: object) -> list[str]:
    return [one for one in _list(value) if isinstance(one, str)]


def _text(value: object, by_id: Mapping[str, dict]) -> str:
    """The text of a value, or the names of the things that it stands for."""
    names = []
    for one in _list(value):
        if isinstance(one, dict):
            one = one.get("name") or by_id.get(str(one.get("@id")), {}).get("name")
        names += _strings(one)
    texts = (" ".join(html.unescape(name).split()) for name in names)
    return ", ".join(dict.fromkeys(filter(None, texts)))
