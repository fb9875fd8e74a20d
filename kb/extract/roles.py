"""Who plays which part in an event: tables from the relation of words to the verb, by class."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kb.extract.bearing import antecedent, apart
from kb.extract.chunks import Filler
from kb.extract.particular import DESCRIBING, TIES, special
from kb.extract.prominence import Hit

LOCAL = {
    "at": "at", "in": "at", "on": "at", "off": "at", "near": "at", "within": "at", "outside": "at", "inside": "at",
    "alongside": "with", "past": "at", "over": "at", "around": "at", "across": "at", "opposite": "at", "into": "to",
    "onto": "to", "toward": "to", "towards": "to", "through": "via", "aboard": "aboard", "between": "with", "among": "with",
}  # fmt: skip
Table = Mapping[str, str]


def _table(words: str) -> Table:
    return dict(each.split("=") for each in words.split())


GIVE = _table(
    "party:subj=supplier party:obj=recipient party:to=recipient party:for=recipient party:from=supplier party:adj=supplier party:poss=supplier"
    " place:to=destination place:from=origin place:at=place place:via=place place:for=destination ship:*=vessel plane:*=usingAircraft"
    " state:at=place state:against= party:at= party:aboard= plane:obj=cargo plane:of=cargo party:behalf=supplier state:based= party:doer=actor party:via=broker state:via=place"
)
GET = {
    **GIVE,
    **_table(
        "party:behalf=recipient place:subj=recipient party:subj=recipient party:obj= party:adj=supplier party:poss=recipient"
    ),
}
SUPPLIED = {**GIVE, **_table("state:to=destination state:from=origin party:from=supplier")}
CARRIAGE = _table(
    "place:with=origin state:with=origin place:to=destination place:from=origin place:for=destination place:at=place place:obj=place place:via=place ship:*=vessel plane:*=usingAircraft"
    " state:from=origin state:to=destination state:for=destination state:adj=origin state:at=place state:subj=origin state:poss= state:obj= state:via=place"
    " party:subj=carrier party:to=consignee party:for=consignee party:from=consignor party:doer=carrier party:behalf=consignee party:via=broker"
)
SEIZING = _table(
    "party:subj=actor party:poss=actor place:at=place place:obj=place state:at=place ship:*=vessel place:from= state:adj= state:for= state:to= state:from="
)
JOINT = _table(
    "party:subj=participant party:obj=participant party:with=participant party:to=participant party:of=participant party:for=participant party:poss=participant"
    " party:adj=participant place:at=place state:at=place party:from=participant place:obj= ship:*=participant"
)
TABLES: Mapping[str, Table] = {
    "ArmsTransfer": GIVE,
    "Transfer": GIVE,
    "Sale": {**GIVE, **_table("ship:*=vessel party:at= party:between=participant party:with=participant")},
    "Payment": GIVE,
    "Shipment": CARRIAGE,
    "Voyage": _table("place:declaring=destination "

        "ship:*=vessel place:with=origin state:with=origin place:from=origin place:to=destination place:for=destination place:at=place place:via=place state:from=origin state:to=destination"
        " state:for=destination state:at=place place:obj=origin state:obj="
    ),
    "PortCall": _table(
        "ship:*=vessel place:at=portOfCall place:obj=portOfCall place:to=portOfCall place:subj=portOfCall place:with= place:from= place:for= state:at=place"
    ),
    "ShipToShipTransfer": _table("place:at=place state:at=place state:poss= ship:*=vessel place:with=place"),
    "Seizure": SEIZING,
    "Detention": {**SEIZING, **_table("party:obj=participant state:obj=")},
    "Inspection": SEIZING,
    "Designation": _table(
        "place:subj=authority party:subj=authority party:by=authority party:poss=authority party:adj=authority party:obj=designated party:on=designated party:against=designated party:of=designated"
        " ship:*=designated party:at=designated party:under=authority"
    ),
    "Delisting": _table("party:subj=authority party:by=authority party:poss=authority party:adj=authority party:obj=designated ship:*=designated party:of=designated party:at=designated"),
    "AISGap": _table("ship:*=vessel place:at=place state:at=place place:via=place"),
    "FalseIdentity": _table("ship:*=vessel state:flag=falseFlag state:of=falseFlag place:at=place state:at=place"),
    "FlagChange": _table(
        "ship:*=vessel state:from=fromFlag state:to=toFlag state:under=toFlag state:of=toFlag state:obj=toFlag state:adj=toFlag state:flag=toFlag"
    ),
    "FlagRegistration": _table(
        "ship:*=vessel state:at=flagState state:under=flagState state:adj=flagState state:of=flagState state:with=flagState state:by=flagState state:to=flagState state:subj=flagState state:poss=flagState"
        " state:flag=flagState state:obj=flagState"
    ),
    "Renaming": _table("ship:*=vessel"),
    "Launch": _table("party:subj=actor party:poss=actor party:adj=actor place:from=place place:at=place state:from=place ship:*=vessel"),
    "Training": _table("party:subj=actor party:poss=actor party:obj=participant party:of=participant party:for=participant place:at=place state:at=place"),
    "Visit": _table(
        "party:subj=visitor party:of=visitor place:*=place state:to=place state:at=place state:obj=place party:with=host party:to=host party:poss=visitor"
    ),
    "Meeting": JOINT,
    "Cooperation": JOINT,
    "MilitaryCooperation": JOINT,
    "JointVenture": JOINT,
    "Association": JOINT,
    "Ownership": _table("ship:*=owned party:subj=owner party:obj=owned party:of=owned party:to=owner party:poss=owned state:subj= state:obj= state:to= state:poss= state:of="),
    "Management": _table("ship:*=managed party:subj=manager party:obj=managed party:of=managed party:to=manager party:poss=managed state:subj= state:obj= state:poss= state:of="),
    "Charter": _table("ship:*=vessel party:to=charterer party:subj=charterer party:by=charterer"),
    "Insurance": _table("ship:*=vessel party:subj=insurer party:with=insurer party:of=insurer party:obj=insurer state:*="),
    "Classification": _table("ship:*=vessel party:subj=classSociety"),
    "OfficeHolding": _table("party:subj=holder party:of=organization party:obj=organization state:*="),
    "Employment": _table("party:subj=participant party:by=organization state:*="),
    "Identification": _table("ship:subj=entity ship:obj=sameAs ship:at=sameAs"),
    "Construction": _table("place:at=place state:at=place party:subj=actor ship:*=vessel"),
    "Prohibition": _table("state:to=targetState state:from=targetState state:of=targetState state:obj=targetState"),
    "Breach": _table("party:subj=participant"),
    "Event": _table("party:subj=actor ship:*=vessel place:obj=place place:at=place state:at=place"),
}  # fmt: skip
BYERS = frozenset({"Designation", "Delisting", "Charter", "Employment", "FlagRegistration"})
ACTIVE_ONLY = frozenset({"sail", "call"})
WHOSE = 24
"""Characters within which a possessor stands before its noun."""
PEOPLE = frozenset({"person"})


def parts(kind: str, hit: Hit, found: Sequence[Filler], text: str) -> Iterator[tuple[str, Filler]]:
    """Each filler that plays a part in an event of a class, with the role: a key of report files."""
    table = (
        GET
        if kind in ("ArmsTransfer", "Sale", "Transfer", "Payment") and _inward(hit)
        else TABLES.get(kind, {})
    )
    found = [each for each in found if not apart(text, hit, each)]
    passive = hit.form is not None and _passive(hit)
    noun = hit.form is None or hit.form.shape == "noun"
    subject = _nearest(found, hit)
    seen_object = False
    stands = antecedent(text, hit, found) if hit.form is not None else None
    whose = _whose(found, hit) if noun else None
    for each in found:
        verb = hit.form is not None and bool(hit.form.frame)
        own = (each.sort == "ship" and verb) or (each.sort == "party" and kind in TIES)
        if each.mention is None and own and _within(each, hit) and each.end <= hit.end:
            continue
        if stands is not None and _older(each, stands):
            continue
        free = replace(each, relation="") if each is stands else each
        relation = _relation(free, hit, passive=passive, noun=noun)
        if each.relation == "by" and each.noun in DESCRIBING and kind not in TIES:
            relation = "doer"
        if relation == "subj" and (
            (whose is not None and each.end <= whose.start)
            or (not passive and _far(each, subject, found, hit))
        ):
            relation = "far"
        role = special(text, kind, hit, each, relation) or _role(table, kind, each, relation)
        if role and relation == "obj" and each.sort == "party" and kind not in ("Designation",):
            if (seen_object and not each.joined) or (
                kind == "Detention" and _ship_taken(found, hit, each)
            ):
                continue
            seen_object = True
        if role:
            yield role, each


def _far(each: Filler, subject: Filler | None, found: Sequence[Filler], hit: Hit) -> bool:
    """Whether bare words before a verb are not its subject: others stand nearer."""
    bare = each.relation == ""
    return bare and (not _with_subject(each, subject, found) or _beyond(each, hit, found))


def _older(each: Filler, stands: Filler) -> bool:
    """Whether bare words before a relative clause belong to the clause above it."""
    return each.end <= stands.start and each.relation == "" and not stands.joined


def _ship_taken(found: Sequence[Filler], hit: Hit, each: Filler) -> bool:
    return any(f.sort == "ship" and hit.end <= f.start < each.start for f in found)


def _whose(found: Sequence[Filler], hit: Hit) -> Filler | None:
    """Whose a delivery or a purchase is ("the UAE's delivery"), where the text says it right before."""
    return next(
        (
            f
            for f in found
            if f.relation == "poss"
            and f.sort in ("party", "state")
            and 0 <= hit.start - f.end <= WHOSE
        ),
        None,
    )


def _within(each: Filler, hit: Hit) -> bool:
    return each.start < hit.end and hit.start < each.end


def _inward(hit: Hit) -> bool:
    return hit.form is not None and hit.form.way == "in"


def _passive(hit: Hit) -> bool:
    return hit.form is not None and hit.form.shape == "passive"


def _nearest(found: Sequence[Filler], hit: Hit) -> Filler | None:
    """The bare words that stand nearest before the verb: its subject."""
    before = [
        f
        for f in found
        if f.end <= hit.start + 1 and f.relation == "" and f.sort in ("party", "state")
    ]
    return before[-1] if before else None


def _with_subject(each: Filler, subject: Filler | None, found: Sequence[Filler]) -> bool:
    if subject is None or each.sort not in ("party", "state"):
        return True
    if each is subject:
        return True
    later = [f for f in found if each.start < f.start <= subject.start]
    return all(f.joined for f in later)


def _relation(each: Filler, hit: Hit, *, passive: bool, noun: bool) -> str:
    relation = LOCAL.get(each.relation, each.relation)
    if relation == "by":
        return "subj"
    if relation == "of" and each.noun in ("behalf", "use", "benefit"):
        return "for"
    if (
        relation == ""
        and noun
        and each.start > hit.start
        and hit.form is not None
        and hit.form.frame
    ):
        return "far"
    if relation == "":
        return (
            ("obj" if passive else "subj")
            if each.start <= hit.start
            else ("by" if passive else "obj")
        )
    if (
        relation == "poss"
        and not noun
        and each.start < hit.start
        and each.sort in ("party", "state")
    ):
        return "poss"
    return relation


def _beyond(each: Filler, hit: Hit, found: Sequence[Filler]) -> bool:
    """Whether a ship or an aircraft stands nearer before a participle ("photos of it show a ship carrying")."""
    if hit.form is None or hit.form.shape != "ing" or each.sort not in ("party", "state"):
        return False
    return any(
        f.sort in ("ship", "plane") and not f.relation and each.end <= f.start < hit.start
        for f in found
    )


def _role(table: Table, kind: str, each: Filler, relation: str) -> str:
    sorts = {"state": ("state", "party"), "party": ("party",)}.get(each.sort, (each.sort,))
    for sort in sorts:
        for key in (f"{sort}:{relation}", f"{sort}:*"):
            if key in table:
                return _by_kind(kind, table[key], each)
    return ""


def _by_kind(kind: str, role: str, each: Filler) -> str:
    person = each.mention is not None and each.mention.kind in PEOPLE
    if role == "carrier" and (person or each.mention is None):
        return "actor"
    if (
        role == "visitor"
        and each.mention is not None
        and not person
        and each.mention.kind != "group"
    ):
        return "" if each.mention.kind == "country" else "visitor"
    if role in ("owned", "managed") and person:
        return "owner" if role == "owned" else "manager"
    return role
