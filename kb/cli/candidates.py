"""`kb review matches`: pairs of things that may be one, to be judged one at a time."""

import sys

import click

from kb.cli import options
from kb.cli.terminal import fancy, visible
from kb.desk.base import KnowledgeBase
from kb.desk.candidates import Candidate, candidates
from kb.desk.identity import DIFFERENT, SAME, Judgement, decide, undo
from kb.desk.matching import index_of
from kb.errors import KbError
from kb.matching.model import Party

KEYS = "Key (s same, d different, n next, u undo the last, q quit): "
WORDS = {"s": SAME, "d": DIFFERENT}


class Judging:
    """The pairs in order, the reviewer's keys, and what was decided in this review."""

    def __init__(self, base: KnowledgeBase, reviewer: str, *, plain: bool) -> None:
        self.base = base
        self.reviewer = reviewer
        self.plain = plain
        self.made: list[tuple[int, int]] = []

    def run(self) -> None:
        """Goes through the pairs until the last, or until the reviewer quits."""
        with index_of(self.base.store, options.say) as index:
            pairs = candidates(self.base.store, index)
        place = 0
        while place < len(pairs):
            _show(pairs[place], place, len(pairs))
            key = self._key()
            if key == "q":
                break
            if key == "u":
                place = self._undo(place)
            elif key in WORDS:
                place += self._decide(pairs[place], WORDS[key], place)
            elif key in ("n", " ", "\r", "\n"):
                place += 1
        count = len(self.made)
        click.echo(f"{count} decision{'s' * (count != 1)} of {len(pairs)} pairs that lacked one.")

    def _decide(self, pair: Candidate, judgement: str, place: int) -> bool:
        """Records a decision; False where the reviewer gave no reason, or the base refused it."""
        because = self._line("Because: ")
        if not because:
            click.echo("Message: A decision needs a reason; nothing was decided.")
            return False
        wanted = Judgement(pair.thing.key, pair.match.party.key, judgement, self.reviewer, because)
        try:
            made, identities = decide(self.base, wanted)
        except KbError as error:
            click.echo(f"Message: {visible(str(error))}")
            return True
        self.made.append((made.number, place))
        for clash in identities.contradictions:
            click.echo(f"Message: Contradiction: {visible(clash.sentence())}")
        return True

    def _undo(self, place: int) -> int:
        """Takes back the last decision of this review, and goes back to its pair."""
        if not self.made:
            click.echo("Message: Nothing was decided in this review.")
            return place
        number, earlier = self.made.pop()
        undo(self.base, str(number), "", self.reviewer, "Taken back in the same review.")
        return earlier

    def _key(self) -> str:
        if fancy(plain=self.plain):
            click.echo(KEYS, nl=False)
            found = click.getchar()
            click.echo()
            return found.lower()
        line = self._line(KEYS)
        return "q" if line is None else (line[:1].lower() or "n")

    def _line(self, prompt: str) -> str | None:
        """A line of answer; None at the end of the input."""
        click.echo(prompt, nl=False)
        line = sys.stdin.readline()
        if not sys.stdin.isatty():
            click.echo()
        return line.strip() if line else None


def _show(pair: Candidate, place: int, count: int) -> None:
    match = pair.match
    click.echo(f"\nPair: {place + 1} of {count}")
    click.echo(visible(f"One: {_described(pair.thing)}"))
    click.echo(visible(f"Other: {_described(match.party)}"))
    click.echo(f"Verdict: {match.verdict}, {match.score:.2f}")
    for sentence in match.sentences:
        click.echo(visible(f"Reason: {sentence}"))
    for note in match.notes:
        click.echo(visible(f"Warning: {note}"))


def _described(party: Party) -> str:
    names = ", ".join(name.text for name in party.names[:5])
    numbers = "".join(f", IMO {number}" for number in party.imo)
    return f"{party.key}, {party.kind}: {names}{numbers}"
