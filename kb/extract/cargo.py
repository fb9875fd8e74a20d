"""The words for what is carried: arms, oil, goods, money, and the craft that carry them."""

from collections.abc import Mapping

from kb.extract.mention import pattern

ARMS = (
    r"arms|(?:armou?red )?personnel carriers|military (?:aircraft|helicopters|planes|trucks|gear|technology)|(?:[A-Z][a-z]{1,2}|[A-Z]{2})-\d+ (?:helicopters?|aircraft)|weapons?|weaponry|munitions?|ammunition|missiles?|artillery|shells|rockets?|rocket[- ]propelled grenades?|RPGs|rifles?|drones?|UAVs?|warheads?|mortars?|explosives|small arms|guns|detonators|cartridges?|howitzers?|bombs?"
    r"|machine guns?|assault rifles|grenades?|launchers?|military (?:equipment|hardware|goods|cargo|supplies|aid|materiel|vehicles)|lethal aid|armou?red (?:\w+ )?(?:vehicles?|carriers?|cars?|trucks?)|tanks|materiel|air[- ]defen[cs]e systems?|torpedoes|anti-tank|(?:(?:Su|MiG|F)-\d{2}\w? )?jets|fighter (?:jets|aircraft|planes)|warplanes|gunships|loitering munitions|bullets|(?:mortar|artillery|tank|howitzer) rounds|\d{2,3}\s?mm (?:rounds|shells)|rounds of ammunition|(?:land)?mines|Kalashnikovs?|AK-47s?|(?:Shahed|Bayraktar|Mohajer|Orlan)(?:-\d+)? drones|Shaheds|Bayraktars|MANPADS?|projectiles|ordnance|pistols|handguns|firearms|armaments?|attack helicopters|gunpowder|anti-aircraft|air defen[cs]es"
)
OIL = r"oil|crude|gasoil|gas-oil|mazut|butane|propane|methanol|petrochemicals?|lubricants?|petroleum|fuel|diesel|gasoline|petrol|naphtha|condensate|LNG|LPG|kerosene|bitumen|gas oil|refined products?|petroleum products?|product"
GOODS = r"ambulances|humanitarian aid|medical (?:aid|supplies)|relief supplies|scrap metal|coal|iron ore|iron|seafood|textiles?|sand|gold|grain|timber|fertili[sz]er|machinery|components?|chips|microchips|semiconductors?|electronics|microelectronics|equipment|goods|cargo(?:es)?|containers?|luxury goods|vehicles|spare parts|engines?|uranium|cash|metals?|steel|machine tools|ball bearings|chemicals?|precursors?|parts|crates|boxes|medicine|tents|food|tiles|generators|pick-ups|loads?|gate arrays|converters|packages|parcels|sheep|consignments?|wheat|cement|rice|gyroscopes?|sensors?|transistors?|(?:integrated )?circuits?|processors|optics|scopes|night-vision [a-z]+|cameras|radios|antennas?|antennae|imagers?|carbon fib(?:re|er)|alumini?um|copper|zinc|graphite|anthracite|manganese|titanium|nickel|magnetite|lumber|teak|diamonds|gemstones|squid|crabs?|fish|cattle|sugar|flour|maize|corn|barley|cotton|tobacco|cigarettes|liquor|whiske?y|cars|limousines?|lorries|trucks|tyres|turbines?|motors|servers|laptops|lathes|spares|batteries|propellants?|perchlorate|phosphates?|ore|scrap|bauxite|alumina|pipes|tractors|hashish|heroin|narcotics|captagon|banknotes|bullion|jewel(?:le)?ry|bearings|pumps|valves|relief supplies|petcoke|coke|urea|ammonia|sulphur|potash|salt|cocoa|radars?|centrifuges?|rare earths|cobalt|tin|livestock|beer|wine|explosive precursors|microcontrollers?|microprocessors?|scanners|satellite (?:phones|parts)|amplifiers|actuators|servomotors|accelerometers|oscilloscopes|transceivers|lasers|hydraulics|pick-up trucks|spectrometers|load\b|haul\b"
MONEY = r"(?:[$€£]|USD |EUR |US\$)\s?\d[\d,.]*|\b\d[\d,.]* (?:dollars|euros|pounds)|\b(?:million|billion) (?:dollars|euros)"
CRAFT = r"yachts?|skiffs?|trawlers?|ferr(?:y|ies)|tugs?|supertankers?|coasters?|ships?|vessels?|tankers?|freighters?|bulk carriers?|bulkers?|dhows?|boats?|carriers?|barges?|craft"
_MANY = r"(?:several|some|about|more than|at least|up to|nearly|over|around|roughly|hundreds of|thousands of|tens of thousands of|dozens of|a further|no|\d[\d,.]*) "
_LIKE = r"(?:artillery|ballistic|anti-tank|small|refined|crude|[A-Z][a-z]+-made|military|dual-use|luxury|assault|cruise|iron|rocket[- ]propelled|suspected|sanctioned|high-priority|electronic|undeclared|advanced|conventional|self-propelled|long|green|wooden|similar|marine|drone|missile|rocket|machine|portable|air-defen[cs]e|medium-range|short-range|surface-to-air|mortar|\d{2,3}mm|olive-drab|ceramic|spare|field-programmable|radiation-hardened|Iranian|Russian|North Korean|Iraqi|Urals|Chinese|Venezuelan|Omani) "
_CARGO = pattern(
    (
        rf"\b(?:{_LIKE}){{0,4}}(?:{ARMS}|{OIL}|{GOODS})\b(?: (?:parts|components|products|ore|rounds|shells|systems|launchers|oil|bombs|tiles))?"
    ).lower()
)
_LOWER = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz")
"""Small letters for ASCII capitals alone, so that places in a text stay what they are."""


def lowered(text: str, start: int, end: int) -> str:
    """The words between two places in small letters, as long as they were."""
    return text[start:end].translate(_LOWER)


def cargoes(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The places of all words for goods between two places of a text."""
    return [
        (start + m.start(), start + m.end()) for m in _CARGO.finditer(lowered(text, start, end))
    ]


def is_cargo(word: str) -> bool:
    """Whether a word in small letters is one for goods."""
    return _CARGO.fullmatch(word) is not None


KINDS: Mapping[str, str] = {
    r"artillery|howitzer|mortar": "artillery",
    r"ammunition|shells|rounds|munition|cartridge|bomb": "ammunition",
    r"missile": "missiles",
    r"drone|UAV": "unmanned-aerial-vehicles",
    r"rifle|machine gun|small arms|grenade|RPG|\bguns": "small-arms",
    r"crude": "crude-oil",
    r"fuel|diesel|petrol\b|gasoline|refined|naphtha|kerosene|gas oil": "refined-petroleum",
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
