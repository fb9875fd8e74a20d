"""HTML: the main content and what the page says of itself; nothing that the page does not say."""

import json
import socket

import pytest

from kb.documents import html
from kb.documents.model import Document
from kb.documents.read import document_of
from kb.errors import BadInput
from tests.documents.made import BODY_PARAGRAPH, page

NAVIGATION = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/x'>Other news</a></li></ul></nav>"
ARTICLE = (
    f"{NAVIGATION}<main><article><h1>Ship seen in port</h1>"
    "<figure class='lead caption'><img src='x.jpg'><figcaption>The quay at dawn. Photo: Ann Other"
    "</figcaption></figure><div>"
    + "".join(f"<p>{n}. {BODY_PARAGRAPH}</p>" for n in range(5))
    + "<p>Line <b>one</b><br>line <a href='/z'>two</a>.</p><blockquote>Quoted words.</blockquote>"
    "<script>var secret = 'hidden'</script><style>p {color: red}</style></div></article></main>"
    "<footer>Copyright 2021 Example Wire</footer>"
)


def parsed(data: bytes) -> Document:
    return document_of(data, "a.html")


def refusal(data: bytes) -> str:
    with pytest.raises(BadInput) as caught:
        parsed(data)
    return str(caught.value)


def test_the_main_content_is_kept_as_paragraphs():
    document = parsed(page(ARTICLE))
    parts = document.text.strip().split("\n\n")
    assert parts[0] == "Ship seen in port"
    assert parts[2:7] == [f"{n}. {BODY_PARAGRAPH}" for n in range(5)]
    assert parts[7:] == ["Line one\nline two.", "Quoted words."]
    assert document.notes == ()


def test_captions_are_paragraphs_of_their_own():
    assert "\n\nThe quay at dawn. Photo: Ann Other\n\n" in parsed(page(ARTICLE)).text


def test_a_caption_that_the_search_loses_stands_before_the_text(monkeypatch):
    from lxml import html as lxml_html

    found = lxml_html.fromstring(f"<div><p>{BODY_PARAGRAPH}</p></div>")
    monkeypatch.setattr(html, "_main", lambda root: found)
    document = parsed(page(ARTICLE))
    assert document.text == f"The quay at dawn. Photo: Ann Other\n\n{BODY_PARAGRAPH}\n"
    assert document.notes == ("1 captions stand before the text.",)


@pytest.mark.parametrize(
    "body", [ARTICLE, "<p>Few words.</p><script>hidden</script><style>red</style>"]
)
def test_scripts_styles_and_hidden_elements_are_never_text(body: str):
    text = parsed(page(body + "<template>red</template><noscript>hidden</noscript>")).text
    assert "hidden" not in text
    assert "red" not in text.split()


def test_json_ld_and_meta_tags_tell_of_the_page():
    thing = {
        "@graph": [
            {"@type": "WebSite", "name": "Site"},
            {
                "@type": ["Thing", "NewsArticle"],
                "headline": "The headline",
                "author": [{"name": "Ann Other"}, {"name": "Bob Else"}],
                "publisher": {"@type": "Organization", "name": "Example Wire"},
                "datePublished": "2023-10-18T23:30:00-05:00",
                "dateModified": "2023-11-01",
            },
        ]
    }
    head = (
        f'<script type="application/ld+json">{json.dumps(thing)}</script><title>Other</title>'
        '<link rel="canonical" href="https://example.org/a?b=1">'
        '<meta property="og:site_name" content="Other wire">'
    )
    document = parsed(page(ARTICLE, head, "en-GB"))
    assert (document.title, document.publisher) == ("The headline", "Example Wire")
    assert (document.published, document.language) == ("2023-10-18", "en-GB")
    assert document.authors == ("Ann Other", "Bob Else")
    assert document.url == "https://example.org/a?b=1"


def test_meta_tags_alone_suffice():
    head = (
        '<meta property="og:title" content=" The  title ">'
        '<meta name="author" content="Ann Other; Bob Else">'
        '<meta property="article:published_time" content="2023-10-18T09:00:00Z">'
        '<meta property="og:url" content="https://example.org/a">'
        '<meta property="og:site_name" content="Wire">'
    )
    document = parsed(page(ARTICLE, head, ""))
    assert (document.title, document.publisher) == ("The title", "Wire")
    assert (document.published, document.url) == ("2023-10-18", "https://example.org/a")
    assert document.authors == ("Ann Other", "Bob Else")
    assert (document.language, document.notes) == ("", ())


def test_a_date_that_is_only_shown_is_told_as_found_by_its_place():
    shown = ARTICLE.replace("</h1>", "</h1><div class='date'>18 October 2023</div>")
    document = parsed(page(shown))
    assert document.published == "2023-10-18"
    assert any("check it" in note for note in document.notes)


def test_a_page_that_tells_nothing_has_no_fields():
    document = parsed(page("<p>Few words.</p>", lang=""))
    assert document.text == "Few words.\n"
    told = (document.title, document.publisher, document.published, document.language, document.url)
    assert told == ("", "", "", "", "")
    assert document.authors == ()


@pytest.mark.parametrize(
    "script",
    ["{", "[" * 100_000, "[[1]]", '{"@type": 3, "@graph": 4}', '{"@type": "Article", "author": 1}'],
)
def test_odd_json_ld_is_passed_over(script: str):
    head = f'<script type="application/ld+json">{script}</script>'
    assert BODY_PARAGRAPH in parsed(page(ARTICLE, head)).text


def test_addresses_that_are_no_web_addresses_are_not_kept():
    assert parsed(page(ARTICLE, '<link rel="canonical" href="javascript:alert(1)">')).url == ""


def test_nothing_is_fetched(monkeypatch):
    def refuse(*_args: object, **_more: object) -> None:
        raise AssertionError("network")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    head = (
        '<base href="https://example.org/"><link rel="stylesheet" href="https://example.org/x.css">'
    )
    body = (
        f'{ARTICLE}<iframe src="https://example.org"></iframe><img src="https://example.org/x.png">'
    )
    assert parsed(page(body, head)).text
    outside = b'<!DOCTYPE html SYSTEM "https://example.org/x.dtd" [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    assert "root:" not in parsed(outside + b"<html><body><p>Words &a; here</p></body></html>").text


def test_where_no_main_content_is_found_all_visible_text_is_kept(monkeypatch):
    monkeypatch.setattr(html, "_main", lambda root: None)
    document = parsed(page(ARTICLE + "<div hidden>unseen</div><p style='display: none'>unseen</p>"))
    assert document.text.startswith("Home\n\nOther news\n\nShip seen in port\n\n")
    assert document.text.endswith("Quoted words.\n\nCopyright 2021 Example Wire\n")
    assert document.notes == ("No main content was found: this is all visible text of the page.",)


def test_a_search_that_breaks_falls_back(monkeypatch):
    import trafilatura.core

    def broken(*_args: object, **_more: object) -> None:
        raise RecursionError

    monkeypatch.setattr(trafilatura.core, "bare_extraction", broken)
    assert "No main content" in parsed(page(ARTICLE)).notes[0]


def test_a_page_without_text_is_refused():
    assert "without visible text" in refusal(page("<script>x</script><img src='x'>"))
    assert "without visible text" in refusal(b"<html></html>")


def test_a_huge_page_is_refused_before_it_is_parsed(monkeypatch):
    monkeypatch.setattr(html, "_tree", None)
    assert "more than 16 MiB" in refusal(b"<html>" + b"<p>words" * 7_000_000)


def test_more_markup_than_an_article_has_is_refused_before_it_is_parsed(monkeypatch):
    monkeypatch.setattr(html, "_tree", None)
    attributes = "".join(f" a{n}=b" for n in range(5000))
    for body in ("<p>words" * 250_000, f"<div {attributes}>words"):
        assert "more markup" in refusal(page(body))


def test_a_page_nested_without_end_is_refused_and_a_deep_one_read():
    assert "levels deep" in refusal(page("<div>" * 100_000 + "words"))
    assert "levels deep" in refusal(page("<b><i>" * 50_000 + "words"))
    assert parsed(page("<div>" * 1000 + "some words")).text == "some words\n"


def test_a_page_of_very_many_elements_is_read_whole():
    document = parsed(page("<p>words</p>" * 50_000))
    assert document.text.count("words") == 50_000
    assert "all visible text" in document.notes[0]


def test_a_declared_encoding_is_used_and_told():
    body = page(ARTICLE.replace("Quoted", "Précis"), '<meta charset="ISO-8859-1">').decode()
    document = parsed(body.encode("cp1252"))
    assert "Précis words." in document.text
    assert document.notes == ("The page was in cp1252.",)
    assert parsed("<html><body><p>Précis words".encode("utf-16")).text == "Précis words\n"


@pytest.mark.parametrize(
    "charset", ["", "no-such", "rot13", "zlib_codec", "punycode", "utf-8", "unicode_escape"]
)
def test_an_encoding_that_is_not_known_is_refused_with_the_remedy(charset: str):
    data = page("<p>x</p>", f'<meta charset="{charset}">') + b"caf\xe9"
    assert "iconv -f" in refusal(data)


def test_bytes_that_the_declared_encoding_has_not_are_refused():
    assert "cannot be that" in refusal(page("<p>x", '<meta charset="windows-1252">') + b"\x81")


@pytest.mark.parametrize(
    "start",
    [
        "<!DOCTYPE HTML>",
        "\n <html>",
        "<?xml version='1.0'?>\n<!-- a -->\n<html lang='en'>",
        "<body >",
    ],
)
def test_a_page_is_known_by_its_start(start: str):
    assert document_of(f"{start}<p>Some words".encode(), "-").kind == "html"


def test_the_same_page_gives_the_same_document():
    assert parsed(page(ARTICLE)) == parsed(page(ARTICLE))
