"""What an HTML page says of itself: JSON-LD and meta tags first, then what trafilatura finds."""

import json
from typing import Any

from kb.documents.content import address, day, one_line, tag
from kb.documents.quiet import quiet

SCRIPT_BYTES = 512 * 1024
"""Longer JSON-LD is not read."""
ARTICLES = ("Article", "BlogPosting", "Report", "WebPage")
"""Ends of the schema.org types that speak of the page, best first."""
META = {
    "title": ("og:title", "citation_title", "dc.title", "dcterms.title", "twitter:title"),
    "publisher": ("og:site_name", "application-name", "citation_publisher", "dc.publisher"),
    "published": (
        "article:published_time",
        "datepublished",
        "citation_publication_date",
        "dcterms.issued",
        "dcterms.created",
        "dc.date",
        "date",
        "pubdate",
        "publishdate",
        "parsely-pub-date",
        "sailthru.date",
    ),
    "language": ("content-language", "og:locale", "dc.language"),
    "url": ("og:url",),
    "author": ("author", "citation_author", "dc.creator", "parsely-author", "byl"),
}
NOTHING: dict[str, Any] = {"title": "", "site": "", "authors": (), "date": ""}
OLDEST, NEWEST = "1990-01-01", "2099-12-31"
"""Fixed bounds for dates, so that the same page gives the same date on every day."""


def metadata(root: Any, *, guess: bool) -> dict[str, Any]:
    """The fields of Content but `text` that a page tells, with notes on those that were guessed."""
    article, meta = _article(root), _meta(root)
    guessed = _guess(root) if guess else NOTHING
    found: dict[str, Any] = {
        "title": one_line(article.get("headline")) or _first(meta, "title") or guessed["title"],
        "publisher": _name(article.get("publisher"))
        or _first(meta, "publisher")
        or guessed["site"],
        "language": tag(_lang(root))
        or tag(article.get("inLanguage"))
        or tag(_first(meta, "language")),
        "url": _canonical(root) or address(_first(meta, "url")),
        "authors": _authors(article, meta) or guessed["authors"],
        "notes": [],
    }
    stated = day(article.get("datePublished")) or _stated(meta) or _time(root)
    found["published"] = stated or guessed["date"]
    if found["published"] and not stated:
        found["notes"].append("The date was found by its place on the page: check it.")
    return found


def _article(root: Any) -> dict[str, Any]:
    """The JSON-LD object that speaks of the article, empty where there is none."""
    things: list[dict[str, Any]] = []
    for script in root.iter("script"):
        if (script.get("type") or "").strip().lower() != "application/ld+json":
            continue
        try:
            value = json.loads((script.text or "")[:SCRIPT_BYTES], strict=False)
        except (ValueError, RecursionError):
            continue
        listed = value if isinstance(value, list) else [value]
        for each in listed:
            graph = each.get("@graph") if isinstance(each, dict) else None
            things += [
                x for x in (graph if isinstance(graph, list) else [each]) if isinstance(x, dict)
            ]
    for ending in ARTICLES:
        for thing in things:
            types = thing.get("@type")
            named = types if isinstance(types, list) else [types]
            if any(isinstance(name, str) and name.endswith(ending) for name in named):
                return thing
    return {}


def _meta(root: Any) -> dict[str, list[str]]:
    """The contents of meta tags by their lower-case name, in the order of the page."""
    found: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        value = one_line(element.get("content"))
        for key in ("property", "name", "itemprop", "http-equiv"):
            name = (element.get(key) or "").strip().lower()
            if name and value:
                found.setdefault(name, []).append(value)
    return found


def _first(meta: dict[str, list[str]], what: str) -> str:
    return next((meta[name][0] for name in META[what] if name in meta), "")


def _stated(meta: dict[str, list[str]]) -> str:
    dates = (day(meta[name][0].replace("/", "-")) for name in META["published"] if name in meta)
    return next(filter(None, dates), "")


def _time(root: Any) -> str:
    """The date of a time element that is marked as the day of publication."""
    for element in root.iter("time"):
        if element.get("pubdate") is not None or element.get("itemprop") == "datePublished":
            return day(element.get("datetime"))
    return ""


def _name(value: Any) -> str:
    """The name of a JSON-LD agent, which may be an object, a list or a plain text."""
    first = value[0] if isinstance(value, list) and value else value
    return one_line(first.get("name") if isinstance(first, dict) else first)


def _authors(article: dict[str, Any], meta: dict[str, list[str]]) -> tuple[str, ...]:
    value = article.get("author")
    names = [_name(each) for each in (value if isinstance(value, list) else [value])[:50]]
    if not any(names):
        values = next((meta[name][:50] for name in META["author"] if name in meta), [])
        names = [name.strip() for value in values for name in value.split(";")]
    return tuple(dict.fromkeys(n for n in names if n and not n.startswith(("http:", "https:"))))


def _lang(root: Any) -> str:
    top = next(root.iter("html"), root)
    return top.get("lang") or top.get("{http://www.w3.org/XML/1998/namespace}lang") or ""


def _canonical(root: Any) -> str:
    for element in root.iter("link"):
        if "canonical" in (element.get("rel") or "").lower().split():
            return address(element.get("href"))
    return ""


def _guess(root: Any) -> dict[str, Any]:
    """Title, site, authors and date as trafilatura and htmldate find them by patterns."""
    # Trafilatura takes a second to load: only a page has to wait for it.
    from trafilatura.metadata import extract_metadata

    dates = {
        "original_date": True,
        "extensive_search": False,
        "min_date": OLDEST,
        "max_date": NEWEST,
    }
    try:
        with quiet():
            found = extract_metadata(root, date_config=dates)
    except Exception:
        return NOTHING  # a page that breaks the search tells nothing of itself
    authors = (one_line(each) for each in (found.author or "").split(";"))
    return {
        "title": one_line(found.title),
        "site": one_line(found.sitename),
        "authors": tuple(filter(None, authors)),
        "date": day(found.date),
    }
