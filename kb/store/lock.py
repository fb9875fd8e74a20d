"""One writer or many readers of a store on disk, and who they are."""

import fcntl
import os
import time
from pathlib import Path
from typing import IO

from kb.errors import StoreError, StoreInUse


class Lock:
    """A lock on a store's folder for the life of this object; the system lets go if the process dies."""

    def __init__(self, folder: Path, *, write: bool, patience: float) -> None:
        self.path = folder / "lock"
        self.write = write
        try:
            self.file: IO[str] = self.path.open("a+")
        except OSError as error:
            raise StoreError(
                f"The store {folder} cannot be opened: {error.strerror}. Check its permissions."
            ) from None
        self._take(folder, patience)

    def _take(self, folder: Path, patience: float) -> None:
        kind = fcntl.LOCK_EX if self.write else fcntl.LOCK_SH
        deadline = time.monotonic() + patience
        while True:
            try:
                fcntl.flock(self.file, kind | fcntl.LOCK_NB)
                break
            except OSError:
                if time.monotonic() >= deadline:
                    holder = self._holder()
                    self.file.close()
                    raise StoreInUse(
                        f"The store {folder} is in use by {holder}. Wait for it to end, "
                        "or name another store with --store."
                    ) from None
                time.sleep(0.05)
        if self.write:
            self.file.seek(0)
            self.file.truncate()
            self.file.write(str(os.getpid()))
            self.file.flush()

    def _holder(self) -> str:
        self.file.seek(0)
        pid = self.file.read(20).strip()
        return f"process {pid}" if pid.isdigit() else "another process"

    def release(self) -> None:
        """Lets go."""
        if not self.file.closed:
            if self.write:
                self.file.seek(0)
                self.file.truncate()
            self.file.close()
