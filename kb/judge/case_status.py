"""How a status came about: the rule that gave it, with the numbers, in words."""

from dataclasses import dataclass

from kb.judge.case_parts import SUPPORT, Case

RULES = {
    "refuted": "every claim that supported it was taken back, and a denial stands",
    "withdrawn": "every claim that supported it was taken back, and no denial stands",
    "disputed": "support stands and a denial stands",
    "confirmed": "two or more sources support it, one of them by confirming it, and no doubt stands",
    "corroborated": "two or more sources support it",
    "alleged": "one source supports it",
    "denied": "it is denied, and no claim supports it",
    "doubted": "it is doubted, and no claim supports or denies it",
    "expected": "it is only said that it will or may happen",
}
"""Every status and its rule, in the order in which the rules are tried (docs/status.md)."""
CREDIBILITY = {
    "1": "confirmed by other sources",
    "2": "probably true",
    "3": "possibly true",
    "5": "improbable",
    "6": "truth cannot be judged",
}
"""The grades of the Admiralty scale that are proposed."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many claims of a case do what; `taken_back` were withdrawn by who made them."""

    supports: int
    confirms: int
    denies: int
    in_part: int
    doubts: int
    expects: int
    taken_back: int
    supported: int


@dataclass(frozen=True, slots=True)
class Standing:
    """A status, its rule in words, its numbers, and a grade of credibility to consider."""

    status: str
    rule: str
    numbers: Counts
    sentence: str
    credibility: str


def counts(case: Case) -> Counts:
    """The claims of a case, counted."""
    standing = [each for each in case.claims if not each.withdrawn_by]
    return Counts(
        supports=sum(each.supports for each in case.claims),
        confirms=sum(each.stance == "confirms" for each in standing),
        denies=sum(each.denies for each in case.claims),
        in_part=sum(each.denies and bool(each.aspects) for each in case.claims),
        doubts=sum(each.stance == "doubts" for each in standing),
        expects=sum(each.stance == "expects" for each in standing),
        taken_back=sum(bool(each.withdrawn_by) for each in case.claims),
        supported=sum(each.stance in SUPPORT for each in case.claims),
    )


def status(numbers: Counts, sources: int) -> str:
    """The status that the rules give: the first that holds."""
    if numbers.supported and not numbers.supports:
        return "refuted" if numbers.denies else "withdrawn"
    if numbers.supports and numbers.denies:
        return "disputed"
    if sources > 1:
        return "confirmed" if numbers.confirms and not numbers.doubts else "corroborated"
    if sources == 1:
        return "alleged"
    if numbers.denies:
        return "denied"
    return "doubted" if numbers.doubts else "expected"


def standing(case: Case) -> Standing:
    """How a case stands, and why."""
    numbers = counts(case)
    rule = RULES.get(case.status, "the base holds no status for it")
    return Standing(case.status, rule, numbers, _sentence(case, numbers), _grade(case, numbers))


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its word: "1 claim", "2 claims", "no claim"."""
    return f"{number or 'no'} {one if number in (0, 1) else many or one + 's'}"


def _sentence(case: Case, numbers: Counts) -> str:
    support = counted(numbers.supports, "claim")
    of = f" of {counted(case.sources, 'source')}" if numbers.supports else ""
    parts = [f"{support}{of} {'support' if numbers.supports > 1 else 'supports'} it"]
    if numbers.denies:
        part = ""
        if numbers.in_part:
            only = "" if numbers.in_part == numbers.denies else f"{numbers.in_part} of them "
            aspects = f" ({', '.join(sorted(set(case.disputed)))})" if case.disputed else ""
            part = f", {only}only in part{aspects}"
        parts.append(f"{counted(numbers.denies, 'denial')} of it{part}")
    parts += [f"{counted(numbers.doubts, 'claim')} of doubt"] * bool(numbers.doubts)
    parts += [f"{counted(numbers.expects, 'claim')} that expect it"] * (numbers.expects > 1)
    parts += ["1 claim that expects it"] * (numbers.expects == 1)
    parts += [f"{counted(numbers.taken_back, 'claim')} taken back"] * bool(numbers.taken_back)
    return "; ".join(parts)


def _grade(case: Case, numbers: Counts) -> str:
    """The grade that the status suggests, with its word; a person may grade otherwise."""
    grade = {"confirmed": "1", "corroborated": "2", "refuted": "5", "withdrawn": "5"}
    found = grade.get(case.status, "6")
    if case.status == "corroborated" and numbers.doubts:
        found = "3"
    if case.status == "disputed" and case.sources > 1:
        found = "3"
    return f"{found} ({CREDIBILITY[found]})"
