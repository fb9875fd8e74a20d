"""Pairs to judge: those written by hand (tests/matching/pairs/), and any number of generated ones.

Generated pairs are the same for the same seed. Seed 1 was used for tuning; tests and benchmarks use others.
"""

import csv
import random
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from kb.matching.model import Flag, Name, Query

PAIRS = Path(__file__).parent / "pairs"
SHIP = (7, 6, 5, 4, 3, 2)


@dataclass(frozen=True, slots=True)
class Pair:
    same: bool
    left: Query
    right: Query
    why: str


def hand(name: str) -> list[Pair]:
    """The pairs of train.csv or test.csv."""
    with (PAIRS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [
        Pair(
            row["same"] == "1",
            described(row["kind"], row["left"]),
            described(row["kind"], row["right"]),
            row["why"],
        )
        for row in rows
    ]


def described(kind: str, text: str) -> Query:
    """A description from text such as `Jie Shun | imo 8518780 | flag kh | built 1986`."""
    name, *traits = (part.strip() for part in text.split("|"))
    found: dict[str, list[str]] = {}
    for trait in traits:
        key, _, value = trait.partition(" ")
        found.setdefault(key, []).append(value)
    return Query(
        kind=kind,
        names=(Name(name),),
        imo=tuple(found.pop("imo", ())),
        mmsi=tuple(found.pop("mmsi", ())),
        call_signs=tuple(found.pop("call", ())),
        flags=tuple(Flag(code) for code in found.pop("flag", ())),
        built=int(found.pop("built")[0]) if "built" in found else None,
        tonnage=float(found.pop("tonnage")[0]) if "tonnage" in found else None,
        births=tuple(found.pop("birth", ())),
        countries=tuple(found.pop("country", ())),
        identifiers=tuple((v.split()[0], v.split()[1]) for v in found.pop("id", ())),
    )


VOCABULARY = tomllib.loads((PAIRS.parent / "vocabulary.toml").read_text(encoding="utf-8"))


def spellings(name: str) -> dict[str, tuple[str, ...]]:
    """The words of one part of the vocabulary, each with its other spellings."""
    rows = [row.replace("_", " ").split("/") for row in VOCABULARY[name].split()]
    return {first: tuple(rest) for first, *rest in rows}


KOREAN, CHINESE, RUSSIAN, FAMILY, KOREAN_GIVEN = (
    {word: own for word, (own,) in spellings(name).items()}
    for name in ("korean", "chinese", "russian", "family", "korean_given")
)
GIVEN, KOREAN_FAMILY, ARABIC = map(spellings, ("given", "korean_family", "arabic"))
ENGLISH, FLAGS, PATRONYMIC, TELLING, GENERIC = (
    list(spellings(name)) for name in ("english", "flags", "patronymic", "telling", "generic")
)
LEGAL = [(form, other) for form, (other,) in spellings("legal").items()]
ROMAN = {1: "I", 2: "II", 3: "III", 4: "IV", 5: "V", 6: "VI", 7: "VII", 8: "VIII", 9: "IX"}


def imo_number(six: int) -> str:
    """The IMO number whose first six digits are given."""
    digits = f"{six:06d}"
    return digits + str(sum(int(d) * w for d, w in zip(digits, SHIP, strict=True)) % 10)


def generated(seed: int, count: int, kinds: str = "vvpo") -> Iterator[Pair]:
    """`count` pairs, about half of them of the same thing; half vessels, a quarter persons."""
    dice = random.Random(seed)
    for _ in range(count):
        make = {"v": vessel_pair, "p": person_pair, "o": organization_pair}[dice.choice(kinds)]
        yield make(dice, same=dice.random() < 0.5)


def ship_name(dice: random.Random) -> tuple[str, str]:
    """A ship's name in Latin letters, and in its own script where that is another."""
    style = dice.random()
    number = f" {dice.randint(1, 29)}" if dice.random() < 0.35 else ""
    if style < 0.3:
        words = dice.sample(sorted(KOREAN), dice.choice((2, 2, 3)))
        return " ".join(words).title() + number, "".join(KOREAN[w] for w in words) + number
    if style < 0.6:
        words = dice.sample(sorted(CHINESE), 2)
        return " ".join(words).title() + number, "".join(CHINESE[w] for w in words) + number
    if style < 0.75:
        words = dice.sample(sorted(RUSSIAN), dice.choice((1, 2)))
        return " ".join(words) + number, " ".join(RUSSIAN[w] for w in words) + number
    words = dice.sample(ENGLISH, dice.choice((1, 2, 2)))
    return " ".join(words) + number, ""


def ship(dice: random.Random) -> tuple[Query, str]:
    name, own = ship_name(dice)
    found = Query(
        kind="vessel",
        names=(Name(name),),
        imo=(imo_number(dice.randint(700000, 989999)),),
        mmsi=(f"{dice.randint(201, 775)}{dice.randint(0, 999999):06d}",),
        flags=(Flag(dice.choice(FLAGS)),),
        built=dice.randint(1975, 2020),
        tonnage=float(dice.randint(400, 60000)),
    )
    return found, own


def sparse(dice: random.Random, query: Query, *, imo: float) -> Query:
    """A description with most of its traits left out, as reports and fleets give them."""
    return replace(
        query,
        imo=query.imo if dice.random() < imo else (),
        mmsi=query.mmsi if dice.random() < 0.15 else (),
        flags=query.flags if dice.random() < 0.5 else (),
        built=query.built if dice.random() < 0.35 else None,
        tonnage=query.tonnage if dice.random() < 0.3 else None,
    )


def typo(dice: random.Random, name: str) -> str:
    """One slip of the hand in a word of five letters or more; the name itself where there is none."""
    places = [
        n
        for n in range(1, len(name) - 1)
        if name[n - 1 : n + 2].isalpha() and len(_word_at(name, n)) >= 5
    ]
    if not places:
        return name
    at = dice.choice(places)
    slip = dice.choice(("drop", "double", "swap", "other"))
    if slip == "drop":
        return name[:at] + name[at + 1 :]
    if slip == "double":
        return name[:at] + name[at] + name[at:]
    if slip == "swap":
        return name[:at] + name[at + 1] + name[at] + name[at + 2 :]
    return name[:at] + dice.choice("aeiourstln") + name[at + 1 :]


def _word_at(name: str, at: int) -> str:
    start = name.rfind(" ", 0, at) + 1
    end = name.find(" ", at)
    return name[start : end if end >= 0 else len(name)]


def named(query: Query, name: str) -> Query:
    return replace(query, names=(Name(name),))


def vessel_pair(dice: random.Random, *, same: bool) -> Pair:
    left, own = ship(dice)
    name = left.names[0].text
    if same:
        how = dice.choice(
            ("case", "spacing", "prefix", "script", "typo", "roman", "rename", "flag")
        )
        right = left
        if how == "rename":
            right = named(left, ship_name(dice)[0])
            return Pair(True, sparse(dice, left, imo=1), sparse(dice, right, imo=1), how)
        if how == "flag":
            right = replace(left, flags=(Flag(dice.choice(FLAGS)),))
            imo = 1.0 if dice.random() < 0.5 else 0.2
            built = replace(left, imo=left.imo if imo == 1 else ())
            return Pair(True, replace(built, tonnage=None, mmsi=()), replace(right, mmsi=()), how)
        right = named(left, _respelt(dice, name, own, how))
        return Pair(True, sparse(dice, left, imo=0.4), sparse(dice, right, imo=0.4), how)
    how = dice.choice(("sister", "imo", "imo", "built", "syllable", "word", "reversed", "other"))
    other = ship(dice)[0]
    if how == "imo":
        return Pair(False, sparse(dice, left, imo=1), sparse(dice, named(other, name), imo=1), how)
    if how == "built":
        apart = replace(named(other, name), built=(left.built or 0) + dice.choice((-9, -5, 4, 11)))
        trimmed = replace(left, imo=(), mmsi=(), tonnage=None)
        return Pair(False, trimmed, replace(apart, imo=(), mmsi=(), tonnage=None), how)
    right = replace(left, names=(Name(_other_name(dice, name, how)),), flags=other.flags)
    right = replace(right, imo=other.imo, mmsi=other.mmsi, built=other.built, tonnage=other.tonnage)
    return Pair(False, sparse(dice, left, imo=0.3), sparse(dice, right, imo=0.3), how)


def _respelt(dice: random.Random, name: str, own: str, how: str) -> str:
    words = name.split()
    if how == "spacing" and len(words) > 1 and words[1].isalpha():
        return "".join(words[:2]).upper() + "".join(f" {w}" for w in words[2:]).upper()
    if how == "prefix":
        return f"{dice.choice(('M/V', 'MV', 'MT', 'M.V.', 'F/V'))} {name}"
    if how == "script" and own:
        return own
    if how == "typo":
        return typo(dice, name)
    if how == "roman" and words[-1].isdigit() and int(words[-1]) in ROMAN and len(words) > 1:
        return " ".join([*words[:-1], ROMAN[int(words[-1])]])
    return name.upper()


def _other_name(dice: random.Random, name: str, how: str) -> str:
    """Another name near the first one: a sister's number, another syllable or word, the words reversed."""
    words = name.split()
    last = words[-1].isdigit()
    if how == "sister":
        number = int(words[-1]) if last else 0
        other = dice.choice([n for n in range(1, 30) if n != number])
        return " ".join([*(words[:-1] if last else words), str(other)])
    body = words[:-1] if last else words
    tail = words[-1:] if last else []
    if how == "reversed" and len(body) == 2 and body[0] != body[1]:
        return " ".join([*reversed(body), *tail])
    pool = KOREAN if body[-1].lower() in KOREAN else CHINESE if body[-1].lower() in CHINESE else ()
    if how == "syllable" and pool:
        choices = [w for w in sorted(pool) if w != body[-1].lower()]
        return " ".join([*body[:-1], dice.choice(choices).title(), *tail])
    choices = [w for w in ENGLISH if w not in body]
    if how == "word" and len(body) > 1:
        return " ".join([*body[:-1], dice.choice(choices), *tail])
    return " ".join([*dice.sample(choices, 2), *tail])


def person(dice: random.Random) -> tuple[list[str], list[str]]:
    """A person's name in several spellings, and names of others that are near it."""
    style = dice.random()
    if style < 0.4:
        given, family, middle = (
            dice.choice(sorted(GIVEN)), dice.choice(sorted(FAMILY)), dice.choice(PATRONYMIC),
        )  # fmt: skip
        own, spelt = GIVEN[given]
        brother = dice.choice([g for g in sorted(GIVEN) if g != given])
        cousin = dice.choice([f for f in sorted(FAMILY) if f != family])
        father = dice.choice([p for p in PATRONYMIC if p != middle])
        return (
            [f"{given} {middle} {family}", f"{given} {family}", f"{family.upper()} {spelt} {middle}",
             f"{own} {FAMILY[family]}", f"{family}, {spelt}", f"{given[0]}. {family}"],
            [f"{brother} {middle} {family}", f"{given} {middle} {cousin}", f"{given} {father} {family}"],
        )  # fmt: skip
    if style < 0.75:
        family = dice.choice(sorted(KOREAN_FAMILY))
        one, two, other = dice.sample(sorted(KOREAN_GIVEN), 3)
        own, spelt = KOREAN_FAMILY[family]
        kin = dice.choice([f for f in sorted(KOREAN_FAMILY) if f != family])
        return (
            [f"{family} {one.title()} {two.title()}", f"{family.upper()} {one.title()}-{two}",
             f"{own}{KOREAN_GIVEN[one]}{KOREAN_GIVEN[two]}", f"{spelt} {one.title()} {two.title()}",
             f"{one.title()} {two.title()} {family}", f"{family} {one.title()}{two}"],
            [f"{family} {one.title()} {other.title()}", f"{family} {other.title()} {two.title()}",
             f"{kin} {one.title()} {two.title()}"],
        )  # fmt: skip
    one, two, three, other = dice.sample(sorted(ARABIC), 4)
    return (
        [f"{one} {two} al-{three}", f"{ARABIC[one][1]} {ARABIC[two][1]} Al {ARABIC[three][1]}",
         f"{ARABIC[one][0]} {ARABIC[two][0]} ال{ARABIC[three][0]}", f"{one} {two} {three}"],
        [f"{one} {other} al-{three}", f"{other} {two} al-{three}", f"{one} {two} al-{other}"],
    )  # fmt: skip


def person_pair(dice: random.Random, *, same: bool) -> Pair:
    spellings, others = person(dice)
    birth = f"{dice.randint(1940, 1995)}-{dice.randint(1, 12):02d}-{dice.randint(1, 28):02d}"
    dated = dice.random() < 0.3
    left = Query(kind="person", names=(Name(spellings[0]),), births=(birth,) if dated else ())
    if same:
        name = dice.choice([*spellings[1:], typo(dice, spellings[0])])
        return Pair(True, left, replace(left, names=(Name(name),)), "spelling")
    if dated and dice.random() < 0.5:
        other = f"{int(birth[:4]) + dice.choice((-12, -5, 4, 9))}{birth[4:]}"
        return Pair(False, left, replace(left, births=(other,)), "namesake")
    right = Query(kind="person", names=(Name(dice.choice(others)),))
    return Pair(False, left, right, "kin")


def organization_pair(dice: random.Random, *, same: bool) -> Pair:
    first, second = dice.sample(TELLING, 2)
    telling = f"{first} {second}" if dice.random() < 0.3 else first
    generic, (legal, spelt) = dice.choice(GENERIC), dice.choice(LEGAL)
    name = f"{telling} {generic} {legal}"
    left = Query(kind="organization", names=(Name(name),))
    if same:
        short = generic.replace("Management", "Mgmt").replace("Development", "Dev")
        short = short.replace("Technology", "Tech").replace("Shipping", "Shpg")
        other = dice.choice((
            f"{telling} {generic} {spelt}", f"{telling.upper()} {generic.upper()}", typo(dice, name),
            f"{telling} {short} {legal}", f"{telling.replace(' ', '')} {generic} {spelt}",
        ))  # fmt: skip
        return Pair(True, left, named(left, other), "spelling")
    third = dice.choice([t for t in TELLING if t not in (first, second)])
    other = dice.choice((
        f"{third} {generic} {legal}", f"{first} {third} {generic} {legal}" if " " in telling else
        f"{third} {generic} {legal}", f"{dice.choice(TELLING)} {third} {generic} {legal}",
    ))  # fmt: skip
    return Pair(False, left, named(left, other), "other")


STARTS, ENDS = "b ch d f g h j k l m n p r s sh t v y z", "a an e el i in o on u un ar or"
SYLLABLES = [start + end for start in STARTS.split() for end in ENDS.split()]


def made_name(dice: random.Random, kind: str) -> str:
    """A name for large indexes: often of common words, else of syllables that nobody has."""
    own = "".join(dice.choices(SYLLABLES, k=dice.choice((2, 2, 3)))).title()
    if kind == "person":
        return f"{person(dice)[0][0].rsplit(' ', 1)[0]} {own}"
    if kind == "organization":
        return f"{own} {dice.choice(TELLING)} {dice.choice(GENERIC)} {dice.choice(LEGAL)[0]}"
    plain = ship_name(dice)[0]
    return (
        plain
        if dice.random() < 0.3
        else f"{own} {dice.choice(ENGLISH)}"
        if dice.random() < 0.5
        else own
    )
