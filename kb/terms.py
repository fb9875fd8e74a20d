"""RDF terms: the type of what may stand in a triple, and the text of one."""

from typing import TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kb.errors import BadInput

Term: TypeAlias = NamedNode | BlankNode | Literal | Triple


def text(term: Term) -> str:
    """The IRI, the label or the lexical text of a term; raises BadInput for a triple term."""
    if isinstance(term, Triple):
        raise BadInput("Triple terms are not used here. Give the statement an IRI of its own.")
    return term.value
