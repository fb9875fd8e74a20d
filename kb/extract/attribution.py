"""What an attribution is: spans of content, cue and source, with the stance of the verb and the rule."""

from dataclasses import dataclass

from kb.extract.spans import Span


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution in a text: spans of its content, cue and source, the verb's stance, and the rule."""

    content: Span
    cue: Span
    source: Span | None
    stance: str
    rule: str
    via: tuple[Span, ...] = ()
    negated: bool = False
    notes: tuple[str, ...] = ()
    source_words: str = ""
