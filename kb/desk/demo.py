"""The demo: the packaged report on a minister's journey, copied out, validated, recorded and asked about."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from kb.errors import BadInput
from kb.resources import EXAMPLES

REPORT = "2023-10-18-minister-in-pyongyang"
FILES = ("report.yaml", "report.txt")
MARK = ".kb-demo"
"""The file that says of a folder that `kb demo` made it and may replace what is in it."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of the demo: why it is asked, its name, its parameters."""

    why: str
    question: str
    values: tuple[tuple[str, str], ...] = ()

    @property
    def command(self) -> str:
        """The question as it is typed."""
        return " ".join(["kb query", self.question, *(f"{k}={v}" for k, v in self.values)])


QUESTIONS = (
    Asked(
        "Who says that North Korea sent Russia anything, and who denies it?",
        "alleged-transfers",
        (("to", "country:RU"),),
    ),
    Asked(
        "Through whom did the denial reach this report?",
        "attribution-chain",
        (("claim", f"report:{REPORT}#c-denial"),),
    ),
    Asked("What rests on which evidence?", "claims-on-evidence"),
    Asked("What does the source itself call unproven?", "unverified"),
    Asked(
        "Which UN provisions then in force bear on such a transfer?",
        "provisions-bearing-on",
        (("event", "event:dprk-arms-to-russia-2023"),),
    ),
)


def prepare(folder: Path) -> Path:
    """Makes the demo's folder anew, with its report files in it; returns the report file.

    Raises BadInput where the folder holds anything else than what an earlier demo left there.
    """
    try:
        found = {path.name for path in folder.iterdir()} if folder.exists() else set()
        if found - {*FILES, "store", "kb.ttl", MARK}:
            raise BadInput(
                f"{folder} holds other files than a demo's. Name another folder with --folder."
            )
        if found and MARK not in found:
            raise BadInput(
                f"{folder} holds files but no {MARK}, so it may not be a demo's. Name another folder "
                "with --folder, or empty this one."
            )
        folder.mkdir(parents=True, exist_ok=True)
        (folder / MARK).write_text(
            "Made by kb demo, which may replace everything in this folder.\n"
        )
        shutil.rmtree(folder / "store", ignore_errors=True)
        for name in FILES:
            shutil.copyfile(EXAMPLES / REPORT / name, folder / name)
    except OSError as error:
        reason = error.strerror or error
        raise BadInput(f"{folder} cannot be made: {reason}. Name another with --folder.") from None
    return folder / FILES[0]
