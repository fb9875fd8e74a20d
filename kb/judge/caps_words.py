"""Caps, and what the deliveries of a period come to, in words."""

from kb.judge.caps import Cap, Total
from kb.judge.case_status import counted


def allowed(cap: Cap) -> str:
    """What a cap allows, with its provision."""
    span = "a year" if cap.months == 12 else f"{cap.months} months"
    amount = f"{cap.quantity:,.0f} {cap.unit}s"
    return f"{cap.provision.name}  <{cap.provision.id}>: up to {amount} in {span}, for all states together"


def period(total: Total) -> str:
    """The days of a period."""
    return f"{total.first} to {total.last}" if total.first else "no day known"


def comes_to(total: Total) -> str:
    """What a period comes to, in words."""
    deliveries = len(total.counted) + len(total.others)
    told = counted(deliveries, "claimed delivery", "claimed deliveries")
    if not total.counted:
        return f"{told}, none of which can be counted"
    cap, least = total.cap, total.least
    share = 100 * least / cap.quantity
    come = "come" if len(total.counted) > 1 else "comes"
    told += f"; {len(total.counted)} of them {come}" if total.others else f", which {come}"
    told += f" to at least {least:,.0f} {cap.unit}s ({share:.0f} % of the cap)"
    if total.contested:
        told += f", of which {total.contested:,.0f} are disputed"
    if total.passed:
        told += f"; if all happened as claimed, the cap was passed by {total.passed} at the latest"
    return told
