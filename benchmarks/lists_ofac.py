"""Reads an OFAC-shaped XML of 200 MB, against lxml's bare iteration of the same file.

`python -m benchmarks.lists_ofac [MEGABYTES] [xml|advanced]`. The file is generated (the same for the same
size) in a temporary folder. Each reading runs in a process of its own, so that its peak memory is its own;
"bare" is `lxml.etree.iterparse` over all elements that only frees what it has passed.
"""

import multiprocessing
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from lxml import etree

from kb.lists.model import Audit, Importer
from kb.lists.ofac_advanced import SdnAdvanced
from kb.lists.ofac_xml import SdnXml

WORDS = (
    *("BLUE", "WAVE", "STAR", "OCEAN", "NORTH", "GOLDEN", "RIVER", "SEA"),
    *("EAST", "PEARL", "MOUNT", "SILVER", "LION", "PORT", "CROWN", "ISLE"),
)
STATES = ("Iran", "Panama", "Korea, North", "Syria", "Russia", "Cyprus")
SAMPLE = Path(__file__).parent.parent / "tests" / "lists" / "files" / "ofac-advanced.xml"


def name(number: int) -> str:
    """A made-up name of three words and a number."""
    parts = (WORDS[number % 16], WORDS[number // 16 % 16], WORDS[number // 256 % 16])
    return f"{' '.join(parts)} {number}"


def vessel(number: int) -> str:
    """An sdnEntry of a vessel with identifiers, an alias and all columns."""
    state = STATES[number % 6]
    return f"""<sdnEntry><uid>{number}</uid><lastName>{name(number)}</lastName><sdnType>Vessel</sdnType>
<remarks>(Linked To: {name(number // 7)})</remarks><programList><program>IRAN</program></programList>
<idList><id><uid>{number}1</uid><idType>Vessel Registration Identification</idType>
<idNumber>IMO {number % 9000000 + 1000000}</idNumber></id>
<id><uid>{number}2</uid><idType>MMSI</idType><idNumber>{number + 200000000}</idNumber></id>
<id><uid>{number}3</uid><idType>Former Vessel Flag</idType><idNumber>Malta</idNumber></id>
<id><uid>{number}4</uid><idType>Additional Sanctions Information -</idType>
<idNumber>Subject to Secondary Sanctions</idNumber></id></idList>
<akaList><aka><uid>{number}5</uid><type>f.k.a.</type><category>strong</category>
<lastName>{name(number + 5)}</lastName></aka></akaList>
<vesselInfo><callSign>C{number}</callSign><vesselType>Crude Oil Tanker</vesselType>
<vesselFlag>{state}</vesselFlag><vesselOwner>{name(number + 9)} LTD</vesselOwner>
<tonnage>317,367</tonnage><grossRegisteredTonnage>163,660</grossRegisteredTonnage></vesselInfo></sdnEntry>
"""


def person(number: int) -> str:
    """An sdnEntry of a person with a passport, aliases, an address and dates."""
    state = STATES[number % 6]
    return f"""<sdnEntry><uid>{number}</uid><firstName>Ali {number}</firstName>
<lastName>{name(number)}</lastName><title>Deputy Minister</title><sdnType>Individual</sdnType>
<remarks>(Linked To: {name(number // 3)})</remarks>
<programList><program>SDGT</program><program>IFSR</program></programList>
<idList><id><uid>{number}1</uid><idType>Passport</idType><idNumber>A{number}</idNumber>
<idCountry>{state}</idCountry><issueDate>10 Oct 2006</issueDate>
<expirationDate>10 Oct 2016</expirationDate></id>
<id><uid>{number}2</uid><idType>Gender</idType><idNumber>Male</idNumber></id></idList>
<akaList><aka><uid>{number}3</uid><type>a.k.a.</type><category>strong</category>
<lastName>{name(number + 1)}</lastName><firstName>Ali</firstName></aka>
<aka><uid>{number}4</uid><type>a.k.a.</type><category>weak</category>
<lastName>ABU {number}</lastName></aka></akaList>
<addressList><address><uid>{number}5</uid><address1>{number} Harbour Street</address1><city>Tehran</city>
<country>{state}</country></address></addressList>
<nationalityList><nationality><uid>{number}6</uid><country>{state}</country><mainEntry>true</mainEntry>
</nationality></nationalityList>
<dateOfBirthList><dateOfBirthItem><uid>{number}7</uid>
<dateOfBirth>{number % 28 + 1:02d} Sep 1971</dateOfBirth>
<mainEntry>true</mainEntry></dateOfBirthItem></dateOfBirthList>
<placeOfBirthList><placeOfBirthItem><uid>{number}8</uid><placeOfBirth>Shiraz, {state}</placeOfBirth>
<mainEntry>true</mainEntry></placeOfBirthItem></placeOfBirthList></sdnEntry>
"""


def sdn(size: int) -> Iterator[str]:
    """An SDN.XML of about so many bytes: a vessel in five entries."""
    yield '<?xml version="1.0"?>\n<sdnList xmlns="http://tempuri.org/sdnList.xsd">\n'
    yield "<publshInformation><Publish_Date>09/13/2024</Publish_Date></publshInformation>\n"
    number = 0
    while size > 0:
        number += 1
        text = vessel(number) if number % 5 == 0 else person(number)
        size -= len(text)
        yield text
    yield "</sdnList>\n"


def advanced(size: int) -> Iterator[str]:
    """An Advanced XML of about so many bytes: the parties of the tests' sample, again and again."""
    text = SAMPLE.read_text(encoding="utf-8")
    sections = (
        "Locations",
        "IDRegDocuments",
        "DistinctParties",
        "ProfileRelationships",
        "SanctionsEntries",
    )
    bodies = {
        tag: text[text.index(f"<{tag}>") + len(tag) + 2 : text.index(f"</{tag}>")]
        for tag in sections
    }
    copies = size // sum(map(len, bodies.values()))
    yield text[: text.index("<Locations>")]
    for tag, body in bodies.items():
        yield f"<{tag}>"
        for copy in range(copies):
            renumbered = body
            for attribute in (
                " ID",
                " ProfileID",
                " From-ProfileID",
                " To-ProfileID",
                " IdentityID",
                " LocationID",
                " NamePartGroupID",
                " IssuedIn-LocationID",
            ):
                renumbered = renumbered.replace(f'{attribute}="', f'{attribute}="{copy}0')
            yield renumbered
        yield f"</{tag}>\n"
    yield "</Sanctions>\n"


def bare(path: Path) -> int:
    """Iterates over the file with lxml alone; the number of elements."""
    count = 0
    with path.open("rb") as file:
        for _, element in etree.iterparse(file, events=("end",)):
            count += 1
            element.clear()
            parent = element.getparent()
            while parent is not None and element.getprevious() is not None:
                del parent[0]
    return count


def read(importer: Importer, path: Path) -> int:
    """Reads the file with an importer; the number of entries."""
    return sum(1 for _ in importer.entries(path, Audit()))


@dataclass(frozen=True)
class Figures:
    """What a reading counted, its seconds (on the clock, and of the processor) and its peak memory in MB."""

    count: int
    seconds: float
    cpu: float
    memory: float

    def __str__(self) -> str:
        times = f"{self.seconds:.1f} s ({self.cpu:.1f} s of processor time)"
        return f"{times}, peak {self.memory:.0f} MB"


def measured(work: Callable[..., int], *given: object) -> Figures:
    """Runs the work in a fresh process."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_run, args=(theirs, work, given))
    process.start()
    figures: Figures = ours.recv()
    process.join()
    return figures


def _run(pipe: Connection, work: Callable[..., int], given: tuple[object, ...]) -> None:
    began, cpu = time.perf_counter(), time.process_time()
    count = work(*given)
    seconds, cpu = time.perf_counter() - began, time.process_time() - cpu
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    pipe.send(Figures(count, seconds, cpu, memory))


def main() -> None:
    """Generates the file, reads it both ways and prints the figures."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    kind = sys.argv[2] if len(sys.argv) > 2 else "xml"
    importer, made = (SdnAdvanced(), advanced) if kind == "advanced" else (SdnXml(), sdn)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ofac.xml"
        with path.open("w", encoding="utf-8") as file:
            file.writelines(made(size * 1_000_000))
        megabytes = path.stat().st_size / 1e6
        base = measured(bare, path)
        ours = measured(read, importer, path)
    print(f"file: {megabytes:.0f} MB, {base.count} elements, {ours.count} entries")
    print(f"bare lxml iterparse: {base}")
    print(f"{kind} importer: {ours}")
    clock, cpu = ours.count / ours.seconds, ours.count / ours.cpu
    print(f"entries a second: {clock:.0f} on the clock, {cpu:.0f} of processor time")
    more = ours.memory - base.memory
    print(f"ratio to bare: {ours.cpu / base.cpu:.1f} times the processor time, {more:+.0f} MB")


if __name__ == "__main__":
    main()
