"""The words that tell what sort of event or relation a passage speaks of; the first sort that fits is taken."""

import re
from collections.abc import Mapping

from kb.extract.mention import pattern

ARMS = (
    r"arms|weapons?|weaponry|munitions?|ammunition|missiles?|artillery|shells|rockets?|rocket[- ]propelled grenades?|RPGs|rifles?|drones?|UAVs?|warheads?|mortars?|explosives|small arms"
    r"|machine guns?|assault rifles|grenades?|launchers?|military (?:equipment|hardware|goods|cargo|supplies|aid|materiel)|armou?red vehicles?|tanks|howitzers?|materiel|air[- ]defen[cs]e systems?|bombs|torpedoes|anti-tank|mines|fighter jets"
)
OIL = r"oil|crude|petroleum|fuel|diesel|gasoline|petrol|naphtha|condensate|LNG|LPG|kerosene|bitumen|refined products?"
GOODS = r"coal|iron ore|iron|seafood|textiles?|sand|gold|grain|timber|fertili[sz]er|machinery|components?|chips|semiconductors?|electronics|microelectronics|equipment|goods|cargo(?:es)?|containers?|luxury goods|vehicles|spare parts|engines|uranium|cash|metals?|steel|machine tools|ball bearings|chemicals?|precursors?|parts"
MOVE = r"suppl(?:y|ies|ied|ying)|ship(?:s|ped|ping|ment|ments)?|deliver(?:s|ed|ing|y|ies)?|send(?:s|ing)?|sent|provid(?:e|es|ed|ing)|provision|transfer(?:s|red|ring)?|smuggl(?:e|es|ed|ing)|export(?:s|ed|ing)?|sell(?:s|ing)?|sold|sales?|traffick(?:ed|ing)|arm(?:ed|ing)|hand(?:ed|ing) over|procur(?:e|ed|ing|ement)|flow|flown|flew|airlift(?:ed|ing)?|import(?:s|ed|ing)?|carr(?:y|ied|ying|ies)|transport(?:s|ed|ing)?|moved?|receiv(?:e|ed|ing)|obtain(?:ed|ing)?|bought|purchas(?:e|ed|ing)|aid|convoys?|consignments?|cargo(?:es)?|bound|loaded|offload(?:ed|ing)?|unload(?:ed|ing)?|give[ns]?|gave|giving|help|equip(?:ped|ping)?"
CALL = r"call(?:s|ed|ing)? (?:at|in|into)|dock(?:s|ed|ing)?|berth(?:s|ed|ing)?|port calls?|anchor(?:ed|ing)?|moor(?:ed|ing)?|put (?:in|into)|visit(?:s|ed|ing)?|calls? to|lay (?:at|alongside)|tied up|alongside|arriv(?:e|ed|ing|al)|enter(?:ed|ing)?"
SHIPLIKE = r"ships?|vessels?|tankers?|freighters?|bulk carriers?|bulkers?|dhows?|boats?|carriers?"
SAIL = r"sail(?:s|ed|ing)?|depart(?:s|ed|ing|ure)?|left|leav(?:e|es|ing)|steam(?:ed|ing)?|en route|bound for|head(?:ed|ing) (?:for|to|towards?)|trips?|voyages?|set (?:off|out)|underway|transit(?:ed|ing|s)?|travel(?:l?ed|l?ing)?|cross(?:ed|ing)|return(?:ed|ing)?|journey(?:s|ed)?|shuttl(?:ed|ing)|round trips?|crossings"

_SORTS: tuple[tuple[str, str], ...] = (
    (
        "ShipToShipTransfer",
        rf"\b(?:ship[- ]to[- ]ship|STS)\b|\b(?:transfer(?:s|red|ring)?|pump(?:ed|ing)?|pass(?:ed|ing)?|discharg(?:ed|ing)|offload(?:ed|ing)|load(?:ed|ing)) [^.;]{{0,60}}\b(?:at sea|(?:to|onto|into|from|with) (?:another|a second|other|a smaller|a larger|the) (?:{SHIPLIKE})|between (?:{SHIPLIKE}))|\bat[- ]sea transfers?\b|\btransfers? at sea\b",
    ),
    (
        "Prohibition",
        r"\b(?:resolutions?|sanctions?|embargo(?:es)?|measures?|regulations?|paragraphs?|price cap|law) [^.;]{0,80}\b(?:ban|bans|banned|banning|prohibit\w*|forbid\w*|bar|bars|barred|restrict\w*|require\w*|cap|caps)\b|\b(?:is|are|was|were|being) (?:heavily |strictly )?(?:banned|prohibited|barred|forbidden) (?:by|under|from)|\bviolat\w+ of (?:the )?(?:UN |U\.N\. |United Nations |Security Council )?(?:sanctions|resolutions?|embargo)",
    ),
    (
        "Delisting",
        r"\b(?:delist\w*|removed? [^.;]{0,40}from (?:the|its) [^.;]{0,30}list|lift(?:ed|ing|s)? (?:the )?sanctions)\b",
    ),
    (
        "Designation",
        r"\b(?:sanctioned|sanctioning|blacklist\w*|designat(?:ed|es|ing|ion|ions)|impos(?:e|ed|es|ing) (?:fresh |new |further |additional )?(?:\w+ )?sanctions|(?:new |fresh )?sanctions (?:on|against)|added [^.;]{0,60}to (?:the|its) [^.;]{0,40}(?:list|Annex)|asset freezes?|freez(?:e|ing) (?:the )?assets|port (?:ban|entry ban))\b",
    ),
    (
        "AISGap",
        r"\b(?:AIS|transponders?|tracking (?:signal|system|device)s?|Automatic Identification System)\b[^.;]{0,80}\b(?:off|dark|disabl\w*|silent|stopp\w*|ceas\w*|disappear\w*|gaps?|lost|deactivat\w*|interrupt\w*|vanish\w*|broke off|dropped|went|outage)\b|\b(?:switch(?:ed|ing)?|turn(?:ed|ing)?|shut(?:ting)?) (?:off|down) (?:its|their|her|the|his)?\s?[^.;]{0,20}(?:AIS|transponders?|tracking)|\b(?:go(?:es|ing|ne)?|went|sail(?:ed|ing)|turned) dark\b|\bdisabl\w+ [^.;]{0,30}(?:AIS|transponders?)|\b(?:stopped|ceased) (?:transmitting|broadcasting|reporting)|\bAIS gaps?\b|\bdark (?:period|activity)|\bdisappear\w* from (?:tracking|AIS|radar)",
    ),
    (
        "FalseIdentity",
        r"\b(?:spoof\w*|false (?:flag|name|identity|AIS|IMO|MMSI|position|location|hull)|falsely|fraudulent(?:ly)? \w+|posing as|masquerad\w*|fake (?:flag|identity|registration|IMO)|identity of another|stolen identity|zombie|broadcast(?:ing)? (?:the )?(?:identity|name|IMO|MMSI)|disguis\w*|paint(?:ed)? over)\b",
    ),
    (
        "FlagChange",
        r"\b(?:re-?flag\w*|de-?flag\w*|(?:chang|switch|swapp?|hopp?)\w* (?:its |her |their |the )?flags?|flag hopping|changed [^.;]{0,30}flag|strip\w* [^.;]{0,30}(?:flag|registration)|(?:struck|removed|deleted) [^.;]{0,40}(?:from|off) (?:its|the|their) (?:flag |ship )?regist\w+|moved to the flag|flag of \w+ to|cancel\w* (?:the |its |her )?registration|re-?regist\w+|flag (?:was )?(?:changed|switched))\b",
    ),
    (
        "Renaming",
        r"\b(?:re-?nam(?:ed|ing|e)|rechristen\w*|chang(?:ed|ing) (?:its|her|their|the) names?|new name|(?:sail(?:ed|ing)|now) under the name)\b",
    ),
    (
        "Launch",
        r"\b(?:test[- ]?fir\w+|launch(?:ed|es|ing)? (?:a|an|its|two|three|several|the|at least|more)?\s?(?:[\w-]+ ){0,3}(?:missiles?|rockets?|satellites?|drones?)|(?:missile|rocket|satellite|nuclear) (?:launch|tests?)|fired (?:a|an|two|three|several|at least)?\s?(?:[\w-]+ ){0,3}(?:missiles?|rockets?))\b",
    ),
    (
        "Seizure",
        r"\b(?:seiz(?:e|ed|es|ing|ure|ures)|confiscat\w*|impound\w*|intercept\w*|forfeit\w*|captur(?:ed|ing))\b",
    ),
    ("Detention", r"\b(?:detain\w*|detention|held (?:in|at|under)|arrest\w*|in custody)\b"),
    (
        "Inspection",
        r"\b(?:inspect\w*|board(?:ed|ing) (?:the|a|and)|search(?:ed)? (?:the|a) (?:ship|vessel|cargo|tanker|dhow))\b",
    ),
    (
        "ArmsTransfer",
        rf"\b(?:{MOVE})\b[^.;]{{0,90}}\b(?:{ARMS})\b|\b(?:{ARMS})\b[^.;]{{0,90}}\b(?:{MOVE})\b|\barms (?:deals?|trade|shipments?|transfers?|deliver\w+|sales|embargo)",
    ),
    (
        "Training",
        r"\b(?:train(?:ed|ing) (?:of |for |by )?(?:[\w-]+ ){0,3}(?:soldiers|troops|forces|fighters|pilots|officers|police|personnel|crews?)|military (?:training|advisers|instructors))\b",
    ),
    (
        "Visit",
        r"\b(?:visit(?:s|ed|ing)?|trip to|travel(?:l?ed|l?ing|s)? to|flew (?:in|into|to)|arriv(?:e|ed|es|ing|al) (?:in|for)|tour(?:ed)?|delegation|return visit|invited)\b",
    ),
    (
        "Meeting",
        r"\b(?:met(?: with)?|meet(?:s|ing|ings)?|talks|summit|discuss(?:ed|ions?|ing)|negotiat\w+|conferred|consultations)\b",
    ),
    (
        "Ownership",
        r"\b(?:own(?:s|ed|er|ers|ership|ing)|belong(?:s|ed|ing)? to|subsidiary|shareholders?|acquired|beneficial)\b",
    ),
    (
        "Management",
        r"\b(?:manag(?:es|ed|er|ers|ement|ing)|operat(?:es|ed|or|ors|ing) (?:by|the|of)|operator|technical manager|run by|controlled by|controls?)\b",
    ),
    ("Charter", r"\b(?:charter(?:ed|er|ers|ing|s)?|hired|leased|leasing)\b"),
    ("Sale", r"\b(?:s(?:old|ell|ells|elling|ale|ales)|bought|buy(?:s|ing)?|purchas\w*)\b"),
    (
        "Shipment",
        rf"\b(?:{MOVE}|load\w*|discharg\w*|haul\w*|brought|took|taking|shuttl\w*)\b[^.;]{{0,90}}\b(?:{OIL}|{GOODS}|barrels|tons|tonnes|TEUs?)\b|\b(?:{OIL}|{GOODS}|barrels|tonnes|tons)\b[^.;]{{0,90}}\b(?:{MOVE}|load\w*|discharg\w*|shuttl\w*|brought|taken)\b",
    ),
    (
        "PortCall",
        rf"\b(?:{CALL})\b[^.;]{{0,70}}\b(?:ports?|harbou?rs?|terminals?|quays?|piers?|wharf|berths?|docks?|anchorages?)\b|\b(?:{SHIPLIKE})\b[^.;]{{0,60}}\b(?:{CALL})\b|\b(?:docked|berthed|port calls?|called at|moored|anchored)\b",
    ),
    ("Voyage", rf"\b(?:{SAIL})\b"),
    (
        "FlagRegistration",
        r"\b(?:(?:struck|strike|took|taken|deleted|removed) [^.;]{0,30}off (?:its|the|their) (?:books|regist\w+)|hold no record of|fl(?:ies|ying|ew|own) (?:the|a|under) [^.;]{0,30}flag|(?:registered|flagged) (?:in|under|to|with)|under the flag of|on (?:its|the) (?:ship )?regist\w+|flag (?:state|registry)|regist(?:ered|ration|ry))\b",
    ),
    ("Insurance", r"\b(?:insur(?:ed|er|ance|ers)|P&I)\b"),
    (
        "MilitaryCooperation",
        r"\b(?:military|defen[cs]e|security) (?:co-?operation|ties|pact|agreement|alliance|partnership|exercises?)|co-?operat\w+ [^.;]{0,40}military\b",
    ),
    (
        "Cooperation",
        r"\b(?:co-?operat\w+|partnership|relations|ties|agreement|alliance|pact|treaty)\b",
    ),
    (
        "Construction",
        r"\b(?:buil(?:t|d|ding)|construct\w*|expan(?:d\w*|sion)|enlarg\w*|upgrad\w*|refit\w*|convert\w*)\b",
    ),
    ("ArmsTransfer", rf"\b(?:{ARMS})\b"),
    (
        "Shipment",
        r"\b(?:shipments?|cargo(?:es)?|consignments?|deliver\w+|smuggl\w+|transport\w*|carr(?:y|ied|ying)|exports?|containers?|unload\w*)\b",
    ),
)
SORTS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, pattern(words, re.IGNORECASE)) for name, words in _SORTS
)
CARGO = pattern(
    rf"(?:(?:several|some|about|more than|at least|up to|nearly|over|around|roughly|hundreds of|thousands of|tens of thousands of|dozens of|\d[\d,.]*) (?:[\w-]+ ){{0,3}}?)?(?:(?:[\w-]+ )?(?:of ))?(?:(?:artillery|ballistic|anti-tank|small|refined|crude|Iranian-made|military|dual-use|luxury|assault|cruise|iron|rocket[- ]propelled|suspected|sanctioned|high-priority|electronic) )*"
    rf"\b(?:{ARMS}|{OIL}|{GOODS})\b(?: (?:parts|components|products|ore|rounds|shells|systems|launchers|oil))?",
    re.IGNORECASE,
)
KINDS: Mapping[str, str] = {
    r"artillery|howitzer|mortar": "artillery",
    r"ammunition|shells|rounds|munition": "ammunition",
    r"missile": "missiles",
    r"drone|UAV": "unmanned-aerial-vehicles",
    r"rifle|machine gun|small arms|grenade|RPG": "small-arms",
    r"crude": "crude-oil",
    r"fuel|diesel|petrol|gasoline|refined|naphtha|kerosene": "refined-petroleum",
    r"\boil|petroleum": "petroleum",
    r"coal": "coal",
    r"container": "containers",
    r"iron": "iron-and-iron-ore",
    r"seafood": "seafood",
    r"textile": "textiles",
    r"luxury": "luxury-goods",
    rf"{ARMS}": "arms",
    r"machinery|machine tool|equipment|engine": "industrial-machinery",
    r"cargo|goods": "any-cargo",
}
"""The kind of a cargo by its words; the first that fits and the vocabulary has."""


def sort_of(words: str) -> tuple[str, re.Match[str]] | None:
    """The class of event or relation that some words speak of, and the words that show it."""
    for name, trigger in SORTS:
        match = trigger.search(words)
        if match is not None:
            return name, match
    return None
