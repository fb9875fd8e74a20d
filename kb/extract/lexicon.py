"""Words that say what a name beside them names: nouns of ships, ports, offices and bodies, and their verbs."""

from collections.abc import Iterable


def _forms(words: str) -> Iterable[str]:
    """Each word, and its plural."""
    for word in words.split():
        yield word
        yield word[:-1] + "ies" if word.endswith("y") else word + "s"


SHIP_NOUNS = frozenset(
    _forms(
        "ship vessel tanker freighter bulker carrier dhow barge trawler ferry tug tugboat coaster frigate destroyer corvette cutter warship submarine "
        "yacht boat supertanker reefer vlcc aframax suezmax panamax containership feeder cruiser icebreaker drillship steamer schooner skiff lighter "
        "ro-ro con-ro oiler gunboat minesweeper flagship tankship motorship newbuilding handysize workboat liner collier storage-ship"
    )
) | {"ferries", "craft"}
PORT_NOUNS = frozenset(
    _forms(
        "port harbour harbor anchorage terminal seaport roadstead jetty berth quay pier wharf dock"
    )
)
PLACE_NOUNS = frozenset(
    _forms(
        "city town village province region district island airport airbase base capital strait sea gulf coast street road county state country "
        "valley mountain desert camp border suburb territory oblast republic headquarters governorate archipelago peninsula river lake basin canal"
    )
)
ROLES = frozenset(
    "president premier minister spokesman spokeswoman spokesperson envoy ambassador general admiral captain director chief secretary analyst researcher "
    "professor judge senator lawmaker leader commander coordinator co-ordinator representative head chair chairman chairwoman prosecutor attorney lawyer "
    "master skipper colonel major lieutenant congressman congresswoman governor mayor officer founder co-founder fellow expert diplomat official counsel "
    "inspector king queen prince sheikh ayatollah commodore commissioner editor author economist journalist correspondent reporter activist scholar "
    "engineer mariner seafarer fisherman sailor crewman deckhand businessman businesswoman financier tycoon magnate oligarch national citizen resident "
    "executive ceo cfo president-elect vice-president brigadier sergeant marshal general-secretary undersecretary strongman warlord cleric adviser advisor "
    "consultant investigator historian pilot docker stevedore witness defendant suspect smuggler middleman relative brother sister son daughter wife "
    "husband father mother nephew cousin widow superintendent harbourmaster registrar ombudsman deputy chancellor emir sultan pope bishop imam "
    "driver trucker translator interpreter scientist sociologist justice counterpart lobbyist jurist mp mep man woman boatswain bosun".split()
)
BODY_NOUNS = frozenset(
    _forms(
        "militant rebel fighter factory plant firm-owned company firm group insurer agency newspaper magazine broadcaster bank refiner tank organisation organization ngo charity registry society club "
        "militia contractor manufacturer brokerage consultancy service provider website outlet publisher daily shipyard yard airline importer exporter "
        "forwarder platform monitor watchdog subsidiary affiliate entity conglomerate giant maker producer start-up fund movement party ministry court "
        "branch unit channel portal institute university commission committee council union regulator underwriter bunkerer business corporation enterprise "
        "foundation association network authority operator line house tracker tabloid weekly front faction army force brigade rebel coalition alliance classifier "
        "utility trust nonprofit publication non-profit wholesaler chandler freight-forwarder startup department administration bureau mission cooperative consortium arm"
    )
)
PARTIES = frozenset(
    _forms(
        "owner manager broker charterer agent trader buyer seller supplier consignee consignor shipper customer parent partner shareholder"
    )
)
"""What may be a body or a person."""
NOUNS = {
    **dict.fromkeys(PLACE_NOUNS, "place"),
    **dict.fromkeys(BODY_NOUNS, "org"),
    **dict.fromkeys(PARTIES, "party"),
    **dict.fromkeys(ROLES, "person"),
    **dict.fromkeys(PORT_NOUNS, "port"),
    **dict.fromkeys(SHIP_NOUNS, "ship"),
}
TITLES = frozenset(
    "mr mrs ms miss dr sir dame lord lady gen lt col maj capt adm cmdr sgt sen rep gov prof rear vice brig brigadier hajji mullah".split()
)
RANKS = TITLES | ROLES
QUALIFIERS = frozenset(
    "foreign defence defense deputy assistant acting special senior supreme interior finance under chief executive former then state press western "
    "prime cabinet transport oil energy economy trade justice first second third permanent high leading veteran retired first-class senior-most "
    "managing general military naval maritime shipping opposition junior vice rear chief crown presidential government petroleum exiled".split()
)
PREFIXES = frozenset(
    "m/v mv m.v mt m/t m.t m/s ms ss s/s sv f/v fv lng/c tb t/b m.v. m.t. mts".split()
)
NAVAL = frozenset("uss hms hmas hmcs ins usns uscgc js roks tcg iris its fgs hnlms rfa".split())
"""What stands before a warship's name and belongs to it."""
DOCKING_NOUNS = frozenset(
    "cranes crane bunkers containers cargoes cargoes pier transponder transponders roadstead anchor loading port docks".split()
)
SHIP_VERBS = frozenset(
    "sailed docked berthed anchored moored steamed unloaded offloaded discharged drifted transmitted broadcast sank foundered capsized transited "
    "loitered sails docks berths rendezvoused reappeared steams flies flew tied sailing laden anchors transmits offloads unloads idled manoeuvred "
    "maneuvered weighed limped listed bunkered refuelled refueled departed".split()
)
MOVE_VERBS = frozenset(
    "loaded arrived left called carried reached entered crossed passed headed lay vanished disappeared turned delivered picked set spent went ran "
    "switched stopped made took changed met came returned moved slipped waited followed began exchanged transferred visited carries heads leaves "
    "received pumped bound appeared stayed remained resumed signalled signaled stopped again then".split()
)
DONE_TO_SHIPS = frozenset(
    "boarded intercepted detained seized reflagged renamed scrapped built escorted moored anchored berthed tracked spotted photographed sighted "
    "inspected diverted arrested impounded chartered blacklisted sanctioned designated deregistered loaded towed hijacked hailed flagged insured "
    "bound carrying laden sailing heading en docked underway loading unloading discharging drifting shadowed refuelled stopped searched owned sold "
    "registered operated managed broken beached struck attacked released freed held delisted listed observed seen recorded tracked".split()
)
CARGOES = frozenset(
    "oil diesel petrol gasoline crude fuel coal barrels tonnes tons naphtha condensate wheat grain box boxes".split()
)
SEIZING = frozenset(
    "intercepted seized boarded inspected hailed shadowed detained chartered impounded hijacked boarding seizing intercepting inspecting searched "
    "reflagged renamed towed escorted tracked arrested blacklisted sanctioned designated detaining stopped attacked struck hit photographed released "
    "releasing freed rammed stormed refuelled met aboard alongside onto boards seizes intercepts operates operated owns owned".split()
)
SHIP_PARTS = frozenset(
    "owner owners master captain skipper crew manager managers operator operators transponder ais flag cargo insurer insurers hull voyage voyages deck "
    "decks bridge holds hold tanks draught draft bow stern log logbook imo mmsi seafarers mate charterer charterers crane cranes destination "
    "anchor engine engines course track position signal route hatch hatches mooring registration superstructure funnel ballast bunkers".split()
)
CAPITAL_ROLES = TITLES | ROLES - frozenset(
    "national citizen resident man woman brother sister son daughter wife husband father mother nephew cousin widow witness suspect executive head "
    "pilot official fellow relative mp mep middleman smuggler defendant master expert counsel scholar sailor".split()
)
"""Roles that stand with a capital before a person's name."""
CONCEPTS = frozenset(
    "war convention conventions agreement treaty act order report plan accord accords protocol regime code law list deal pact summit games doctrine index "
    "jury resolution resolutions charter annex month week day year age era crisis strategy statement declaration memorandum process road belt story "
    "leader minister people leadership summary background overview conclusion recommendations introduction findings analysis update press-release "
    "notes note means count counts acts overt indictment complaint affidavit exhibit claim claims person individual witness time times internet whatsapp telegram twitter facebook "
    "kalashnikov ilyushin boeing antonov airbus il-76 il-62 shahed grad ak-47 starlink google android bitcoin tether english arabic christian islam "
    "communications mechanisms group-of-experts cape-size".split()
)
"""What neither sails nor acts, though it has a capital."""
AIRBORNE = frozenset(
    "flew flight flights aircraft plane planes airlift landed flying jet jets helicopter helicopters cargo-plane fly flies".split()
)
OF_SHIPS = SHIP_PARTS | {"board", "arrest", "boarding", "seizure", "detention", "sinking"}
SHIP_WORDS = frozenset(
    "star glory pride queen express spirit trader voyager navigator explorer ocean sea wind wave dragon fortune honest pioneer grace hope dawn breeze "
    "horizon pearl tide lady princess prince king crown heron egret falcon eagle swan sun moon sky venture victory winner leader champion challenger "
    "courage faith jasmine rose lily lotus orchid diamond emerald sapphire ruby gem breeze dream destiny legend symphony harmony melody mariner "
    "sailor lantern beacon frontier liberty freedom unity bulk carrier maru reefer stream current coral dolphin whale marlin hawk phoenix titan "
    "poseidon neptune atlantis aurora luna stella maris vega orion sirius polaris enterprise endeavour courier jupiter wisdom happiness".split()
)
SAYING = frozenset(
    "argues insists doubts warns claims denies adds notes writes explains suspects concedes maintains recalls said says informed told added denied wrote called accused rejected insisted confirmed declined claimed argued warned noted stated acknowledged "
    "conceded maintained alleged reported announced testified countered replied responded dismissed tweeted posted pleaded asked estimated estimates "
    "believes thinks observed explained stressed asserted contended admitted concluded recalled described declared suggested".split()
)
DOCKING = frozenset(
    "docked docking berthed berthing anchored anchoring moored mooring called calling calls call loaded loading loads unloaded unloading offloaded "
    "offloading discharged discharging arrived arriving arrives arrival sailed sailing sails departed departing departure left leaving leaves bound "
    "voyage voyages trip trips cleared clearing transhipped transshipped cargo cargoes shipped shipping shipment shipments tied landed delivered "
    "delivering waiting waited drifting drifted steamed steaming headed heading en put route crossed crossing crossings returned sets detained held "
    "berth stopover bunkered refuelled refueled carried carrying transferred transited reached entered entering visited visits docks anchor dock "
    "towed steered diverted escorted brought inspected searched running smuggled smuggling ran transporting ferrying put-in taken crude barrels due vessels tankers ships containers import imports export exports exported imported load unload discharge sail arrive depart transship come slipped emptied came went consignment consignments transported ferried run runs moved passage".split()
)
BERTHING = frozenset(
    "docked docking docks dock berthed berthing berths berth moored mooring calling calls call called anchored anchoring anchors unloaded unloading "
    "offloaded offloading discharged discharging loaded loading landed bunkered".split()
)
"""What ships do in ports above all."""
PORT_NAMES = frozenset(
    """
    bandar-imam-khomeini istanbul manzanillo puerto-cortés veracruz balboa colon callao santos guayaquil zhuhai hong-kong laizhou shekou nansha yalova ras-isa ras-lanuf es-sider
    marsa-el-brega port-harcourt umm-al-quwain gadani alang chittagong bandar-e-jask nakhla busan ulsan incheon yeosu pohang gwangyang hungnam wonsan haeju songrim kimchaek rason rajin najin sonbong tumangang dunai dunay vostochny vostochnyy kozmino
    nakhodka vladivostok vanino slavyanka posyet murmansk arkhangelsk ust-luga primorsk vysotsk kaliningrad baltiysk novorossiysk tuapse taman kavkaz kerch sevastopol
    feodosia berdyansk mariupol odesa odessa chornomorsk pivdennyi izmail reni batumi poti astrakhan makhachkala olya anzali nowshahr amirabad turkmenbashi aktau baku
    bushehr chabahar jask konarak lengeh assaluyeh asaluyeh khorramshahr abadan mahshahr basra umm-qasr faw doha hamad sohar salalah duqm muscat mutrah fujairah sharjah hamriyah
    khalifa jubail dammam yanbu jeddah jizan aden mukalla nishtun hodeidah hodeida hudaydah salif mokha mocha shihr bosaso berbera mogadishu kismayo assab massawa djibouti suakin
    tripoli misrata benghazi tobruk derna zawiya zuwara khoms sirte brega alexandria damietta adabiya suez ain-sukhna latakia tartus tartous baniyas banias beirut
    ashdod haifa eilat aqaba mersin iskenderun ceyhan izmit derince aliaga izmir tekirdag ambarli samsun trabzon gemlik limassol larnaca vassiliko piraeus kalamata thessaloniki
    elefsina laconia augusta trieste gioia valletta marsaxlokk ceuta algeciras gibraltar rotterdam antwerp hamburg vadinar sikka mundra kandla jamnagar mumbai
    karachi gwadar chittagong chattogram colombo galle hambantota yangon sittwe klang tanjung pasir-gudang johor singapore batam karimun dumai belawan haiphong qingdao dalian yantai
    rizhao huizhou ningbo zhoushan dongying lanshan tianjin nansha shanghai shenzhen guangzhou xiamen kaohsiung taichung keelung longkou dandong donggang nampo chongjin
    dongjiakou yangshan zhanjiang tangshan caofeidian lianyungang durban maputo beira mombasa lamu dar-es-salaam zanzibar lome lomé lagos tema abidjan conakry
    caracas maracaibo havana matanzas amuay cienfuegos izmit hodeida najin raccoon-point yokosuka izmir sihanoukville vung-tau cam-ranh subic laem-chabang
    """.split()
)
"""How English prose writes ports that appear in reports of this kind: the base knows other spellings."""
INTO_PORT = frozenset(
    "at from to off offshore near into via for outside toward towards between through".split()
)
AFLOAT = (
    SHIP_NOUNS
    | DOCKING_NOUNS
    | PORT_NOUNS
    | SHIP_VERBS
    | frozenset("cargo crew ais voyage voyages aboard imo".split())
)
HEADS = frozenset(
    "ministry department institute institution agency council committee commission company companies corporation shipping maritime marine "
    "shipmanagement lines line logistics trading holdings holding group bank navy army command force forces guard guards corps fleet police customs "
    "university school college centre center foundation association organisation organization office bureau authority administration registry service "
    "services party parliament congress senate assembly cabinet court tribunal panel mission secretariat union initiative network project programme "
    "observatory watch monitor post times journal news press wire herald tribune gazette guardian telegraph television radio broadcasting media "
    "intelligence analytics research industries petroleum oil energy refinery airlines airline airways air cargo directorate embassy consulate "
    "brigade brigades battalion regiment staff treasury lloyd’s lloyd's club society trust fund federation exchange insurance assurance mutual tankers "
    "ventures petrochemical petrochemicals register components registrar ledger freight forwarding chartering p&i lloyd today daily aid relief motors "
    "motor metals metal steel chemicals electronics aviation airlift securities capital ports enterprise enterprises works factory partners consulting "
    "solutions systems technologies technology international movement front militia navigation supplies shipbuilding shipyards engineering "
    "construction commodities exports imports bunkering salvage brokers advisors advisory associates brothers sons traders carriers operations "
    "operation investment investments finance financial mining minerals pharma agro foods farms textiles transport transportation offshore bunker "
    "nations kingdom league alliance coalition republic government admiralty inspectorate laboratory academy studies refining shipowners crewing "
    "management consortium firm arms arsenal aerospace instruments precision tracker trackers bulletin review dispatch observer mail chronicle "
    "echo independent mirror globe standard weekly magazine interior defence defense spotlight insights data security "
    "mechanism suppliers shipholding tankercilik denizcilik power electric electricity gas propulsion turbines forum witness makina consultants house jihad hezbollah houthis taliban resistance wing watchdog reports report archive database office house".split()
)
WEAK_HEADS = frozenset(
    "line command force air post times watch monitor star today daily house report reports works energy oil marine maritime navigation operation "
    "kingdom guardian echo independent mirror globe standard review data security arms capital union mission republic enterprise leader trust "
    "international shipping government staff front press guard courier fleet court group services aid front pioneer news wire interior defence defense".split()
)
"""Heads that end a ship's or a person's name as well."""
LEGAL = frozenset(
    "co ltd limited llc llp inc gmbh ag sa jsc ooo pjsc fze fzco fzc dmcc pte sdn bhd plc corp spa srl a.s a.ş s.a s.r.o s.l nv bv b.v n.v ao "
    "zao oao oü sarl s.a.r.l kft lda pty fz-llc dwc llc-fz corporation company s.p.a".split()
)
BODY_OF = frozenset(
    "ministry department institute agency council committee commission bank office panel group government register centre center association "
    "organisation organization university school college bureau company establishment union chamber federation secretariat registry court league corps republic "
    "forces administration directorate embassy house parliament army kingdom club board directorate-general foundation consulate mission university "
    "authority movement society party front general permanent watchers friends initiative corporation network lines states consortium alliance "
    "experts experts' academy headquarters command coalition division".split()
)
"""What a body is called before "of" or "for"."""
TOPICS = frozenset(
    "trade industry cooperation logistics security transport communications development commerce investment technology resources fisheries sanctions "
    "control ports customs shipping exports energy mines petroleum finance trust infrastructure international strategic agriculture culture border "
    "port armed verification inspection monitoring stability peace cohesion maritime marine naval shipping foreign economic social water food prevention crime explosives firearms immigration security insurance research offshore services immigration islands tourism conflict".split()
)
"""What the second part of a body's name is called, after "and"."""
AGENCIES = frozenset(
    "reuters bloomberg tass yonhap kcna xinhua interfax irna fars tasnim mehr isna kpler vortexa windward bellingcat axios politico cnn bbc nhk "
    "kyodo afp upi anadolu novosti ria al-jazeera aljazeera kommersant izvestia suna wam lana saba interpol europol frontex nato opec "
    "euronaval marinetraffic tankertrackers vesselfinder equasis hezbollah hamas houthis wagner rosneft gazprom lukoil sovcomflot aramco "
    "rosoboronexport dnv".split()
)
UNIONS = frozenset("eu un au asean ecowas igad gcc osce".split())
"""What states form together, by initials."""
PLACE_HEADS = frozenset(
    "sea strait straits gulf ocean river bay island islands peninsula canal cape coast channel mountains mountain province region oblast delta street "
    "avenue square city county district horn basin passage sound harbour harbor airport base shipyard dockyard airbase road plaza tower building valley "
    "desert lake archipelago reef shoal east west north south krai governorate airfield zone free-zone waters bosphorus bosporus dardanelles "
    "mediterranean atlantic pacific baltic africa asia europe america caucasus balkans arctic levant crimea caspian sahel sinai kurdistan darfur".split()
)
PLACE_FIRST = frozenset("gulf strait straits bay cape mount lake sea isle horn isles bight".split())
WITH_OF = frozenset("gulf sea bay strait straits horn isle isles bight".split())
FUNCTION = frozenset(
    (
        "the a an and but or nor if in on at to from for by with of as it its he she they we i you his her their this that these those there here "
        "when while after before since because although though however meanwhile moreover according both each every some many most several no not one "
        "dozens hundreds thousands other another such what which who where why how all any few then now yet so also still only even under over during "
        "between within without against among amid despite last next earlier later about around is was were are has had have did does do will would "
        "could should may might can near off aboard yes our my your monday tuesday wednesday thursday friday saturday sunday january february march "
        "april june july august september october november december today yesterday instead neither nothing none nobody covid christmas ramadan eid "
        "unlike once until unless whether except following based beyond via inside outside behind above below across along through throughout "
        "toward towards upon less than too very just almost nearly who's it's that's see finally "
    ).split()
)
STARTERS = frozenset(
    (
        "activists additional adds african aid alleged ammunition analysis analysts annex annual appendix arab arabic arms article asian asked "
        "attacks attempts authorities back banks bill bodies brokers calling calls cargo cash chapter christian citing click co-operation coal "
        "commercial companies confidential contact containers cooperation copies corrects count court court-filed crew crews critics crude current "
        "customs customs-officers cyrillic daily data deliveries delivery demand deputy diplomats dockworkers documents drones eastern editing "
        "efforts eight emails english european evidence exclusive exhibit experts explosives export exports families farsi fighters figure figures "
        "file final first fishermen five flag follow foreign former four fourth freight freighters french fuel further god gold governments grain "
        "great illegal illicit image imagery images import imports industry initial inspectors insurance insurers intelligence internal international "
        "internet investigation investigations investigators invoices islamist item joint key kurdish lawmakers lawyers leaked ledgers letters like "
        "local main major mandarin manifests maritime media member members messages militants military minor missiles money monthly more muslim naval "
        "negotiations new nine northern note officials oil old open-source operators opponents overall owners paragraph paragraphs part payments "
        "people persian phone photo photographs picture please police port's ports premiums previous prices private pro-government proceeds "
        "production profits prosecutors public radar raids read rebels recent records regional relations relatives reporting research researchers "
        "residents resolution responding responsible retired revenue rockets said sailors sales sanctions satellite says seafarers searches second "
        "secret section security seizures senior separate separately seven share shells ship ship-to-ship shipments shipping ships sign similarly six "
        "social soldiers source sources southern speaking special state-backed state-media state-owned state-run statistics steel strikes sts "
        "subscribe subsequent supplies supply supporters suspected table talks tanker tankers telephone ten tensions thank third three ties told top "
        "total trade traders transfer transfers transport two update updates vessel vessels weapons western western-made wheat witnesses workers "
        "writing young "
    ).split()
)
"""What opens a sentence with a capital and is no part of the name behind it, unless that is a body's."""
NO_BODY = frozenset(
    "IMO MMSI AIS USD EUR GBP TEU TEUS GPS LNG LPG STS DWT GT UTC GMT HS CEO CFO II III IV VI VII VIII IX XI XII XIV VLCC VLCCS ISM P&I UAV UAVS RPG RPGS ETA "
    "ISO PDF OK TV NGO NGOS VHF SOS MT MV GNSS HFO MGO ESPO CIF FOB B/L BL COO KN NM CCTV ID VIN ATGM SAM AK PKM MANPADS EEZ TNT RDX PPE PCB SIM "
    "NE NW SE SW NNE NNW SSE SSW ENE ESE WNW WSW RE FW CC DNA MP MEP LED SAR ACP SDN API VHS AM PM AD BC EU-wide COVID WMD ICBM SLBM IED IEDS USB GNSS-denied UNSCR UNSCRS USC CFR EO".split()
)
