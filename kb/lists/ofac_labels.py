"""What OFAC's labels mean: "Passport", "Vessel Flag", "Linked To:" as identifiers, facts and links.

The three formats of the list use one vocabulary: the legacy files in the text of the remarks, SDN.XML in
the types of its ids, the Advanced XML in its feature and document types. This module is the one place
that knows it. A label without a rule keeps its text as a fact of kind "other".
"""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from kb.lists import ofac_words
from kb.lists.model import Audit, Fact, Identifier, Link, Name
from kb.lists.party import imo_number

NOBODY = frozenset({"none identified", "none", "unknown", "undetermined", "not applicable", "n/a"})
FALSE = re.compile(r"\b(?:fraudulent|fake|false|forged|counterfeit)\b", re.IGNORECASE)
IMO = re.compile(r"(?:IMO\s*(?:No\.?|Number)?\s*:?\s*)?(\d{7})", re.IGNORECASE)

UNMARKED = "printed without the letters IMO; its check digit is that of an IMO number"

IDENTIFIERS = {
    "passport": "passport|diplomatic passport|official passport|service passport|stateless person passport|"
    "british national overseas passport|seaman's passport|seafarer's identification document|"
    "passport no.|passport number",
    "tax": "tax id no.|tax id|nit #|nit|r.f.c.|r.f.c. #|rfc|rif #|ruc #|rtn|v.a.t. number|vat number|"
    "italian fiscal code|fiscal code|us fein|c.u.i.t.|c.u.i.t. #|romanian tax registration|"
    "paraguayan tax identification|numero de identificacion tributaria|cnpj|cpf|n.i.f.|"
    "paraguayan tax identification number|inn|gst number|c.i.f.|"
    "numero unico de identificacao tributaria (nuit)",
    "national-id": "cedula no.|cedula de ciudadania|cedula de residencia|c.u.r.p.|national id no.|d.n.i.|"
    "national foreign id number|identification number|personal id card|i.f.e.|credencial electoral|"
    "electoral registry no.|ssn|turkish identificiation number|turkish identification number|"
    "numero de identidad|citizen's card number|bosnian personal id no.|le number|kenyan id no.|"
    "tarjeta de identidad|residency number|c.u.i.p.|c.u.i.|refugee id card|n.i.e.|moroccan personal id no.|"
    "stateless person id card|dni|uae identification|afghan money service provider license number|"
    "cartilla de servicio militar nacional|military registration number|tazkira national id card|"
    "cnp (personal numerical code)",
    "registration": "registration id|registration number|company number|uk company number|"
    "commercial registry number|matricula mercantil no|matricula mercantil no.|folio mercantil no.|"
    "business registration document #|business registration number|business number|c.r. no.|"
    "public registration number|trade license no.|registered charity no.|government gazette number|"
    "certificate of incorporation number|chamber of commerce number|company id|"
    "dubai chamber of commerce membership no.|economic register number (cbls)|enterprise number|"
    "unified social credit code (uscc)|united social credit code certificate (uscc)|"
    "united social credit code certificate (usccc)|legal entity number|branch unit number|file number|"
    "license|"
    "istanbul chamber of comm. no.|central registration system number|tourism license no.|"
    "msb registration number|organization code|rsin|romanian c.r.|vessel registration identification|"
    "vessel registration number|registration identification",
    "imo": "international maritime organization no.|imo number",
    "bic": "swift/bic",
    "mmsi": "mmsi|maritime mobile service identity (mmsi)|other mmsi",
    "call-sign": "vessel call sign|other vessel call sign|call sign",
    "tail-number": "aircraft tail number|previous aircraft tail number",
    "lei": "lei|legal entity identifier",
    "other": "aircraft construction number (also called l/n or s/n or f/n)|travel document number|"
    "aircraft manufacturer's serial number (msn)|aircraft mode s transponder code|d-u-n-s number|"
    "un/locode|bik (ru)|bik|micex code|isin|equity ticker|chinese commercial code|driver's license no.|"
    "birth certificate number|pilot license number|hull number|aircraft serial identification|"
    "visanumberid|digital currency address",
}
FACTS = {
    "birth-date": "dob|birthdate|date of birth",
    "birth-place": "pob|place of birth",
    "death-date": "date of death|deceased date",
    "address": "location|address",
    "nationality": "nationality|nationality country",
    "citizenship": "citizen|citizenship country|citizenship",
    "country": "nationality of registration|registration country",
    "gender": "gender",
    "title": "title",
    "position": "position",
    "website": "website",
    "email": "email address|email",
    "phone": "phone number|telephone|telephone no.|phone no.|phone|fax|fax no.|cell phone",
    "incorporated": "organization established date",
    "flag": "vessel flag|other vessel flag|flag",
    "former-flag": "former vessel flag|previous vessel flag",
    "type": "vessel type|other vessel type|aircraft model|organization type",
    "gross-tonnage": "vessel gross registered tonnage|vessel gross tonnage|gross registered tonnage",
    "deadweight": "vessel deadweight|vessel deadweight tonnage",
    "tonnage": "vessel tonnage|tonnage",
    "build-year": "vessel year of build|aircraft manufacture date",
    "length": "vessel length",
    "other": "additional sanctions information|secondary sanctions risk|ifca determination|list|"
    "caatsa section 235 information|target type|peesa information|issuer name|security description",
}
LINKS = {
    "linked-to": "linked to",
    "owner": "vessel owner|aircraft owner",
    "former-owner": "former vessel owner|previous vessel owner",
    "operator": "aircraft operator|vessel operator",
    "manager": "vessel manager",
    "family": "wife of|husband of|spouse of|son of|daughter of|brother of|sister of|father of|mother of|"
    "sister-in-law of|daughter-in-law of|half-brother of|"
    "half-sister of|nephew of|niece of|uncle of|cousin of|brother-in-law of|son-in-law of",
}


def _flat(table: dict[str, str]) -> dict[str, str]:
    return {label: kind for kind, labels in table.items() for label in labels.split("|")}


IDENTIFIER_OF, FACT_OF, LINK_OF = _flat(IDENTIFIERS), _flat(FACTS), _flat(LINKS)
LABELS = frozenset(IDENTIFIER_OF) | frozenset(FACT_OF) | frozenset(LINK_OF)
DATES = frozenset({"birth-date", "death-date", "incorporated", "build-year"})
STATES = frozenset({"nationality", "citizenship", "country", "flag", "former-flag"})


@lru_cache(maxsize=8192)
def plain(label: str) -> str:
    """A label in the form that the tables have: lower case, without the colon or dash at its end."""
    return " ".join(label.replace("’", "'").split()).rstrip(" :-").casefold()


STATEMENT = ("information", "determination", "date", "sanctions", "prohibited", "digital currency")


def is_statement(label: str) -> bool:
    """Whether a label without a rule speaks of sanctions or dates, so that its value is no number."""
    lowered = label.casefold()
    return any(word in lowered for word in STATEMENT)


@dataclass(slots=True)
class Found:
    """What is being gathered for one entry. `place` ("file:12") begins each oddity."""

    audit: Audit
    place: str
    names: list[Name] = field(default_factory=list)
    identifiers: list[Identifier] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)

    def odd(self, what: str) -> None:
        """Notes something odd at the place of this entry."""
        self.audit.odd(f"{self.place}: {what}")

    def date(self, text: str, what: str) -> str:
        """A date of OFAC's as EDTF; one that is impossible is left out, and an oddity says so."""
        if not text:
            return ""
        edtf = ofac_words.date(text)
        if not edtf:
            self.odd(f"the {what} {text[:80]!r} is no date; it is left out.")
        return edtf


@dataclass(frozen=True, slots=True)
class Said:
    """One thing under one label, with all that can stand beside it.

    `country` is the list's own name of a state; `issued` and `expires` are EDTF; `exact` is a value
    that is EDTF already; `false` is what the list calls fraudulent.
    """

    label: str
    value: str
    country: str = ""
    issued: str = ""
    expires: str = ""
    note: str = ""
    exact: str = ""
    false: bool = False


def add(found: Found, said: Said) -> None:
    """Puts one thing where its label says: among the identifiers, facts or links of the entry."""
    label = plain(said.label)
    if label.startswith("digital currency address"):
        label = "digital currency address"
    if label in LINK_OF:
        found.links.append(
            Link(LINK_OF[label], said.value, "", said.label, said.issued, said.expires, said.note)
        )
    elif label in FACT_OF:
        found.facts.append(_fact(found, FACT_OF[label], said))
    elif label in IDENTIFIER_OF:
        found.identifiers.append(identifier(IDENTIFIER_OF[label], said))
    else:
        found.facts.append(_fact(found, "other", said))


def identifier(scheme: str, said: Said) -> Identifier:
    """An identifier under its scheme; a vessel's registration is an IMO number where the list says so.

    It is one too where it is seven bare digits with the check digit of an IMO number; the note says so.
    """
    label, value, note = said.label, said.value, said.note
    if plain(label).startswith("vessel registration"):
        imo = IMO.fullmatch(value)
        if imo and value[0] in "Ii":
            scheme, value, label = "imo", imo[1], f"{label} {value[: imo.start(1)].strip()}"
        elif imo and value == imo_number(value) and not said.country:
            scheme, note = "imo", f"{note}; {UNMARKED}" if note else UNMARKED
    code = ofac_words.country(said.country)
    if said.country and not code:
        note = note or said.country
    false = said.false or bool(FALSE.search(f"{label} {note} {value}"))
    return Identifier(scheme, value, label, code, said.issued, said.expires, note, false)


def _fact(found: Found, kind: str, said: Said) -> Fact:
    value, code, note = said.value, ofac_words.country(said.country), said.note
    if kind in STATES:
        code = code or ofac_words.country(value)
        if kind in ("flag", "former-flag") and value.casefold() in NOBODY:
            kind = "other"
        elif kind == "flag" and said.false:
            kind = "false-flag"
    elif kind == "birth-place":
        code = code or ofac_words.place_country(value)
    elif kind in DATES:
        exact = said.exact or ofac_words.date(value)
        if not exact:
            found.odd(f"the {said.label} {value[:80]!r} is no date; it stays a remark.")
            kind = "remark"
        else:
            note = note or ("" if exact == value else value)
            value = exact[:4] if kind == "build-year" else exact
    if said.country and not code and not note:
        note = said.country
    return Fact(kind, value, said.label, code, said.issued, said.expires, note)
