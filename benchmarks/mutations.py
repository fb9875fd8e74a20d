"""Whether the tests would notice a rule that lost a condition: `python -m benchmarks.mutations [RULE ...]`.

The tests of judging are run once, and what the rules are asked in them is kept with the answers. Then each
condition of a rule in queries/derive/ is left out in turn: a filter, an optional part, a value of a list.
Where every answer stays the same, no test can tell the rule from the broken one: the condition is printed.
"""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest
from pyoxigraph import Triple

from kb.judge import rules
from kb.judge.reference import Reference
from kb.judge.rules import Bench, Rule

TESTS = [
    "tests/judge/test_breaches.py",
    "tests/judge/test_breaches_lists.py",
    "tests/judge/test_near_misses.py",
    "tests/judge/test_regimes.py",
    "tests/judge/test_in_force.py",
    "tests/judge/test_caps.py",
    "tests/test_example_reports.py",
]
BLOCK = re.compile(r"^ *(FILTER|OPTIONAL|BIND)\b")
LISTED = re.compile(r"^ *VALUES \?\w+ \{ (.+) \}$")
SHOWN = 110
Asked = tuple[frozenset[Triple], frozenset[Triple]]


class Recorder:
    """Keeps what the rules are asked, and what they answer, while tests run."""

    def __init__(self) -> None:
        self.asked: dict[frozenset[Triple], dict[frozenset[Triple], frozenset[Triple]]] = {}
        self.known: dict[frozenset[Triple], Reference] = {}

    def watch(self, patch: pytest.MonkeyPatch) -> None:
        """Has every run of the rules kept, by the reference data that it is on."""
        run = Bench.concluded

        def kept(bench: Bench, facts: set[Triple]) -> set[Triple]:
            facts = set(facts)
            made = run(bench, facts)
            key = frozenset(bench.known.triples)
            self.known[key] = bench.known
            self.asked.setdefault(key, {})[frozenset(facts)] = frozenset(made)
            return made

        patch.setattr(Bench, "concluded", kept)

    def all(self) -> list[tuple[Reference, list[Asked]]]:
        """What was asked on each set of reference data, most first; of each, what has most answers first."""
        keys = sorted(self.asked, key=lambda each: len(self.asked[each]), reverse=True)
        return [
            (
                self.known[key],
                sorted(self.asked[key].items(), key=lambda each: len(each[1]), reverse=True),
            )
            for key in keys
        ]


@dataclass(frozen=True, slots=True)
class Mutant:
    """A rule without one of its conditions, and what was left out."""

    rule: Rule
    left_out: str


def mutants(rule: Rule) -> Iterator[Mutant]:
    """The rule without each of its blocks, and without each value of its lists."""
    lines = rule.sparql.splitlines()
    for number, line in enumerate(lines):
        if BLOCK.match(line):
            end = _end(lines, number)
            left = " ".join(each.strip() for each in lines[number:end])
            yield Mutant(_rule(rule, [*lines[:number], *lines[end:]]), left)
        values = LISTED.match(line)
        for each in values[1].split() if values and " " in values[1] else ():
            fewer = [v for v in values[1].split() if v != each] if values else []
            made = line.replace(values[1], " ".join(fewer)) if values else line
            yield Mutant(
                _rule(rule, [*lines[:number], made, *lines[number + 1 :]]), f"the value {each}"
            )


def _end(lines: list[str], start: int) -> int:
    """The line after a block whose brackets open on a line."""
    depth = 0
    for number in range(start, len(lines)):
        bare = re.sub(r'"[^"]*"|#.*$', "", lines[number])
        depth += sum(bare.count(c) for c in "{(") - sum(bare.count(c) for c in "})")
        if depth <= 0:
            return number + 1
    return len(lines)


def _rule(rule: Rule, lines: list[str]) -> Rule:
    return replace(rule, sparql="\n".join(lines) + "\n")


def noticed(mutant: Mutant, asked: list[tuple[Reference, list[Asked]]]) -> bool:
    """Whether some answer changes with the rule, or the engine refuses it."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("steps", "rules"):
            own = getattr(rules, name)()
            changed = tuple(mutant.rule if e.name == mutant.rule.name else e for e in own)
            patch.setattr(rules, name, lambda changed=changed: changed)
        try:
            return any(
                frozenset(bench.concluded(set(facts))) != made
                for known, questions in asked
                for bench in (Bench(known),)
                for facts, made in questions
            )
        except (SyntaxError, ValueError):
            return True


def main(names: list[str]) -> None:
    """Records, mutates, and prints what no test notices."""
    recorder = Recorder()
    with pytest.MonkeyPatch.context() as patch:
        recorder.watch(patch)
        assert pytest.main(["-q", "-n0", "-p", "no:cacheprovider", *TESTS]) == 0
    asked = recorder.all()
    count = sum(len(questions) for _, questions in asked)
    print(f"{count} questions kept, on {len(asked)} sets of reference data", flush=True)
    whole = Mutant(rules.steps()[0], "nothing")
    assert not noticed(whole, asked), "the rules as they are give other answers"
    tried = missed = 0
    for rule in (*rules.steps(), *rules.rules()):
        for mutant in mutants(rule) if not names or rule.name in names else ():
            tried += 1
            if not noticed(mutant, asked):
                missed += 1
                print(f"{rule.name}: {mutant.left_out[:SHOWN]}", flush=True)
    print(f"{tried} conditions left out, {missed} of them unnoticed")


if __name__ == "__main__":
    main(sys.argv[1:])
