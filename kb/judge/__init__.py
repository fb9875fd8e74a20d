"""Judging: what speaks for and against a proposition, whether it can be, whether it was banned; never guilt."""
