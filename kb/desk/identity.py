"""Decisions about identity in the base."""

from kb.store import Store


def held(store: Store, keys: set[str]) -> dict[str, tuple[str, ...]]:
    """For each thing, what was decided of its identity, as sentences."""
    return {}
