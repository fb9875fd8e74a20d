"""Scoring an extractor against gold files: texts whose mentions and claims people have marked."""
