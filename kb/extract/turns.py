"""Further turns of phrase that show a sort of event: each class in the words of wires, notices, panels and courts."""

from kb.extract.cargo import ARMS, CRAFT, GOODS, OIL

_PEOPLE = "recruits|cadets|militants|rebels|technicians|engineers|mercenaries|commandos|insurgents|officers|troops|fighters|soldiers|pilots|crews?|forces|militia(?:men|s)?|snipers|sailors|marines|operators"
_KNOWLEDGE = "know-how|technolog(?:y|ies)|intelligence|expertise|data|designs?|blueprints|imagery|information"
_THINGS = rf"{ARMS}|{OIL}|{GOODS}"
_VESSEL = rf"(?:[\w'’-]+ ){{0,4}}(?:{CRAFT})"
_BOGUS = "false|fake|falsified|fabricated|bogus|fictitious|fraudulent|counterfeit|phon(?:e)?y|sham|forged|doctored|altered"

TURNS: tuple[tuple[str, int, str, str], ...] = (
    (
        "ArmsTransfer",
        3,
        "turned ended surfaced reached way hands source gift flow flows pipeline stream proliferation influx wound showed appeared fell supplier suppliers provider backer patron",
        rf"\b(?:{ARMS})\b[^.;]{{0,60}}\b(?:turned up|ended up|wound up|showed up|surfaced|appeared in|(?:found|made|find|make) (?:their|its) way|(?:in|into) the hands of|fell into)|\b(?:source|gift|flows?|pipeline|stream|proliferation|influx|suppliers?|provider) of (?:[\w'’-]+ ){{0,3}}(?:{ARMS})\b|\b(?:arms|weapons?|munitions) (?:flows?|suppliers?|pipeline|smuggling|trafficking|deals?)\b",
    ),
    (
        "ArmsTransfer",
        2,
        "origin make manufacture came originated stemmed come comes coming",
        rf"\b(?:{ARMS})\b[^.;]{{0,30}}\b(?:of (?:[\w-]+ ){{1,3}}(?:origin|make|manufacture)\b|(?:c[ao]m(?:e|es|ing)|originated|stemmed) from\b)",
    ),
    (
        "Seizure",
        5,
        "discovered uncovered recovered unearthed found",
        rf"\b(?:(?:discovered|uncovered|recovered|unearthed) (?!that\b|from\b|in\b|at\b|by\b)|(?:hold|aboard|on board|search\w*|boarding)\b[^.;]{{0,60}}\bfound (?!that\b))(?:[\w,-]+ ){{0,4}}(?:{ARMS})\b",
    ),
    (
        "Seizure",
        7,
        "found discovered recovered uncovered unearthed retrieved netted nabbed",
        rf"\b(?:found|discovered|recovered|uncovered|unearthed|retrieved|netted) (?!that\b|no\b)[^.;]{{0,60}}\b(?:{_THINGS})\b[^.;]{{0,40}}\b(?:aboard|on board|hidden|concealed|stashed|in the hold|beneath|under|inside|from (?:a|the|an)|below)\b|\b(?:{_THINGS})\b (?:was|were|had been|have been) (?:found|discovered|recovered|uncovered|retrieved) (?:aboard|on board|in|inside|hidden|by|from|at|under|beneath)\b",
    ),
    (
        "Seizure",
        8,
        "caught halted forced forcing rappelled rappelling abseiled stopped stops stormed storm commandeered hijacked hijack hijacking apprehended forfeiture forfeit possession control nabbed",
        rf"\b(?:stop(?:s|ped)|caught|halted|storm(?:ed|s)?|commandeered|hijack(?:ed|ing|s)?|apprehended|nabbed|(?:took|taken|taking) (?:possession|control|custody|charge) of) (?:{_VESSEL})\b|\b(?:was|were|been) (?:commandeered|hijacked|stormed)\b|\bforfeit(?:ure|s)?\b|\bforc(?:ed|ing) (?:it|her|the (?:{CRAFT})) to (?:sail|head|turn|divert|steer|change)|\b(?:rappel|abseil)\w+",
    ),
    (
        "Detention",
        7,
        "hold holding remain stay kept arrested custody impounded arrest barred prevented confined port released release remanded jailed apprehended interned",
        rf"\b(?:(?:in|into) custody|hold(?:ing)? (?:the|a|an) (?:{_VESSEL})|under (?:arrest|detention)|impounded the (?:{_VESSEL})|(?:confined|held|kept|remain|stay) in port|(?:barred|prevented|banned) from (?:leaving|sailing|departing)|remanded|jailed|not (?:allowed|permitted) to (?:leave|sail|depart)|release of the (?:{_VESSEL}|crew)|release[sd]? the (?:{_VESSEL}|crew)|allowed to (?:leave|sail|depart))\b",
    ),
    (
        "Inspection",
        6,
        "aboard examined checked scanned boarding-party boarding team inspectors audit x-rayed opened logbooks logs papers rummaged",
        rf"\b(?:(?:went|climbed|came|go|gone) aboard|(?:examin|check|scann|x-ray|rummag|audit)ed (?:[\w-]+ ){0, 4}(?:containers?|crates|boxes|ships?|vessels?|tankers?|dhows?|cargo(?:es)?|books|logs|logbooks|papers|documents|holds?|parcels|consignments?)\b|(?:looked|went|gone|combed) through (?:the|her|its) |opened (?:the|a|two|three|several) (?:[\w-]+ )?(?:containers?|crates|boxes))",
    ),
    (
        "Delisting",
        9,
        "took taken take struck strike dropped drop removed remove removing remove deleted delete rescinded revoked annulled annul lifted lift eased ease waived unfroze unfrozen unblocked scrapped ended withdrew cleared removal expunged",
        r"\b(?:took|tak(?:en|es|ing|e)|struck|strik(?:e|es|ing)|drop(?:ped|s|ping)?|remov(?:e|ed|es|ing|al)|delet(?:e|ed|es|ing|ion)|clear(?:ed|ing)) [^.;]{0,80}\b(?:off|from) (?:its|the|their|a|his|her|[A-Z][\w’']+) (?:[\w-]+ ){0,4}(?:(?:sanctions |black|block)?lists?|annex|register of sanctions|sanctions)\b|\b(?:rescind|revok|annul|lift|eas|waiv|unfr|unblock|scrapp|withdr|dropp)\w* (?:the |its |all |their |her |his |most |some )?(?:[\w-]+ ){0,3}(?:sanctions|designations?|listings?|asset freeze|assets)\b|\b(?:sanctions|designations?|listings?)\b [^.;]{0,40}\b(?:rescinded|revoked|annulled|eased|waived|lifted|scrapped)\b",
    ),
    (
        "Designation",
        7,
        "also newly sanctions sanction penalties froze frozen blocked block list listed annex sdn blacklist restrictions restrictive action visa barred crosshairs proscribed penalised penalized travel",
        r"\b(?:(?:slapped|placed|put|levied|hit|targeted|penali[sz]ed|struck|lev(?:y|ied)|imposing|imposed|impose|imposes)\b[^.;]{0,60}\b(?:sanctions|restrictive measures|penalties|asset freeze)|sanctions? (?:targeting|against|package|designations?)|sanction (?:a|the|two|three|four|several|\d+)|(?:froze|frozen|freezing|blocked|blocking) (?:the |all |its |their |any )?(?:[\w'’-]+ ){0,3}(?:assets|property|funds|accounts)|(?:also |newly )(?:listed|named|targeted|designated|sanctioned|blacklisted|hit)|blocked (?:property|persons?)|SDN List|Specially Designated|restrictive measures|took action against|travel ban|visa bans?|proscribed|(?:subject to|hit by|hit with|under) (?:[\w-]+ ){0,3}sanctions|listed (?:by|under|pursuant)|(?:was|were|been) (?:listed|sanctioned) (?:in|on|by|since|for|under))\b",
    ),
    (
        "AISGap",
        8,
        "track tracks trail transmissions pings signals last fell falls silent silence blackout untraceable vanished vanish dropped resumed reappeared invisible untracked powered signal ais transponder map tracking air grid screens reappear unseen off",
        r"\b(?:last (?:heard|seen|reported|transmitted|recorded|signalled|broadcast|pinged) [^.;]{0,40}\b(?:AIS|position|signal|transponder|tracking)|last (?:AIS|known|reported|transmitted) (?:signal|position|ping|transmission)|(?:fell|fall(?:s|en)?|went|gone|going) (?:silent|off the (?:air|grid|map))|(?:vanish|disappear|dropp)\w* (?:off|from) (?:the )?(?:[\w-]+ )?(?:tracking|map|maps|screens?|AIS|view|sight|radar|platforms)|without (?:[\w’']+ )?(?:AIS|transponders?)|with (?:its|her|their|the) (?:AIS|transponders?) (?:off|switched off|turned off|disabled)|(?:power|switch|turn|shut|cut|kill)\w*(?: off| down)? (?:its|her|their|the|his) (?:[\w-]+ )?(?:AIS|transponders?|tracking|signal|beacon)|AIS (?:signal|blackout|silence|outage|track|transmissions?|coverage)s?\b[^.;]{0,50}\b(?:ended|broken|breaks|resumed|reappear\w*|missing|absent|cut|vanish\w*|blackout|interrupted)|AIS blackouts?|(?:tracks?|signals?|trail|transmissions?|pings?) (?:[\w]+ )?(?:end(?:s|ed)?|stop(?:s|ped)?|br(?:eaks?|oke) off|cease[sd]?|vanish\w*|disappear\w*|r[au]ns? out|goes cold|went cold)|(?:untraceable|invisible) (?:to|on|for)|reappear\w* (?:on AIS|off|in|near|on (?:the )?(?:[\w-]+ )?(?:tracking|map|screens?)))\b",
    ),
    (
        "FalseIdentity",
        6,
        "false fake falsified fabricated bogus fictitious fraudulent counterfeit phoney phony sham forged doctored altered manipulated manipulating manipulation manipulate faked faking falsifying falsify falsification cloned clone assumed assume identity pretending pretended impersonated impersonating mimicked scrapped borrowed concealed masked position positions location",
        rf"\b(?:{_BOGUS}) (?:[\w-]+ ){{0,2}}(?:flags?|names?|identit\w+|AIS|IMO|MMSI|positions?|locations?|coordinates|hull|registr(?:y|ation|ies)|certificates?|papers|documents?|track|signals?|numbers?)\b|\b(?:manipulat|falsif|fak|forg|doctor|alter|tamper)\w* (?:with )?(?:the |its |her |their )?(?:[\w’'-]+ ){{0,2}}(?:AIS|positions?|locations?|transponders?|identit\w+|tracks?|coordinates|IMO|papers|documents|certificates)\b|\b(?:clon(?:ed|ing)|(?:assum|steal|stol|borrow|us|adopt)\w* (?:the )?(?:[\w’'-]+ ){{0,3}}(?:identity|IMO number|MMSI)|(?:the )?identity of (?:a|an|another)|pretend\w* to be|impersonat\w+|mimick\w+|(?:conceal|mask|hid)\w* (?:its|her|their) (?:[\w-]+ )?(?:identity|location|position|whereabouts))\b",
    ),
    (
        "FlagChange",
        7,
        "dropped dropping drop swapped swap shed ditched abandoned traded lowered hauled left quit exchanged hoisted hoisting raised adopted flag flags registry registries registration colours",
        r"\b(?:drop|swap|shed|ditch|abandon|trad|lower|left|leav|quit|exchang|chang|switch|hoist|rais|adopt|acquir|t(?:ook|ak)|join|mov|transferr?|hopp?|went|gone|jump|shift|obtain|gain)\w* [^.;]{0,45}\b(?:flags?\b(?! state)|registr(?:y|ies)|register|colours)|\b(?:flag|registry|registration) (?:to|for) (?:that|the flag|the one) of|\b(?:switch|transfer|move|change|changes) of (?:flag|registry)|\bnew flag\b|\bflag(?:s)? (?:four|five|six|three|two|several) times|\b(?:from|under) the (?:[\w-]+ )?flag of [\w ]+ to\b",
    ),
    (
        "FlagRegistration",
        6,
        "registered flag flags flagged registry deleted struck deletion entered ensign record records sails sailed sailing flying fraudulently expelled purged cancelled deregistered deregister",
        r"\b(?:(?:deleted|deletion|struck|expelled|purged|removed|dropped|cancelled|de-?registered|kicked|erased) [^.;]{0,50}\b(?:registr\w+|register|books|flag)|(?:sail|fly|flies|flown|flew|operat|trad)\w* (?:under )?(?:the |a )?(?:[\w-]+ )?(?:flag|ensign)|(?:has|have|had) no (?:valid |known )?(?:flag|nationality|registration)|stateless|(?:entered|enrolled|listed) (?:in|on) (?:the|its) (?:[\w-]+ )?regist\w+|on (?:the|its) (?:[\w'’-]+ )?regist(?:er|ry))\b",
    ),
    (
        "FlagRegistration",
        8,
        "deflagged deflag de-flagged deflagging de-flagging deregistered de-registered deregister",
        r"\b(?:de-?flag\w*|de-?regist\w*)",
    ),
    (
        "Renaming",
        8,
        "trades trading operates ex originally formerly previously once rename changed new name names renamed known rechristened rebranded repainted guise sailing sailed aka called",
        r"\b(?:(?:chang|tak|took|adopt|giv|gave|receiv|assum|paint|switch|acquir)\w* (?:on )?(?:its|her|their|the|a|another|new|fresh)? ?(?:new |fresh |different |present |current )?names?|names? (?:was|were|had been) (?:changed|altered)|(?:sail|trad|operat)\w* (?:as|under) (?:the|a) (?:new )?(?:name)|rebrand\w*|under (?:[\w-]+ ){0,2}names|(?:trad|sail|operat)(?:es|ing|ed) as (?:the )?(?-i:[A-Z])|\b(?:ex|formerly|previously|originally)(?:-| )(?:called |known as |named )?(?-i:[A-Z])|(?:now|since) (?:called|named|known as|sails as|trades as)|became the [A-Z]|change of name|name changes?)\b",
    ),
    (
        "ShipToShipTransfer",
        9,
        "exchanged met pair rendezvoused linked joined connected hull-to-hull hull side-by-side lashed tethered rafted fenders transhipped transshipped trans-shipped transhipping transhipment transshipment topped siphoned moored hoses hose alongside piped decanted",
        rf"\bhull[- ]to[- ]hull\b|\bside[- ]by[- ]side\b|\b(?:lashed|tethered|rafted|tied|moored|roped|made fast|secured) (?:together|to each other|alongside)\b|\bfenders\b|\btran?s-?s?hip(?:ped|ping|ment)?\b[^.;]{{0,50}}\b(?:at sea|from (?:the|a|one)|to (?:the|a|another) (?:[\w-]+ )?(?:{CRAFT}))|\b(?:siphon|pip|decant|pump)\w* [^.;]{{0,60}}\b(?:across|into|onto|over) (?:the|a|an|another)\b|\b(?:ship|boat)-to-(?:ship|boat)\b|\balongside\b[^.;]{{0,60}}\b(?:oil|fuel|crude|cargo|transfer)\w*|\b(?:vessels|ships|tankers|pair) (?:met|rendezvoused|linked up|joined up)\b|\b(?:connected|joined|linked) by (?:a )?hoses?\b|\b(?:liquids?|oil|fuel|cargo|crude|products?)\b[^.;]{{0,20}}\b(?:exchanged|passed|moved) between\b|\bmid-?sea\b|\bin open water",
    ),
    (
        "Ownership",
        7,
        "held registered registrant",
        r"\bheld by (?:[\w'’-]+ ){0,5}(?:compan(?:y|ies)|firms?|trusts?|shells?|holdings?|Ltd|Limited|Inc|foundation|shareholders)\b|\bregistered owners?\b",
    ),
    (
        "Ownership",
        5,
        "holds held holding percent cent owner stake shareholding shareholder equity parent proprietor title wholly shares owned belongs majority holding controls control controlling",
        r"\b(?:(?:majority|controlling|minority|\d[\d.]*(?: per ?cent|%)) (?:stake|interest|share)|(?:stake|shares|shareholding|interest) in|(?:holds|held|holding|has) (?:all|\d[\d.]*(?: per ?cent|%)|half)|wholly[- ]owned|parent company|proprietor|title to (?:the|a)|controls? (?:the )?(?:company|firm|ship|vessel|tanker)|under the control of|(?:on|in) the books of|hid(?:den|ing)? behind)\b",
    ),
    (
        "Management",
        5,
        "looked looks looking handled overseen crewed manned administered running charge manages management manage managing operation operations running crewing looked looks runs run",
        rf"\b(?:(?:day-to-day|technical|commercial|ship|crew) (?:running|management|operation|manager)|(?:in|took|taken) charge of (?:the )?(?:running|{_VESSEL})|(?:took|take|taking|taken) over (?:the )?(?:management|operation|running)|under (?:the )?management|runs (?:the )?(?:{_VESSEL})|(?:entrust|hand|transfer)\w* the (?:management|running)|ISM (?:manager|company)|(?:handled|overseen|crewed|manned|administered|looked after) by|look(?:s|ed|ing) after (?:the )?|managing the)\b",
    ),
    (
        "Charter",
        9,
        "charter charters hire",
        r"\b(?:took|takes?|taken|taking|placed|put|let|gave) [^.;]{0,50}\b(?:on|under|out on) (?:an? |her |its )?(?:[\w-]+ ){0,3}(?:charter|hire)\b",
    ),
    (
        "Charter",
        7,
        "hired hires hire hiring rented rents renting lease leased leasing fixed fixture fixing time-charter time-chartered sub-chartered subchartered",
        rf"\b(?:(?:hir|rent|leas)(?:e[sd]?|ing) (?:out )?(?:the|a|an|two|three|four|several|another|her|it|{_VESSEL})\b|on hire (?:to|from)|(?:fixed|fixture) (?:the|of|for|a)|(?:time|sub|voyage|bareboat)-?charter\w*|(?:was|were|been) (?:hired|rented|leased))",
    ),
    (
        "Insurance",
        6,
        "entry entered cover coverage policy policies underwrite underwrote underwritten underwriting underwriters reinsured uninsured insured club insurance indemnity",
        r"\b(?:(?:withdr|cancel|terminat|end|revok|provid|offer|extend|refus|pull|suspend|declin|void|cease)\w* (?:its |her |the |all |their |any )?(?:[\w'’&-]+ ){0,2}(?:cover\b|coverage|polic(?:y|ies)|insurance)|underwr(?:ite|ites|ote|itten|iting)|insured (?:by|with|through)|uninsured|reinsur\w+|(?:no|without|lacks?|lacked) (?:valid |proper |known )?(?:insurance|cover)|certificates? of (?:insurance|entry)|protection and indemnity|(?:cover|coverage|polic(?:y|ies)|insurance) (?:for|of|on) [^.;]{0,50}\b(?:laps|expir|cancel|withdr|end|ceas|void)\w*|(?:terminat|cancel|ceas|withdr)\w* (?:the |its |her )?entry|entered (?:with|in) the (?:[\w-]+ )?club)\b",
    ),
    (
        "Classification",
        6,
        "class classes classed dropped withdrawn suspended classification society lloyd's bureau",
        r"\b(?:class(?:ification)? societ(?:y|ies)|(?:withdrew|withdrawn|suspended|dropped|removed|lost|expelled|threw) [^.;]{0,40}\b(?:from|out of|of|its|her) class|class (?:was |had been )?(?:withdrawn|suspended)|class(?:ed|es) (?:with|by|the|a|her)|(?:out of|in) class\b)\b",
    ),
    (
        "Training",
        7,
        "drilled drilling instructed instructing taught teaching teach coached coaching schooled tutored trained training trains train train course courses instruction",
        rf"\b(?:drill|instruct|t(?:each|aught)|coach|school|tutor|train|mentor)(?:ed|ing|s|es)? (?:of |for )?(?:[\w'’-]+ ){{0,4}}(?:{_PEOPLE})\b|\btraining (?:courses?|camps?|programmes?|programs?|missions?|sessions?|in (?:the use|how))|\b(?:was|were|been|being) (?:trained|drilled|taught|instructed|schooled)\b|\binstruction in\b",
    ),
    (
        "Visit",
        6,
        "visit trip travelled traveled flew landed touched hosted welcomed received stopover visiting paid guest tour toured travels journey journeyed call",
        r"\b(?:(?:paid|pay|pays|paying|made|make|making) (?:a|an|his|her|their) (?:[\w-]+ ){0,3}(?:visit|trip|tour|call)|journey(?:ed)? to|guest of|(?:hosted|welcomed|received) (?:a |an |the )?(?:[\w'’-]+ ){0,4}(?:counterpart|delegation|minister|president|leader|envoy|general|officials)|stopover|on (?:a|an) (?:[\w-]+ ){0,3}(?:visit|trip|tour) to)\b",
    ),
    (
        "Meeting",
        5,
        "talks sat conferred conferring received receive hosted summit negotiating table session huddled phone telephone spoke",
        r"\b(?:(?:held|hold|holding|holds|had|have|began|opened) (?:[\w-]+ ){0,3}(?:talks|consultations|negotiations|discussions)|sat down with|conferred|face to face|face-to-face|(?:trilateral|bilateral|closed-door|working) (?:session|meeting|talks)|(?:gathered|convened) (?:in|at))\b",
    ),
    (
        "Launch",
        6,
        "fired fires lobbed blasted lifted orbit test test-firing flight firing launched launch launching salvo volley blast-off liftoff orbit test-launched",
        r"\b(?:(?:fir|lobb|launch|loos)(?:ed|es|ing) (?:off )?(?:[\w-]+ ){0,5}(?:missiles?|rockets?|projectiles?|satellites?|ICBMs?|SLBMs?)|(?:salvo|volley|barrage|flight test|test flight|test) of (?:[\w-]+ ){0,4}(?:missiles?|rockets?|engines?|projectiles|ICBMs?|SLBMs?|warheads?)|(?:put|sent|placed|lofted|lifted)\b[^.;]{0,40}\b(?:in|into) orbit|(?:missile|rocket|satellite|nuclear|space) (?:launch(?:es)?|tests?|firings?)|(?:was|were) launched (?:from|on|at|into)|blast(?:ed)? off|lift(?:ed)? off|test-launch\w*|flight-test\w*)\b",
    ),
    (
        "Payment",
        6,
        "paid pay pays paying settlement payment payments wired wire remitted transferred laundered funnelled funneled bankrolled financed settled settle paid moved sent dollars million proceeds financing fund funds funded",
        r"\b(?:transferr?|wir|mov|funnel|send|sen|channel|remit|launder|pass|hand|route|deposit|steer)\w* (?:at least |more than |about |some |nearly |over |around |roughly |up to )?(?:[$€£]|USD|EUR|US\$)\s?\d[\d.,]*|\bpay(?:ing|ment|ments|s)? (?:was |were )?(?:in|for|of) |\b(?:settled|settle|settlement) (?:was |were |is )?(?:made )?(?:in|the (?:bill|account|debt))|\b(?:bankroll|financ)(?:ed|ing|es|s) ",
    ),
    (
        "Cooperation",
        4,
        "share shared sharing shares exchange exchanged exchanging swap swapped know-how technology technologies intelligence expertise pact accord memorandum treaty agreement deal jointly joined teamed forces together data designs blueprints signed inked",
        rf"\b(?:shar(?:e|es|ed|ing)|exchang(?:e|es|ed|ing)|swapp?(?:ed|ing|s)?|pool(?:ed|ing)?) (?:of )?(?:[\w-]+ ){{0,3}}(?:{_KNOWLEDGE})\b|\b(?:sign|ink|conclud|seal)(?:ed|ing|s)? (?:a|an|the|two|several) (?:[\w-]+ ){{0,4}}(?:pact|accord|memorandum|treaty|agreement)\b|\bwork(?:ed|ing)? together\b|\bjoin(?:ed)? forces\b|\bteamed up\b|\bjointly (?:develop|produc|build|design|manufactur)\w*",
    ),
    (
        "MilitaryCooperation",
        5,
        "exercises drills manoeuvres maneuvers defence defense military naval",
        r"\b(?:joint|naval|military|live-fire) (?:[\w-]+ ){0,2}(?:exercises?|drills?|man(?:oeuv|euv)\w+|patrols?)\b|\b(?:mutual )?defen[cs]e (?:pact|treaty|accord|agreement|co-?operation)\b|\b(?:military|defen[cs]e) (?:pact|treaty|accord|deal|alliance|technical|co-?operation|ties)\b",
    ),
    (
        "JointVenture",
        5,
        "venture ventures joint",
        r"\bjoint (?:[\w-]+ ){0,3}(?:ventures?|plants?|factor(?:y|ies)|compan(?:y|ies)|production|projects?)\b",
    ),
    (
        "Shipment",
        3,
        "touched landed touching landing flights flight airlift plied freight",
        r"\b(?:touch(?:ed|ing|es)? down|cargo flights?|supply flights?|flights? (?:from|to|into|between)|air ?(?:bridge|lift))\b",
    ),
    (
        "PortCall",
        3,
        "seen photographed spotted imaged observed sighted visible",
        r"\b(?:seen|photographed|spotted|imaged|observed|sighted|visible) (?:[\w-]+ ){0,2}(?:at|in|alongside|moored|berthed|docked|anchored|off) ",
    ),
    (
        "PortCall",
        6,
        "towed arrived arrives arriving berthed docked alongside unloaded offloaded discharged loaded lifted moored quay pier jetty terminal harbour put pulled tied made",
        r"\b(?:pulled into|towed (?:in)?to|made (?:port|a (?:port )?call)|(?:put|putting) in (?:to|at)|tied up|stop(?:ped|over)? (?:at|in) the port|alongside (?:a |the )?(?:[\w-]+ ){0,2}(?:quay|pier|jetty|berth|wharf|terminal)|(?:discharg|unload|offload)(?:ed|ing) (?:its|her|their|the|a|some|about|\d[\d,.]*) [^.;]{0,50}\b(?:at|in) (?:the |[A-Z]))",
    ),
    (
        "Voyage",
        4,
        "route bound en underway heading headed course way",
        r"\b(?:en route (?:to|from)|bound for|on (?:its|her|their) way (?:to|from)|set (?:course|sail|out)|sailed|under ?way (?:to|for)|made for|heading (?:for|to)|headed (?:for|to)|diverted to)\b",
    ),
    (
        "FalseIdentity",
        9,
        "transponder ais signal signals broadcast broadcasts",
        r"\b(?:AIS|transponder|signals?)\b (?:[\w-]+ ){0,3}(?:placed|showed|put|indicated|claimed|suggested|had) (?:it|her|the (?:ship|vessel|tanker)) (?:at|in|off|near|as)\b|\bbroadcast\w* (?:from )?(?:a|the) (?:[\w-]+ )?(?:position|location)s?\b",
    ),
    (
        "Breach",
        6,
        "broke break broken breaks breaking violate violates violated violating breach breaches breached breaching contravene contravened contravenes flout flouts flouted flouting circumvent circumvented circumventing evade evaded evading evasion defied defying bust busting",
        r"\b(?:violat|breach|contraven|flout|circumvent|evad|def(?:y|ied)|bust)\w* (?:of )?(?:[\w.'’-]+ ){0,5}(?:embargo|sanctions|resolutions?|price cap|ban|measures|prohibitions?|restrictions|rules|regulations|controls)\b|\bbr(?:oke|eak|oken|eaks|eaking) (?:the |an |its )?(?:[\w-]+ ){0,2}embargo\b",
    ),
    (
        "Event",
        4,
        "shot struck hit attacked pounded shelled bombed rammed",
        r"\b(?:drones?|missiles?|munitions|rockets?|mines?|shells) (?:struck|hit|attacked|pounded|damaged) |\b(?:was|were|been) (?:hit|struck|rammed|shelled|bombed)\b|\bshot down\b",
    ),
    (
        "Association",
        4,
        "intermediary intermediaries front shell cover proxy acting acts controlled behalf linked tied fronts belonging proxies agents agent",
        r"\b(?:(?:is|was|were|are|as|merely|only) (?:a |an |the )?(?:front|cover|shell|proxy|intermediar(?:y|ies)) for|(?:front|shell|cover|proxy) (?:company|compan(?:y|ies)|firm|firms|organi[sz]ation|for)|act(?:s|ed|ing) (?:for|on behalf of|as an agent)|(?:linked|tied|connected|affiliated|close) to|fronts? for|links? (?:between|with)|at arm’s length|no (?:links?|ties|connection) (?:to|with))\b",
    ),
)
