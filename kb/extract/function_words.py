"""The small words of English grammar that bound a source or a clause, and the marks."""

MARKS = frozenset(',;:—–()“”"«»…')
JOINTS = frozenset(
    "that but while whereas although though because when where if whether after before as so than until once amid since unless"
    " despite even how why what yet or nor then here there which who whose whom".split()
)
AUXILIARIES = frozenset(
    "has have had also later then earlier previously repeatedly again once never not always since already recently quickly flatly "
    "immediately is was are were been be being did does do would could will can may might further merely only just still even itself himself herself themselves both all now n't long first "
    "separately likewise publicly privately strongly firmly consistently formally officially subsequently openly".split()
)
HERE = frozenset({"there", "here"})
BE = frozenset({"is", "was", "are", "were", "been", "be", "being", "it's", "widely"})
DETERMINERS = frozenset(
    "the a an its his her their our this that these those such any no some of in on to by with several many both for from at under against over between new recent "
    "his other further similar previous earlier latest repeated detailed false initial first second".split()
)
NO_ADVERBS = frozenset(
    "family assembly ally supply reply july italy anomaly monopoly tally rally fly belly bully".split()
)
"""What ends in -ly and is no adverb."""
PAPERS = frozenset(
    "Post Times Journal Guardian Telegraph Herald Tribune Globe Independent Standard Observer Economist Spiegel Monde Mail Chronicle Gazette".split()
)
"""What newspapers are called for short, after "the"."""
LEADING_IN = frozenset(
    "and but or yet so on in meanwhile however also then while although though whereas as after shortly".split()
)
"""What may stand before a source at the start of its clause."""
DECLINING = frozenset("declined declines refused refuses".split())
"""Verbs before "to confirm" that leave it open who is right."""
RAISING = frozenset("appeared appears seemed seems continued continues began".split())
"""Verbs before "to" that leave a verb of saying to its own subject: "appeared to reject"."""
PREPOSITIONS = frozenset(
    "off near along toward towards within across through via into onto".split()
)
"""What no source begins with."""
OWNERS = frozenset("his her its their the that a an".split())
FINITE = frozenset(
    "is was are were has have had will would could can may might left sailed arrived came went took made put met found got gave sent sold held kept became began ran rose fell saw "
    "appear appears appeared seem seems seemed carried loaded called docked moved seized detained boarded".split()
)
SPOKEN = frozenset(
    "said says told denied denies claimed claims added rejected rejects dismissed dismisses insisted insists argued argues believes accused accuses blamed confirmed warned alleged alleges suggested suggests raised raise".split()
)
"""Verbs that end a source before them: no source holds one, unless "by" makes it a participle."""
ANTECEDENT = frozenset("a an the another its this several some many two three".split())
HEARERS = frozenset({"reporters", "journalists", "lawmakers"})
ALONE = frozenset({"he", "she", "it", "they", "we", "i"})
LEADERS = frozenset(
    "a an the one two three four five several some many both its his her their another other this that these those most few".split()
)
APPOSED = frozenset(
    "a an the who which whose in at of from citing cited quoted obtained seen reviewed published released speaking head chief director one now then for".split()
)
"""Words that an apposition to a name begins with."""
