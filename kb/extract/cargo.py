"""The words for what is carried: arms, oil, goods, money, and the craft that carry them."""

import re
from collections.abc import Mapping

from kb.extract.mention import pattern

ARMS = (
    r"arms|weapons?|weaponry|munitions?|ammunition|missiles?|artillery|shells|rockets?|rocket[- ]propelled grenades?|RPGs|rifles?|drones?|UAVs?|warheads?|mortars?|explosives|small arms|guns|detonators|cartridges?|howitzers?|bombs?"
    r"|machine guns?|assault rifles|grenades?|launchers?|military (?:equipment|hardware|goods|cargo|supplies|aid|materiel|vehicles)|lethal aid|armou?red (?:\w+ )?(?:vehicles?|carriers?)|tanks|materiel|air[- ]defen[cs]e systems?|torpedoes|anti-tank|fighter jets|loitering munitions"
)
OIL = r"oil|crude|petroleum|fuel|diesel|gasoline|petrol|naphtha|condensate|LNG|LPG|kerosene|bitumen|gas oil|refined products?|petroleum products?|product"
GOODS = r"coal|iron ore|iron|seafood|textiles?|sand|gold|grain|timber|fertili[sz]er|machinery|components?|chips|microchips|semiconductors?|electronics|microelectronics|equipment|goods|cargo(?:es)?|containers?|luxury goods|vehicles|spare parts|engines?|uranium|cash|metals?|steel|machine tools|ball bearings|chemicals?|precursors?|parts|crates|boxes|medicine|tents|food|tiles|generators|pick-ups|loads?|gate arrays|converters|packages|parcels|sheep|consignments?|wheat|cement|rice"
MONEY = r"(?:[$€£]|USD |EUR |US\$)\s?\d[\d,.]*|\b\d[\d,.]* (?:dollars|euros|pounds)|\b(?:million|billion) (?:dollars|euros)"
CRAFT = r"ships?|vessels?|tankers?|freighters?|bulk carriers?|bulkers?|dhows?|boats?|carriers?|barges?|craft"
_MANY = r"(?:several|some|about|more than|at least|up to|nearly|over|around|roughly|hundreds of|thousands of|tens of thousands of|dozens of|a further|no|\d[\d,.]*) "
_LIKE = r"(?:artillery|ballistic|anti-tank|small|refined|crude|[A-Z][a-z]+-made|military|dual-use|luxury|assault|cruise|iron|rocket[- ]propelled|suspected|sanctioned|high-priority|electronic|undeclared|advanced|conventional|self-propelled|long|green|wooden|similar|marine|drone|missile|rocket|machine|portable|air-defen[cs]e|medium-range|short-range|surface-to-air|mortar|\d{2,3}mm|olive-drab|ceramic|spare|field-programmable|radiation-hardened|Iranian|Russian|North Korean|Iraqi|Urals|Chinese|Venezuelan|Omani) "
CARGO = pattern(
    rf"\b(?:{_LIKE}){{0,4}}(?:{ARMS}|{OIL}|{GOODS})\b(?: (?:parts|components|products|ore|rounds|shells|systems|launchers|oil|bombs|tiles))?",
    re.IGNORECASE,
)
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
