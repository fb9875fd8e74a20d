"""Names folded for look-up: "Jié-Shùn" and "JIE SHUN" are one key."""

import unicodedata


def folded(name: str) -> str:
    """A name without case, marks and punctuation, its words parted by single spaces."""
    if name.isascii():
        plain = name.lower()
    else:
        plain = unicodedata.normalize("NFKD", name.casefold())
        plain = "".join(char for char in plain if not unicodedata.combining(char))
    return " ".join("".join(char if char.isalnum() else " " for char in plain).split())
