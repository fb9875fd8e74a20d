"""Report documents for the planted world: names that never recur, a speaker of its own for each report."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

Document = dict[str, Any]
QUOTE = "it was said so on that day"


class Teller:
    """Writes reports, and describes in each the ships and traders that it names."""

    def __init__(self) -> None:
        self.last_speaker = ""
        self._reports: list[Document] = []
        self._number = self._names = 0
        self._things: dict[str, Document] = {}

    def name(self, kind: str = "event") -> str:
        """A new event or relation."""
        self._names += 1
        return f"{kind}:planted-{self._names}"

    def ship(self, **more: str) -> str:
        """A new ship."""
        self._names += 1
        made = f"ship:planted-{self._names}"
        self._things[made] = {"id": made, "type": "Ship", "name": f"Vessel {self._names}", **more}
        return made

    def trader(self, state: str) -> str:
        """A new company of a state."""
        self._names += 1
        made = f"org:trader-{self._names}"
        name = f"Trader {self._names}"
        self._things[made] = {"id": made, "type": "Organization", "name": name, "state": state}
        return made

    def next_report(self, ahead: int) -> str:
        """The name of a report that is still to be told."""
        return f"report:planted-{self._number + ahead}"

    def report(
        self,
        propositions: Iterable[Document],
        claims: Iterable[Document],
        *,
        describe: Iterable[Document] = (),
        evidence: Iterable[Document] = (),
        corrects: str = "",
    ) -> str:
        """Tells a report in which a speaker of its own says all that is said; its name."""
        made, speaker = self.next_report(0), f"org:speaker-{self._number}"
        day = date(2023, 1, 1) + timedelta(self._number % 700)
        told = list(propositions)
        chosen = [{"claimant": speaker, **each} for each in claims]
        self.last_speaker = chosen[-1]["claimant"]
        agents = sorted({each["claimant"] for each in chosen} | {"org:wire"})
        entities = [
            {"id": each, "type": "Organization", "name": each[4:].title()} for each in agents
        ]
        entities += self._named([*told, *describe])
        document: Document = {
            "id": made,
            "title": f"Report {self._number}",
            "publisher": "org:wire",
            "published": day.isoformat(),
            "language": "en",
            "content": f"Of number {self._number} {QUOTE}.",
            "entities": entities,
            "propositions": [*told, *describe],
            "claims": [self._claim(each, place, day) for place, each in enumerate(chosen)],
        }
        document |= {"evidence": list(evidence)} if evidence else {}
        document |= {"corrects": corrects} if corrects else {}
        self._reports.append(document)
        self._number += 1
        return made

    def _claim(self, claim: Document, place: int, day: date) -> Document:
        review = {"status": "accepted", "reviewer": "A. Analyst", "reviewed": str(day)}
        return {"id": f"#c{place}", **review, **claim, "passage": {"quote": QUOTE}}

    def _named(self, told: Iterable[Mapping[str, Any]]) -> list[Document]:
        """The ships and traders in propositions, described."""
        values = {v for each in told for v in each.values() if isinstance(v, str)}
        return [self._things[each] for each in sorted(values & self._things.keys())]

    def taken(self) -> list[Document]:
        """The reports told since this was last asked; what they name is not named again."""
        made, self._reports, self._things = self._reports, [], {}
        return made
