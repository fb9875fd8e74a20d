"""A report file in a folder of its own."""

from collections.abc import Callable
from pathlib import Path

import pytest

TEXT = """\
Officials in Washington said guns and shells were handed across. “They don’t present any
receipts,” Petrov said, according to Tass. Two ships moved several hundred containers since August.
Two ships moved several hundred containers since August.
"""
HEAD = """\
id: report:2023-10-18-demo
title: Minister in Pyongyang as arms allegations grow
publisher: {id: org:example-wire, type: Organization, name: Example Wire}
published: 2023-10-18
language: en
text: a.txt
"""
BODY = """\
entities:
  - {id: person:dmitri-petrov, type: Person, name: Dmitri Petrov, role: Kremlin spokesperson}
  - {id: "#ship-1", type: Ship, unnamed: true, note: one of two Russian ships}
  - {id: ship:angara, type: Ship, name: Angara, imoNumber: 9179842, names: {ru: Ангара}}
propositions:
  - id: "#supply"
    type: ArmsTransfer
    supplier: country:KP
    recipient: country:RU
    time: 2023-09/2023-10
    cargo: {cargoKind: ammunition, quantity: several hundred containers, quantityMin: 200, unit: containers}
claims:
  - id: "#c1"
    status: accepted
    reviewer: A. Analyst
    reviewed: 2023-10-19
    claimant: {id: org:white-house, type: Organization, name: White House}
    stance: asserts
    about: "#supply"
    said: 2023-10-09/2023-10-15
    passage: {quote: "guns and shells were handed across"}
  - id: "#c2"
    status: accepted
    reviewer: A. Analyst
    reviewed: 2023-10-19
    claimant: person:dmitri-petrov
    via: [org:tass, org:reuters]
    stance: denies
    about: "#supply"
    disputes: "#c1"
    passage: {quote: "\\"They don't present any receipts,\\" Petrov said"}
"""

Write = Callable[..., str]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a report file (the demo's, with parts replaced) and its text; gives its path."""

    def writer(*swaps: tuple[str, str], name: str = "report.yaml", text: str = TEXT) -> str:
        (tmp_path / "a.txt").write_text(text, newline="")
        whole = HEAD + BODY
        for old, new in swaps:
            assert old in whole, old
            whole = whole.replace(old, new)
        path = tmp_path / name
        path.write_text(whole, newline="")
        return str(path)

    return writer
