"""The words at the head of noun phrases that can play a part: ships, parties, sites, aircraft; and the words between."""

import re


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


PREPOSITIONS = _set(
    "from to by for of at in into onto on off near with via through between aboard under against toward towards outside"
    " within inside among alongside past over around across opposite behind beside"
)
BREAKS = _set(
    "without and or but that which who whom whose when where while because if as said says than then is was were are be been"
    " being had has have not did does do would will could may might should must can before after since until during"
)
CRAFT = _set(
    "ship ships vessel vessels tanker tankers freighter freighters dhow dhows boat boats bulker bulkers barge barges craft"
    " carrier carriers frigate frigates destroyer destroyers corvette corvettes cutter cutters warship warships skiff skiffs yacht yachts trawler trawlers ferry ferries tug tugs coaster coasters supertanker supertankers vlcc"
    " vlccs suezmax aframax steamer launch-boat containership lighter lighters"
)
PARTIES = _set(
    "authorities forces army navy guard guards officials customers customer government troops military breakers buyers"
    " buyer refiner company companies firm firms militants rebels group movement police customs gendarmerie regime"
    " administration belligerent party parties militia militias fighters entities individuals broker crew men state"
    " regulator refiners network banks bank drivers agents soldiers side faction factions"
    " trader traders dealer dealers supplier suppliers importer importers exporter exporters distributor distributors"
    " insurer insurers underwriter underwriters club clubs charterer charterers operator operators owner owners manager"
    " managers investor investors businessman businessmen businesswoman financier financiers shipbroker middleman"
    " middlemen intermediary intermediaries brokers reseller smugglers traffickers national nationals citizen citizens"
    " defendant defendants brothers suspect suspects engineer engineers technician technicians instructor instructors"
    " adviser advisers advisor advisors recruits cadets pilots sailors seafarers mercenaries contractors contractor"
    " gunmen coastguards commandos personnel squadron squadrons official militiamen guardsmen insurgents warlord commander commanders general generals ally allies partner partners junta council"
    " committee commission ministry minister ministers treasury department agency court judge prosecutors"
    " prosecutor investigators inspectors marines gendarmes coastguard patrol patrols delegation delegations envoy"
    " envoys diplomats leader leaders president presidents utility conglomerate subsidiary affiliate charity fleet fleets"
    " manufacturer manufacturers maker makers producer producers shipyard-owner airline airlines cartel consortium"
    " institute university laboratory foundation exchange interests buyers merchants merchant house houses outfit"
    " businesses business entity individual vendor vendors receiver receivers lender lenders operatives operative patron patrons client clients sponsor sponsors backers proxies proxy associate"
    " wife son sons daughter brother cousin nephew relative relatives oligarch oligarchs tycoon tycoons magnate counterpart"
    " batteries couriers associates specialists counterparts tribe tribes cell cells ring rings division brigade brigades battalion battalions corps regiment regiments"
)
SITES = _set(
    "port ports harbour harbours harbor harbors terminal terminals anchorage anchorages airport airports airfield"
    " airstrip airbase airstrips airfields bases camp camps jetty quay dock docks wharf hangar hangars yard refineries plant pier shipyard depot depots warehouse warehouses base refinery compound factory berth lagoon spaceport cosmodrome airstrip crossing"
)
MODELS = re.compile(
    r"(?:il|an|tu|mi|yak)-\d{1,3}[a-z]*|c-?(?:17|130)[a-z]*|(?:ilyushin|antonov|tupolev|boeing|airbus|yakovlev)s?(?:-\d+\w*)?"
)
"""Aircraft by their maker's or model's name."""
VERBISH = _set(
    "struck hit met took stopped found held said says told took seized stormed boarded arrested detained freed towed"
    " charged accused named listed added hired rented trained drilled taught instructed inspected searched examined"
    " visited hosted welcomed greeted joined signed agreed pledged offered ordered asked urged backed helped allowed"
    " let made built used owned owns controls controlled ran runs run manages managed operates operated insured insures"
    " covered covers withdrew dropped sanctioned designated blacklisted targeted targets froze froze removed lifted"
    " renamed reflagged registered chartered charters leased tracked spotted watched photographed intercepted"
    " impounded confiscated captured caught uncovered discovered recovered denied deny denies rejected wants want"
    " sought seeks plans planned tried began kept went came got became became left lost won thanked paid called"
    " uses using helping making hiring training boarding detaining seizing arresting sanctioning designating"
    " targeting listing adding stopping visiting hosting meeting joining running owning managing operating"
    " broke chose cut did drew drove fell felt fought grew knew led lent meant put rose sank saw set shot spent spoke stole"
    " stood swore threw wrote shut quit fled hid hung laid lay paid sat sent gave held needs remains includes seems seizes"
    " detains boards inspects trains denounces accuses supports backs funds arms hires plans says"
)
"""Verbs, beside those of moving and trading, before which no noun phrase reaches back."""
PLANES = _set("aircraft plane planes helicopter helicopters jet airliner airliners")
GOODS_HEADS = _set(
    "documents owner owners manager managers papers register registry crew crews captain fuel"
)
ADVERBS = _set(
    "also again never ever just still even often likewise there here today yesterday now later earlier last this twice once"
    " together instead soon already jointly directly first"
)
PLACED = _set("at in from to into off near via towards for")
UNPLACED = _set(
    "january february march april may june july august september october november december monday tuesday wednesday"
    " pier berth terminal gate dock quay thursday friday saturday sunday usd eur gbp"
)
CARRYING = _set(
    "bulk gas car livestock ore oil crude lng lpg cattle vehicle cement container general cargo coal"
)
POINTING = _set("the this that said")
OPENING = POINTING | _set(
    "these those its his their our a an another several two three four each any no both"
)


AGENTS = re.compile(r"[a-z]{3,}(?:[^n]ers|[^ct]ors|tors|ists|smen|ners)")
THINGS = _set(
    "helicopters containers tankers freighters carriers letters papers orders quarters waters matters borders numbers rockets others"
    " transponders launchers mortars sensors reactors motors tractors computers routers transformers generators converters"
    " detonators cutters bulkers boosters offers answers covers powers rumours rumors errors sectors factors harbors mirrors"
    " processors semiconductors conductors connectors actuators resistors capacitors trailers steamers lighters trawlers"
    " barriers corridors headquarters manoeuvres fenders hangers hangars lists centers centres disorders transfers suppers"
    " boulders flyers ledgers registers charters members years liners choppers fighters-jets fasteners rollers cylinders"
    " trackers recorders chambers layers rotors ejectors projectors monitors indicators propellers scanners printers"
)
