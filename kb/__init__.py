"""A knowledge base of sanctions and shipments: who claims what, who denies it, with the quote."""

__version__ = "0.1.0"
