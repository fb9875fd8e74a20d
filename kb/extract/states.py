"""Words that stand for a state without naming it: its adjectives, and where it is governed."""

STATES = {
    "AE": ("Emirati", "Abu Dhabi"),
    "AU": ("Australian", "Canberra"),
    "BZ": ("Belizean", "Belmopan"),
    "CA": ("Canadian", "Ottawa"),
    "CN": ("Chinese", "Beijing|Zhongnanhai"),
    "CU": ("Cuban", "Havana"),
    "DE": ("German", "Berlin"),
    "DJ": ("Djiboutian", ""),
    "EG": ("Egyptian", "Cairo"),
    "ER": ("Eritrean", "Asmara"),
    "ET": ("Ethiopian", "Addis Ababa"),
    "FR": ("French", "Paris|Élysée|Elysee"),
    "GB": ("British", "London|Downing Street|Whitehall"),
    "GR": ("Greek", "Athens"),
    "ID": ("Indonesian", "Jakarta"),
    "IL": ("Israeli", "Jerusalem"),
    "IN": ("Indian", "New Delhi"),
    "IQ": ("Iraqi", "Baghdad"),
    "IR": ("Iranian", "Tehran"),
    "JP": ("Japanese", "Tokyo"),
    "KH": ("Cambodian", "Phnom Penh"),
    "KP": ("North Korean|DPRK", "Pyongyang"),
    "KR": ("South Korean", "Seoul|Blue House"),
    "LB": ("Lebanese", "Beirut"),
    "LR": ("Liberian", "Monrovia"),
    "LY": ("Libyan", "Tripoli"),
    "MH": ("Marshallese", "Majuro"),
    "MM": ("Burmese|Myanmar", "Naypyidaw"),
    "MN": ("Mongolian", "Ulaanbaatar"),
    "MY": ("Malaysian", "Kuala Lumpur"),
    "NO": ("Norwegian", "Oslo"),
    "PA": ("Panamanian", "Panama City"),
    "PK": ("Pakistani", "Islamabad"),
    "PW": ("Palauan", "Ngerulmud"),
    "RU": ("Russian", "Moscow|Kremlin"),
    "SA": ("Saudi", "Riyadh"),
    "SD": ("Sudanese", "Khartoum"),
    "SG": ("Singaporean", ""),
    "SL": ("Sierra Leonean", "Freetown"),
    "SY": ("Syrian", "Damascus"),
    "TG": ("Togolese", "Lomé|Lome"),
    "TH": ("Thai", "Bangkok"),
    "TR": ("Turkish", "Ankara"),
    "TW": ("Taiwanese", "Taipei"),
    "TZ": ("Tanzanian", "Dodoma"),
    "UA": ("Ukrainian", "Kyiv|Kiev"),
    "US": ("American|U.S.|US", "Washington|White House|Pentagon"),
    "VE": ("Venezuelan", "Caracas"),
    "VN": ("Vietnamese", "Hanoi"),
    "YE": ("Yemeni", "Sanaa|Sana'a"),
    "ZA": ("South African", "Pretoria"),
}
"""By ISO 3166 code: the adjectives, and the capitals or seats of power by which a government is meant."""


def words() -> dict[str, tuple[str, str]]:
    """Each word with the state that it stands for and the rule: `S-demonym` or `S-seat`."""
    found = {}
    for code, (demonyms, seats) in STATES.items():
        for rule, group in (("S-demonym", demonyms), ("S-seat", seats)):
            found.update({word: (f"country:{code}", rule) for word in group.split("|") if word})
    return found
