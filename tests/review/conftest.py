"""A draft report file in a folder of its own."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import yaml

from kb.review.session import Session

DRAFT = """\
# A draft of the first day.
# Not yet reviewed.
id: report:2023-10-18-demo
title: Minister in Pyongyang
publisher: {id: org:example-wire, type: Organization, name: Example Wire}   # made up
published: 2023-10-18
language: en
content: |
  The foreign minister came to Pyongyang on Wednesday.

  North Korea has shipped arms to Russia since August, the White House said on Friday.
  “There is no proof of that,” Dmitry Peskov said, according to Tass.\x20\x20
    An indented line.

  Pyongyang sent munitions to Moscow in September, a think tank said.
extractor: sanctions-kb rules 0.1.0
entities:
  - {id: person:dmitry-peskov, type: Person, name: Dmitry Peskov}
  - {id: org:white-house, type: Organization, name: White House}   # kept
  - {id: org:tass, type: Organization, name: Tass}
  - {id: "#think-tank", type: Organization, unnamed: true, note: a think tank}
propositions:
  - {id: "#p1", type: ArmsTransfer, supplier: country:KP, recipient: country:RU, time: 2023-08/..}
  - id: "#p2"
    type: ArmsTransfer
    supplier: country:KP
    recipient: country:RU
    time: 2023-09
    cargo: {cargoKind: ammunition}
claims:
  - id: "#c1"
    status: draft
    claimant: org:white-house
    stance: asserts
    about: "#p1"
    said: 2023-10-13
    extractedBy: A-said
    passage: {quote: "North Korea has shipped arms to Russia since August"}
    cue: {quote: "the White House said"}
  - id: "#c2"
    status: draft
    claimant: person:dmitry-peskov
    via: [org:tass]
    stance: denies
    about: "#p1"
    disputes: "#c1"
    extractedBy: A-said
    warning: [the claimant is a surname only, "look \\u202e twice"]
    passage: {quote: "There is no proof of that"}
  # a remark on the third
  - id: "#c3"
    status: draft
    claimant: "#think-tank"
    stance: alleges
    about: "#p2"
    extractedBy: A-said
    passage: {quote: "Pyongyang sent munitions to Moscow in September"}

rejected:
  - {words: whatever, because: the quote is not in the text, extractedBy: llm}
"""
DAY = date(2026, 11, 24)

Write = Callable[..., str]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes the draft with parts replaced; gives its path."""

    def writer(*swaps: tuple[str, str], name: str = "draft.yaml") -> str:
        whole = DRAFT
        for old, new in swaps:
            assert old in whole, old
            whole = whole.replace(old, new)
        path = tmp_path / name
        path.write_text(whole, newline="")
        return str(path)

    return writer


def started(path: str) -> Session:
    session = Session.open(path, "A. Analyst")
    session.day = DAY.isoformat()
    return session


def claims(path: str) -> dict[str, dict]:
    return {each["id"]: each for each in on_disk(path)["claims"]}


def on_disk(path: str) -> dict:
    return yaml.load(Path(path).read_text(), yaml.BaseLoader)
