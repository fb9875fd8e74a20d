"""What the words of a dossier mean, in the project's own words; no advice, and no verdict."""

CAUTION = (
    (
        "Nothing in this document is stated as fact by the base that it comes from. Each event and each tie "
        "is a claim that somebody made, shown with who made it, who denies it, the words, and where they "
        "stand."
    ),
    (
        "The document decides nothing. That something would have been banned if it happened as claimed does "
        "not say that it happened, nor that anybody knew of it, meant it or broke a law. Nobody named here "
        "is accused by this document."
    ),
    (
        "It is only as good as the reports that were entered: an answer, a correction or a denial that is in "
        "no report of the base is not here. Ask those concerned before anything is published."
    ),
)
MEANINGS: dict[str, str] = {
    "proposition": "An event, or a tie between parties, that at least one source claims or denies.",
    "claim": "One act of speaking about a proposition: somebody asserts, alleges, confirms, denies, doubts "
    "or expects it, in words that are quoted.",
    "source": "Claims count as one source where the same party speaks, where one repeats another, or where "
    "they rest on the same evidence. Two sources need not be right.",
    "asserted": "Said as if it were so, by the one who is named. It is no more than said.",
    "alleged": "As a status: one source supports it, and none denies it. As a stance: said as a charge "
    "that the speaker does not show to be so.",
    "corroborated": "Two or more sources support it and none denies it. It may still be wrong.",
    "confirmed": "Two or more sources support it, one of them by saying that an earlier claim is right, "
    "and nobody denies or doubts it. It may still be wrong.",
    "disputed": "Claims that support it stand, and a denial of it, or of a part of it, stands too.",
    "denied": "As a stance: said not to be so. As a status: it is denied, and no claim supports it.",
    "doubted": "Said to be open or unproven, without saying that it is not so.",
    "expected": "Only said that it will or may happen.",
    "withdrawn": "Everybody who supported it took that back.",
    "refuted": "Everybody who supported it took that back, and a denial of it stands.",
    "potential breach": "A rule of this base holds the event, as it is claimed, against a provision. The "
    "result speaks of the claim, not of the world, and no court or panel has found it.",
    "would be banned": "As claimed, the event meets every condition of the provision that the base knows.",
    "could be banned": "As claimed, nothing rules the provision out, and at least one condition is open.",
    "would not be banned": "As claimed, at least one condition of the provision is not met.",
    "open": "A condition of which no report says enough.",
    "not plausible": "As claimed, it does not fit with other claims about the same ship, as the calculation "
    "beside it shows. A date, a place or the ship may be wrong in a source.",
    "unnamed": "The source speaks of a party or thing and does not name it. Unnamed is not unknown to the "
    "source.",
}
"""Every word that has a meaning of its own here, in the order in which it is explained."""
