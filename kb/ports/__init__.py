"""Ports, facilities and places of the reference data: found by any name, and the way by sea between them."""
