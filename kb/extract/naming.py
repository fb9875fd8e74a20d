"""People and organisations in prose, by how names are written and by the words beside them."""

import re
from collections.abc import Iterator

from kb.extract.mention import Mention, pattern

PART = r"(?:[A-ZÀÖØ-Þ]\.(?:[A-Z]\.)*|(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Capt|Adm|Cmdr|Sen|Rep|Prof|St|Co|Ltd|Inc|Corp)\.|[A-ZÀÖØ-Þ][\w’'-]*)"
CHAIN = pattern(
    rf"(?<![\w-]){PART}(?:(?: (?:of the|of|for the|for|de|del|al|el|bin|bint|van|von|der|and|&|on|in the|in)(?= [A-ZÀÖØ-Þ]))? {PART}){{0,7}}"
)
HEADS = (
    r"Ministry|Department|Institute|Institution|Agency|Council|Committee|Commission|Company|Companies|Corporation|Corp|Co|Ltd|Limited|LLC|LLP"
    r"|Inc|GmbH|AG|SA|JSC|OOO|PJSC|FZE|FZCO|DMCC|Pte|Sdn|Bhd|Plc|PLC|Shipping|Maritime|Marine|Shipmanagement|Lines?|Logistics|Trading|Holdings?|Group|Bank"
    r"|Navy|Army|Command|Force|Forces|Guards?|Corps|Fleet|Coast Guard|Police|Customs|University|School|College|Centre|Center|Foundation|Association"
    r"|Organi[sz]ation|Office|Bureau|Authority|Administration|Registry|Service|Services|Party|Parliament|Congress|Senate|Assembly|Cabinet|Court|Tribunal"
    r"|Panel|Mission|Secretariat|Union|Initiative|Network|Project|Programme|Observatory|Watch|Monitor|Post|Times|Journal|News|Press|Wire|Herald|Tribune"
    r"|Gazette|Guardian|Telegraph|Television|Radio|Broadcasting|Media|Intelligence|Analytics|Research|Industries|Petroleum|Oil|Energy|Refinery|Airlines?"
    r"|Airways|Air|Cargo|Directorate|Embassy|Consulate|Brigade|Brigades|Battalion|Regiment|Staff|Treasury|Lloyd’s|Club|Society|Trust|Fund|Federation|Exchange"
    r"|Insurance|Assurance|Mutual|Tankers?|Ventures?|Petrochemicals?|Register|Components|Registrar|Ledger|Courier|Freight|Forwarding|Chartering|Ships|Line|P&I|Lloyd|Today|Daily|Aid|Relief|Refiner\w+|Motors?|Metals?|Steel|Chemicals?|Electronics|Aviation|Airlift|Ocean Services|Securities|Capital|Ports?|Enterprises?|Works|Factory|Partners|Consulting|Solutions|Systems|Technologies|International|Task Force|Movement|Front|Army|Militia"
)
ORGANISATION = re.compile(rf"\b(?:{HEADS})\b")
PLACE = re.compile(
    r"\b(?:Sea|Strait|Straits|Gulf|Ocean|River|Bay|Islands?|Peninsula|Canal|Cape|Coast|Channel|Mountains?|Province|Region|Oblast|Delta"
    r"|Street|Avenue|Square|City|County|District|Horn|Basin|Passage|Sound|Port|Harbou?r|Terminal|Airport|Base|Shipyard|Dockyard)$"
)
TITLE = (
    r"(?:[Pp]resident|[Pp]remier|[Pp]rime [Mm]inister|[Mm]inister|[Ss]pokes(?:man|woman|person)|[Ee]nvoy|[Aa]mbassador|[Gg]eneral|[Aa]dmiral"
    r"|[Cc]aptain|[Dd]irector|[Cc]hief|[Ss]ecretary|[Aa]nalyst|[Rr]esearcher|[Pp]rofessor|[Jj]udge|[Ss]enator|[Ll]awmaker|[Ll]eader|[Cc]ommander"
    r"|[Cc]oordinator|[Rr]epresentative|[Hh]ead|[Cc]hair(?:man|woman|person)?|[Pp]rosecutor|[Aa]ttorney|[Ll]awyer|[Oo]wner|[Bb]roker|[Mm]aster|[Cc]olonel"
    r"|[Mm]ajor|[Ll]ieutenant|[Cc]ongress(?:man|woman)|[Gg]overnor|[Mm]ayor|[Oo]fficer|[Mm]anager|[Ff]ounder|[Ff]ellow|[Ee]xpert|[Dd]iplomat|[Oo]fficial"
    r"|[Cc]ounsel|[Ii]nspector|[Aa]gent|[Kk]ing|[Qq]ueen|[Pp]rince|[Ss]heikh|[Aa]yatollah|[Cc]ommodore|[Cc]ommissioner|[Cc]aptain|[Cc]o-?ordinator|[Ee]ditor|[Aa]uthor"
    r"|Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Gen|Lt|Col|Maj|Capt|Adm|Cmdr|Sgt|Sen|Rep|Gov|Prof|Rear|Vice|Brig|Brigadier)"
)
TITLED = re.compile(rf"\b{TITLE}\.?,?\s$")
ONLY_TITLES = re.compile(
    rf"(?:{TITLE}|Foreign|Defen[cs]e|Deputy|Assistant|Acting|Special|Senior|Supreme|Interior|Finance|Under|Chief|Executive|Former|Then|State|Press|Western"
    r"|Attorney|The|Prime|Cabinet|Kremlin|House|Transport|Oil|Energy|Economy|Trade|Justice|First|Second)\.?"
)
FUNCTION = frozenset(
    "the a an and but or nor if in on at to from for by with of as it its he she they we i you his her their this that these those there here "
    "when while after before since because although though however meanwhile moreover according both each every some many most several no not "
    "one two three four five six seven eight nine ten dozens hundreds thousands other another such what which who where why how all any few "
    "then now yet so also still only even under over during between within without against among amid despite last next earlier later "
    "is was were are has had have did does do will would could should may might can asked speaking told said says calling citing "
    "yes our my your paragraph paragraphs annex table figure section article resolution mr monday tuesday wednesday thursday friday saturday sunday "
    "january february march april june july august september october november december today yesterday satellite images members member state states imagery photographs "
    "ship vessel vessels ships tanker tankers officials analysts experts documents records data investigators prosecutors shipping "
    "weapons arms containers responding asked separately similarly instead neither nothing none nobody responsible".split()
)
AFTER_PERSON = pattern(
    r"(?:, (?:an? |the |who |whose |his |her |its |\d\d,)|’s |'s | (?:said|says|told|added|denied|wrote|who|has|had|called|accused|rejected|insisted|confirmed|declined|claimed|argued|warned|met|arrived|visited|noted)\b)"
)
ACRONYM = re.compile(r"[A-Z][A-Z&]{2,7}")
NO_BODY = frozenset(
    "IMO MMSI AIS USD EUR GBP TEU TEUS GPS LNG LPG STS DWT GT UTC GMT HS CEO CFO II III IV VI VII VIII IX XI XII VLCC ISM P&I UAV UAVS RPG RPGS ETA ISO PDF OK TV NGO NGOS VHF SOS MT MV".split()
)
GIVEN = frozenset(
    "aaron abdel abdul abdullah abu adam ahmad ahmed aisha akira alan albert alejandro alex alexander alexei ali alice amanda amin amir amy ana anastasia anatoly andrea andreas andrei andrew angela anna anne "
    "anthony antonio arash arthur ashraf barbara ben benjamin boris brian bruce carlos carol catherine charles charlotte chen chris christian christine christopher chung claire claudia daniel david deborah "
    "dmitri dmitry donald dong douglas edward eleanor elena eli elizabeth emily emma eric erik esmail eva farid fatima felix fiona francesco francis francois frank gary george georgios giorgos grace graham greg "
    "grigory gunnar hamid han hana hannah hans haruto hassan hector heidi helen henrik henry hiroshi hossein hugh hussein ian ibrahim igor ilya ines ingrid irina isabel ivan jack jacob jake james jamal jan jane janet "
    "javad jean jennifer jens jeremy jessica jim joan joe johan john jonas jonathan jorge jose josef joseph juan julia julie julian jun kaarel karen karim karl kate katherine kenji kenneth kevin kim kofi koji kostas kristin lars laura "
    "lee lena leo leonard leonid li lim linda lisa liu louis lucas lucy luis luke magnus mahmoud mahmud mai manuel marcia marco marcus margaret maria marie mario mark markus martin mary masoud matthew matteo max maxim mehdi mei michael "
    "michel mikhail miguel mike min mina mohammad mohamed mohammed muhammad murat mustafa nabil nadia naomi nasser natalia nathan neil nicholas nikolai nikos nina noah nora oleg oliver olga omar oscar otto owen pablo paolo patricia patrick paul "
    "pavel pedro peter petar petr philip pierre piotr piret qasim rachel rafael rajesh ralph ramon rashid raul ravi rebecca reem reza ricardo richard robert roberto roger roland roman ronald rosa ruth ryan sabah said saeed salem salman sam samantha "
    "samer samir samuel sandra sara sarah scott sean sebastian selma serge sergei sergey sergio shahid sharon shinzo simon sofia song sophie stefan stephen steve steven sung susan svetlana sven takeshi tamara tariq tatiana teresa theodoros thomas tim timothy "
    "todd tom tomas tony ursula valentina valery vasily victor viktor vincent vitaly vladimir volodymyr walter wang wei wilhelm william xavier xi yahya yasser yasmin yevgeny yoon yoshihide yuki yuri yusuf zhang zhao zainab zulkifli idriss amal lina dalia hiba huda leila maya noor "
    "olivia sophia jacques luc anton artem denis evgeny kirill konstantin nikita ruslan stanislav timur vadim yaroslav ana-maria jae hyun ji soo young ho jin sang seok won hee park choi kang cho abraham kwame chidi ngozi amadou ousmane moussa fatou".split()
)
ROLE_AFTER = pattern(
    r",? (?:an?|the|its|his|her|who|whose|aged|\d\d) ?,?(?:[\w’'-]+ ){0,5}?(?:minister|spokes\w+|captain|director|analyst|official|officer|president|chief|leader|envoy|ambassador|executive|researcher|fellow|head|commander|admiral|general|lawyer|owner|master|manager|professor|secretary|diplomat|expert|author|who|senator|chairman|broker|national|citizen|businessman|fisherman|coordinator)\b|, \d\d\b|, who\b"
)
SINGLE_HEADS = frozenset(
    "Panel Committee Council Ministry Treasury Department Pentagon Agency Registry Commission Tribunal Admiralty Bureau Authority Directorate Embassy".split()
)
INITIAL = re.compile(r"[A-Z]\.?")


def people_and_organisations(text: str, taken: frozenset[int]) -> Iterator[Mention]:
    """People and organisations named in a text; places in `taken` are already something else's."""
    surnames: dict[str, str] = {}
    for match in CHAIN.finditer(text):
        start, words = _bare(match, text)
        if not words or start in taken:
            continue
        yield from _named(text, start, words, surnames)


def _bare(match: re.Match[str], text: str) -> tuple[int, str]:
    """A run of capitalised words without function words and titles before it, or a possessive after."""
    words = match[0]
    start = match.start()
    while True:
        first = re.match(r"\S+", words)
        if first is None:
            return start, ""
        bare = first[0].rstrip(".")
        if bare.casefold() not in FUNCTION and not ONLY_TITLES.fullmatch(first[0]):
            break
        if (
            ORGANISATION.search(words)
            and bare.casefold() not in FUNCTION
            and bare not in TITLES_ALONE
        ):
            break
        rest = words[len(first[0]) :]
        shift = len(first[0]) + len(rest) - len(rest.lstrip())
        start, words = start + shift, words[shift:]
        words = re.sub(r"^(?:of the|of|for the|for|and|on|in the|in|&)\s", "", words)
        start = match.end() - len(words)
    words = (
        re.split(r"[’']s\b", words)[0].rstrip(".’'")
        if not words.endswith(("Co.", "Inc."))
        else words
    )
    return start, words


TITLED_WORDS = re.compile(
    r"\b(?:Secretary|Minister|President|Director|Chief|Commander|Spokes\w+|Admiral|General|Ambassador|Attorney|Chairman|Governor|Commissioner)\b"
)
TITLES_ALONE = frozenset(
    "President Premier Minister Admiral General Captain Mr Mrs Ms Dr Sir".split()
)


def _named(text: str, start: int, words: str, surnames: dict[str, str]) -> Iterator[Mention]:
    """What one run of capitalised words names, if anything."""
    parts, end = words.split(), start + len(words)
    split = MEMBER.match(words)
    if split is not None and not ORGANISATION.search(split["who"]) and parts[0].casefold() in GIVEN:
        yield from _named(text, start, split["who"], surnames)
        yield from _named(text, start + split.start("body"), split["body"], surnames)
    elif _titled_at_length(words, parts):
        last = end - len(" ".join(parts[-2:]))
        yield from _person(text, last, text[last:end], surnames)
    elif len(parts) == 1 and (words in SINGLE_HEADS or ACRONYM.fullmatch(words)):
        yield from _single(text, start, words)
    elif ORGANISATION.search(words) and len(parts) > 1 and not _after_title(text, start):
        yield Mention(start, end, text[start:end], "org", "", "O-head")
    elif PLACE.search(words):
        yield Mention(start, end, text[start:end], "place", "", "L-head")
    elif " and " in words:
        yield from _pair(text, start, words, surnames)
    elif _personal(parts):
        yield from _person(text, start, words, surnames)


MEMBER = re.compile(
    r"(?P<who>(?:[\w’'.-]+\s){1,3}[\w’'.-]+)\s(?:of|for|at|from)\s(?:the\s)?(?P<body>.+)$",
    re.DOTALL,
)
"""Somebody of some body: "Piret Saar of the Centre for Sea Studies"."""


def _titled_at_length(words: str, parts: list[str]) -> bool:
    """Whether a long title with the name of a body in it stands before two words of a name."""
    tail = " ".join(parts[-2:])
    titled = TITLED_WORDS.search(words) and ORGANISATION.search(words)
    return bool(titled) and len(parts) > 2 and not ORGANISATION.search(tail) and " of " not in words


def _after_title(text: str, start: int) -> bool:
    return TITLED.search(text, max(0, start - 16), start) is not None


def _single(text: str, start: int, words: str) -> Iterator[Mention]:
    """One word: "the Panel", or initials that are a body's."""
    end = start + len(words)
    if words in SINGLE_HEADS:
        if text[max(0, start - 4) : start].casefold() in ("the ", "the\n"):
            yield Mention(start, end, words, "org", "", "O-single")
    elif words not in NO_BODY and not _dateline(text, start, end):
        yield Mention(start, end, words, "org", "", "O-acronym")


def _dateline(text: str, start: int, end: int) -> bool:
    """Whether a word in capitals is the city of a dateline: "SEOUL, May 3 (…) —"."""
    line = text[max(0, text.rfind("\n", 0, start) + 1) : start].strip()
    return not line and re.match(r"(?:,|/|\s[—–-]|\s\()", text[end : end + 3]) is not None


def _pair(text: str, start: int, words: str, surnames: dict[str, str]) -> Iterator[Mention]:
    """Two names joined by "and"."""
    for match in re.finditer(r"(?:(?!\sand\s).)+", words.replace("\n", " ")):
        part = match[0].strip()
        if part and part != "and":
            at = start + words.index(part, match.start())
            yield from _named(text, at, text[at : at + len(part)], surnames)


def _personal(parts: list[str]) -> bool:
    small = {"of", "for", "the", "on", "in", "and", "&"}
    return not small & set(parts) and len(parts) <= 4


def _person(text: str, start: int, words: str, surnames: dict[str, str]) -> Iterator[Mention]:
    parts, end = words.split(), start + len(words)
    titled = TITLED.search(text, max(0, start - 16), start)
    before = AFTER_PERSON.match(text, end)
    role = ROLE_AFTER.match(text, end)
    if len(parts) > 1:
        given = (
            parts[0].casefold().rstrip(".") in GIVEN
            or parts[0].split("-")[0].casefold() in GIVEN
            or INITIAL.fullmatch(parts[0])
        )
        if not (given or titled or role):
            if before is not None or text[max(0, start - 4) : start].casefold() in ("by ", " by "):
                yield Mention(
                    start,
                    end,
                    text[start:end],
                    "org",
                    "",
                    "O-guess",
                    "may be a person, an organisation or a place",
                )
            return
        rule = "H-title" if titled else "H-context" if role or before else "H-name"
        full = text[start:end]
        surnames.setdefault(parts[-1], full)
        surnames.setdefault(parts[0], full)
        yield Mention(start, end, full, "person", "", rule)
    elif words in surnames:
        yield Mention(start, end, words, "person", "", "H-surname", f"short for {surnames[words]}")
    elif titled and len(words) > 2:
        surnames[words] = words
        yield Mention(start, end, words, "person", "", "H-title")
