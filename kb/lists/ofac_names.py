"""The names of a party in OFAC's Advanced XML, put together from their parts."""

from kb.lists.model import Name
from kb.lists.ofac_labels import Found
from kb.lists.ofac_reference import References
from kb.lists.xmlread import Node

KINDS = {"name": "primary", "a.k.a.": "alias", "f.k.a.": "former", "n.k.a.": "alias"}


def aliases(found: Found, references: References, identity: Node) -> None:
    """Adds every name of an identity, the primary one first, in the order of the file else.

    A name of a person is put as OFAC prints it: "LAST NAME, other names". The second and further spellings
    of one name (other scripts) are of kind "spelling".
    """
    groups = _groups(references, identity)
    identity.attribute("Primary")
    false = identity.attribute("False").casefold() == "true"
    names: list[Name] = []
    for alias in identity.children("Alias"):
        first = alias.attribute("Primary").casefold() == "true"
        read = _alias(found, references, groups, alias, false)
        names = read + names if first else names + read
    found.names += names


def _groups(references: References, identity: Node) -> dict[str, str]:
    return {
        group.attribute("ID"): references.text("NamePartType", group.attribute("NamePartTypeID"))
        for groups in identity.children("NamePartGroups")
        for master in groups.children("MasterNamePartGroup")
        for group in master.children("NamePartGroup")
    }


def _alias(
    found: Found, references: References, groups: dict[str, str], alias: Node, false: bool
) -> list[Name]:
    how = references.text("AliasType", alias.attribute("AliasTypeID")).casefold()
    if how not in KINDS:
        found.odd(f"an alias (line {alias.line}) is of the unknown type {how[:40]!r}.")
    kind, weak = KINDS.get(how, "alias"), alias.attribute("LowQuality").casefold() == "true"
    notes = [how] if how == "n.k.a." else []
    notes += ["false identity"] if false else []
    notes += [comment] if (comment := alias.text("Comment")) else []
    if weak and kind == "alias":
        kind = "weak"
    elif weak:
        notes.append("weak")
    names: list[Name] = []
    for documented in alias.children("DocumentedName"):
        status = references.text("DocNameStatus", documented.attribute("DocNameStatusID"))
        text, script = _text(references, groups, documented)
        own = notes + ([] if not names or not status else [status])
        if text:
            names.append(Name(text, "spelling" if names else kind, script, note="; ".join(own)))
    return names


def _text(references: References, groups: dict[str, str], documented: Node) -> tuple[str, str]:
    """The whole name and the code of its script (the first part's)."""
    last: list[str] = []
    rest: list[str] = []
    script = ""
    for part in documented.children("DocumentedNamePart"):
        for value in part.children("NamePartValue"):
            if not (text := value.text()):
                continue
            number = value.attribute("ScriptID")
            script = script or _script(references, number)
            kind = groups.get(value.attribute("NamePartGroupID"), "")
            (last if kind.casefold() == "last name" else rest).append(text)
    return ", ".join(filter(None, (" ".join(last), " ".join(rest)))), script


def _script(references: References, number: str) -> str:
    if not number:
        return ""
    return references.attribute("Script", number, "ScriptCode") or references.text("Script", number)
