"""Holding reports against the SHACL shapes, at a cost that the report sets and not the base."""
