"""The draft on disk: replaced whole after each decision, never over somebody else's change."""

import os
import shutil
from pathlib import Path

from kb.errors import BadInput, Refused
from kb.report import source


class Disk:
    """One file, and the bytes that it is known to hold."""

    def __init__(self, path: str, limit: int) -> None:
        self.path = path
        self.limit = limit
        self.target = Path(path).resolve()
        self.bytes = source.data_of(path, limit)
        if not (os.access(self.target, os.W_OK) and os.access(self.target.parent, os.W_OK)):
            raise BadInput(
                f"{path} may not be written, so no decision could be kept. Check the permissions "
                "of the file and its folder."
            )

    def text(self) -> str:
        """The file as text."""
        return source.decode(self.bytes, self.path)

    def write(self, text: str) -> None:
        """Replaces the file; raises Refused where it changed since, BadInput where it cannot be."""
        data = text.encode()
        if data == self.bytes:
            return
        self._unchanged()
        part = self.target.with_name(self.target.name + ".part")
        try:
            with part.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            shutil.copymode(self.target, part)
            part.replace(self.target)
            _settle(self.target.parent)
        except OSError as error:
            part.unlink(missing_ok=True)
            raise BadInput(
                f"{self.path} cannot be written: {error.strerror or error}. The decision is not "
                "kept; those before it are. Make room or mend the permissions, and review on."
            ) from None
        self.bytes = data

    def _unchanged(self) -> None:
        try:
            found = source.data_of(str(self.target), self.limit)
        except BadInput:
            found = None
        if found != self.bytes:
            raise Refused(
                f"{self.path} was changed by somebody else during this review, so the last decision "
                "is not kept; those before it were. Run the command again to review what is there now."
            )


def _settle(folder: Path) -> None:
    """Has the new name of a file in this folder outlive a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
