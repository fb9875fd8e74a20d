"""The review of draft reports: one claim at a time, each decision written to the file at once."""
