"""Text of any script as plain Latin words, and the keys under which spellings of one word meet.

Cyrillic, Greek and accented Latin are transliterated by anyascii, Hangul as Korean names are written in
English, Arabic script as its consonants (vowels are not written), everything else by its tables.
"""

import re
import unicodedata
from functools import lru_cache

from rapidfuzz.distance import OSA

LONGEST = 300
"""Characters of a name that are looked at."""
WORD = re.compile(r"[a-z0-9]+")
APOSTROPHES = dict.fromkeys(map(ord, "'’‘`´ʹʻʼʾʿ·"))
SYLLABLES = (
    "k kk n t tt r m p pp s ss  j jj ch k t p h",
    "a ae ya yae o e yo ye o wa wae oe yo u wo we wi yu u ui i",
    " k k k n n n t l k m l l l p l m p p t t ng t t k t p t",
)
LEADS, VOWELS, TAILS = (letters.split(" ") for letters in SYLLABLES)
LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويپچژگکیىةأإآؤئء"
PLAIN = "a b t t j h h d z r z s s s d t z a g f k k l m n h w y p j z g k y y h a a a w y "
ARABIC = dict(zip(LETTERS, PLAIN.split(" "), strict=True))
ABJAD = re.compile("[\u0590-\u06ff\u0750-\u077f\ufb1d-\ufeff]")
HANGUL = re.compile("[\uac00-\ud7a3]")
SPELLINGS = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        (r"shch|sch|sh", "sh"),
        (r"kh|gh", "h"),
        (r"ph", "f"),
        (r"ck|q|c(?=[aoukrlt]|$)", "k"),
        (r"tz|ts|cz", "z"),
        (r"dzh|dj", "j"),
        (r"x", "ks"),
        (r"(?<=[^aeiou])ye|(?<=i)e(?=v)|^ye|yo(?=[^aeioun]|$)|jo(?=v)", "e"),
        (r"i[yj]$|yi$|ii$|y$|j$|ey$|ei$|ie$", "i"),
        (r"iy|ij|yi|y(?=[^aeiou])", "i"),
        (r"(?<=[aeiou])j(?=[aeiou])|i(?=[aou])", "y"),
        (r"oo|ou", "u"),
        (r"ee", "i"),
        (r"(?<=[aeo])(?:w|ff)$", "v"),
        (r"w", "v"),
        (r"ah$", "a"),
        (r"([a-z])\1+", r"\1"),
    )
)
SOUNDS = str.maketrans(
    {"p": "b", "t": "d", "k": "g", "c": "g", "q": "g", "z": "s", "v": "f", "w": "f", "x": "s"}
)


@lru_cache(maxsize=200_000)
def latin(text: str) -> str:
    """Lower-case words of a to z and 0 to 9 with single spaces; empty where nothing can be read."""
    text = unicodedata.normalize("NFKC", text[:LONGEST]).translate(APOSTROPHES)
    if not text.isascii():
        text = _transliterated(text)
    return " ".join(WORD.findall(text.translate(APOSTROPHES).replace("&", " and ").lower()))


def _transliterated(text: str) -> str:
    from anyascii import anyascii  # its tables are read where a name is not plain Latin

    text = HANGUL.sub(_syllable, text)
    text = "".join(ARABIC.get(c, c) for c in text if not unicodedata.combining(c) or c < "\u0590")
    return " ".join(anyascii(word) for word in text.split())


def _syllable(found: re.Match[str]) -> str:
    """One Hangul syllable as English-language sources write it in a Korean name."""
    lead, rest = divmod(ord(found.group()) - 0xAC00, 588)
    vowel, tail = divmod(rest, 28)
    return f" {LEADS[lead]}{VOWELS[vowel]}{TAILS[tail]} "


def is_vowelless(text: str) -> bool:
    """Whether a name is written in a script that leaves vowels out."""
    return ABJAD.search(text) is not None


@lru_cache(maxsize=200_000)
def spelled(word: str) -> str:
    """A word with ways of spelling that come from transliteration made one."""
    for pattern, to in SPELLINGS:
        word = pattern.sub(to, word)
    return word


@lru_cache(maxsize=200_000)
def sound(word: str) -> str:
    """The consonants of a word by class, with its first letter's vowel: rough, for finding candidates."""
    plain = spelled(word).replace("zh", "j").replace("ch", "j").replace("sh", "s")
    body = plain.translate(SOUNDS)
    first = "a" if body[:1] in "aeiouy" else body[:1]
    rest = re.sub("[aeiouyh]", "", body[1:])
    return re.sub(r"(.)\1+", r"\1", first + rest)


@lru_cache(maxsize=200_000)
def skeleton(word: str) -> str:
    """A Latin word as the consonants that Arabic script would write."""
    plain = spelled(word).replace("sh", "s").replace("th", "t").replace("dh", "z").replace("v", "w")
    plain = plain.translate(str.maketrans("qcpx", "kkbk"))
    return re.sub(r"(.)\1+", r"\1", re.sub("[aeiouwy]|h$", "", plain))


@lru_cache(maxsize=100_000)
def distance(one: str, other: str) -> int:
    """How many letters differ; two neighbours that changed places count once."""
    return OSA.distance(one, other)
