"""The JSON form of a candidate, read strictly; what does not fit becomes a refusal with its reason.

Offsets, where given, are code points of the text. Nothing here looks at the text: that is the gate's part.
"""

import json
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

from kb.extract.candidate import STANCES, Candidate, Words
from kb.extract.gate import Refused

QUOTE = 2_000
NAME = 400
WORD = 60
NOTE = 500
VIA = 10
ROLES = 20
VALUES = 20
NOTES = 10
LINE = 64 * 1024
CANDIDATES = 5_000
SHOWN = 300
KEYS = frozenset(
    "quote start claimant own_voice stance cue via hedged event arguments notes".split()
)


class NotACandidate(Exception):
    """Why some data is no candidate."""


def decoded(text: str) -> Any:
    """The value that some JSON stands for: no key twice, no number that JSON lacks, no endless nesting."""
    try:
        return json.loads(text, object_pairs_hook=_once, parse_constant=_constant)
    except NotACandidate:
        raise
    except RecursionError:
        raise NotACandidate("It is nested too deeply.") from None
    except ValueError as error:
        reason = str(error).split(":")[0][:100]
        raise NotACandidate(f"It is not JSON: {reason}.") from None


def candidate(data: object, rule: str) -> Candidate:
    """The candidate that decoded JSON stands for; raises NotACandidate with the reason."""
    if not isinstance(data, Mapping):
        raise NotACandidate("It is not a JSON object.")
    unknown = sorted(str(key) for key in data if key not in KEYS)
    if unknown:
        raise NotACandidate(f"It has a key that no candidate has: {tidy(unknown[0], WORD)!r}.")
    stance = _text(data, "stance", WORD)
    if stance not in STANCES:
        raise NotACandidate(f"'stance' is none of {', '.join(STANCES)}.")
    claimant, cue = _optional(data, "claimant", NAME), _optional(data, "cue", NAME)
    return Candidate(
        quote=Words(_text(data, "quote", QUOTE), _start(data)),
        stance=stance,
        claimant=Words(claimant) if claimant else None,
        own_voice=_flag(data, "own_voice"),
        cue=Words(cue) if cue else None,
        via=tuple(Words(each) for each in _list(data.get("via"), "via", VIA, NAME)),
        hedged=_flag(data, "hedged"),
        event=_optional(data, "event", WORD),
        arguments=_arguments(data.get("arguments")),
        rule=rule,
        notes=_list(data.get("notes"), "notes", NOTES, NOTE),
    )


def read(values: Iterable[object], rule: str) -> tuple[list[Candidate], list[Refused]]:
    """The candidates among decoded values, and a refusal for each of the rest."""
    good: list[Candidate] = []
    bad: list[Refused] = []
    for number, value in enumerate(values):
        if number == CANDIDATES:
            bad.append(Refused("", f"What comes after {CANDIDATES} candidates is left out.", rule))
            break
        try:
            good.append(candidate(value, rule))
        except NotACandidate as reason:
            bad.append(Refused(_seen(value), str(reason), rule))
    return good, bad


def read_lines(text: str, rule: str) -> tuple[list[Candidate], list[Refused]]:
    """The candidates of JSON Lines, and a refusal for each line that is none; blank lines are nothing."""
    good: list[Candidate] = []
    bad: list[Refused] = []
    lines = [line for line in text.split("\n") if line.strip()]
    for line in lines[:CANDIDATES]:
        try:
            if len(line) > LINE:
                raise NotACandidate(f"The line has more than {LINE} characters.")
            good.append(candidate(decoded(line), rule))
        except NotACandidate as reason:
            bad.append(Refused(tidy(line, SHOWN), str(reason), rule))
    if len(lines) > CANDIDATES:
        bad.append(Refused("", f"What comes after {CANDIDATES} lines is left out.", rule))
    return good, bad


def tidy(text: str, most: int) -> str:
    """Foreign words on one line, without control characters, cut to a length: fit to be shown."""
    plain = "".join(
        " " if mark.isspace() else mark
        for mark in text[: 4 * most]
        if mark.isspace() or unicodedata.category(mark)[0] != "C"
    )
    return " ".join(plain.split())[:most]


def _seen(value: object) -> str:
    quote = value.get("quote") if isinstance(value, Mapping) else value
    return tidy(quote if isinstance(quote, str) else repr(quote)[:1_000], SHOWN)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise NotACandidate("It has a key twice.")
    return found


def _constant(name: str) -> None:
    raise NotACandidate(f"It is not JSON: {name} is no number.")


def _checked(value: object, key: str, most: int) -> str:
    if not isinstance(value, str):
        raise NotACandidate(f"{key!r} is not a text.")
    if len(value) > most:
        raise NotACandidate(f"{key!r} has more than {most} characters.")
    if any(unicodedata.category(mark) in ("Cc", "Cs") and mark not in "\n\t" for mark in value):
        raise NotACandidate(f"{key!r} holds a control character.")
    return value


def _text(data: Mapping[str, Any], key: str, most: int) -> str:
    if key not in data:
        raise NotACandidate(f"{key!r} is missing.")
    value = _checked(data[key], key, most)
    if not value.strip():
        raise NotACandidate(f"{key!r} is empty.")
    return value


def _optional(data: Mapping[str, Any], key: str, most: int) -> str:
    value = data.get(key)
    return "" if value is None else _checked(value, key, most).strip()


def _flag(data: Mapping[str, Any], key: str) -> bool:
    value = data.get(key, False)
    if not isinstance(value, bool):
        raise NotACandidate(f"{key!r} is neither true nor false.")
    return value


def _start(data: Mapping[str, Any]) -> int | None:
    value = data.get("start")
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise NotACandidate("'start' is not a whole number from 0.")
    return value


def _list(value: object, key: str, most: int, longest: int) -> tuple[str, ...]:
    if value is None:
        return ()
    if not isinstance(value, list):
        raise NotACandidate(f"{key!r} is not a list.")
    if len(value) > most:
        raise NotACandidate(f"{key!r} has more than {most} entries.")
    return tuple(words for each in value if (words := _checked(each, key, longest).strip()))


def _arguments(value: object) -> dict[str, tuple[Words, ...]]:
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        raise NotACandidate("'arguments' is not an object of roles.")
    if len(value) > ROLES:
        raise NotACandidate(f"'arguments' has more than {ROLES} roles.")
    found = {}
    for role in sorted(value):
        _checked(role, "arguments", WORD)
        words = _list(value[role], f"arguments.{role}", VALUES, NAME)
        if words:
            found[role] = tuple(Words(each) for each in words)
    return found
