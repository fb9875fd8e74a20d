"""Stores: `open_store(".kb", write=True)` for one on disk, `memory:` for one that is forgotten."""

import json
from pathlib import Path

import pyoxigraph as ox

from kb import __version__
from kb.errors import StoreError, StoreTooNew
from kb.settings import STORE_FORMAT, limits
from kb.store.base import Change, Rows, Store
from kb.store.lock import Lock
from kb.store.oxigraph import OxigraphStore

__all__ = ["MEMORY", "Change", "Rows", "Store", "open_store"]

MEMORY = "memory:"
MARK = "format.json"


def open_store(location: str, *, write: bool) -> OxigraphStore:
    """The store at a location, made if need be when it is opened for writing.

    Raises StoreError, StoreInUse or StoreTooNew. A writer fails at once if another process has the
    store; a reader waits a few seconds for a writer to end.
    """
    if location == MEMORY:
        return OxigraphStore(ox.Store(), location)
    folder = Path(location)
    try:
        _examine(folder, write=write)
        lock = Lock(folder, write=write, patience=0 if write else limits().lock_seconds)
        if write and not (folder / MARK).exists():
            _stamp(folder)
    except OSError as error:
        raise StoreError(
            f"The store {location} cannot be opened: {error.strerror}. Name another with --store."
        ) from None
    data = str(folder / "oxigraph")
    try:
        engine = ox.Store(data) if write else ox.Store.read_only(data)
    except (OSError, RuntimeError) as error:
        lock.release()
        raise StoreError(
            f"The store {location} cannot be opened: {error}. Check the free space and the "
            "permissions, or name another with --store."
        ) from None
    return OxigraphStore(engine, location, lock)


def _examine(folder: Path, *, write: bool) -> None:
    """Makes sure that the folder is a store of ours, making one in an empty place for a writer."""
    mark = folder / MARK
    if folder.exists() and not folder.is_dir():
        raise StoreError(f"{folder} is a file, not a store. Name another with --store.")
    if mark.exists():
        _check_format(mark)
        return
    if folder.exists() and any(path.name != "lock" for path in folder.iterdir()):
        raise StoreError(f"{folder} holds something else, no store. Name another with --store.")
    if not write:
        raise StoreError(f"There is no store at {folder}. Add a report first, with kb add.")
    folder.mkdir(parents=True, exist_ok=True)


def _stamp(folder: Path) -> None:
    """Marks a folder as a store, before the engine writes there."""
    part = folder / f"{MARK}.part"
    part.write_text(json.dumps({"format": STORE_FORMAT, "made_by": f"sanctions-kb {__version__}"}))
    part.replace(folder / MARK)


def _check_format(mark: Path) -> None:
    try:
        number = int(json.loads(mark.read_text())["format"])
    except (ValueError, KeyError, TypeError):
        raise StoreError(f"{mark} is damaged. Restore it from a backup.") from None
    if number > STORE_FORMAT:
        raise StoreTooNew(
            f"The store {mark.parent} was made by a newer version (format {number}; this one knows "
            f"{STORE_FORMAT}). Update sanctions-kb."
        )
