"""What the properties of FollowTheMoney mean as parts of an entry: tables, read by the two importers."""

KINDS = {
    "Airplane": "aircraft",
    "Asset": "unknown",
    "Company": "organization",
    "LegalEntity": "unknown",
    "Organization": "organization",
    "Person": "person",
    "PublicBody": "organization",
    "Vehicle": "unknown",
    "Vessel": "vessel",
}
"""Kind of entry by schema, the schemata that become entries; a LegalEntity may be a person or not."""
NARROW = ("Vessel", "Airplane", "Person", "PublicBody", "Company", "Organization", "LegalEntity")
"""Of the schemata that statements give one entity, the first of these counts."""

TIES = {
    "Associate": ("person", "associate", "associate"),
    "Directorship": ("organization", "director", "leader"),
    "Employment": ("employer", "employee", "other"),
    "Family": ("person", "relative", "family"),
    "Membership": ("organization", "member", "other"),
    "Ownership": ("asset", "owner", "owner"),
    "Representation": ("agent", "client", "acts-for"),
    "Succession": ("successor", "predecessor", "other"),
    "UnknownLink": ("object", "subject", "linked-to"),
}
"""For each schema that ties two parties: who has the link, who the other is, and the link's kind."""
HOLDERS = {"Sanction": "entity", "Identification": "holder", "Passport": "holder"}
"""For each schema that says something of one party: the property that names it."""
ADDRESS = "Address"
LINKED = frozenset({*TIES, *HOLDERS, ADDRESS})
"""Schemata that are read as parts of the entries that they refer to."""

NAMES = {
    "name": "primary",
    "alias": "alias",
    "abbreviation": "alias",
    "previousName": "former",
    "weakAlias": "weak",
}
IDENTIFIERS = {
    "imoNumber": "imo",
    "mmsi": "mmsi",
    "callSign": "call-sign",
    "passportNumber": "passport",
    "leiCode": "lei",
    "swiftBic": "bic",
    "idNumber": "national-id",
    "socialSecurityNumber": "national-id",
    "taxNumber": "tax",
    "innCode": "tax",
    "vatCode": "tax",
    "voenCode": "tax",
    "irsCode": "tax",
    "registrationNumber": "registration",
    "ogrnCode": "registration",
    "kppCode": "registration",
    "uscCode": "registration",
    **dict.fromkeys(
        (
            "bikCode",
            "brightQueryId",
            "brightQueryOrgId",
            "bvdId",
            "caemCode",
            "cageCode",
            "cikCode",
            "coatoCode",
            "crsNumber",
            "dunsCode",
            "fnsCode",
            "fssCode",
            "giiNumber",
            "icaoCode",
            "icijId",
            "ipoCode",
            "isinCode",
            "jibCode",
            "licenseNumber",
            "mbsCode",
            "npiCode",
            "okpoCode",
            "permId",
            "pfrNumber",
            "ricCode",
            "sayariId",
            "serialNumber",
            "ticker",
            "uniqueEntityId",
            "wikidataId",
        ),
        "other",
    ),
}
"""Scheme by property; the IMO number of anything but a vessel is a company's."""
TAIL = ("Airplane", "registrationNumber")

FACTS = {
    "flag": "flag",
    "pastFlags": "former-flag",
    "type": "type",
    "grossRegisteredTonnage": "gross-tonnage",
    "deadweightTonnage": "deadweight",
    "tonnage": "tonnage",
    "registrationPort": "home-port",
    "birthPlace": "birth-place",
    "nationality": "nationality",
    "citizenship": "citizenship",
    "gender": "gender",
    "title": "title",
    "position": "position",
    "address": "address",
    "country": "country",
    "website": "website",
    "email": "email",
    "phone": "phone",
    "notes": "remark",
    "summary": "remark",
    "description": "remark",
    "biography": "remark",
    **dict.fromkeys(
        (
            "amount",
            "amountEur",
            "amountUsd",
            "appearance",
            "capital",
            "classification",
            "currency",
            "education",
            "ethnicity",
            "eyeColor",
            "fatherName",
            "firstName",
            "hairColor",
            "height",
            "keywords",
            "lastName",
            "legalForm",
            "manufacturer",
            "middleName",
            "model",
            "motherName",
            "nameSuffix",
            "navigationArea",
            "okopfCode",
            "oksmCode",
            "okvedCode",
            "opencorporatesUrl",
            "pastTypes",
            "political",
            "profession",
            "program",
            "programId",
            "publisher",
            "publisherUrl",
            "religion",
            "secondName",
            "sector",
            "sourceUrl",
            "spokenLanguage",
            "status",
            "taxStatus",
            "topics",
            "weight",
            "wikipediaUrl",
        ),
        "other",
    ),
}
"""Kind by property whose value is text."""
STATES = {
    "birthCountry": "other",
    "jurisdiction": "other",
    "mainCountry": "country",
    **{
        name: FACTS[name] for name in ("flag", "pastFlags", "nationality", "citizenship", "country")
    },
}
"""Kind by property whose value is a state."""
DATES = {
    "birthDate": "birth-date",
    "deathDate": "death-date",
    "buildDate": "build-year",
    "incorporationDate": "incorporated",
    "deregistrationDate": "other",
    "dissolutionDate": "other",
    "nameChangeDate": "other",
    "registrationDate": "other",
}
"""Kind by property whose value is a date."""
LINKS = {"owner": "owner", "operator": "operator", "parent": "parent"}
"""Link by property of a thing that refers to another."""
APART = frozenset(
    {
        "addressEntity",
        "alephUrl",
        "createdAt",
        "indexText",
        "modifiedAt",
        "proof",
        "retrievedAt",
        "riskSource",
    }
)
"""Properties that are read elsewhere, or that speak of the record and not of the thing."""
ROLES = {
    **dict.fromkeys(APART, ("", "")),
    **{name: ("link", kind) for name, kind in LINKS.items()},
    **{name: ("name", kind) for name, kind in NAMES.items()},
    **{name: ("identifier", scheme) for name, scheme in IDENTIFIERS.items()},
    **{name: ("text", kind) for name, kind in FACTS.items()},
    **{name: ("state", kind) for name, kind in STATES.items()},
    **{name: ("date", kind) for name, kind in DATES.items()},
}
"""What a value of a property becomes, and its kind or scheme; "" and "" where it is read elsewhere."""
TOP = frozenset(
    {
        "id",
        "schema",
        "properties",
        "caption",
        "datasets",
        "referents",
        "first_seen",
        "last_seen",
        "last_change",
        "target",
        "origin",
        "origins",
    }
)
"""What may stand on an entity itself."""
