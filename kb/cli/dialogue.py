"""What each key of a review asks and does, whatever the terminal."""

from collections.abc import Callable

from kb.cli.terminal import RESIZED, Face
from kb.errors import BadInput
from kb.review import edit, merge
from kb.review.fields import CHOICE, DATE, QUOTE, THING, WORDS, Field, fields
from kb.review.session import Session
from kb.review.view import label, one_line, short, summary

HELP = (
    ("a", "Accept the claim: it says what the text says. Goes on to the next undecided one."),
    ("r", "Reject it; a reason is asked, and kept as its note."),
    ("e", "Edit it: stance, claimant, passage, what it is about, roles. An empty answer ends."),
    ("m", "Merge: what it is about is the same event as that of other claims."),
    ("s", "Split: it is about another event than the claims it shares one with."),
    ("n", "Next claim, also Space, Enter and the right arrow. Decides nothing."),
    ("p", "Previous claim, also the left arrow."),
    ("u", "Undo the last decision, edit, merge or split of this review; again for the one before."),
    ("q", "Quit. Every decision is in the file already; the next review goes on from here."),
    (
        "marks",
        "In colours, the passage has a ground of its own, the claimant is bold, the cue underlined.",
    ),
)
HINTS = {
    THING: "number, identifier or name",
    DATE: "a date such as 2023-10-17, 2023-10 or 2023-08/..",
    QUOTE: "words of the text, or their place such as 812-861",
}


class Dialogue:
    """A review: keys in, decisions out."""

    def __init__(self, session: Session, face: Face) -> None:
        self.session = session
        self.face = face
        self.actions: dict[str, Callable[[], str]] = {
            "a": session.accept,
            "r": self.reject,
            "e": self.edit,
            "m": self.merge,
            "s": self.split,
            "n": lambda: "" if session.next() else "This is the last claim.",
            "p": lambda: "" if session.previous() else "This is the first claim.",
            "u": session.undo,
            "?": self.help,
            RESIZED: lambda: "",
        }

    def run(self, message: str = "") -> None:
        """Goes on until the reviewer quits."""
        while True:
            if self.session.finished():
                message = f"{message} Every claim is decided; q ends.".strip()
            self.face.show(self.session, message)
            key = self.face.key()
            if key in ("q", "Q"):
                return
            action = self.actions.get(key.lower())
            try:
                message = action() if action else f"{key!r} is no key here; ? lists them."
            except BadInput as error:
                message = str(error)

    def reject(self) -> str:
        """Asks for the reason and rejects."""
        reason = self.face.ask("Why is it rejected? (Enter: do not)")
        return self.session.reject(reason) if reason and reason.strip() else "Nothing is changed."

    def help(self) -> str:
        """Explains the keys."""
        self.face.menu("Keys", HELP)
        self.face.ask("Enter goes back to the claim.")
        return ""

    def edit(self) -> str:
        """Asks for fields and their values until there is no more to change."""
        message = ""
        while True:
            every = fields(self.session.draft, self.session.claim)
            self.face.menu(f"Edit {self.session.name()}", self._rows(every), message)
            answer = self.face.ask(
                "Field, by number or name (Enter: done)", [f.name for f in every]
            )
            if not answer or not answer.strip():
                return message
            try:
                message = self._edited(_picked(every, answer.strip()))
            except BadInput as error:
                message = str(error)

    def _rows(self, every: list[Field]) -> list[tuple[str, str]]:
        shown = [
            (
                f"{number} {field.name}",
                "; ".join(self._label(field, v) for v in field.values) or "-",
            )
            for number, field in enumerate(every, 1)
            if field.values or not field.path
        ]
        empty = [field.name for field in every if field.path and not field.values]
        return [*shown, ("empty roles", ", ".join(empty))] if empty else shown

    def _label(self, field: Field, value: str) -> str:
        return label(self.session.draft, value) if field.kind == THING else value

    def _edited(self, field: Field) -> str:
        draft = self.session.draft
        options = [(str(n), self._option(field, each)) for n, each in enumerate(field.choices, 1)]
        self.face.menu(f"{field.name}: {'; '.join(field.values) or '-'}", options)
        hint = HINTS.get(field.kind, "number or word" if options else "words")
        several = (
            ", several apart by ;" if field.several and field.kind in (THING, CHOICE, WORDS) else ""
        )
        given = "; ".join(field.values) if not options else ""
        names = [name for each in field.choices for name in (each, *self._name(field, each))]
        prompt = f"{field.name}: {hint}{several} (Enter keeps, - clears)"
        answer = self.face.ask(prompt, names, given)
        if not answer or not answer.strip() or answer.strip() == "; ".join(field.values):
            return f"{field.name} stays as it is."
        answer = answer.strip()
        types = {}
        for name in edit.strangers(draft, field, answer):
            kinds = edit.suitable(field)
            self.face.menu(f"{name} is new here. What is it?", _numbered(kinds))
            kind = self.face.ask("Number or word (Enter: never mind)", kinds)
            if not kind or not kind.strip():
                return f"{field.name} stays as it is."
            types[name] = _chosen(kinds, kind.strip())
        changed = "is cleared" if answer == edit.CLEAR else f"is changed to {short(answer)}"
        sentence = f"{self.session.name()}: {field.name} {changed}."
        return self.session.change(sentence, lambda d, i: edit.put(d, i, field, answer, types))

    def _option(self, field: Field, value: str) -> str:
        draft = self.session.draft
        if field.kind == "about":
            return next(
                summary(draft, each) for each in draft.propositions if each.get("id") == value
            )
        if field.kind == "claim":
            return next((one_line(draft, c) for c in draft.claims if c.get("id") == value), value)
        return label(draft, value) if field.kind == THING else value

    def _name(self, field: Field, value: str) -> list[str]:
        named = self.session.draft.named().get(value, {}) if field.kind == THING else {}
        return [str(named["name"])] if "name" in named else []

    def merge(self) -> str:
        """Asks for the proposition that is the same, and whose values stand."""
        draft, claim = self.session.draft, self.session.claim
        found = merge.targets(draft, claim)
        own = draft.proposition(claim) or {}
        rows = []
        for number, each in enumerate(found, 1):
            claims = [draft.claims[n] for n in draft.about(str(each["id"]))]
            rows.append((str(number), summary(draft, each)))
            rows += [("claim", one_line(draft, other)) for other in claims[:2]]
        self.face.menu(f"Same event as {summary(draft, own)}?", rows)
        ids = [str(each["id"]) for each in found]
        answer = self.face.ask("Merge into, by number or id (Enter: do not)", ids)
        if not answer or not answer.strip():
            return "Nothing is changed."
        target = _chosen(ids, answer.strip())
        chosen = self._choices(target)
        if chosen is None:
            return "Nothing is changed."
        self.session.change(
            f"{own.get('id', 'it')} is merged into {target}.",
            lambda d, i: merge.merge(d, i, target, chosen),
        )
        about = ", ".join(str(draft.claims[n].get("id", n + 1)) for n in draft.about(target))
        return f"Merged: {about} are now about {target}."

    def _choices(self, target: str) -> dict[str, str] | None:
        chosen = {}
        for each in merge.conflicts(self.session.draft, self.session.claim, target):
            rows = [("1", f"{each.theirs} (of {target})"), ("2", f"{each.mine} (of this claim)")]
            options = [merge.THEIRS, merge.MINE, *([merge.BOTH] if each.joinable else [])]
            rows += [("3", "both")] if each.joinable else []
            self.face.menu(f"The two differ in {each.role}. Which stands?", rows)
            answer = self.face.ask("Number (Enter: do not merge)")
            if not answer or not answer.strip():
                return None
            chosen[each.role] = _chosen(options, answer.strip())
        return chosen

    def split(self) -> str:
        """Gives the claim a proposition of its own."""
        old = self.session.claim.get("about")
        name = self.session.name()
        self.session.change(
            f"{name} is split off from {old}.", lambda d, i: (merge.split(d, i), None)[1]
        )
        return f"{name} is now about {self.session.claim.get('about')}, a copy of {old} of its own."


def _numbered(words: list[str]) -> list[tuple[str, str]]:
    return [(str(number), word) for number, word in enumerate(words, 1)]


def _chosen(options: list[str], answer: str) -> str:
    if answer.isdecimal() and 0 < int(answer[:9]) <= len(options):
        return options[int(answer[:9]) - 1]
    folded = [each for each in options if each.casefold() == answer.casefold()]
    if not folded:
        raise BadInput(f"{answer!r} is not among the choices. Nothing is changed.")
    return folded[0]


def _picked(every: list[Field], answer: str) -> Field:
    name = _chosen([field.name for field in every], answer)
    return next(field for field in every if field.name == name)
