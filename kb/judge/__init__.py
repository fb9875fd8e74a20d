"""Judging: what speaks for and against a proposition, if it can be, if it was banned; never guilt."""
