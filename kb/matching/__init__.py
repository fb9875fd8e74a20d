"""Matching: whether two descriptions of a ship, person or organisation are of the same one, and why."""
