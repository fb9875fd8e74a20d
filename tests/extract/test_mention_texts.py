"""Names in whole articles: what is found of each kind, how much of it is right, and single cases."""

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from kb.desk.drafting import GOLD_KINDS
from kb.extract.draft import day_of
from kb.extract.mention import Mention
from kb.extract.mentions import mentions
from tests.extract.prose import known

FOLDER = Path(__file__).parent / "mention_texts"
MARKED = re.compile(r"\{(\w+)\|([^}=]*)(?:=([^}]*))?\}")
TEXTS = sorted(path.stem for path in FOLDER.glob("*.txt"))
FLOORS = {
    "ship": 0.93,
    "port": 0.90,
    "state": 0.97,
    "organisation": 0.93,
    "person": 0.97,
    "date": 0.97,
    "imo": 1.0,
}
"""What precision and recall over all texts may not fall below."""
Place = tuple[int, int]


def read(name: str) -> tuple[str, str, list[tuple[str, Place, str]]]:
    """A text without its marks, its day, and what is marked in it: kind, place, value."""
    head, _, body = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").partition("\n")
    text, last, marked = "", 0, []
    for match in MARKED.finditer(body):
        text += body[last : match.start()]
        kind = "organisation" if match[1] == "org" else match[1]
        marked.append((kind, (len(text), len(text) + len(match[2])), match[3] or ""))
        text, last = text + match[2], match.end()
    return text + body[last:], head.removeprefix("published: "), marked


def bare(text: str, place: Place) -> Place:
    """A place without a preposition or article before and a possessive ending behind."""
    start, end = place
    lead = re.match(r"(?i)(?:the|on|in|at)\s+", text[start:end])
    tail = re.search(r"[’']s?$", text[start:end])
    return start + (lead.end() if lead else 0), end - (len(tail[0]) if tail else 0)


def of_kind(text: str, found: list[Mention], kind: str) -> Counter[Place]:
    return Counter(bare(text, (m.start, m.end)) for m in found if GOLD_KINDS.get(m.kind) == kind)


@pytest.mark.parametrize("kind", sorted(FLOORS))
def test_names_of_a_kind_are_found_and_little_else(kind: str) -> None:
    right = given = sought = 0
    for name in TEXTS:
        text, published, marked = read(name)
        found = of_kind(text, mentions(text, day_of(published), known()), kind)
        gold = Counter(bare(text, place) for each, place, _ in marked if each == kind)
        right, given = right + (gold & found).total(), given + found.total()
        sought += gold.total()
    assert right >= FLOORS[kind] * given
    assert right >= FLOORS[kind] * sought


@pytest.mark.parametrize("kind", ["ship", "port", "state", "organisation", "person"])
def test_unions_envoys_and_armies_are_named_whole_and_as_what_they_are(kind: str) -> None:
    text, published, marked = read("envoys-and-armies")
    found = of_kind(text, mentions(text, day_of(published), known()), kind)
    meant = Counter(bare(text, place) for each, place, _ in marked if each == kind)
    assert {text[slice(*each)] for each in found} == {text[slice(*each)] for each in meant}
    assert found == meant


@pytest.mark.parametrize("name", TEXTS)
def test_dates_and_states_have_the_value_that_is_meant(name: str) -> None:
    text, published, marked = read(name)
    found = mentions(text, day_of(published), known())
    values = {
        (GOLD_KINDS.get(m.kind), bare(text, (m.start, m.end))): m.value.removeprefix("country:")
        for m in found
    }
    for kind, place, value in marked:
        key = (kind, bare(text, place))
        if value and key in values:
            assert values[key] == value, text[slice(*place)]


CASES = """\
The Angara, the Maria and the Lady R lay at anchor. | ship: Angara; Maria; Lady R
The tankers Huge Star, Starla D and Arina docked at José. | ship: Huge Star; Starla D; Arina
She was renamed Sea Partner and sails on. | ship: Sea Partner
The characters "Fu Hai 668" were visible on the stern. | ship: Fu Hai 668
A M/T Dove of Tabriz loaded there. | ship: Dove of Tabriz
The Palau-flagged tanker Merry Sky left. | ship: Merry Sky
The flag of the Comoros is cheap; the tanker sailed under it. | ship:
The IMO numbers were false; the vessel had none. | ship:
Jordan Mensah, 41, was arrested with Chad Brewster, an official. | person: Jordan Mensah; Chad Brewster
Jordan and Chad denied it. | state: Jordan; Chad
Foreign Ministry spokeswoman Alina Dragunova spoke. | person: Alina Dragunova
Under Secretary for Financial Intelligence Marcia Oyelaran said so. | person: Marcia Oyelaran
Kim Yong Chol met Ri Son-gwon; Kim smiled. | person: Kim Yong Chol; Ri Son-gwon; Kim
Levant Precision Trading and Levant Precision denied it. | org: Levant Precision Trading; Levant Precision
The Ministry of Defence of the Rescue Government spoke. | org: Ministry of Defence; Rescue Government
It listed Zhoushan Petrochemical Co., Ltd. | org: Zhoushan Petrochemical Co., Ltd
The Department of the Treasury spoke. | org: Department of the Treasury
The Zanzibar International Register of Shipping lists her. | org: Zanzibar International Register of Shipping
It asked Pemba Lines Ltd. Two people answered. | org: Pemba Lines Ltd
Member States and the ministry did not answer. | org:
The ship sailed from Primorsk to Vadinar. | port: Primorsk; Vadinar
The box came from Nansha on the Alcazar for Puerto Cortés. | port: Nansha; Puerto Cortés
The plane flew from Bandar Abbas. | port:
The tanker sailed from Bandar Abbas, and the crew flew from Bandar Abbas. | port: Bandar Abbas
Two crude tankers – Ondine and Tessaly – left the terminal. | ship: Ondine; Tessaly
The three tankers are OLA22, PRIMULA, and TORBEN 9. | ship: OLA22; PRIMULA; TORBEN 9
Listed vessels include GREY GULL, AVENS and SORREL II. | ship: GREY GULL; AVENS; SORREL II
It owns three ships, Sabina, Ardea and Limosa. | ship: Sabina; Ardea; Limosa
Officers boarded the Ondine tanker, and the Tessaly and Brant tankers left. | ship: Ondine; Tessaly; Brant
A ship believed to be the Maria lay there. | ship: Maria
The tanker headed for a navy port called Sunny Cove. | ship:
The vessel, sailing before dawn, was seen entering the Kerch Passage. | port:
Prior to entering the Ornos, the ship was seen. | ship:
It unloaded its coal at North Korea’s Chongjin and in southern Busan. | port: Chongjin; Busan
The tanker loaded on Iran’s Kharg Island. | port: Kharg Island
The tanker is showing Aliaga in Turkey as her final destination. | port: Aliaga
The tanker was heading to Malta. | port:
Two tankers crossed the Suez Canal to the port of Baniyas, Tartus Governorate. | port: Baniyas
The tanker was loaded at Puerto la Cruz and moved to the South dock. | port: Puerto la Cruz
The tanker lies at the terminal. Obviously, one berth is free. | port:
TRIPOLI (Reuters) — The tanker docked in Tripoli. | port: Tripoli
The transfer took place while both tankers lay anchored off Fujairah. | port: Fujairah
The frigate of the Italian Navy ITS Aldebaran met the corvette ITS Rigel. | ship: ITS Aldebaran; ITS Rigel
It moved oil to the Sam Pyo No. 2 and three other vessels. | ship: Sam Pyo No. 2
The 159,000-dwt Corvina Ridge lay near the Ostrava Light (built 2011). | ship: Corvina Ridge; Ostrava Light
Bonita Courage has arrived safely at the anchorage. | ship: Bonita Courage
The images show Nampo, Taean and Songnim ports. | port: Nampo; Taean; Songnim
The tankers were held off Port Lune, near Kota Lune, and registered in Penang. | port: Port Lune
SEOUL (AFP) – Seoul's foreign ministry said the ship sailed from Seoul. | org: AFP
Crude Oil Tanker DORADA I left, and the Tanker Owners Association said nothing. | ship: DORADA I
Lady Q, the cargo ship which docked there, and the tanker Marshal Y left. | ship: Lady Q; Marshal Y
The 138,000 cbm Boreal Scout met the 2023-built Nordica. | ship: Boreal Scout; Nordica
The tanker docked in Simon’s Town. | port: Simon’s Town
The firm runs ports including Qingdao, Rizhao and Yantai. | port: Qingdao; Rizhao; Yantai
The tanker called at Shandong’s Dongying port. | port: Dongying
The tanker lay off as the Rizhao Sunrise Terminal was listed. | ship:
The UK and the EU imposed sanctions on the tanker. | ship:
It anchored off Port-en-Lac, then offshore Sohar. | port: Port-en-Lac; Sohar
She asked to enter the port of Tripoli in northern Lebanon, then called at Beirut. | port: Tripoli; Beirut
The vessel was stopped 51 nautical miles off Fujairah. | port:
Nice words, and Reading is fun; Mobile phones rang. | port:
"""


@pytest.mark.parametrize("case", CASES.splitlines())
def test_a_sentence_names_what_it_names(case: str) -> None:
    text, _, expected = case.partition(" | ")
    kind, _, names = expected.partition(":")
    kind = "organisation" if kind == "org" else kind
    found = of_kind(text, mentions(text, date(2023, 10, 18), known()), kind)
    listed = [text[slice(*place)] for place in sorted(found)]
    assert listed == [name.strip() for name in names.split("; ") if name.strip()]


def test_a_long_text_is_read_in_blocks_and_nothing_moves() -> None:
    text = "The tanker Merry Sky left Rajin on 3 May 2021.\n" * 9_000
    found = mentions(text, None, known())
    assert len(found) == 3 * 9_000
    assert all(text[m.start : m.end] == m.text for m in found)


def test_a_name_in_another_script_behind_a_name_is_of_its_kind() -> None:
    text = "It left Rajin (라진) and met the tanker Vostok (Восток), then (see below) Merry Sky (ex Moon)."
    found = mentions(text, None, known())
    other = [(m.text, m.kind, m.value) for m in found if m.rule == "K-script"]
    assert other == [("라진", "port", "port:KPNJN"), ("Восток", "ship", "")]
