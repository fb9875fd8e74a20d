"""Whom or what a name stands for, in reports or on lists."""

from pyoxigraph import NamedNode

from kb.desk.base import KnowledgeBase
from kb.errors import BadInput, UnknownName
from kb.lists.standing import Sought, standings
from kb.questions.bind import value
from kb.questions.catalogue import Part
from kb.report.names import compact
from kb.vocabulary import vocabulary

SHOWN = 9
"""How many parties of one name are told."""


def thing(base: KnowledgeBase, name: str) -> NamedNode:
    """What a name stands for in reports, else on lists.

    Raises UnknownName where neither knows it, BadInput where lists know several of that name.
    """
    try:
        found = value(Part("entity", "Thing"), name, base.store, vocabulary())
    except UnknownName:
        named = standings(base.store, Sought(names=(name,)))
        parties = sorted({each.party for each in named})
        if not parties:
            raise
        if len(parties) > 1:
            told = ", ".join(compact(each, "") for each in parties[:SHOWN])
            raise BadInput(f"{name!r} may be {told}. Write the identifier.") from None
        return NamedNode(parties[0])
    if not isinstance(found, NamedNode):
        raise UnknownName(f"{name} is no thing of the base.")
    return found
