"""Who says what in the patterns of wires, panels, courts and companies, and through whom."""

import pytest

from kb.desk.drafting import Drafter
from kb.documents.model import Document

CASES = [
    # wires: content first, source first, source in the middle
    ("The bulk carrier Ondine unloaded 9,000 tonnes of coal at Busan, two port officials said.",
     [("two port officials", "asserts",
       "The bulk carrier Ondine unloaded 9,000 tonnes of coal at Busan", ())]),
    ("The shipment left Rajin on 3 May, the US Navy said, the second such voyage in a month.",
     [("Navy", "asserts", "The shipment left Rajin on 3 May", ())]),
    ("Latvia's coast guard said on Monday that the tanker Peregrine had cut a cable.",
     [("Latvia's coast guard", "asserts", "the tanker Peregrine had cut a cable", ())]),
    ("“We have never sold a single shell to anybody,” said Pak Chol Su, a spokesman for the ministry.",
     [("Pak Chol Su", "denies", "We have never sold a single shell to anybody", ())]),
    ("According to Reuters, the cargo of the Ondine was sold in Dalian last year.",
     [("Reuters", "asserts", "the cargo of the Ondine was sold in Dalian last year", ())]),
    ("Citing two diplomats, Yonhap reported that the vessel had called at Nampo twice.",
     [("two diplomats", "asserts", "the vessel had called at Nampo twice", ("Yonhap",))]),
    ("State media quoted General Rim Song Il as saying that the launch had been a success.",
     [("Rim Song Il", "asserts", "the launch had been a success", ("State media",))]),
    ("Foreign minister Amal Haddad was quoted by Tass as saying that no weapons had been sent to Sudan.",
     [("Amal Haddad", "denies", "no weapons had been sent to Sudan", ("Tass",))]),
    ("Admiral Lena Borg told Reuters that the frigate had boarded the tanker off Skagen.",
     [("Lena Borg", "asserts", "the frigate had boarded the tanker off Skagen", ("Reuters",))]),
    # nested: the outer source is only through whom it came
    ("A European diplomat said Washington believes the ship carried rockets to Port Sudan.",
     [("Washington", "alleges", "the ship carried rockets to Port Sudan", ("European diplomat",))]),
    ("Iraq has denied owning the tanker, Reuters reported, citing local media.",
     [("Iraq", "denies", "denied owning the tanker", ("Reuters", "local media"))]),
    # accusations
    ("The United States accused China of shipping drone engines to Russia through Kazakhstan.",
     [("United States", "alleges", "China of shipping drone engines to Russia through Kazakhstan", ())]),
    ("Ukraine, which Moscow has accused of shelling the port of Taman, did not comment.",
     [("Moscow", "alleges", "shelling the port of Taman", ())]),
    ("London blamed Tehran for the attack on the tanker Mercer Street last year.",
     [("London", "alleges", "Tehran for the attack on the tanker Mercer Street last year", ())]),
    ("The broker was accused by French prosecutors of forging two certificates of origin.",
     [("French prosecutors", "alleges",
       "The broker was accused by French prosecutors of forging two certificates of origin", ())]),
    # denials
    ("Egypt denied that the rockets were meant for its army, but confirmed the seizure of the ship.",
     [("Egypt", "denies", "the rockets were meant for its army", ()),
      ("Egypt", "confirms", "the seizure of the ship", ())]),
    ("The Russian embassy rejected the allegation that its cargo planes had landed at Benghazi.",
     [("Russian embassy", "denies", "its cargo planes had landed at Benghazi", ())]),
    ("Beijing dismissed the report as “pure invention”.",
     [("Beijing", "denies", "the report as “pure invention”", ())]),
    ("The allegation was denied by the owner of the Ondine on Friday.",
     [("owner of the Ondine", "denies", "The allegation was denied by the owner of the Ondine", ())]),
    ("The ministry called the claims baseless and a provocation.",
     [("ministry", "denies", "the claims baseless and a provocation", ())]),
    ("Treasury said that the firm had shipped oil to Syria, an allegation the firm denies.",
     [("Treasury", "asserts", "the firm had shipped oil to Syria", ()),
      ("firm", "denies", "the firm had shipped oil to Syria", ())]),
    ("Tehran says it has not supplied the Houthis with missiles.",
     [("Tehran", "denies", "it has not supplied the Houthis with missiles", ())]),
    # doubts
    ("Reuters could not independently verify the date of the pictures.",
     [("Reuters", "doubts", "the date of the pictures", ())]),
    ("It is not clear whether the cargo was unloaded at Wonsan.",
     [(None, "doubts", "the cargo was unloaded at Wonsan", ())]),
    ("The institute said it could not confirm that the boxes held shells.",
     [("institute", "doubts", "it could not confirm that the boxes held shells", ())]),
    # confirmation, expectation
    ("The Panama Maritime Authority confirmed that it had struck the tanker off its registry.",
     [("Panama Maritime Authority", "confirms", "it had struck the tanker off its registry", ())]),
    ("The ministry said the second ship will arrive at Bandar Abbas on Sunday.",
     [("ministry", "expects", "the second ship will arrive at Bandar Abbas on Sunday", ())]),
    # panels
    ("A Member State informed the Panel that the vessel had loaded coal at Taean in March.",
     [("Member State", "asserts", "the vessel had loaded coal at Taean in March", ())]),
    ("The Panel found that the vessel had switched off its transponder for nine days.",
     [("Panel", "asserts", "the vessel had switched off its transponder for nine days", ())]),
    ("Imagery provided by a Member State shows the Saebyol alongside a foreign-flagged tanker.",
     [("Imagery provided by a Member State", "asserts",
       "the Saebyol alongside a foreign-flagged tanker", ())]),
    # courts
    ("Prosecutors allege that the defendant bought the tanker with money from Pyongyang.",
     [("Prosecutors", "alleges", "the defendant bought the tanker with money from Pyongyang", ())]),
    ("The complaint alleges that Hartono falsified the bills of lading in 2019.",
     [("complaint", "alleges", "Hartono falsified the bills of lading in 2019", ())]),
    # participles and second clauses
    ("Seoul's military said the trains had crossed the border, adding that they carried shells.",
     [("Seoul's military", "asserts", "the trains had crossed the border", ()),
      ("Seoul's military", "asserts", "adding that they carried shells", ())]),
    ("The envoy said that the ship had sunk and that her crew was safe.",
     [("envoy", "asserts", "the ship had sunk", ()), ("envoy", "asserts", "her crew was safe", ())]),
    # hearsay without anybody
    ("The tanker is believed to have loaded crude at Kharg Island.",
     [(None, "alleges", "The tanker is believed to have loaded crude at Kharg Island", ())]),
    # datelines are no part of a claim
    ("SEOUL, April 5 (Yonhap) -- North Korea fired two missiles on Friday, South Korea's military said.",
     [("South Korea's military", "asserts", "North Korea fired two missiles on Friday", ())]),
    # words that are no verb here
    ("The state media report on an Iranian claim was short.", []),
    ("Speculation about a possible North Korean plan to sell shells grew in autumn.", []),
]  # fmt: skip


@pytest.fixture(scope="module")
def drafter(tmp_path_factory: pytest.TempPathFactory) -> Drafter:
    return Drafter(str(tmp_path_factory.mktemp("none") / "kb"), ("rules",))


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:50] for text, _ in CASES])
def test_who_says_what(drafter: Drafter, text: str, expected: list[tuple]) -> None:
    document = Document(
        text=text, kind="text", file="a.txt", source_sha256="0" * 64, published="2024-06-12"
    )
    found = drafter.found(document)
    claims = [
        (
            found.words(each.claimant) if each.claimant else None,
            each.stance,
            found.words(each.quote),
            tuple(found.words(via) for via in each.via),
        )
        for each in sorted(found.passed, key=lambda p: p.quote)
        if each.rule != "N-own-voice"
    ]
    assert claims == expected


FILING = """UNITED STATES DISTRICT COURT

INDICTMENT

The Grand Jury charges that, at all times relevant:

1. OLEG PRAVDIN was a broker of second-hand tankers in Piraeus.

Manner and Means

2. It was part of the scheme that PRAVDIN bought the tanker Corvina for a company in Pyongyang.

3. On March 4, 2021, PRAVDIN told investigators that he had never met the buyer.

The case was assigned to a judge in Washington."""


def test_what_stands_in_numbered_paragraphs_of_a_filing_is_alleged_by_who_filed_it(
    drafter: Drafter,
) -> None:
    document = Document(text=FILING, kind="text", file="a.txt", source_sha256="0" * 64)
    found = drafter.found(document)
    claims = [
        (each.rule, found.words(each.claimant), each.stance, found.words(each.quote))
        for each in sorted(found.passed, key=lambda p: p.quote)
        if each.claimant
    ]
    assert claims == [
        (
            "A-charged",
            "Grand Jury",
            "alleges",
            "OLEG PRAVDIN was a broker of second-hand tankers in Piraeus",
        ),
        (
            "A-charged",
            "Grand Jury",
            "alleges",
            "PRAVDIN bought the tanker Corvina for a company in Pyongyang",
        ),
        ("A-source-verb", "PRAVDIN", "denies", "he had never met the buyer"),
    ]
