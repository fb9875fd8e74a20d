"""Every limit and default in one table; an environment variable of the same name with `KB_` overrides.

Sizes are bytes, times are seconds.
"""

import os
from dataclasses import dataclass
from pathlib import Path

from kb.errors import BadInput

STORE_FORMAT = 1
"""The layout of a store on disk; a store with a higher number is refused."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one piece of user input may cost."""

    query_seconds: float = 30.0
    query_bytes: int = 64 * 1024
    query_depth: int = 100
    query_memory: int = 2 * 1024**3
    query_rows: int = 10_000
    report_bytes: int = 32 * 1024**2
    report_depth: int = 50
    text_bytes: int = 64 * 1024**2
    lock_seconds: float = 5.0


def limits() -> Limits:
    """The limits in force: the defaults, each replaced by `KB_<NAME>` where that is set."""
    found: dict[str, float | int] = {}
    for name in Limits.__slots__:
        text = os.environ.get(f"KB_{name.upper()}")
        if text is None:
            continue
        kind = type(getattr(Limits(), name))
        try:
            found[name] = kind(text)
        except ValueError:
            raise BadInput(f"KB_{name.upper()} is {text!r}: give a number.") from None
        if found[name] <= 0:
            raise BadInput(f"KB_{name.upper()} is {text!r}: give a number above zero.")
    return Limits(**found)  # type: ignore[arg-type]


def default_store() -> Path:
    """The folder of the store when none is named: `KB_STORE`, else `./.kb`."""
    return Path(os.environ.get("KB_STORE") or ".kb")
