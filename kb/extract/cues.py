"""The words by which prose attributes: verbs of saying with what they do, and the nouns made from them."""

ASSERT = """
say says said saying saith|tell tells told telling|add adds added adding|note notes noted noting|state states stated stating|report reports reported reporting
write writes wrote written writing|announce announces announced announcing|declare declares declared declaring|explain explains explained explaining
point pointed points|stress stresses stressed stressing|insist insists insisted insisting|argue argues argued arguing|maintain maintains maintained maintaining
remark remarks remarked|observe observes observed observing|comment commented comments|reveal reveals revealed revealing|disclose discloses disclosed disclosing
find finds found finding|conclude concludes concluded concluding|show shows showed shown showing|indicate indicates indicated indicating
estimate estimates estimated estimating|warn warns warned warning|tweet tweeted tweets|post posted posts|acknowledge acknowledges acknowledged acknowledging
admit admits admitted admitting|concede concedes conceded conceding|recall recalled recalls|detail detailed details detailing|testify testified testifies
inform informs informed informing|assess assesses assessed assessing|determine determined determines|describe describes described describing|call calls called calling
reply replied replies|respond responded responds|answer answered|repeat repeated repeats repeating|reiterate reiterated reiterates reiterating|emphasise emphasised emphasize emphasized emphasizes emphasises
underline underlined underlines|highlight highlighted highlights|document documents documented documenting|identify identified identifies|put puts|judge judges judged|allow allows allowed allowing|calculate calculated calculates
continue continued|conclude concluded|counter countered counters|recount recounted recounts|caution cautioned cautions|assert asserts asserted asserting
affirm affirmed affirms|attest attested|certify certified|relate related|advise advised advises|notify notified|brief briefed|trace traced traces|record recorded records|cite cited cites citing|quote quoted quotes quoting|mention mentioned mentions|publish published publishes|release released|present presented
establish establishes established|object objected objects|volunteer volunteered|lament laments lamented|boast boasts boasted|consider considers considered|hint hints hinted hinting|swear swears swore
learn learned learnt|rule ruled rules ruling|signal signalled signaled|clarify clarified clarifies clarifying|specify specified specifies|discover discovered|detect detects detected detecting|track tracks tracked|read reads|list lists listed|name names named|deem deems deemed|spot spotted|count counts counted|uncover uncovered|agree agreed agrees|proclaim proclaimed|submit submitted|joke joked|quip quipped
protest protests protested protesting|retort retorts retorted|scoff scoffs scoffed|snap snapped|relay relayed relays
"""
ALLEGE = """
allege alleges alleged alleging|claim claims claimed claiming|accuse accuses accused accusing|suspect suspects suspected suspecting|charge charges charged charging
believe believes believed believing|suggest suggests suggested suggesting|contend contends contended contending|imply implies implied|assume assumes assumed
think thinks thought|fear fears feared fearing|blame blames blamed blaming|understand understands understood|infer inferred|speculate speculated speculates|complain complained complains|reckon reckons reckoned
"""
DENY = """
deny denies denied denying|reject rejects rejected rejecting|dismiss dismisses dismissed dismissing|refute refutes refuted refuting|rebut rebuts rebutted rebutting
dispute disputes disputed disputing|disavow disavowed|contradict contradicts contradicted contradicting|rebuff rebuffed rebuffs|decry decried|denounce denounced denounces denouncing|repudiate repudiated repudiates
contest contests contested contesting|brush brushes brushed brushing|shrug shrugs shrugged shrugging|wave waves waved waving|plead pleads pleaded pleading|rubbish rubbished rubbishes|debunk debunked debunks|laugh laughs laughed laughing|disown disowned disowns|deride derided derides|ridicule ridiculed ridicules
"""
DOUBT = """
doubt doubts doubted doubting|question questions questioned questioning
"""
CONFIRM = """
confirm confirms confirmed confirming|corroborate corroborates corroborated corroborating|verify verified verifies verifying|authenticate authenticated authenticates
"""
EXPECT = """
expect expects expected expecting|predict predicts predicted predicting|forecast forecasts|plan plans planned planning|vow vows vowed vowing|pledge pledges pledged pledging
promise promises promised promising|recommend recommends recommended recommending|threaten threatens threatened threatening|anticipate anticipates anticipated|intend intends intended|hope hopes hoped|propose proposed proposes
"""
GROUPS = {
    "asserts": ASSERT,
    "alleges": ALLEGE,
    "denies": DENY,
    "doubts": DOUBT,
    "confirms": CONFIRM,
    "expects": EXPECT,
}
VERBS = {
    form: stance
    for stance, group in GROUPS.items()
    for line in group.strip().splitlines()
    for verb in line.split("|")
    for form in verb.split()
}
"""Every form of a verb that attributes, with the stance that it shows by itself."""
LEMMAS = {
    form: verb.split()[0]
    for group in GROUPS.values()
    for line in group.strip().splitlines()
    for verb in line.split("|")
    for form in verb.split()
}
"""Every form with its verb."""
THAT_ONLY = frozenset(
    "find show indicate reveal document identify calculate determine inform assess record trace relate continue understand think fear point present"
    " establish object volunteer lament boast count consider hint swear advise notify brief release publish cite quote mention detail recall certify attest present infer assume imply observe disclose estimate judge allow learn rule signal detect track spot clarify specify discover uncover agree proclaim submit joke quip".split()
)
"""Verbs that attribute only before "that", a quotation or a clause; before a noun they mean something else."""
STRONG = frozenset(
    "say tell add deny allege claim insist argue explain admit acknowledge maintain assert accuse warn contend recount testify reply reject dismiss believe suspect think recall concede fear stress emphasise reiterate contest refute plead brush".split()
)
"""Verbs that only somebody can be the subject of, so that any noun before them is a source."""
QUOTE_ONLY = frozenset(
    "continue call describe post tweet comment repeat answer counter point relate protest retort scoff snap".split()
)
OBJECT_SOURCES = frozenset({"show", "indicate", "reveal", "suggest", "document", "record"})
"""Verbs whose subject may be evidence rather than somebody."""
TO_INFINITIVE = frozenset("plan vow pledge promise threaten intend hope propose expect".split())
PARTICLES = {
    "brush": frozenset({"aside", "off", "away"}),
    "shrug": frozenset({"off", "aside"}),
    "wave": frozenset({"away", "aside", "off"}),
    "rule": frozenset({"out"}),
    "laugh": frozenset({"off"}),
    "scoff": frozenset({"at"}),
    "object": frozenset({"to"}),
}
"""Verbs that deny only with a particle: "brushed aside"; "ruled out" denies where "ruled that" asserts."""
NAMING = frozenset({"call", "list", "name", "deem", "describe", "denounce", "decry"})
"""Verbs with an object and what it is called."""
NOUNS = {
    "allegation": "alleges",
    "allegations": "alleges",
    "accusation": "alleges",
    "accusations": "alleges",
    "claim": "alleges",
    "claims": "alleges",
    "charge": "alleges",
    "charges": "alleges",
    "suspicion": "alleges",
    "suspicions": "alleges",
    "contention": "alleges",
    "suggestion": "alleges",
    "suggestions": "alleges",
    "fears": "alleges",
    "belief": "alleges",
    "complaint": "alleges",
    "assertion": "asserts",
    "assertions": "asserts",
    "statement": "asserts",
    "finding": "asserts",
    "findings": "asserts",
    "conclusion": "asserts",
    "assessment": "asserts",
    "reports": "asserts",
    "report": "asserts",
    "announcement": "asserts",
    "warning": "asserts",
    "warnings": "asserts",
    "revelation": "asserts",
    "revelations": "asserts",
    "evidence": "asserts",
    "insistence": "asserts",
    "information": "asserts",
    "intelligence": "asserts",
    "admission": "asserts",
    "estimate": "asserts",
    "denial": "denies",
    "denials": "denies",
    "confirmation": "confirms",
    "doubts": "doubts",
    "expectation": "expects",
    "expectations": "expects",
    "pledge": "expects",
    "promise": "expects",
}
"""Nouns that attribute what follows them after "that" or "of", with their stance."""
SOURCE_NOUNS = frozenset(
    "official officials spokesman spokeswoman spokesperson spokespeople minister ministry diplomat diplomats source sources analyst analysts expert experts "
    "report reports statement panel investigator investigators prosecutor prosecutors researcher researchers witness witnesses government governments "
    "authorities authority court judge indictment complaint filing affidavit document documents group agency institute company firm owner owners operator "
    "manager managers captain master crew lawyer lawyers attorney navy army command coastguard ministerial envoy ambassador president premier leader commander "
    "military police customs department embassy mission committee council commission monitors monitor inspectors inspector broker brokers trader traders executive "
    "executives insider insiders people person residents activists activist rebels movement newspaper website outlet outlets media press television tv radio channel broadcaster agency tracker trackers "
    "think-tank tank team author authors study letter note communique release bulletin member members state states side critics observers aide aides adviser "
    "advisers advisor insurer insurers registry manager charterer agent agents lawmaker lawmakers senator general admiral chief head director organisation organization "
    "organisations watchdog campaigners intelligence defendants defendant plaintiff plaintiffs treasury secretary counsel grouping body centre center foundation "
    "chairman chairwoman coordinator representative delegation delegate delegates mariners sailors seafarers fisherman fishermen worker workers port administration "
    "staff office bureau service services parliament regime junta union flag ship-owner shipowner scholar professor fellow editor journalist journalists reporter correspondent "
    "officer officers shipper shippers consignee consignees supplier suppliers buyer buyers seller sellers carrier exporter exporters importer importers "
    "forwarder forwarders stevedore stevedores docker dockers pilot pilots guard guards soldier soldiers deckhand deckhands skipper engineer engineers "
    "technician technicians auditor auditors bank banks manufacturer manufacturers refiner refiners harbourmaster magistrate ministries agencies companies "
    "firms newspapers websites embassies spokesmen rapporteur ombudsman consultancy charity coordinator clerk clerks witness prosecutor broker importer "
    "eyewitness eyewitnesses bystander bystanders survivor survivors passenger passengers summary findings notice advisory alert memo probe investigation inquiry sheet ruling verdict country nation kingdom coalition alliance crewman crewmen operators one them two three he she they it who which we i nobody neither both other others another many some".split()
)
"""What a source may be called where it has no name."""
COUNTING = frozenset("one two three both neither other others another many some".split())
"""Words that stand for somebody only where no noun follows them: "three said", not "three planes"."""
EVIDENCE = frozenset(
    "image images imagery photo photos photographs photograph pictures picture data records record documents document evidence footage video videos tracking logs log "
    "signals signal transmissions analysis figures manifest manifests certificate certificates declaration invoices database databases emails papers materials".split()
)
PRONOUNS = frozenset({"he", "she", "it", "they", "who", "which"})
SUBSTITUTES = frozenset(
    "report statement study ministry spokesman spokeswoman spokesperson company official agency panel minister group institute diplomat analyst "
    "country outlet channel paper newspaper letter document organisation organization department government embassy authors envoy indictment complaint prosecutors owner commander officer executive researchers investigators experts ministry's president command navy admiral general".split()
)
"""Nouns that, with "the", stand for somebody named before."""
