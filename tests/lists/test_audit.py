"""What an importer met is told within bounds: the first sentences and paths, and how many more there were."""

from kb.lists.model import MOST, OTHER_PATHS, Audit


def test_the_first_oddities_are_kept_in_words_and_the_others_counted():
    audit = Audit()
    for number in range(MOST + 7):
        audit.odd(f"oddity {number}")
    assert audit.oddities == [f"oddity {number}" for number in range(MOST)]
    assert audit.more == 7


def test_paths_beyond_the_bound_count_as_one():
    audit = Audit()
    for number in range(MOST + 5):
        audit.miss(f"A/{number}")
    audit.miss("A/3")
    assert len(audit.unread) == MOST + 1
    assert audit.unread["A/3"] == 2
    assert audit.unread[OTHER_PATHS] == 5
    assert sum(audit.unread.values()) == MOST + 6


def test_an_audit_that_takes_over_another_stays_within_the_bounds():
    whole, part = Audit(), Audit()
    for audit, first in ((whole, 0), (part, MOST - 10)):
        for number in range(first, first + MOST + 1):
            audit.odd(str(number))
            audit.miss(str(number))
    whole.join(part)
    assert len(whole.oddities) == MOST
    assert whole.more == 1 + MOST + 1
    assert len(whole.unread) == MOST + 1
    assert sum(whole.unread.values()) == 2 * (MOST + 1)
