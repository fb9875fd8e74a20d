"""How well pairs are told apart: this program's matching against nomenklatura's logic-v2.

    python benchmarks/matching_quality.py [--train] [--errors]

Both judge the same pairs (tests/matching/made.py): those of tests/matching/pairs/test.csv, written by
hand, and 4,000 generated ones of a seed that was not used for tuning. Both call it a match from 0.70.
`--train` uses the pairs for tuning instead; `--errors` prints what this program gets wrong.
Without nomenklatura in the environment, only this program is judged.
"""

import argparse
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from kb.matching.model import Party, Query
from kb.matching.score import score
from tests.matching.made import Pair, generated, hand

THRESHOLD = 0.70
SEEDS = {"train": 1, "test": 20}
Judge = Callable[[Query, Query], float]


def ours(left: Query, right: Query) -> float:
    """The score of this program; 0 for a warning, which is no match."""
    fields = {name: getattr(right, name) for name in Query.__slots__}
    found = score(left, Party(key="x", **fields))
    return 0.0 if found.verdict == "warning" else found.score


def rival() -> Judge | None:
    """The score of logic-v2 on the same descriptions."""
    try:
        from followthemoney import model
        from followthemoney.proxy import EntityProxy
        from nomenklatura.matching import LogicV2
    except ImportError:
        return None
    config = LogicV2.default_config()
    schemata = {"vessel": "Vessel", "person": "Person", "organization": "Organization"}

    numbers = count()

    def proxy(query: Query) -> EntityProxy:
        made = model.make_entity(schemata[query.kind])
        made.id = str(next(numbers))  # logic-v2 caches the names of an entity by its id
        made.add("name", [n.text for n in query.names])
        made.add("imoNumber", query.imo, quiet=True)
        made.add("mmsi", query.mmsi, quiet=True)
        made.add("callSign", query.call_signs, quiet=True)
        made.add("flag", [f.country for f in query.flags], quiet=True)
        made.add("buildDate", str(query.built) if query.built else None, quiet=True)
        tonnage = f"{query.tonnage:g}" if query.tonnage else None
        made.add("grossRegisteredTonnage", tonnage, quiet=True)
        made.add("birthDate", query.births, quiet=True)
        made.add("country", query.countries, quiet=True)
        for scheme, value in query.identifiers:
            key = {"lei": "leiCode", "tax": "taxNumber", "passport": "passportNumber"}.get(scheme)
            made.add(key or "registrationNumber", value, quiet=True)
        return made

    def judge(left: Query, right: Query) -> float:
        return LogicV2.compare(proxy(left), proxy(right), config).score

    return judge


def figures(pairs: list[Pair], judge: Judge) -> str:
    """Precision, recall and F1 of a judge."""
    called = [(pair.same, judge(pair.left, pair.right) >= THRESHOLD) for pair in pairs]
    right = sum(same and said for same, said in called)
    precision = right / (sum(said for _, said in called) or 1)
    recall = right / (sum(same for same, _ in called) or 1)
    f1 = 2 * precision * recall / ((precision + recall) or 1)
    return f"{precision:9.3f} {recall:7.3f} {f1:7.3f}"


def main() -> None:
    """Prints one line for each set of pairs and judge."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--train", action="store_true")
    parser.add_argument("--errors", action="store_true")
    asked = parser.parse_args()
    which = "train" if asked.train else "test"
    written, made = hand(which), list(generated(SEEDS[which], 4000))
    judges = {"this program": ours, "logic-v2": rival()}
    print(f"{'pairs':28} {'judge':13} {'precision':>9} {'recall':>7} {'F1':>7}")
    for name, pairs in (("hand-labelled", written), ("generated", made)):
        for kind in ("all", "vessel", "person", "organization"):
            chosen = [p for p in pairs if kind in ("all", p.left.kind)]
            for who, judge in judges.items():
                if judge is not None:
                    print(
                        f"{name + ', ' + kind:22} {len(chosen):5} {who:13} {figures(chosen, judge)}"
                    )
    if asked.errors:
        for pair in (*written, *made[:1500]):
            value = ours(pair.left, pair.right)
            if (value >= THRESHOLD) != pair.same:
                names = f"{pair.left.names[0].text} | {pair.right.names[0].text}"
                print(f"{value:.2f} {'same' if pair.same else 'other':5} {pair.why}: {names}")


if __name__ == "__main__":
    main()
