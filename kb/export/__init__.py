"""Taking data out: whole graphs in RDF formats, byte-stable, and never an allegation without its claims."""
