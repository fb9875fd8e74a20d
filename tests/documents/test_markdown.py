"""Markdown: the words without the marks."""

import pytest

from kb.documents.markdown import CHARACTERS
from kb.documents.model import Document
from kb.documents.read import document_of
from kb.errors import BadInput


def markdown(text: str) -> Document:
    return document_of(text.encode(), "a.md")


def test_blocks_become_paragraphs():
    text = """# A head

Some *marked* **words** with a [link](https://example.org "t"), `code` &amp; ![a crane](x.png)
that go on\\
and break.

- one
- two
  1. below

> quoted

| Ship | IMO |
|---|---|
| Example | 9074729 |

```
x = 1

y = 2
```
<div>In a <b>box</b><script>alert()</script></div>

<!-- unseen -->
End <br> here.
"""
    assert markdown(text).text.split("\n\n") == [
        "A head",
        "Some marked words with a link, code & a crane that go on\nand break.",
        "one",
        "two",
        "below",
        "quoted",
        "Ship",
        "IMO",
        "Example",
        "9074729",
        "x = 1\ny = 2",
        "In a box",
        "End  here.\n",
    ]


def test_front_matter_says_what_the_file_is():
    document = markdown(
        "---\ntitle: Ship seen\ndate: 2023-10-18\nauthor: [Ann Other, {name: Bob Else}]\n"
        "publisher: Example Wire\nurl: https://example.org/a\nlang: en_GB\n---\nWords.\n"
    )
    assert document.text == "Words.\n"
    assert (document.title, document.publisher) == ("Ship seen", "Example Wire")
    assert (document.published, document.language) == ("2023-10-18", "en-GB")
    assert document.authors == ("Ann Other", "Bob Else")
    assert document.url == "https://example.org/a"
    assert document.notes == ()


def test_front_matter_that_is_not_understood_is_told():
    document = markdown("---\ndate: Wednesday\nurl: 'javascript:x'\n---\nWords.\n")
    assert (document.published, document.url) == ("", "")
    assert [note.split("'")[-2] for note in document.notes] == ["Wednesday", "javascript:x"]


@pytest.mark.parametrize(
    "front", ["a: b: c", "- a", "a: &x [*x]", "? [", "a: !!python/object:x {}"]
)
def test_bad_front_matter_is_left_out_and_told(front: str):
    document = markdown(f"---\n{front}\n---\nWords.\n")
    assert document.text == "Words.\n"
    assert "front matter" in document.notes[0]


def test_a_rule_at_the_start_is_no_front_matter():
    assert markdown("---\nWords.\n").text == "Words.\n"


def test_deep_nesting_is_bounded_and_told():
    document = markdown("Words.\n\n" + "> " * 5000 + "deep\n")
    assert document.text.startswith("Words.")
    assert "nested more than" in document.notes[0]


def test_long_markdown_and_markdown_without_words_are_refused():
    with pytest.raises(BadInput, match="characters of Markdown"):
        markdown("a" * (CHARACTERS + 1))
    with pytest.raises(BadInput, match="no text"):
        markdown("---\ntitle: x\n---\n\n---\n")
