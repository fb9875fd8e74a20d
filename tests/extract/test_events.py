"""What single sentences tell, and who plays which part in it: a table of sentences in many styles."""

import pytest

from kb.extract.draft import day_of
from kb.extract.events import happening
from kb.extract.mentions import mentions
from kb.extract.spans import trim
from kb.vocabulary import vocabulary
from tests.extract.prose import PUBLISHED, known

TABLE = """
Belarus delivered 300 mortars to Ethiopia in June 2021.
  ArmsTransfer supplier=Belarus recipient=Ethiopia cargo=mortars time=2021-06
Anti-tank missiles were delivered to Sudan by Iran.
  ArmsTransfer supplier=Iran recipient=Sudan cargo=missiles
The panel traced arms shipments from Ukraine to South Sudan.
  ArmsTransfer supplier=Ukraine recipient=South_Sudan
North Korean deliveries of artillery shells to Russia went on through the winter.
  ArmsTransfer supplier=North_Korean recipient=Russia cargo=shells
Myanmar received drones from China and Russia.
  ArmsTransfer supplier=China supplier=Russia recipient=Myanmar cargo=drones
Turkey has supplied Libya with armoured vehicles since 2019.
  ArmsTransfer supplier=Turkey recipient=Libya cargo=vehicles
Russia bought artillery shells from North Korea.
  ArmsTransfer supplier=North_Korea recipient=Russia cargo=shells
Iran sent Syria rockets by air.
  ArmsTransfer supplier=Iran recipient=Syria cargo=rockets
Pyongyang is arming Russia.
  ArmsTransfer supplier=Pyongyang recipient=Russia
Rifles made in Serbia were smuggled to Somalia from Yemen.
  ArmsTransfer recipient=Somalia supplier=Yemen cargo=rifles
Iran's supply of ballistic missiles to Russia breaks the resolution.
  ArmsTransfer supplier=Iran recipient=Russia cargo=missiles
The freighter Blue Finch carried ammunition from Bandar Abbas to Port Sudan.
  ArmsTransfer vessel=Blue_Finch origin=Bandar_Abbas destination=Port_Sudan cargo=ammunition
The tanker Lake Mora shipped crude oil from Kozmino to Qingdao.
  Shipment vessel=Lake_Mora origin=Kozmino destination=Qingdao cargo=crude
A cargo of coal was unloaded at Qinzhou.
  Shipment cargo=coal destination=Qinzhou
Wheat from Sevastopol was carried to Latakia aboard the bulk carrier Laodika.
  Shipment origin=Sevastopol destination=Latakia vessel=Laodika cargo=wheat
The MV Jin Teng transported iron ore from Chongjin to Dalian.
  Shipment vessel=Jin_Teng origin=Chongjin destination=Dalian cargo=iron
Fuel was exported from Russia to North Korea.
  Shipment origin=Russia destination=North_Korea cargo=fuel
The Petrel Star sailed from Vostochny to Rajin on 3 May 2023.
  Voyage origin=Vostochny destination=Rajin time=2023-05-03
The tanker Amber Dune left Novorossiysk for Ceyhan.
  Voyage vessel=Amber_Dune origin=Novorossiysk destination=Ceyhan
The tanker Amber Dune entered the port of Ceyhan.
  PortCall vessel=Amber_Dune portOfCall=Ceyhan
The cargo ship Lady Ann docked at Rajin on Tuesday.
  PortCall vessel=Lady_Ann portOfCall=Rajin
MV Northern Hope called at Misrata twice in 2022.
  PortCall vessel=Northern_Hope portOfCall=Misrata time=2022
Two Russian ships berthed at a port in North Korea.
  PortCall vessel=Two_Russian_ships portOfCall=a_port_in_North_Korea
The tanker Sea Quill loaded naphtha at Ust-Luga.
  PortCall vessel=Sea_Quill portOfCall=Ust-Luga cargo=naphtha
The tanker Orchid Bay transferred diesel to the tanker Chil Bong 7 at sea.
  ShipToShipTransfer vessel=Orchid_Bay receivingShip=Chil_Bong_7 cargo=diesel
The tanker Yu Sin received fuel oil from the tanker Green Palm off Nampo.
  ShipToShipTransfer vessel=Green_Palm receivingShip=Yu_Sin place=Nampo
The tanker Kana took part in a ship-to-ship transfer with the tanker Vesta on 2 March 2021.
  ShipToShipTransfer vessel=Kana receivingShip=Vesta time=2021-03-02
The tanker Kana switched off its transponder near Ceuta.
  AISGap vessel=Kana place=Ceuta
The tanker Kana went dark for nine days in April 2023.
  AISGap vessel=Kana time=2023-04
The tanker Kana was reflagged from Liberia to Cameroon.
  FlagChange vessel=Kana fromFlag=Liberia toFlag=Cameroon
The tanker Kana is registered in Gabon.
  FlagRegistration vessel=Kana flagState=Gabon
The tanker Kana was renamed in March 2022.
  Renaming vessel=Kana time=2022-03
The tanker Kana is owned by Delta Shipping Ltd.
  Ownership owned=Kana owner=Delta_Shipping_Ltd
Delta Shipping Ltd owns the tanker Kana.
  Ownership owned=Kana owner=Delta_Shipping_Ltd
The tanker Kana is managed by Delta Shipping Ltd.
  Management managed=Kana manager=Delta_Shipping_Ltd
The tanker Kana was chartered by Delta Shipping Ltd.
  Charter vessel=Kana charterer=Delta_Shipping_Ltd
The tanker Kana was insured by Delta Marine Insurance Ltd.
  Insurance vessel=Kana insurer=Delta_Marine_Insurance_Ltd
The United States sanctioned the tanker Kana in May 2022.
  Designation authority=United_States designated=Kana time=2022-05
The tanker Kana was blacklisted by the European Union.
  Designation authority=European_Union designated=Kana
Britain designated Delta Shipping Ltd on 4 June 2023.
  Designation authority=Britain designated=Delta_Shipping_Ltd time=2023-06-04
The United States lifted sanctions on Delta Shipping Ltd.
  Delisting authority=United_States designated=Delta_Shipping_Ltd
Spain seized the tanker Kana off Ceuta.
  Seizure actor=Spain vessel=Kana place=Ceuta
The tanker Kana was detained by Panama in June 2023.
  Detention actor=Panama vessel=Kana time=2023-06
Indonesia inspected the tanker Kana.
  Inspection actor=Indonesia vessel=Kana
A dhow was intercepted in the Gulf of Oman with 2,000 rifles on board.
  Seizure vessel=A_dhow place=Gulf_of_Oman cargo=rifles
Kim Jong Un met Vladimir Putin in Vladivostok.
  Meeting participant=Kim_Jong_Un participant=Vladimir_Putin
Vladimir Putin visited North Korea in June 2024.
  Visit visitor=Vladimir_Putin place=North_Korea time=2024-06
North Korea test-fired two ballistic missiles on Sunday.
  Launch actor=North_Korea
North Korea launched a satellite in November 2023.
  Launch actor=North_Korea time=2023-11
Russia trained Libyan fighters at Jufra.
  Training actor=Russia participant=Libyan_fighters
Iran paid North Korea $20 million.
  Payment supplier=Iran recipient=North_Korea quantity=$20_million
Delta Shipping Ltd sold the tanker Kana to Gamma Marine Ltd.
  Sale supplier=Delta_Shipping_Ltd vessel=Kana recipient=Gamma_Marine_Ltd
Russia and North Korea signed a pact on military cooperation.
  MilitaryCooperation participant=Russia participant=North_Korea
Kenya has accused Uganda of buying rifles from Serbia.
  ArmsTransfer recipient=Uganda supplier=Serbia cargo=rifles
The Libyan brigades in Zintan received Chinese-made mortars from Chad.
  ArmsTransfer recipient=Libyan_brigades supplier=Chad cargo=mortars
Drones that US officials believe were sent by Iran fell near Erbil.
  ArmsTransfer supplier=Iran cargo=Drones
Turkey, which openly backs the government of Tripoli, is accused of supplying it with rockets.
  ArmsTransfer supplier=Turkey cargo=rockets
The analysts were certain that ammunition was handed to Mali by Russia.
  ArmsTransfer supplier=Russia recipient=Mali cargo=ammunition
Eritrea went on sending mortars to Tigray despite warnings from Kenya.
  ArmsTransfer supplier=Eritrea cargo=mortars
The carbines were traced back to Bulgaria after rifles of the type were smuggled to Yemen.
  ArmsTransfer supplier=Bulgaria recipient=Yemen cargo=rifles
Uganda confirmed Egypt’s delivery of howitzers to Somalia.
  ArmsTransfer supplier=Egypt recipient=Somalia cargo=howitzers
Oman was said to have given jets to Jordan.
  ArmsTransfer supplier=Oman recipient=Jordan cargo=jets
It is used to carry Omani crude in order to evade sanctions.
  Shipment cargo=crude origin=Omani
Latvian police detained a sanctioned tanker off Ventspils.
  Detention actor=Latvian_police vessel=a_sanctioned_tanker
The shipping company Tarn Line owns the vessel.
  Ownership owner=Tarn_Line owned=the_vessel
The ferry was photographed alongside the barge Mina 4 in the Black Sea.
  ShipToShipTransfer receivingShip=Mina_4 place=Black_Sea
Four firms have been slapped with Canadian sanctions.
  Designation designated=Four_firms authority=Canadian
Iraq is prohibited from exporting missiles.
  Prohibition targetState=Iraq
Images provided by Norway show a ship loading coal at Nampo.
  Shipment cargo=coal origin=Nampo vessel=a_ship
The tanker Amber Dune was en route to the Russian port of Ust-Luga.
  Voyage vessel=Amber_Dune destination=Ust-Luga
The tanker Amber Dune sailed from the Russian port Primorsk to the Turkish port city of Mersin.
  Voyage vessel=Amber_Dune origin=Primorsk destination=Mersin
The freighter Solveig had damaged a cable off Gotland.
  Event vessel=Solveig
"""
"""A sentence, and below it the class and its parts; `_` stands for a blank."""


def _table() -> list[tuple[str, str, str]]:
    lines = TABLE.strip().replace("\n  + ", " ").split("\n")
    pairs = zip(lines[::2], lines[1::2], strict=True)
    return [(sentence, *parts.split(maxsplit=1)) for sentence, parts in pairs]  # type: ignore[misc]


TOLD = _table()
CLASSES = """
ArmsTransfer: the ministry had approved the sale of 40 howitzers to Poland
ArmsTransfer: weapons were on board the vessel
ArmsTransfer: the dhow was carrying warheads hidden under sacks of rice
ArmsTransfer: the consignment held parts for drones
ArmsTransfer: Ukraine had never exported missile engines to North Korea
ArmsTransfer: no weapons had crossed the border
Sale: the regime was earning hard currency by selling coal abroad
PortCall: the tanker had taken on 300,000 barrels at Bandar Imam Khomeini
Shipment: the ship's cargo originated in Crimea
Inspection: the vessel was boarded by Spanish police
Detention: the crew had been arrested
Detention: the ship was released after paying a fine
AISGap: the tanker's AIS signal vanished for six days
FalseIdentity: the ship had transmitted a false location in the Black Sea
FlagRegistration: Gabon had removed the tanker from its registry
FlagRegistration: the ship flies the flag of Togo
Ownership: the company is controlled by Ivan Petrov
Association: the firm was a front for the Revolutionary Guards
Ownership: the beneficial owner was a Dubai company
Designation: the Treasury would impose sanctions on the bank
Designation: the council added four ships to its list
Delisting: sanctions against the company had been lifted
Construction: North Korean workers were building the factory
Meeting: the delegation will discuss trade
Meeting: the two leaders will meet in September
Launch: the rocket was launched from Sohae
Launch: the missile flew 900 km before falling into the sea
Shipment: the convoy crossed from Chad into Darfur
Shipment: the planes landed at Benghazi every week
Breach: the shipment violated resolution 2231
Breach: the arms embargo had been breached
PortCall: a vessel was moored at the naval pier in Rajin
Voyage: the tanker waited off Malaysia for a month
Voyage: the ship turned back before reaching Venezuela
Voyage: the ship is bound for Tartus
Payment: it paid 5 million euros for the tanker
ShipToShipTransfer: oil was moved from one hull to another by night
ShipToShipTransfer: the two tankers lay side by side
Training: fighters were trained in Iran
Insurance: the insurer had cancelled the policy
FalseIdentity: the ship's certificates were forged
Event: the freighter was hit by a missile off Hodeidah
Event: a drone struck the tanker
Event: the ship ran aground near Suez
Shipment: the factory supplies microchips to a Russian arms maker
"""
"""The class, and what a claim may say without naming anybody."""
NOTHING = (
    "The minister spoke for an hour.",
    "Prices rose again in the spring.",
    "Nobody knows what the weather will bring.",
)


def told(sentence: str) -> tuple[str, dict[str, list[str]]]:
    """The class and the roles of a sentence, dates by their value, other words as they stand."""
    found = mentions(sentence, day_of(PUBLISHED), known())
    content = trim(sentence, 0, len(sentence))
    made = happening(sentence, content, content, found, vocabulary())
    if made is None:
        return "", {}
    roles = {
        role: [m.value if role == "time" else m.text for m in ms] for role, ms in made.roles.items()
    }
    for role, spans in made.coarse.items():
        roles.setdefault(role, []).extend(sentence[a:b] for a, b in spans)
    return made.kind, roles


@pytest.mark.parametrize(("sentence", "kind", "parts"), TOLD)
def test_a_sentence_tells_its_event_and_each_part(sentence: str, kind: str, parts: str) -> None:
    found, roles = told(sentence)
    assert found == kind
    for part in parts.split():
        role, _, words = part.partition("=")
        assert any(
            words.replace("_", " ").lower() in each.lower() for each in roles.get(role, [])
        ), (role, roles)


@pytest.mark.parametrize(("sentence", "kind", "parts"), TOLD)
def test_no_part_is_filled_that_the_sentence_does_not_give(
    sentence: str, kind: str, parts: str
) -> None:
    _, roles = told(sentence)
    given = {part.partition("=")[0] for part in parts.split()}
    parties = {
        "supplier",
        "recipient",
        "owner",
        "owned",
        "actor",
        "authority",
        "designated",
        "receivingShip",
        "portOfCall",
        "flagState",
        "participant",
    }
    assert not (set(roles) & parties) - given


@pytest.mark.parametrize("sentence", NOTHING)
def test_a_sentence_of_another_matter_tells_nothing(sentence: str) -> None:
    assert told(sentence) == ("", {})


@pytest.mark.parametrize("line", CLASSES.strip().splitlines())
def test_the_words_of_a_claim_tell_its_class(line: str) -> None:
    kind, _, words = line.partition(": ")
    assert told(words)[0] == kind
