"""Finding what a text names: identifiers, dates, resolutions, known things; each at its place."""
