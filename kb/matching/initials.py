"""Whether one organisation's name is short for another's: initials, or first syllables."""

from kb.matching.reading import Reading


def stands_for(one: Reading, other: Reading) -> float:
    """0.84 or 0.88 where a single word is made of the beginnings of the other name's words, else 0."""
    short, long = sorted((one, other), key=lambda each: len(each.parts))
    if len(short.parts) != 1 or len(long.parts) < 3 or not 3 <= len(short.joined) <= 10:
        return 0.0
    word = short.joined
    initials = "".join(part[0] for part in long.parts)
    if word == initials and len(word) > 2:
        return 0.84
    return 0.88 if _made_of(word, long.parts) else 0.0


def _made_of(word: str, parts: tuple[str, ...]) -> bool:
    """Whether a word is beginnings of words in order: KOMID is KOrea MIning Development; one may lack."""
    reached = {(0, 0)}
    for part in parts:
        further = {(at, lacks + 1) for at, lacks in reached if lacks < 1 and at}
        for at, lacks in reached:
            for length in range(1, 5):
                if word[at : at + length] == part[:length] and len(word) >= at + length:
                    further.add((at + length, lacks))
        reached = further
    return any(at == len(word) for at, _ in reached) and len(word) >= len(parts)
