"""The process in which a typed query runs: it may be killed, run out of memory or crash.

Reads one JSON object from standard input (store folder, query, limits), writes JSON lines: a head,
then one line a row or triple, then a tail. Imports little, so that it starts fast.
"""

import json
import resource
import sys
from typing import Any

import pyoxigraph as ox

from kb.namespaces import PREFIXES


def main() -> None:
    """Runs the one query that standard input asks for."""
    sys.set_int_max_str_digits(0)
    job: dict[str, Any] = json.load(sys.stdin)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    seconds = int(job["seconds"]) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (seconds * 2, seconds * 2 + 1))
    store = _store(job)
    resource.setrlimit(resource.RLIMIT_AS, (job["memory"], job["memory"]))
    try:
        found = store.query(job["sparql"], prefixes=PREFIXES)
        _write(found, int(job["rows"]))
    except SyntaxError as error:
        _line({"syntax": str(error.msg), "line": error.lineno or 0, "column": error.offset or 0})
    except (ValueError, RuntimeError, OSError) as error:
        _line({"failed": str(error)})
    except MemoryError:
        _line({"memory": True})
    sys.stdout.flush()


def _store(job: dict[str, Any]) -> ox.Store:
    if job["folder"]:
        return ox.Store.read_only(job["folder"])
    store = ox.Store()
    store.bulk_load(path=job["dump"], format=ox.RdfFormat.N_QUADS)
    return store


def _write(found: object, limit: int) -> None:
    if isinstance(found, ox.QueryBoolean):
        _line({"ask": bool(found)})
    elif isinstance(found, ox.QuerySolutions):
        names = [variable.value for variable in found.variables]
        _line({"select": names})
        _rows(([None if row[n] is None else str(row[n]) for n in names] for row in found), limit)
    elif isinstance(found, ox.QueryTriples):
        _line({"construct": True})
        _rows(([str(t.subject), str(t.predicate), str(t.object)] for t in found), limit)


def _rows(rows: Any, limit: int) -> None:
    for number, row in enumerate(rows):
        if number == limit:
            _line({"end": True, "truncated": True})
            return
        _line(row)
    _line({"end": True, "truncated": False})


def _line(value: object) -> None:
    sys.stdout.write(json.dumps(value) + "\n")


if __name__ == "__main__":
    main()
