"""Turns of phrase that show a sort of event, as news agencies and panels report it: further to those of wires."""

from kb.extract.cargo import ARMS, CRAFT

_VESSEL = rf"(?:[\w'’-]+ ){{0,4}}(?:{CRAFT})"

REPORTS: tuple[tuple[str, int, str, str], ...] = (
    (
        "Prohibition",
        7,
        "embargo prohibited barred banned forbidden",
        r"\b(?:(?:is|are|was|were|been) (?:[\w-]+ )?(?:prohibited|barred|banned|forbidden) from|under (?:an?|the) (?:[\w-]+ ){0,2}embargo)\b",
    ),
    (
        "Designation",
        8,
        "slapped hit levied imposed placed sanctions",
        r"\b(?:(?:is|are|was|were|been) (?:slapped|hit|struck|targeted) (?:with|by) (?:[\w.-]+ ){0,4}sanctions|sanctions (?:were|was|have been|had been|are) (?:also )?(?:levied|imposed|placed|slapped) (?:on|against))\b",
    ),
    (
        "FalseIdentity",
        7,
        "disguised disguise assigned belonged belongs",
        r"\bdisguis\w* (?:its|her|their|the) (?:[\w-]+ )?(?:names?|identit\w+|flags?|positions?)\b|\b(?:numbers?|identifiers?|IMO|MMSI|identity)\b[^.;]{0,60}\b(?:assigned|belong(?:s|ed|ing)) to (?:an?|another|a different)\b",
    ),
    (
        "ShipToShipTransfer",
        9,
        "tied moored lying alongside beside",
        rf"\b(?:tied up|moored|lying|lashed|anchored|berthed) (?:alongside|beside|next to) (?:it|her|each other|one another|(?:the|a|an|another) {_VESSEL})\b|\b(?:alongside|beside) (?:each other|one another)\b",
    ),
    (
        "ArmsTransfer",
        4,
        "exchanging exchange exchanged swapping swapped originating originated came",
        rf"\b(?:exchang|swap|trad)\w* (?:[\w-]+ ){{0,3}}(?:{ARMS})\b|\b(?:{ARMS})\b(?: [\w-]+){{0,2}} (?:that )?(?:originat(?:ed|ing)|coming|came) (?:from|in)\b",
    ),
    (
        "FlagRegistration",
        6,
        "registry register",
        r"\b(?:find|found|trace|traced?|lists?|listed) [^.;]{0,40}\b(?:in|on) (?:its|the|their) (?:[\w-]+ )?regist(?:ry|er)\b",
    ),
    (
        "Launch",
        6,
        "launches launch firings firing tests",
        r"\b(?:launch(?:es)?|firings?|tests) of (?:[\w-]+ ){0,4}(?:missiles?|rockets?|satellites?|projectiles|warheads?)\b",
    ),
    (
        "PortCall",
        5,
        "quay pier berth jetty wharf dock anchorage terminal port",
        r"\b(?:ship|vessel|tanker|freighter|carrier|dhow|she|it|(?-i:[A-Z]\w+)) (?:lying |moored |docked |sitting |was |alongside )?(?:at|in|alongside) (?:the |(?-i:[A-Z])[\w-]+['’]s )?(?:[\w-]+ ){0,2}(?:quay|pier|berth|jetty|wharf|dock|anchorage|terminal|port)\b",
    ),
    (
        "PortCall",
        6,
        "made makes making calls",
        r"\bma(?:de|kes|king) (?:[\w-]+ ){0,4}(?:port )?calls?\b(?! (?:for|to|on)\b)",
    ),
    (
        "Voyage",
        4,
        "snuck sneaked slipped pulled came come coming steamed",
        r"\b(?:snuck|sneaked|slipped|pulled|steamed) out of (?=the|[A-Z])|\bc(?:a|o)me from (?-i:(?=[A-Z]))",
    ),
    (
        "Seizure",
        8,
        "took takes taking taken control",
        r"\bt(?:ook|akes?|aken|aking) control of (?:the|a|an|two|its|MV|MT|M/V)\b",
    ),
    (
        "Event",
        3,
        "broken scrapped dismantled capsized exploded",
        r"\b(?:was|were|been) (?:broken up|scrapped|dismantled)\b|\b(?:capsized|exploded)\b",
    ),
    (
        "Renaming",
        8,
        "names",
        r"\b(?:new|different|other|several|three|four|five|various) names\b",
    ),
    (
        "AISGap",
        8,
        "blank gap silence hole blanks gaps holes",
        r"\b(?:blanks?|gaps?|silence|holes?) [^.;]{0,30}\b(?:signals?|AIS|track(?:s|ing)?|transmissions?)\b",
    ),
    (
        "ArmsTransfer",
        2,
        "found recovered discovered uncovered identified unearthed",
        rf"\b(?:found|recovered|discovered|uncovered|identified|unearthed) (?:[\w'’-]+ ){{0,5}}(?:{ARMS})\b",
    ),
    (
        "ShipToShipTransfer",
        9,
        "photographed spotted observed seen sighted filmed found show shows",
        rf"\b(?:photographed|spotted|observed|seen|sighted|filmed|found|shows?) [^.;]{{0,70}}\balongside (?:the |a |an |another )?(?:{_VESSEL}\b|(?-i:[A-Z]))",
    ),
    (
        "Management",
        4,
        "run managed operated",
        r"\b(?:run|managed|operated) (?:from|out of) (?-i:[A-Z])[\w ]{1,30} by\b",
    ),
    (
        "Seizure",
        8,
        "raided raids raid",
        rf"\braid(?:ed|s)? (?:{_VESSEL})\b",
    ),
    (
        "Detention",
        6,
        "let lets allowed released releases release",
        rf"\b(?:lets? (?:the|a|an|her|it) [^.;]{{0,40}}\bgo\b|allow(?:ed|s)? (?:the|her|it) [^.;]{{0,40}}\bto (?:leave|sail)\b|releas(?:ed|es?|ing) (?:the|a|an|two) (?:[\w-]+ )?(?:{CRAFT})\b)",
    ),
    (
        "Designation",
        7,
        "listing listed lists",
        rf"\blist(?:ing|ed|s) (?:the |a |an |another |several |\d+ )(?:[\w-]+ ){{0,2}}(?:{CRAFT}|traders?|firms?|compan(?:y|ies)|entit(?:y|ies)|insurers?|persons?|individuals?|businessm[ae]n|brokers?|banks?|refiner(?:y|ies))\b",
    ),
    (
        "AISGap",
        8,
        "stopped ceased went fell disappeared vanished dropped",
        r"\b(?:stopped|ceased|quit) (?:sending|emitting|giving) (?:[\w-]+ ){0,2}(?:positions?|signals?|locations?|AIS|data)\b|\b(?:disappeared|vanished|dropped|fell) (?:off|from) (?:the )?(?:radar|tracking|AIS|map|screens?|trackers?)\b",
    ),
    (
        "FlagRegistration",
        6,
        "threw thrown kicked turned expelled struck",
        r"\b(?:registry|register|flag)\b[^.;]{0,30}\b(?:threw|thrown|kicked|turned|struck|cast) out\b|\b(?:threw|thrown|kicked|turned|struck) out of (?:the|its) (?:[\w-]+ )?(?:registry|register)\b",
    ),
    (
        "FalseIdentity",
        9,
        "transponder ais signal broadcast",
        r"\b(?:AIS|transponder|signals?)\b (?:[\w-]+ ){0,2}(?:claim|said|say|show|declar|insist)\w* (?:that )?(?:it|she|the (?:ship|vessel|tanker)) (?:was|is|were)\b",
    ),
    (
        "Ownership",
        9,
        "shares stakes stake equity share",
        r"\b(?:shares?|stakes?|equity)\b[^.;]{0,60}\bheld by\b",
    ),
    (
        "Cooperation",
        3,
        "agreed agree agrees",
        r"\bagree(?:d|s)? to (?:jointly )?(?:build|develop|produce|share|co-?operate|work|manufacture|strengthen|deepen|expand)\b",
    ),
    (
        "Event",
        3,
        "damaged damage severed cut dragged dragging sabotaged cables cable anchor",
        r"\b(?:dragg(?:ed|ing) (?:its|her|an|the) anchor|(?:had |has |have )?(?:damaged|severed|sabotaged|cut through)|cut (?:the |two |an? )?(?:[\w-]+ ){0,2}cables?)\b",
    ),
)
