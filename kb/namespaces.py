"""The namespaces of the knowledge base and the prefixes under which users write them."""

from typing import Final

BASE: Final = "https://w3id.org/sanctions-kb/"
KB: Final = BASE + "ns#"
SHAPES: Final = BASE + "shapes#"
ID: Final = BASE + "id/"
GRAPH: Final = BASE + "graph/"

RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
XSD: Final = "http://www.w3.org/2001/XMLSchema#"
EDTF: Final = "http://id.loc.gov/datatypes/edtf/"

ENTITY_KINDS: Final = (
    "aircraft",
    "country",
    "event",
    "facility",
    "group",
    "list",
    "locality",
    "org",
    "person",
    "port",
    "provision",
    "relation",
    "report",
    "resolution",
    "ship",
)
"""One prefix a kind of thing that reports share: `ship:angara` is `ID + "ship/angara"`."""

SCHEMES: Final = (
    "addressee",
    "cargo",
    "credibility",
    "evidencekind",
    "measure",
    "modality",
    "reliability",
    "review",
    "stance",
    "status",
    "verdict",
)
"""One prefix a SKOS vocabulary: `stance:denies` is `BASE + "stance/denies"`."""

PREFIXES: Final[dict[str, str]] = {
    "dcterms": "http://purl.org/dc/terms/",
    "edtf": EDTF,
    "kb": KB,
    "kbsh": SHAPES,
    "oa": "http://www.w3.org/ns/oa#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": RDF,
    "rdfs": RDFS,
    "schema": "https://schema.org/",
    "sh": "http://www.w3.org/ns/shacl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "wgs": "http://www.w3.org/2003/01/geo/wgs84_pos#",
    "xsd": XSD,
    **{kind: f"{ID}{kind}/" for kind in ENTITY_KINDS},
    **{scheme: f"{BASE}{scheme}/" for scheme in SCHEMES},
}
"""Every prefix, as used in report files, queries and exports."""

DERIVED_GRAPH: Final = GRAPH + "derived"
BREACHES: Final = DERIVED_GRAPH + "/breach/"
"""How the IRI of a potential breach begins."""
LISTS_GRAPH: Final = GRAPH + "lists"
LOG_GRAPH: Final = GRAPH + "log"
ONTOLOGY_GRAPH: Final = GRAPH + "ontology"
REFERENCE_GRAPH: Final = GRAPH + "reference"
