"""Phrases that show a sort of event or relation: its class, its weight, the words that it needs, the pattern."""

from kb.extract.cargo import ARMS, CRAFT

NAVAL = "soldiers|troops|forces|fighters|pilots|officers|police|personnel|crews?|gunners|guards|recruits|militia(?:men|s)?|group|units?|army|operators"

TABLE: tuple[tuple[str, int, str, str], ...] = (
    (
        "ShipToShipTransfer",
        9,
        "side hull ship sts alongside sea hose hoses hulls ship-to-ship at-sea rendezvous another third second smaller larger vessels ships across",
        rf"\b(?:ship[- ]to[- ]ship|STS)\b|\b(?:at[- ]sea transfers?|transfers? at sea|rendezvous\w*)\b|\b(?:come|came|lay|lying|laid|moored|tied up|alongside) alongside (?:the |a |an |another )|\bhoses? (?:linking|between|found connected)|\bhoses? [^.;]{{0,40}}\bconnected|\bpumped across\b|\bfrom one (?:hull|ship|vessel|tanker) to another\b|\b(?:lay|lying) side by side\b|\bvessels? were engaged in a transfer|\b(?:transfer\w*|pump\w*|pass\w*|discharg\w*|offload\w*|load\w*|taken on|took on|receiv\w*|deliver\w*) [^.;]{{0,60}}\b(?:at sea\b|(?:to|onto|into|from|with) (?:another|a second|a third|other|a smaller|a larger|the smaller|the larger) (?:[\w-]+ )?(?:{CRAFT}|craft)\b)|\btransfer\w* [^.;]{{0,30}}between (?:the |two )?(?:{CRAFT})",
    ),
    (
        "Delisting",
        8,
        "delist delisted delisting removed lifted lifting lift lifts",
        r"\b(?:delist\w*|removed? [^.;]{0,40}from (?:the|its) [^.;]{0,30}list|lift(?:ed|ing|s)? (?:the |its )?sanctions|sanctions [^.;]{0,40}(?:was|were|been|be) lifted)\b",
    ),
    (
        "Designation",
        7,
        "sanctioned sanctioning sanctions blacklist blacklisted blacklisting designate designated designates designating designation designations freeze freezes freezing listing listed placed added measures ban bar bars targets",
        r"\b(?:sanctioned|sanctioning|blacklist\w*|designat(?:e|ed|es|ing|ions?)|under (?:the |new |fresh )?(?:[A-Z][\w.]+ )?sanctions|(?:impos|announc|unveil|adopt)(?:e|ed|es|ing) (?:\w+ ){0,3}sanctions|(?:new|fresh) (?:[\w-]+ )?sanctions|(?:adopt|announc)\w* (?:[\w-]+ )?measures|sanctions (?:on|against)|(?:added|placed|put) [^.;]{0,60}\b(?:to|on) (?:the|its|a) [^.;]{0,40}(?:list|Annex)|asset freezes?|freez(?:es?|ing) (?:the )?assets|the listing|sanctions list)\b|\bTreasury (?:targets|sanctions)",
    ),
    (
        "AISGap",
        8,
        "ais transponder transponders tracking dark transmitting broadcasting broadcast signal signals dark",
        r"\b(?:AIS|transponders?|tracking (?:signal|system|device)s?|Automatic Identification System)\b[^.;]{0,80}\b(?:off(?! (?-i:[A-Z]|the coast))|dark|disabl\w*|silent|silence|stopp\w*|ceas\w*|disappear\w*|gaps?|lost|deactivat\w*|interrupt\w*|vanish\w*|broke off|dropped|went|outage|had been on)\b|\b(?:switch|turn|shut)(?:ed|ing|s)? (?:off|down) (?:its|their|her|the|his)?\s?[^.;]{0,20}(?:AIS|transponders?|tracking)|\b(?:go(?:es|ing|ne)?|went|sail(?:ed|ing)|turned|running) dark\b|\bdisabl\w+ [^.;]{0,30}(?:AIS|transponders?)|\b(?:stopped|ceased) (?:transmitting|broadcasting|reporting)|\bAIS gaps?\b|\bdark (?:period|activity)|\bdisappear\w* from (?:tracking|AIS|radar)|\b(?:not|no) (?:broadcast|transmit)\w*|\b(?:broadcast|transmitted|sent) no (?:AIS )?(?:signal|position)s?|\b(?:AIS )?(?:signal|position)s? (?:was|were|is|had been) (?:lost|jammed)",
    ),
    (
        "FalseIdentity",
        4,
        "forged forgery spoof spoofed spoofing spoofs false fake posing masquerading zombie identity disguised painted mmsi falsified",
        r"\b(?:spoof\w*|(?:false|fake|falsified) (?:flags?|names?|identit\w+|AIS|IMO|MMSI|positions?|locations?|hull|registration)|posing as|masquerad\w*|identity of another|stolen identity|zombie|(?:broadcast\w*|transmit\w*|using) (?:the )?(?:identity|name|IMO|MMSI)|disguis\w* as|paint(?:ed)? over|under MMSI|(?:certificates?|papers|documents|registration) (?:was|were|had been|is|are) (?:forged|false|fake|a forgery))\b",
    ),
    (
        "FlagChange",
        7,
        "reflag reflagged reflagging re-flagged re-flagging deflagged deflagging flag flags registry register hopping",
        r"\b(?:re-?flag\w*|de-?flag\w*|(?:chang|switch|swapp?|hopp?)\w* (?:its |her |their |the )?(?:[\w-]+ )?flags?|flag hopping|moved to the flag|flag of \w+ to|(?:moved|switched) (?:from|to) the [A-Z]\w+ (?:registry|register|flag)|flag (?:was )?(?:changed|switched)|\w+ flags since|sails? [^.;]{0,30}under the flag of|shed (?:its|her|the) [^.;]{0,20}flag)\b",
    ),
    (
        "FlagRegistration",
        5,
        "flag registered registry register books record flagged registration deregistered papers strike struck",
        r"\b(?:(?:struck|strike|took|taken|deleted|removed|strik\w+) [^.;]{0,40}(?:off|from) (?:its|the|their|her) (?:books|[\w-]*\s?regist\w+)|strike [^.;]{0,20} off|holds? no record of|fl(?:y|ies|ying|ew|own) (?:the|a|under) [^.;]{0,30}flag|(?:registered|flagged) (?:in|under|to|with)|certificate of registry|on (?:its|the|their) (?:ship )?(?:books|regist\w+)|flag (?:state|registry)|deregist\w+|cancel\w* (?:the |its |her )?registration|regist(?:ration|ry) of the (?:ship|vessel|tanker)|under the flag of|papers issued in)\b",
    ),
    (
        "Renaming",
        7,
        "renamed renaming rename renames re-named rechristened name names called",
        r"\b(?:re-?nam(?:ed|ing|es?)|rechristen\w*|chang(?:ed|es|ing) (?:its|her|their|the) names?|new name|(?:sail(?:ed|ing)|now) under the name|the name was|has been called|took the name|given the name)\b",
    ),
    (
        "Launch",
        6,
        "launch launched launches launching test-fired test-firing fired missile rocket missiles rockets satellites satellite nuclear tested test test-fire firing",
        r"\b(?:test[- ]?fir\w+|launch(?:ed|es|ing)? (?:a|an|its|two|three|several|the|at least|more)?\s?(?:[\w-]+ ){0,3}(?:missiles?|rockets?|satellites?|drones?)|(?:missiles?|rockets?|satellites?|nuclear|ICBM) (?:was |were )?(?:launch(?!er)\w*|tests?)|(?:missiles?|rockets?) flew|(?:fired|firing|tested|test of) (?:of )?(?:a|an|two|three|several|at least)?\s?(?:[\w-]+ ){0,3}(?:missiles?|rockets?))\b",
    ),
    (
        "Seizure",
        8,
        "took taken takes stole stopped stormed seize seized seizes seizing seizure seizures confiscate confiscated confiscating impounded intercept intercepted intercepting interceptions interception interdicted forfeited captured capturing haul hauls paraded interdiction",
        r"\b(?:seiz(?:es?|ed|ing|ures?)|confiscat\w+|impound\w*|intercept(?:ed|s|ing|ions?)?|interdict\w+|forfeited|captur(?:ed|ing)|that haul|paraded|stole|(?:stopped|stormed|takes|took) (?:a|the|an|two)?\s?(?:[\w-]+ )?(?:tanker|dhow|vessel|ship|boat|freighter)s?|(?:was|were|been) taken(?= (?:by|near|off)|$))\b",
    ),
    (
        "Detention",
        6,
        "boarding detain detained detaining detains detention arrest arrested arrests held released freed custody halted halts freed holding boarded",
        r"\b(?:detain\w*|detentions?|held (?:an?|the|at|in|by|under|until)|be held|arrest(?:ed|s|ing)?|in custody|halts? tanker|boarded and held|would be freed|(?:was|were|been|be) (?:released|freed))\b",
    ),
    (
        "Inspection",
        5,
        "inspect inspected inspecting inspection inspections boarded boarding board searched search searching",
        r"\b(?:inspect(?:ed|s|ing|ions?)?|(?<!on )board(?:ed|ing)? (?:the|a|an|and|her|it)|(?:was|were|been) boarded|permission to board|search(?:ed|ing|es)? (?:the|a|an|her|it)\b)",
    ),
    (
        "ArmsTransfer",
        4,
        "intended destined meant bound",
        rf"\b(?:{ARMS})\b[^.;]{{0,40}}\b(?:intended|destined|meant|bound) for\b",
    ),
    (
        "ArmsTransfer",
        2,
        "board hold contained held containing concealed hidden",
        rf"\b(?:{ARMS})\b[^.;]{{0,40}}\b(?:on board|in the hold|concealed|hidden)|\b(?:contained|held|containing) (?:[\w-]+ ){{0,3}}(?:{ARMS})\b",
    ),
    (
        "Training",
        6,
        "trained training trains train instructors advisers",
        rf"\b(?:(?:were|was|been) trained (?:in|by|at)\b|train(?:ed|ing|s)? (?:of |for |by )?(?:[\w-]+ ){{0,4}}(?:{NAVAL})|military (?:training|advisers|instructors))\b",
    ),
    (
        "Visit",
        5,
        "visit visits visited visiting trip tour toured delegation travelled traveled travels flew arrived arrival invited stepped",
        r"\b(?:(?:official |state |return )?visit(?:s|ed|ing)?|trip to|travel(?:l?ed|l?ing|s)? to|flew (?:in|into|to)|arriv(?:ed|es|ing|al) in|tour(?:ed)? (?:of|the|a)|delegation (?:to|in|from)|return visit|stepped off)\b",
    ),
    (
        "Meeting",
        4,
        "met meet meets meeting meetings talks summit discuss discusses discussed discussing discussions negotiated negotiating negotiations conferred consultations",
        r"\b(?:met|meet(?:s|ings?)?|talks (?:with|between|in|on|about|at)|held talks|summit|discuss(?:ed|es|ions?|ing)?|negotiat\w+|conferred|consultations)\b",
    ),
    (
        "Ownership",
        4,
        "controlled own owns owned owner owners ownership belong belongs belonged belonging subsidiary shareholder shareholders beneficial property",
        r"\b(?:own(?:s|ed|ers?|ership)|(?:is|was|are|were) controlled by|belong(?:s|ed|ing)? to|subsidiary of|shareholders? (?:of|in)|beneficial|the property of)\b",
    ),
    (
        "Management",
        4,
        "manage manages managed manager managers management operator operators operates operated",
        r"\b(?:manag(?:es|ed|er of|ed by|ement of)|operat(?:es|ed by|ed|or of)|(?:technical|commercial|ship) managers?|run by)\b",
    ),
    (
        "Charter",
        6,
        "charter chartered charterer charterers charters chartering leased hired",
        r"\b(?:charter(?:ed|ers?|ing|s)?|leased|hired out)\b",
    ),
    (
        "Insurance",
        4,
        "insured insurer insurers insurance insures cover p&i",
        r"\b(?:insur(?:ed|ers?|ance|es)|P&I|cover (?:remains|was|had|is))\b",
    ),
    (
        "Classification",
        5,
        "class certificates classification classed",
        r"\b(?:class(?:ed|ification) (?:by|society)|(?:withdr\w+|cancel\w+|suspend\w+) (?:her|its|the|their) (?:class|certificates?))\b",
    ),
    (
        "Breach",
        6,
        "violation violations violates violated violating non-compliance breach breaches breached contravention",
        r"\b(?:embargo|sanctions|resolution \d+) (?:had been |has been |was |were |is |are )?(?:breached|violated)|\b(?:violat(?:ions?|es|ed|ing)(?: of)?|non-compliance with|breach(?:es|ed)?(?: of)?|contravention of) [^.;]{0,60}\b(?:resolutions?|sanctions|embargo|paragraph|regulations?)\b",
    ),
    (
        "Prohibition",
        4,
        "resolution resolutions embargo banned bans ban prohibited prohibits prohibit prohibiting prohibition barred forbidden forbids",
        r"\b(?:resolutions?|sanctions|embargo(?:es)?|measures?|regulations?|paragraphs?|price cap|law) [^.;]{0,60}\b(?:bans?|banned|banning|prohibit(?:s|ed|ing)?|forbids?|bars|barred|restrict(?:s|ed)|requires?)\b|\b(?:is|are|was|were|being) (?:heavily |strictly )?(?:banned|prohibited|barred|forbidden) (?:by|under|from)",
    ),
    (
        "Association",
        3,
        "front part linked links ties nothing shadow affiliated",
        r"\b(?:a front for|front compan(?:y|ies) (?:for|of)|part of [^.;]{0,20}(?:fleet|network)|nothing to do with|(?:linked|affiliated|ties|links) (?:to|with))\b",
    ),
    (
        "OfficeHolding",
        5,
        "director head president chairman chief manager commander",
        r"\b(?:is|was|becomes?|became|serves? as|appointed|named) (?:the |a )?(?:[\w-]+ ){0,2}(?:director|head|president|chairman|chief executive|general manager|commander) of\b",
    ),
    (
        "Employment",
        3,
        "payroll employed employs employee",
        r"\b(?:on (?:its|the|their) payroll|employed by|employs)\b",
    ),
    (
        "Identification",
        3,
        "formerly same different one",
        r"\b(?:formerly known as|(?:is|was) (?:in fact )?(?:the same|a different) (?:ship|vessel|tanker|person|man)|shows?[^.;]{0,30} a different (?:ship|vessel|tanker))\b",
    ),
    (
        "MilitaryCooperation",
        3,
        "military defence defense security contingent exercises drills",
        r"\b(?:(?:military|defen[cs]e|security) (?:co-?operation|ties|pact|agreement|alliance|partnership|exercises?)|co-?operat\w+ [^.;]{0,40}military|(?:Russian|Chinese|Iranian|Turkish|such|military) contingent|joint (?:drills|exercises))\b",
    ),
    (
        "Cooperation",
        2,
        "cooperation cooperate cooperates cooperating co-operation partnership relations agreement alliance pact treaty exchanges join",
        r"\b(?:co-?operat\w+|partnership|relations (?:between|with)|(?:agreement|alliance|pact|treaty) (?:with|between)|plan of exchanges|to join the)\b",
    ),
    (
        "Construction",
        2,
        "built builds building constructed construction constructing expanding expansion refit refitted converted converting opening",
        r"\b(?:was built|buil(?:t|ding) (?:in|at|a|an|the)|construct(?:ed|ing|ion)|expan(?:ded|ding|sion) of|refit\w*|conver(?:ted|sion) (?:in|into)|the opening of a)\b",
    ),
    (
        "PortCall",
        6,
        "docked docks docking dock berthed berthing berth berths moored mooring anchored anchor tied put call calls called calling entered entering enters entry entries arrived arrives arrival visits visited ports port lay",
        r"\b(?:docked|docks (?:at|in)|docking|berth(?:ed|ing|s)|moored (?:at|in|off)|anchored (?:at|in|off)|at anchor (?:in|inside|off|at|near|for)|tied up (?:at|in)|put(?:ting)? in(?:to)? (?:at )?(?:the |[A-Z])|port calls?|call(?:s|ed|ing)? (?:at|only)|(?:enter(?:ed|ing|s)?|arriv(?:ed|es|ing) (?:at|in)|arrival (?:at|in|of)|entry (?:of|into)|visit(?:ed|s|ing)?) [^.;]{0,50}\b(?:ports?|harbou?rs?|terminals?|anchorages?|quays?|piers?)\b|lay at (?:the|a|anchor)|entering (?=[A-Z])|the arrival)\b",
    ),
    (
        "Event",
        1,
        "aground hit attacked damaged wrecked fire sunk sank collided collision foundered struck",
        r"\b(?:was sunk|sank|collided with|collision with|foundered|was wrecked|ran aground|caught fire|(?:was|were|been) (?:hit|struck|attacked|damaged) by|(?:struck|attacked) (?:a|an|the) (?:[\w-]+ )?(?:tanker|ship|vessel|freighter)s?)\b",
    ),
)
