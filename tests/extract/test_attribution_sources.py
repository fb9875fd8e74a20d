"""Sources that are more than a name and a verb, whom pronouns mean, what is denied beside what is told."""

import pytest

from kb.desk.drafting import Drafter
from tests.extract.prose import Claim, claims

CASES: list[tuple[str, list[Claim]]] = [
    # a relative clause within the source
    ("A welder whom our reporter met there said he had seen crates carried ashore by night.",
     [("welder", "asserts", "he had seen crates carried ashore by night", ())]),
    ("Two brokers with whom we shared the invoices judged that the goods were Chinese.",
     [("Two brokers", "asserts", "the goods were Chinese", ())]),
    ("Three men who answered phones registered to the firm denied any link with the ship.",
     [("Three men", "denies", "any link with the ship", ())]),
    # nouns that only their verb makes a source
    ("The yard has confirmed in writing that she lay in dock all month.",
     [("yard", "confirms", "she lay in dock all month", ())]),
    ("Their family says they were beaten in custody.",
     [("Their family", "asserts", "they were beaten in custody", ())]),
    ("“We unload forty ships a week and open none of the boxes,” a clerk there told us.",
     [("clerk", "asserts", "We unload forty ships a week and open none of the boxes", ())]),
    ("Two of his deckhands gave another account and said the cargo had been loaded at Jask.",
     [("Two of his deckhands", "asserts", "the cargo had been loaded at Jask", ())]),
    # evidence
    ("According to harbour records, the Ondine left Busan on Friday.",
     [("harbour records", "asserts", "the Ondine left Busan on Friday", ())]),
    ("Customs data from a third State show that the lorries entered the free zone in May.",
     [("Customs data from a third State", "asserts", "the lorries entered the free zone in May", ())]),
    ("The Ondine had tied up on Monday and unloaded 1,450 tonnes of coal, port logs seen by Wire show.",
     [("port logs seen by Wire", "asserts",
       "The Ondine had tied up on Monday and unloaded 1,450 tonnes of coal", ())]),
    # appositions
    ("Pavel Orlov, Moscow's envoy in Damascus, has called the reports nonsense “from end to end”.",
     [("Pavel Orlov", "denies", "the reports nonsense “from end to end”", ())]),
    ("Iran's Foreign Ministry spokesman, Reza Karimi, said Tehran “will not be lectured by thieves of oil”.",
     [("Reza Karimi", "asserts", "Tehran “will not be lectured by thieves of oil”", ())]),
    ("Iraq's state oil marketer, SOMO, later confirmed that it had sold the cargo to the refiner.",
     [("SOMO", "confirms", "it had sold the cargo to the refiner", ())]),
    ("Their owner and a security firm said the guards had fired first.",
     [("Their owner and a security firm", "asserts", "the guards had fired first", ())]),
    # of what is told in a clause of its own
    ("Daniel Roth, a spokesman, released pictures which he said traced more than 1,000 containers to Dunai.",
     [("Daniel Roth", "asserts", "traced more than 1,000 containers to Dunai", ())]),
    ("Ukraine, accused by Moscow of shelling the port of Taman, did not reply to our questions.",
     [("Moscow", "alleges", "shelling the port of Taman", ())]),
    # what is denied beside what is told
    ("The company said the ship was bound for Oman and had never loaded Iranian oil.",
     [("company", "asserts", "the ship was bound for Oman", ()),
      ("company", "denies", "had never loaded Iranian oil", ())]),
    ("The ministry said it was studying the report and did not respond to further questions.",
     [("ministry", "asserts", "it was studying the report", ())]),
    ("The Russian Federation has never acknowledged the presence of any such contingent.",
     [("Russian Federation", "denies", "the presence of any such contingent", ())]),
    ("Iranian officials did not identify the ship or its owners.", []),
    ("Neither government has acknowledged the shipments of shells.",
     [("Neither government", "denies", "the shipments of shells", ())]),
    ("The captain maintained his innocence throughout the hearing.",
     [("captain", "denies", "his innocence throughout the hearing", ())]),
    ("The Kremlin denied it.", [("Kremlin", "denies", "The Kremlin denied it", ())]),
    ("The mission strongly objected to the conclusion that its territory had been used for transit.",
     [("mission", "denies", "its territory had been used for transit", ())]),
    ("The ministry took issue with the figure of nine thousand barrels.",
     [("ministry", "denies", "the figure of nine thousand barrels", ())]),
    ("Asked whether she carried arms, the agent said: “Certainly not.”",
     [("agent", "denies", "the agent said: “Certainly not", ())]),
    ("The minister warned owners on Tuesday that ships found with false papers would be held.",
     [("minister", "expects", "ships found with false papers would be held", ())]),
    # who did something within what another tells
    ("Customs officers found 200 rifles under sacks of onions, the harbourmaster reported.",
     [("harbourmaster", "asserts", "Customs officers found 200 rifles under sacks of onions", ())]),
    ("The state's intelligence chief, Pavel Orlov, said the shells were old.",
     [("Pavel Orlov", "asserts", "the shells were old", ())]),
    # through whom
    (("Dmitry Belov has said there is “no evidence” that arms were shipped, "
     "dismissing two reports by British analysts, Interfax wrote."),
     [("Dmitry Belov", "denies", "there is “no evidence” that arms were shipped", ("Interfax",)),
      ("Dmitry Belov", "denies", "two reports by British analysts", ())]),
    ("On 3 May, the White House said that arms had left Rajin, the Washington Post wrote.",
     [("White House", "asserts", "arms had left Rajin", ("Washington Post",))]),
    # nobody
    ("The drivers, all Sudanese nationals, allegedly intended to hand the lorries to the rebels.", []),
    ("The firm is aware of press reports that the Ondine took on Iranian gas oil last month.",
     [("", "asserts", "the Ondine took on Iranian gas oil last month", ())]),
]  # fmt: skip
TOPICS = [
    ("Cable Registry, a firm that traces arms, agreed. In a paper it said that the parts were Chinese.",
     "Cable Registry"),
    ("The navy had a call. State television offered another version. The ship, it said, had hit a boat.",
     "State television"),
    ("The master of the Ondine is alleged to have ordered it. He denies this, and says the hoses leaked.",
     "master of the Ondine"),
    ("The minister spoke. Her counterpart, Taras Hnat, agreed. He said that the parts came by sea.",
     "Taras Hnat"),
    ("The agency's director, Lena Fisch, stood by it, although she acknowledged that no box was opened.",
     "Lena Fisch"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:50] for text, _ in CASES])
def test_who_says_what(text: str, expected: list[Claim], drafter: Drafter) -> None:
    assert claims(drafter, text) == expected


@pytest.mark.parametrize(("text", "who"), TOPICS, ids=[who for _, who in TOPICS])
def test_whom_a_pronoun_stands_for(text: str, who: str, drafter: Drafter) -> None:
    assert claims(drafter, text)[-1][0] == who
