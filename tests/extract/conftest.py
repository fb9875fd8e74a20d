"""What the tests of drafting share."""

import pytest

from kb.desk.drafting import Drafter


@pytest.fixture(scope="module")
def drafter() -> Drafter:
    """Drafts by rules alone, against the reference data."""
    return Drafter("", ("rules",))
