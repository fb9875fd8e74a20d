"""How long `kb --help` takes, against importing click alone: `python -m benchmarks.startup`."""

import statistics
import subprocess
import sys
import time

ROUNDS = 21


def measure(arguments: list[str]) -> float:
    """Milliseconds of one run."""
    began = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
    return (time.perf_counter() - began) * 1000


def main() -> None:
    """Runs the two in turn, so that both meet the same machine."""
    ours, rival = [], []
    for _ in range(ROUNDS):
        rival.append(measure(["-c", "import click"]))
        ours.append(measure(["-m", "kb", "--help"]))
    a, b = statistics.median(ours), statistics.median(rival)
    print(f"kb --help {a:.0f} ms; import click {b:.0f} ms; ratio {a / b:.2f} (medians of {ROUNDS})")


if __name__ == "__main__":
    main()
