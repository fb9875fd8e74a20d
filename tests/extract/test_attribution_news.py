"""Attributions as real reports word them: asides, pleas, charges denied, quotations in single marks."""

import pytest

from kb.desk.drafting import Drafter
from kb.documents.model import Document

CASES = [
    (
        (
            "The ministry believes that the ship has carried 90 crates of rockets to Tobruk, an official "
            "said on Friday, a figure that Tripoli dismissed as a fable."
        ),
        [
            (
                "ministry",
                "alleges",
                "the ship has carried 90 crates of rockets to Tobruk",
                ("official",),
            ),
            (
                "Tripoli",
                "denies",
                "the ship has carried 90 crates of rockets to Tobruk",
                (),
            ),
        ],
    ),
    (
        "The tanker carried diesel to Nampo, which her owner dismissed as a fable.",
        [("her owner", "denies", "The tanker carried diesel to Nampo", ())],
    ),
    (
        "The foreign minister rejected the accounts of arms deliveries from Iran as baseless.",
        [("foreign minister", "denies", "the accounts of arms deliveries from Iran", ())],
    ),
    (
        "The ministry dismissed the accounts of arms deliveries “a smear, made abroad”.",
        [("ministry", "denies", "the accounts of arms deliveries", ())],
    ),
    (
        "The spokesman denied receiving drones from Tehran, while allowing that both states work together.",
        [
            ("spokesman", "denies", "receiving drones from Tehran", ()),
            ("spokesman", "asserts", "both states work together", ()),
        ],
    ),
    (
        "The relief group said its staff had counted not fewer than 90 boxes.",
        [("relief group", "asserts", "its staff had counted not fewer than 90 boxes", ())],
    ),
    (
        (
            "'Nobody in our firm has ever dealt with that vessel,' said Marko Tadic, the broker's"
            " manager."
        ),
        [("Marko Tadic", "denies", "Nobody in our firm has ever dealt with that vessel", ())],
    ),
    (
        (
            "Anna Holt, the ministry's spokeswoman, told journalists Tuesday (local time) that "
            "the ship had left Rajin on Sunday."
        ),
        [("Anna Holt", "asserts", "the ship had left Rajin on Sunday", ())],
    ),
    (
        (
            "Iran's foreign ministry on Monday issued a statement rejecting a French newspaper "
            "report that it had sent drones to Sudan."
        ),
        [
            ("French newspaper", "asserts", "it had sent drones to Sudan", ()),
            ("Iran's foreign ministry", "denies", "it had sent drones to Sudan", ()),
        ],
    ),
    (
        (
            "The broadcaster said the ship was held for three faults: a dead transponder; papers "
            "that did not match; and unpaid dues."
        ),
        [
            (
                "broadcaster",
                "asserts",
                (
                    "the ship was held for three faults: a dead transponder; papers that did not match; "
                    "and unpaid dues"
                ),
                (),
            )
        ],
    ),
    (
        (
            "The defence minister, speaking after a session of the Security Council in New York, "
            "said the ship had carried rockets."
        ),
        [("defence minister", "asserts", "the ship had carried rockets", ())],
    ),
    (
        '"We never sold it," the manager of the firm, Pavel Iwanow, told the newspaper.',
        [("Pavel Iwanow", "denies", "We never sold it", ())],
    ),
    (
        (
            "Moscow dismissed as fantasy Kyiv's charge that it had bought 200 drones from Tehran "
            "since June."
        ),
        [
            ("Kyiv", "alleges", "it had bought 200 drones from Tehran since June", ()),
            ("Moscow", "denies", "it had bought 200 drones from Tehran since June", ()),
        ],
    ),
    (
        "Tehran ruled out any role in the attack on the tanker.",
        [("Tehran", "denies", "any role in the attack on the tanker", ())],
    ),
    (
        ("Delta Marine contested the finding, saying its vessel had been in dry dock at the time."),
        [
            ("Delta Marine", "denies", "Delta Marine contested the finding", ()),
            ("Delta Marine", "asserts", "its vessel had been in dry dock at the time", ()),
        ],
    ),
    (
        "There were no North Korean weapons in Syria, Damascus told the Council.",
        [("Damascus", "denies", "There were no North Korean weapons in Syria", ())],
    ),
    (
        "The broker pleaded not guilty to all charges on Monday.",
        [("broker", "denies", "not guilty to all charges on Monday", ())],
    ),
    (
        (
            "Chad has been accused of letting arms pass to the rebels, a charge it has always "
            "denied."
        ),
        [
            (None, "alleges", "Chad has been accused of letting arms pass to the rebels", ()),
            ("Chad", "denies", "Chad has been accused of letting arms pass to the rebels", ()),
        ],
    ),
    (
        (
            "The UN report, which nobody outside has seen, was written by five experts. They "
            "found that the flights from Oman were so regular that they made an air bridge."
        ),
        [
            (
                "five experts",
                "asserts",
                "the flights from Oman were so regular that they made an air bridge",
                (),
            )
        ],
    ),
    (
        "Ghana sued the trader in London, accusing it of faking two cargoes of cocoa.",
        [("Ghana", "alleges", "it of faking two cargoes of cocoa", ())],
    ),
    (
        (
            "“Damage like this is no accident. Estonia will act together with Finland,” said "
            "President Alar Karis."
        ),
        [
            ("Alar Karis", "asserts", "Damage like this is no accident", ()),
            ("Alar Karis", "expects", "Estonia will act together with Finland", ()),
        ],
    ),
    (
        (
            "“The crew threw the cargo overboard before we reached them,” read the statement of "
            "the navy."
        ),
        [
            (
                "statement of the navy",
                "asserts",
                "The crew threw the cargo overboard before we reached them",
                (),
            )
        ],
    ),
    (
        "The oil was Iranian, according to a Reuters report, citing two traders in Fujairah.",
        [("two traders", "asserts", "The oil was Iranian", ("Reuters",))],
    ),
    (
        (
            "Ecuador issued a protest, telling Irini officials that it had not agreed to a search"
            " of the ship."
        ),
        [("Ecuador", "denies", "it had not agreed to a search of the ship", ("Irini officials",))],
    ),
    (
        (
            "Peru sent notes to ambassadors on Monday claiming that the law of the sea had been "
            "breached by the boarding."
        ),
        [("Peru", "alleges", "the law of the sea had been breached by the boarding", ())],
    ),
    ("The army acted according to the law of the sea.", []),
    (
        "Lagos said the broker's story was fiction.",
        [("Lagos", "denies", "the broker's story was fiction", ())],
    ),
    (
        (
            "The complaint was unsealed on Friday. The document alleges that the tanker carried "
            "oil of the Guards to Baniyas."
        ),
        [("document", "alleges", "the tanker carried oil of the Guards to Baniyas", ())],
    ),
    (
        (
            "A spokesman told reporters that the boarding took four hours. He added that nobody "
            "had been hurt on the freighter."
        ),
        [
            ("spokesman", "asserts", "the boarding took four hours", ()),
            ("spokesman", "denies", "nobody had been hurt on the freighter", ()),
        ],
    ),
    (
        (
            "Lebanon appeared on Friday to reject claims by the Ukrainian Embassy in Beirut that "
            "a Syrian ship was carrying stolen grain."
        ),
        [
            (
                "Ukrainian Embassy in Beirut",
                "alleges",
                "a Syrian ship was carrying stolen grain",
                (),
            ),
            ("Lebanon", "denies", "a Syrian ship was carrying stolen grain", ()),
        ],
    ),
    (
        "The embassy went on to say that the tanker bore the mark of a private firm.",
        [("embassy", "asserts", "the tanker bore the mark of a private firm", ())],
    ),
    (
        "The freighter, according to the harbour master, was sanctioned by Canada in May.",
        [
            (
                "harbour master",
                "asserts",
                "The freighter, according to the harbour master, was sanctioned by Canada in May",
                (),
            )
        ],
    ),
    (
        (
            "The tanker was sailing to Tema when, according to local media, it switched off its "
            "transponder."
        ),
        [("local media", "asserts", "it switched off its transponder", ())],
    ),
    (
        (
            "The inquiry led by Judge Ann Cole found no evidence that arms had been loaded. "
            "“Nothing went on board,” it said."
        ),
        [
            ("inquiry", "denies", "no evidence that arms had been loaded", ()),
            ("inquiry", "denies", "Nothing went on board", ()),
        ],
    ),
    (
        ("Spokesman Adem Kaya “categorically denied” that his ministry had ordered the rockets."),
        [("Adem Kaya", "denies", "his ministry had ordered the rockets", ())],
    ),
    (
        (
            "Photos taken by a drone showed the hoses. According to photos provided by Japan, the"
            " tanker lay beside a North Korean ship."
        ),
        [
            ("Photos taken by a drone", "asserts", "Photos taken by a drone showed the hoses", ()),
            (
                "photos provided by Japan",
                "asserts",
                "the tanker lay beside a North Korean ship",
                (),
            ),
        ],
    ),
    (
        ("Citing two port officials, the Post reported that the dhow had carried missile parts."),
        [("two port officials", "asserts", "the dhow had carried missile parts", ("Post",))],
    ),
    (
        "According to the panel, the ship loaded coal at Nampo, Kyodo reported.",
        [("panel", "asserts", "the ship loaded coal at Nampo", ("Kyodo",))],
    ),
    (
        "It was unclear whether the cargo had been unloaded at Wonsan.",
        [(None, "doubts", "the cargo had been unloaded at Wonsan", ())],
    ),
    (
        'The broker denied "baseless claims" that he had sold the ship twice.',
        [("broker", "denies", "he had sold the ship twice", ())],
    ),
    (
        "Only four per cent of the ships were searched, the navy said.",
        [("navy", "asserts", "Only four per cent of the ships were searched", ())],
    ),
    (
        (
            "On 3 May, the magazine's analysis of radar images indicates, the bulk carrier lay at"
            " the grain quay in Sevastopol."
        ),
        [],
    ),
    (
        (
            "A Ukrainian official said the Marmara is among ships that officials believe are "
            "carrying looted wheat."
        ),
        [
            (
                "Ukrainian official",
                "asserts",
                "the Marmara is among ships that officials believe are carrying looted wheat",
                (),
            )
        ],
    ),
    (
        (
            "Tracking data, which anybody can buy, shows few ships calling at the grain terminal "
            "since May."
        ),
        [("Tracking data", "asserts", "few ships calling at the grain terminal since May", ())],
    ),
    (
        "The trader said that was a trick that many vessels use near Crimea.",
        [("trader", "asserts", "that was a trick that many vessels use near Crimea", ())],
    ),
    ("The bill of lading and a certificate listed Kavkaz as the port of loading.", []),
    (
        (
            "The ministry said it was not aware of the incident, and also denied claims that a "
            "Greek vessel had been involved."
        ),
        [
            ("ministry", "doubts", "it was not aware of the incident", ()),
            ("ministry", "denies", "a Greek vessel had been involved", ()),
        ],
    ),
    (
        (
            "It said the navy had informed the port captain of the sighting of the tanker beside "
            "the barge."
        ),
        [
            (
                "It",
                "asserts",
                (
                    "the navy had informed the port captain of the sighting of the tanker beside the "
                    "barge"
                ),
                (),
            )
        ],
    ),
    (
        (
            "Ana Ruiz, the deputy envoy, said Wednesday at the forum on shipping in Busan, her "
            "country abides by every resolution."
        ),
        [("Ana Ruiz", "asserts", "her country abides by every resolution", ())],
    ),
    (
        (
            "A Korean newspaper reported -- citing unnamed officials -- that ships had passed oil"
            " at sea some thirty times."
        ),
        [("Korean", "asserts", "ships had passed oil at sea some thirty times", ())],
    ),
    (
        (
            "“No Greek ship was there,” Hua Lin, a spokesman, said Friday in denying that Athens "
            "had broken the embargo."
        ),
        [
            ("Hua Lin", "denies", "No Greek ship was there", ()),
            ("Hua Lin", "denies", "Athens had broken the embargo", ()),
        ],
    ),
    (
        (
            "The daily Mirror Times has reported that the coast guard confirmed a boarding off "
            "Skagen. The hull was empty, the newspaper said."
        ),
        [
            ("coast guard", "confirms", "a boarding off Skagen", ("Mirror Times",)),
            ("Mirror Times", "asserts", "The hull was empty", ()),
        ],
    ),
    (
        (
            "Kenya, which sells tea to several countries in Europe, Africa and Asia, has "
            "dismissed criticism that it arms rebels in Chad."
        ),
        [("Kenya", "denies", "it arms rebels in Chad", ())],
    ),
    (
        (
            "The fleet is waiting off Caracas and, according to an official at the port, the navy"
            " seized a second tanker on Saturday."
        ),
        [("official", "asserts", "the navy seized a second tanker on Saturday", ())],
    ),
    (
        (
            "Six Iranian sources - who asked not to be named - told Reuters the army had bought "
            "drones from Tehran since May."
        ),
        [
            (
                "Six Iranian sources",
                "asserts",
                "the army had bought drones from Tehran since May",
                ("Reuters",),
            )
        ],
    ),
    (
        (
            "The army had little success in the first months, more than a dozen residents of "
            "Omdurman said."
        ),
        [
            (
                "more than a dozen residents of Omdurman",
                "asserts",
                "The army had little success in the first months",
                (),
            )
        ],
    ),
    (
        (
            "Much better drones began flying from the base, according to five eyewitnesses living"
            " near it."
        ),
        [
            (
                "five eyewitnesses living near it",
                "asserts",
                "Much better drones began flying from the base",
                (),
            )
        ],
    ),
    (
        (
            "The report states that secret flights from Iran to Sudan began in December of that "
            "year."
        ),
        [
            (
                "report",
                "asserts",
                "secret flights from Iran to Sudan began in December of that year",
                (),
            )
        ],
    ),
    (
        (
            "The company has not been contacted by any authority and knows of no investigation, "
            "it said."
        ),
        [
            (
                "company",
                "denies",
                "The company has not been contacted by any authority and knows of no investigation",
                (),
            )
        ],
    ),
    (
        "Belarus brushed aside the accusation as unfounded.",
        [("Belarus", "denies", "the accusation as unfounded", ())],
    ),
    (
        "Mali's junta called the panel's findings lies.",
        [("Mali's junta", "denies", "the panel's findings lies", ())],
    ),
    (
        "The ministry insisted that not one rifle had left its depots.",
        [("ministry", "denies", "not one rifle had left its depots", ())],
    ),
    (
        "Sheikh Omar Saleh said the group needs nobody's weapons.",
        [("Omar Saleh", "denies", "the group needs nobody's weapons", ())],
    ),
    (
        "Khartoum refuted claims that it had received drones from Iran.",
        [("Khartoum", "denies", "it had received drones from Iran", ())],
    ),
    (
        "Damascus says no ship from Crimea has called at Tartus since May.",
        [("Damascus", "denies", "no ship from Crimea has called at Tartus since May", ())],
    ),
    (
        "The defence ministry in Minsk said such reports did not correspond to reality.",
        [("defence ministry in Minsk", "denies", "such reports did not correspond to reality", ())],
    ),
]


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
