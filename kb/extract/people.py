"""What a person's name looks like: given names, family names and endings of many languages, as Latin letters write them."""

import re
from collections.abc import Sequence

GIVEN = frozenset(
    (
        "nathaniel amer samer zahra hamish nimal rohan ravindra priya dilip ashok vijay shehan chaminda ruwan mahinda gotabaya anura farhat fathi herman kadri risto apostolos apostolis stavros sotiris vangelis lefteris thanasis rafael ivonne gustavo hollis hernando imelda ferdinand rodante taras oles ivan elisabeth joost marijke pieter jeroen maarten sanne anneli kaja kalle toomas juris janis andris aivars vytautas gediminas mindaugas rasa "
        "eyal moshe shlomo yossi avi noam yael dov benny omri tareck nicolas alvaro esteban joaquin rodolfo hernan marisol ximena lourdes kwesi kwame afua yaw akosua "
        "chinedu emeka olusegun babatunde tunde adebayo amina halima mariama aminata cheikh modou sekou thabo sipho zanele tendai rudo farai wanjiru otieno kamau "
        "kenta haruka sota ren daichi yuto nguyen tran pham minh thanh huong somchai somsak putu wayan ketut budi joko sri agus dewi aung thant suu anh duc "
        "ömer özgür gökhan hüseyin mehmet ismet ekrem kemal selin aylin bekir cengiz devrim fikret halil ilker kadir levent nazim okan serkan sinan suat tolga umit volkan yasemin "
        "yuriy andriy serhiy vasyl mykola pavlo ihor maksym yulian dmytro artur gleb timofey rodion matvey arseny vsevolod zakhar lev rustem ildar marat shamil aslan "
        "aaron abbas abdel abdelaziz abdelfattah abdelkader abdelmalik abdi abdirahman abdou abdul abdulaziz abdullah abdullahi abdulmalik abdulrahman "
        "aboubacar abraham abu adam adnan agnes ahmad ahmed aidan aisha ajay akbar akira akram alan albert alejandro aleksandr aleksei alena alex "
        "alexander alexandra alexandros alexei alexey alfred alhaji ali ali-reza alice alina alireza alla allan allison amadou amal amanda amin amir amit "
        "amr amy ana ana-maria anas anastasia anatolii anatoly andrea andreas andrei andrew andrey andrii angela angelos anil anita anna anne anneke "
        "anthony anton antonio antonis anwar apostolos arash arjun arkady armen arnold artem arthur arvind asad ashraf asif asma athanasios austin awad "
        "axel ayman ayse aziz babak badr bahram bakr barbara barry bashar bashir behrouz ben benedict benjamin bernard bilal birgit bjorn bo bogdan "
        "boniface boris bradley brandon brett brian bridget bruce bulent burak caleb carl carla carlos carol caroline catherine cecilia cem chantal "
        "charalambos charles charlotte chen cheng chiara chidi chloe cho choi chris christian christine christopher chung claire clara claudia clement "
        "colin connor costas craig cristina cyril dalia damian dana daniel danil dariush darren dave david deborah denis deniz derek desmond diana diego "
        "dimitri dimitrios dimitris dina dirk dmitri dmitrii dmitry dmytro dominic donald dong dora doris douglas duncan dylan ebrahim edgar edith edmund "
        "eduard edward edwin efstathios eileen ekaterina eleanor elena elhadi eli elias elif elijah elizabeth ella ellen elsa emanuel emil emilia emily "
        "emine emma emmanuel emre enrique erdal erdem eric erica erik erika ernest ersin esmail esra ethan eugene eva evangelos evelyn evgeny faisal "
        "farhad farid farouk faruk fatima fatma fatou fawzi faysal federico felicia felix feng ferhat fernando filip fiona florian frances francesco "
        "francis franco francois frank fred frederick gabriel galina gareth gary gavin gennady geoffrey george georgios gerald gerard ghassan gideon "
        "gilbert giorgi giorgos giovanni giulia gleb gloria gordon gottfried grace graham greg gregory grigory guido guillaume gul gunnar guo gustav habib "
        "hadi haitham haji hajj hakan hakim haluk hamad hamed hamid hamza han hana hannah hans harald harold haroun harry haruto harvey hasan hashim "
        "hassan hazem hector hee heidi helen helga hemedti henri henrik henry herbert herman hiba hilda hind hiroshi hisham ho hong hossein hu huang huda "
        "hugh hugo humphrey husam hussein hyun ian ibrahim ibrahima idris idriss igor ilya iman imran ines ingo ingrid inna iqbal iraj irina isaac isabel "
        "isabella ismail issa ivan ivana iwan jabir jack jackson jacob jacqueline jacques jae jafar jake jalal jalil jamal james jamil jan jane janet "
        "janice janusz jared jasmine jason javad javier jean jeffrey jennifer jens jeong jeremy jerome jesse jessica ji jia jian jiang jim jin jing joan "
        "jochen joe joel johan johann johannes john jonas jonathan jonny jordan jorge jorgen jose josef joseph josephine joshua juan judith jules julia "
        "julian julie julius jun jung jurgen justin kaarel kamal kamran kang karen karim karin karl karol katarina kate katherine kathleen kathryn katja "
        "kaveh keith kemal ken kenji kenneth kerem kevin khaled khalid khalifa khalil kieran kim kimberly kirill kirsten klaus knut kofi koji konstantin "
        "kostas kristin kristina kristof kwame kwon kyle kyriakos lara larisa larry lars laura laurent lawrence lee leila lena leo leon leonard leonid "
        "leroy leslie levan li li-wei liam liang lidia lilian lim lin lina linda lisa liu lorenzo lorna louis louise luc luca lucas lucia lucy ludmila "
        "ludwig luis luke lutfi lydia lyudmila madeleine magda magnus mahdi maher mahmood mahmoud mahmud mai majid malcolm malik mamadou mansour manuel "
        "marat marc marcel marcia marcin marco marcus margaret margarita margot maria mariam marianne marie marina mario marius mariusz mark marko markus "
        "marta martha martin martina marwan mary masoud mateusz mathieu matteo matthew matthias maurice mauro max maxim maya mayar mehdi mehmet mehran mei "
        "melanie melissa metin mia michael michaela michel michelle miguel mikael mike mikhael mikhail milan min mina miriam mitchell mohamed mohammad "
        "mohammed mohsen moira monica mordechai morgan morteza moses mostafa moussa moustafa mubarak muhammad mukhtar munir murad murat musa mustafa "
        "mustapha mutasim nabeel nabil nader nadia nancy naomi naser nasser natalia natalie natasha nathan navid nazanin neil nelson ngozi nicholas nico "
        "nicola nicole nicos nigel nikita nikolai nikolaos nikolay nikos nils nima nina nizar noah noel noor nora norman nouri nuri oksana oleg oleksandr "
        "oleksii olena olga oliver olivia olivier omar omer orhan osama oscar osman otar otto ousmane owen ozan ozgur pablo panagiotis paolo park pascal "
        "patricia patrick paul paula pavel pedro peng pernille petar peter petr petra petro philip philippa phoebe pierre pieter piotr piret qais qasim "
        "qing quentin rabia rachel rachid radek raed rafael rafik rahim rajesh rajiv ralf ralph rami ramin ramon ramzan randall rania rashad rashid raul "
        "ravi raymond rebecca recep reem regina reinhard remy renata rene reza riad ricardo richard rita robert roberto rodney rodrigo roger roland rolf "
        "romain roman ron ronald rosa rosemary roxana ruben rudolf rupert ruslan russell rustam ruth ryan saad sabah sabine sadiq saeed safiya sahar said "
        "saif sait sajjad sakari saleh salem salim sally salman sam samantha samer samir samira samuel sandra sang sanjay santiago sara sarah sasha "
        "satoshi saul sayyid scott sean sebastian selim selma semyon seok seppo serge sergei sergey sergio serhii seyed seyyed shadi shahid shane shannon "
        "sharif sharon sheila sherif shinzo shirin sibel siddig sidi silvia simon siobhan slobodan snezana sofia song sonia soo sophia sophie soren spyros "
        "stanislav stefan stefano stelios stella stephanie stephen steve steven stuart suleiman sultan sun sung suresh susan susanna suzanne sven svetlana "
        "sylvie taha takashi takeshi talal tamar tamara tamer tanya tarek tarig tariq tatiana tatyana ted teresa terry tetsuya thea theodore theodoros "
        "theresa thierry thomas tiago tim timothy timur tobias todd tom tomas toni tony tore toru tracy tristan tuncay turgut ulf ulrich umar umut ursula "
        "usman vadim vahid valentina valeria valerie valeriy valery vanessa vasil vasilis vasiliy vasily vassilis venkat vera veronica vesna victor vikram "
        "viktor viktoria vincent vincenzo virginia vitalii vitaliy vitaly vladimir vladislav vladyslav volodymyr vyacheslav wafa waleed walid walter wang "
        "wei wendy werner wesley wilhelm william wolfgang won xavier xi xiang xiao xin xu yahya yakub yan yana yang yannis yara yaroslav yasin yasmin "
        "yasser yassin yavuz ye yelena yevgeny yiannis ying yoon yosef yoshihide young youssef yuki yulia yun yunus yuri yury yusuf yves zainab zakaria "
        "zaki zeinab zeynep zhang zhanna zhao zhen ziad zoe zoran zulkifli "
    ).split()
)
KOREAN = frozenset(
    "kim lee park pak choe choi ri rim jo cho jong jung jang kang yun yoon han o oh so seo sin shin kwon hwang an ahn song ryu yu yoo hong ko go mun moon "
    "yang son sohn pae bae paek baek ho heo nam sim shim no noh ha kwak sung cha chu joo u woo ku koo min chin jin ji thae tae hyon kye".split()
)
CHINESE = frozenset(
    "wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie song tang feng deng cao peng zeng xiao tian dong "
    "pan yuan cai jiang yu du ye cheng wei su lu ding ren shen yao lü cui tan wan lai mao qin shi gu hou shao meng long duan lei qian bai chan wong lam "
    "cheung ng lau leung tsang kwok ho ip".split()
)
EASTERN = KOREAN | CHINESE
DIGIT = re.compile(r"\d")
SYLLABLE = re.compile(
    r"(?:[bcdfghjklmnpqrstwyz]{0,3}[aeiouwyü]{1,4}(?:ng|n|k|l|m|p|t|r)?)", re.IGNORECASE
)
HYPHENED = re.compile(r"[A-Z][a-z]{1,5}-[a-z]{1,6}")
INITIAL = re.compile(r"(?:[A-Z]\.)+|[A-Z]")
ENDINGS = re.compile(
    r"\w{2,}(?:ov|ova|ev|eva|yov|enko|sky|skiy|skyi|ski|ska|vich|vych|chuk|chenko|yan|dze|shvili|oglu|oğlu|poulos|akis|idis|iadis|ides|opoulou|zadeh|pour"
    r"|nejad|zade|nezhad|khani|khah|doust|abadi|kin|shin|nin|lin|gin|uddin|ullah|sson|sen|berg|mann|stein|escu|ić|ic|ak|czyk|wicz|ou|nik|uk|in|inen|aas)$"
)
STRONG = re.compile(
    r"\w{3,}(?:ov|ova|ev|eva|yov|enko|sky|skiy|skyi|ski|vich|vych|chuk|dze|shvili|oglu|oğlu|poulos|akis|idis|iadis|opoulou|zadeh|pour|nejad|nezhad|zade|khani"
    r"|abadi|uddin|sson|wicz|czyk|inen|escu)$"
)
ARABIC = re.compile(
    r"(?:[Aa]l|[Ee]l|[Aa]sh?|[Aa]r|[Aa]n|[Aa]d|[Uu]l)-[A-Z]\w+|[Aa]bd[eu]l?\w*|Abu|Ould|bin|ibn|Ben|Haj|Hajj"
)


def shape(words: Sequence[str]) -> float:
    """How much some words look like a person's name; 0 where nothing speaks for it."""
    if not 1 < len(words) <= 6 or DIGIT.search(" ".join(words)):
        return 0.0
    first, last = words[0].casefold().rstrip("."), words[-1]
    if len(last) == 1 or "’s" in words:
        return 0.0
    if first in GIVEN or (first.split("-")[0] in GIVEN and len(first) > 4):
        return 5.0
    if any(INITIAL.fullmatch(word) and word.endswith(".") for word in words[:-1]):
        return 5.0
    if any(word.casefold() in GIVEN for word in words[1:-1]):
        return 4.5
    if _eastern(words):
        return 4.5
    if STRONG.fullmatch(last):
        return 3.5
    if any(ARABIC.fullmatch(word) for word in words[1:]):
        return 2.5
    return 1.5 if ENDINGS.fullmatch(last) else 0.0


def _eastern(words: Sequence[str]) -> bool:
    """A Korean or Chinese name, the family name first: "Kim Yong Chol", "Ri Son-gwon", "Chen Yaoguo"."""
    family, given = words[0].casefold(), words[1:]
    if any(HYPHENED.fullmatch(word) for word in words) and (
        family in KOREAN or words[-1].casefold() in EASTERN
    ):
        return True
    if any(len(word) == 1 for word in words):
        return False
    short = all(len(word) < 7 and SYLLABLE.fullmatch(word) for word in given)
    if family in KOREAN and len(given) == 2 and short:
        return True
    both = SYLLABLE.match(given[0])
    rest = given[0][both.end() :] if both else given[0]
    return (
        family in CHINESE
        and len(given) == 1
        and (not rest or SYLLABLE.fullmatch(rest) is not None)
        and len(given[0]) < 10
    )
