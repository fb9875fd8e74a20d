"""Extractors beyond the rules: a parser, a program, a language model, and what packages add."""
