"""Given events and expected verdicts under the regimes on Libya, Iran, Yemen, the Sudan and others."""

from collections.abc import Mapping
from typing import Any

KP, RU, CN, IR, LY, YE, SD, OM, TR = (
    f"country:{code}" for code in ("KP", "RU", "CN", "IR", "LY", "YE", "SD", "OM", "TR")
)
Case = tuple[str, dict[str, Any], list[dict[str, Any]], str]
"""What is told, the event, what else is claimed, and the verdicts as text."""

NAMED = [
    {"id": "org:houthis", "type": "Organization", "name": "Houthis"},
    {"id": "org:yemeni-navy", "type": "Organization", "name": "Yemeni Navy", "state": YE},
    {"id": "org:noc-libya", "type": "Organization", "name": "National Oil Corporation"},
    {"id": "org:gna-libya", "type": "Organization", "name": "Government of National Accord"},
    {"id": "org:dune", "type": "Organization", "name": "Dune Brigade", "state": LY},
    {"id": "org:hill", "type": "Organization", "name": "Hill Front", "state": "country:CD"},
    {"id": "org:un-1970-committee", "type": "Organization", "name": "1970 Committee"},
    {"id": "ship:heron", "type": "Ship", "name": "Heron"},
    {"id": "#port-sudan", "type": "Settlement", "name": "Port Sudan", "state": SD},
    {"id": "#camp", "type": "Settlement", "name": "the camp", "partOf": "locality:el-fasher"},
    {"id": "#hut", "type": "Facility", "name": "the hut", "partOf": "#camp"},
    {"id": "#jetty", "type": "Port", "name": "the jetty", "state": LY},
    {"id": "#cove", "type": "Settlement", "name": "the cove", "state": YE},
]
"""Who and what takes part besides the common parties."""


def named(event: Mapping[str, Any], beside: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Those of `NAMED` whom an event or what stands beside it names, and the places around them."""
    found: list[dict[str, Any]] = []
    spoken = str([event, beside])
    while more := [each for each in NAMED if each["id"] in spoken and each not in found]:
        found += more
        spoken += str(more)
    return found


def arms(giver: str, taker: str, time: str, cargo: str = "arms", **more: Any) -> dict[str, Any]:
    """A claimed arms transfer."""
    when = {"time": time} if time else {}
    goods = {"cargo": {"cargoKind": cargo}} if cargo else {}
    kind = {"type": "ArmsTransfer", "supplier": giver, "recipient": taker}
    return {**kind, **goods, **when, **more}


def sale(giver: str, taker: str, cargo: str, time: str) -> dict[str, Any]:
    """A claimed transfer of other goods."""
    return {**arms(giver, taker, time, cargo), "type": "Transfer"}


def oil(time: str, cargo: str = "crude-oil", **more: Any) -> dict[str, Any]:
    """A claimed shipment of petroleum from a Libyan jetty."""
    return {
        "type": "Shipment",
        "vessel": "ship:heron",
        "consignor": "org:dune",
        "origin": "#jetty",
        "cargo": {"cargoKind": cargo},
        "time": time,
        **more,
    }


LISTED = {
    "id": "#listed",
    "type": "Designation",
    "designated": "ship:heron",
    "authority": "org:un-1970-committee",
    "measure": ["illicit-petroleum-ban", "port-entry-ban", "bunkering-ban"],
    "time": "2017-07-21",
}
CALL = {"type": "PortCall", "vessel": "ship:heron", "portOfCall": "port:MTMLA"}
IN_FORCE_THEN = "2216-14 could-be; 2624-5 would-be"
LIBYA: list[Case] = [
    ("arms to Libya", arms(TR, LY, "2020-01"), [], "1970-9 would-be"),
    ("the day before the embargo", arms(TR, LY, "2011-02-25"), [], "1970-9 would-not-be"),
    ("the day of the embargo", arms(TR, LY, "2011-02-26"), [], "1970-9 would-be"),
    ("a year that partly overlaps", arms(TR, LY, "2011"), [], "1970-9 could-be"),
    ("arms to Libya on no known day", arms(TR, LY, ""), [], "1970-9 could-be"),
    ("arms from Libya", arms(LY, "country:TD", "2013"), [], "1970-10 would-be"),
    ("arms to an armed group in Libya", arms(RU, "org:dune", "2020"), [], "1970-9 would-be"),
    ("arms within Libya", arms(LY, "org:dune", "2020"), [], ""),
    ("body armour may be exempt", arms(TR, LY, "2020", "non-lethal-equipment"), [],
     "1970-9 could-be"),
    ("grain is no arms", sale(TR, LY, "food-and-agriculture", "2020"), [], ""),
    ("crude carried by a listed ship", oil("2017-09", unauthorizedBy=LY), [LISTED],
     "2146-10a would-be; 2362-2 would-be"),
    ("of which nobody says whether it was allowed", oil("2017-09"), [LISTED],
     "2146-10a could-be; 2362-2 could-be"),
    ("a tanker lifts crude from an unauthorised party", oil("2019-05", unauthorizedBy=LY), [],
     "2146-10a could-be; 2362-2 could-be"),
    ("a tanker of which nobody says anything", oil("2019-05"), [], ""),
    ("the corporation's own export", oil("2017-09", consignor="org:noc-libya"), [LISTED],
     "2146-10a would-not-be; 2362-2 would-not-be"),
    ("said to come from Libya, and no more", oil("2017-09", consignor=LY), [LISTED],
     "2146-10a could-be; 2362-2 could-be"),
    ("the government's own export", oil("2017-09", consignor="org:gna-libya"), [LISTED],
     "2146-10a would-not-be; 2362-2 would-not-be"),
    ("before the listing", oil("2017-07-20", unauthorizedBy=LY), [LISTED],
     "2146-10a would-not-be; 2362-2 would-not-be"),
    ("after a listing lapsed", oil("2018-03", unauthorizedBy=LY), [LISTED],
     "2146-10a could-be; 2362-2 could-be"),
    ("diesel before the ban on it", oil("2016", "diesel", unauthorizedBy=LY), [],
     "2362-2 would-not-be"),
    ("diesel after it", oil("2017-09", "diesel", unauthorizedBy=LY), [LISTED],
     "2362-2 would-be"),
    ("beyond the last known prolongation", oil("2026-06", unauthorizedBy=LY),
     [{**LISTED, "time": "2026-05-20"}], "2146-10a could-be; 2362-2 could-be"),
    ("crude from elsewhere", oil("2017-09", consignor=RU, origin=RU), [LISTED], ""),
    ("a listed ship in port", {**CALL, "time": "2017-09"}, [LISTED], "2146-10b would-be"),
    ("a listed ship back in Libya", {**CALL, "portOfCall": "#jetty", "time": "2017-09"}, [LISTED],
     "2146-10b would-not-be"),
    ("a ship that another committee listed", {**CALL, "time": "2017-09"},
     [{**LISTED, "authority": "country:MT"}], ""),
    ("a listing of unknown measure", {**CALL, "time": "2017-09"},
     [{k: v for k, v in LISTED.items() if k != "measure"}], "2146-10b could-be"),
    ("fuel for a listed ship", {"type": "Bunkering", "vessel": "ship:heron", "time": "2017-09"},
     [LISTED], "2146-10c would-be"),
]  # fmt: skip
IRAN: list[Case] = [
    ("arms from Iran before 2016", arms(IR, "country:SY", "2012"), [],
     "1747-5 would-be; 2231-annex-b-6b would-not-be"),
    ("the day before that ban", arms(IR, "country:SY", "2007-03-23"), [],
     "1747-5 would-not-be; 2231-annex-b-6b would-not-be"),
    ("the last day of the first ban", arms(IR, "country:SY", "2016-01-15"), [],
     "1747-5 would-be; 2231-annex-b-6b would-not-be"),
    ("the first day of the second", arms(IR, "country:SY", "2016-01-16"), [],
     "1747-5 would-not-be; 2231-annex-b-6b would-be"),
    ("drones in 2022", arms(IR, RU, "2022-09"), [],
     "1747-5 would-not-be; 2231-annex-b-6b would-not-be"),
    ("the day after the second ban", arms(IR, RU, "2020-10-19"), [],
     "1747-5 would-not-be; 2231-annex-b-6b would-not-be"),
    ("the day before the claimed restoration", arms(IR, RU, "2025-09-27"), [],
     "1747-5 would-not-be; 2231-annex-b-6b would-not-be"),
    ("after the claimed restoration", arms(IR, RU, "2025-11"), [],
     "1747-5 could-be; 2231-annex-b-6b would-not-be"),
    ("a year in which it may lie", arms(IR, RU, "2025"), [],
     "1747-5 could-be; 2231-annex-b-6b would-not-be"),
    ("tanks to Iran", arms(RU, IR, "2012", "battle-tanks"), [],
     "1929-8 would-be; 2231-annex-b-5 would-not-be"),
    ("rifles to Iran", arms(RU, IR, "2012", "small-arms"), [], ""),
    ("missile parts to Iran in 2021", sale(CN, IR, "missile-items", "2021"), [],
     "1737-3 would-not-be; 1803-8 would-not-be; 2231-annex-b-4 would-be"),
    ("missile parts from Iran in 2021", sale(IR, CN, "missile-items", "2021"), [],
     "1737-7 would-not-be; 2231-annex-b-4 would-be"),
    ("bunkers for a ship run from Iran",
     {"type": "Bunkering", "vessel": "ship:heron", "time": "2012"},
     [{"id": "#run", "type": "Management", "manager": IR, "managed": "ship:heron"}],
     "1929-18 could-be"),
]  # fmt: skip
YEMEN: list[Case] = [
    ("a dhow with rifles for the Houthis",
     {"type": "Shipment", "vessel": "ship:heron", "consignee": "org:houthis", "destination": YE,
      "cargo": {"cargoKind": "small-arms"}, "time": "2023-01"}, [], IN_FORCE_THEN),
    ("arms to the Houthis from Iran", arms(IR, "org:houthis", "2023"), [],
     f"1747-5 would-not-be; {IN_FORCE_THEN}; 2231-annex-b-6b would-not-be"),
    ("before they were named as a body", arms(OM, "org:houthis", "2020"), [],
     "2216-14 could-be; 2624-5 would-not-be"),
    ("before any embargo", arms(OM, "org:houthis", "2015-04-13"), [],
     "2216-14 would-not-be; 2624-5 would-not-be"),
    ("the day on which they were named", arms(OM, "org:houthis", "2022-02-28"), [],
     IN_FORCE_THEN),
    ("arms to Yemen's government", arms(OM, YE, "2023"), [], ""),
    ("arms to Yemen's navy", arms(OM, "org:yemeni-navy", "2023"), [], ""),
    ("arms from the Houthis", arms("org:houthis", "country:SO", "2022"), [],
     "733-5 would-be"),
    ("a dhow for nobody known",
     {"type": "Shipment", "vessel": "ship:heron", "destination": "#cove",
      "cargo": {"cargoKind": "small-arms"}, "time": "2023-01"}, [],
     "2216-14 could-be; 2624-5 could-be"),
    ("a dhow with grain",
     {"type": "Shipment", "vessel": "ship:heron", "consignee": "org:houthis",
      "cargo": {"cargoKind": "food-and-agriculture"}, "time": "2023-01"}, [], ""),
]  # fmt: skip
SUDAN: list[Case] = [
    ("arms to a place in Darfur", arms(CN, SD, "2024-05", destination="locality:nyala"), [],
     "1556-7 would-be; 1591-7 would-be"),
    ("arms to a camp near a town of Darfur", arms(CN, "org:rsf", "2024-05", destination="#camp"),
     [], "1556-7 would-be; 1591-7 would-be"),
    ("arms to a hut in that camp", arms(CN, "org:rsf", "2024-05", destination="#hut"), [],
     "1556-7 would-be; 1591-7 would-be"),
    ("arms to the Sudan", arms(CN, SD, "2024-05"), [], "1556-7 could-be; 1591-7 could-be"),
    ("arms to a port elsewhere", arms(CN, SD, "2024-05", destination="#port-sudan"), [],
     "1556-7 could-be; 1591-7 could-be"),
    ("between the two resolutions", arms(CN, SD, "2004-12", destination="locality:darfur"), [],
     "1556-7 would-be; 1591-7 would-not-be"),
    ("beyond the last prolongation", arms(CN, SD, "2026-10", destination="locality:darfur"), [],
     "1556-7 could-be; 1591-7 could-be"),
    ("from the capital into Darfur", arms(SD, SD, "2024-05", destination="locality:nyala"), [],
     "1556-7 would-be; 1591-7 would-be"),
    ("arms from the Sudan", arms(SD, "country:TD", "2024-05"), [], ""),
]  # fmt: skip
OTHERS: list[Case] = [
    ("arms to South Sudan", arms(CN, "country:SS", "2025"), [], "2428-4 would-be"),
    ("the day before that embargo", arms(CN, "country:SS", "2018-07-12"), [],
     "2428-4 would-not-be"),
    ("arms to a group in the Congo", arms("country:RW", "org:hill", "2023"), [],
     "1807-1 could-be"),
    ("arms to the Congo's government", arms(CN, "country:CD", "2023"), [], ""),
    ("arms to Somalia", arms(CN, "country:SO", "2020"), [], "733-5 would-be"),
    ("after the embargo was lifted", arms(CN, "country:SO", "2023-12-01"), [],
     "733-5 would-not-be"),
    ("charcoal from Somalia", sale("country:SO", OM, "charcoal", "2020"), [], "2036-22 would-be"),
    ("charcoal to Somalia", sale(OM, "country:SO", "charcoal", "2020"), [], ""),
    ("arms to Eritrea", arms(CN, "country:ER", "2015"), [], "1907-5 would-be"),
    ("arms to the Central African Republic", arms(CN, "country:CF", "2020"), [],
     "2127-54 would-be"),
]  # fmt: skip
REGIMES: list[Case] = [*LIBYA, *IRAN, *YEMEN, *SUDAN, *OTHERS]
