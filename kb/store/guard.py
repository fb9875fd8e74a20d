"""What is refused of a query that somebody typed, before the engine sees it.

The engine has no time limit, follows SERVICE to any address, and crashes the process on deep nesting
(measured: 2,206 opening braces, a query of 4.4 kB). So federation is refused, and depth is bounded.
"""

import re

from kb.errors import BadQuery
from kb.settings import Limits

TOKEN = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""'
    r"|'''(?:[^'\\]|\\.|'(?!''))*'''"
    r'|"(?:[^"\\\n\r]|\\.)*"'
    r"|'(?:[^'\\\n\r]|\\.)*'"
    r"|<[^<>\"{}|^`\\\x00-\x20]*>"
    r"|#[^\n]*"
    r"|[?$][\w·]+"
    r"|[\w.-]*:[\w.:%\\-]*"
    r"|[A-Za-z_]\w*"
    r"|<<|>>|[{}()\[\]!^+*/|-]",
    re.DOTALL,
)
WORD = re.compile(r"[A-Za-z_]\w*")
REFUSED = {
    "SERVICE": "SERVICE would send the query to another server, and is refused.",
    "LOAD": "LOAD would fetch from elsewhere, and is refused.",
    "INSERT": "Queries cannot change the base.",
    "DELETE": "Queries cannot change the base.",
    "CLEAR": "Queries cannot change the base.",
    "DROP": "Queries cannot change the base.",
    "CREATE": "Queries cannot change the base.",
}
OPENING, CLOSING = ("{", "(", "[", "<<"), ("}", ")", "]", ">>")


def guard(sparql: str, limits: Limits) -> None:
    """Raises BadQuery for a query that is too large, too deep, or reaches outside."""
    if not sparql.strip():
        raise BadQuery("The query is empty.")
    size = len(sparql.encode(errors="surrogatepass"))
    if size > limits.query_bytes:
        raise BadQuery(f"The query has {size} bytes; {limits.query_bytes} are allowed. Shorten it.")
    if "\x00" in sparql or any("\ud800" <= mark <= "\udfff" for mark in sparql):
        raise BadQuery("The query holds a character that no text may hold. Delete it.")
    depth = run = 0
    for match in TOKEN.finditer(sparql):
        token = match[0]
        if WORD.fullmatch(token) and token.upper() in REFUSED:
            raise BadQuery(f"{place(sparql, match.start())}: {REFUSED[token.upper()]}")
        depth += (token in OPENING) - (token in CLOSING)
        run = (
            run + 1
            if token in ("!", "^", "+", "-", "*", "/", "|")
            else 0
            if len(token) == 1
            else run
        )
        joined = token.upper() in ("UNION", "||", "&&")
        run += joined
        if depth > limits.query_depth or run > limits.query_depth * 5:
            raise BadQuery(
                f"{place(sparql, match.start())}: the query is nested too deep. Split it in parts."
            )


def place(sparql: str, index: int) -> str:
    """`line:column`, both from 1, of a place in a query."""
    line = sparql.count("\n", 0, index) + 1
    return f"{line}:{index - sparql.rfind(chr(10), 0, index)}"
