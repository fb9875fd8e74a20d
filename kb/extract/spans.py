"""Places in a text, without the blanks, marks and lone quotation marks around what is meant."""

Span = tuple[int, int]


def unmarked(text: str, start: int, end: int) -> Span:
    """A part of a text without outer blanks, marks and opening quotation marks."""
    while start < end and (text[start].isspace() or text[start] in ',;:.—–“"«'):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:.—–!?"):
        end -= 1
    return start, end


def trim(text: str, start: int, end: int) -> Span:
    """A part of a text without outer blanks and marks, and without quotation marks that lack a partner."""
    while True:
        start, end = _bare(text, start, end)
        inner = text[start:end]
        opening = sum(inner.count(mark) for mark in "“«„")
        closing = sum(inner.count(mark) for mark in "”»")
        whole = (
            inner[:1] in '“«"'
            and inner[-1:] in '”»"'
            and opening <= 1
            and inner.count('"') <= 2
            and len(inner) > 2
        )
        if whole:
            start, end = start + 1, end - 1
        elif (inner[:1] in "“«" and opening > closing) or (
            inner[:1] == '"' and inner.count('"') % 2
        ):
            start += 1
        elif (inner[-1:] in "”»" and closing > opening) or (
            inner[-1:] == '"' and inner.count('"') % 2
        ):
            end -= 1
        elif inner[:1] and (inner[:1] in "”»‘" or (inner[:1] == "'" and not inner[1:2].isdigit())):
            start += 1
        elif inner[-2:] and inner[-1] in "'’" and inner[-2] in ",.!?":
            end -= 1
        else:
            return start, end


def _bare(text: str, start: int, end: int) -> Span:
    while start < end and (text[start].isspace() or text[start] in ",;:.—–-"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:.—–!?-("):
        end -= 1
    return start, end


def sentence_start(text: str, place: int) -> int:
    """Where the sentence that holds a place begins, by its marks alone."""
    marks = (". ", "\n", "” ", '" ', "? ", "! ", ".’ ", ".' ")
    found = ((text.rfind(mark, 0, place), len(mark)) for mark in marks)
    return max((at + length for at, length in found if 0 <= at <= place - length), default=0)
