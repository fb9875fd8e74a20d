"""The `kb` command."""


def main() -> None:
    """Runs the command line."""
