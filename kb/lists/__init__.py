"""Official lists of designated parties: read as published, kept by edition, compared by date."""
