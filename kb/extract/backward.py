"""Words that speak of what was told before: "the transfer", "these allegations", "any wrongdoing"."""

import re

from kb.extract.mention import pattern

DEFINITE = pattern(
    r"\b(?:the|these|those|such|any|this|that|its|no such|similar) (?:[\w-]+ ){0,2}?(?:transfers?|shipments?|deliver(?:y|ies)|suppl(?:y|ies)|seizure|arrival|voyage|encounter|cargo(?:es)?|trade|detention|listing|sale|visit|meeting|consignment|weapons|arms|drones|missiles|containers|boxes|crates|flights?|landings?|boarding|raid|deals?|measures|sanctions|voyages?|sightings?|manifest|rendezvous|launch(?:es)?)\b",
    re.IGNORECASE,
)
SUCH = pattern(
    r"\b(?:the|these|those|such|any|this|no such|similar) (?:[\w-]+ )?transfers?\b", re.IGNORECASE
)
GENERIC = pattern(
    r"\b(?:it|this|that|these|they|them|everything|the (?:whole )?(?:story|matter)|(?:the|these|those|such|any|similar|this|a|a similar) (?:[\w-]+ ){0,2}?(?:allegations?|accusations?|claims?|charges?|reports?|suggestions?|assertions?|accounts?|statements?|findings?|conclusions?|story|figures?|listing))\b",
    re.IGNORECASE,
)
NOUNS = pattern(
    r"\b(?:the|these|those|such|any|similar|this|a|a similar|its|their) (?:[\w-]+ ){0,2}?(?:allegations?|accusations?|claims?|charges?|reports?|suggestions?|assertions?|story|encounter)\b",
    re.IGNORECASE,
)
TRANSFERRING = pattern(
    r"\bthe(?:y|m|se ships|se vessels|two ships|two vessels) (?:had been |have been |were |are )?(?:transferr|pump|mov|exchang|load|pass|shift)\w*\b",
    re.IGNORECASE,
)
"""What ships do that lay beside each other."""
HUMAN = re.compile(r"(?i)\b(?:we|they|i|you)\b")
AMOUNT = pattern(
    r"\b(?:number|figure|count|volume|quantity|total|weight)\b|^at (?:about|between|some|around|more|least)",
    re.IGNORECASE,
)
ALLEGATIONS = pattern(
    r"\b(?:allegations?|accusations?|charges?|wrongdoing|(?:the|these|those|such|both|all|any) claims?)\b",
    re.IGNORECASE,
)
"""What stands for something that was alleged."""


def definite(words: str) -> bool:
    """Whether words speak of an event told before, and not of somebody's own part: "its boarding team"."""
    match = DEFINITE.search(words)
    return match is not None and not match[0].casefold().startswith(("its ", "any "))
