"""Report files: read with positions, held against the ontology and the text, written back."""
