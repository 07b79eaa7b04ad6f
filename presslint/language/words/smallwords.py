"""The small words of the languages that newsrooms write in, and the codes by which languages are named."""

from __future__ import annotations

from collections.abc import Mapping

# the words that make up about a third of any text, one line or two a language
SMALL_WORDS: Mapping[str, str] = {
    "en": "the of and to in a is that for it was on are as with his they at be this from have or by had not "
    "but what all were when we there can an your which their said if will how about then them these some "
    "would he has been who its our you i her she my no more so than into after also could other his it's "
    "do don't it’s don’t up out over just any only new people use one us",
    "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden "
    "aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder "
    "aber vor zur bis mehr durch man sein wurde sei wir ich ihre seine kann diese dieser unter gegen vom "
    "schon wenn habe dann können alle mich uns wer was ihr keine seit beim wieder dort jetzt",
    "fr": "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec "
    "son sa ses cette ont aux mais comme ou leur nous elle été ces sans vous on tout fait aussi bien être "
    "deux même où peut si après entre ils depuis très encore selon avait était dont votre notre c’est c'est "
    "qu’il qu'il d’un d'un d’une d'une je mon leurs avez avons faire",
    "es": "de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me "
    "si sin sobre este ya entre cuando todo esta ser son dos también fue había era muy años hasta desde está "
    "mi porque qué sólo han yo hay vez puede todos así nos ni parte tiene uno donde bien tiempo mismo ese "
    "ahora cada otro después te otros aunque esa eso hace estos estas según usted nuestra nuestro cómo contra",
    "pt": "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das "
    "tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso ela entre era depois "
    "sem mesmo aos ter seus quem nas me esse eles estão você tinha foram essa num nem suas meu às minha têm "
    "numa pelos elas havia seja qual será nós tenho pode são sobre ainda esta este anos ano nesta neste",
    "it": "di che e la il un a per è in una non sono mi ho si lo ha le con ma ti se da come i no al del della "
    "dei nel nella gli più anche delle alla degli dal dalla questo questa sul sulla ed ci o su suo sua loro "
    "era stato essere chi cosa dopo perché ai alle hanno quando tra fra sui sono anni tutto tutti dell "
    "già così molto due stata solo ancora nei noi",
    "nl": "de van het een en in is dat op te zijn met voor niet aan er om ook als dan maar bij nog uit naar "
    "hebben ze hij was over door heeft wordt worden kan tot deze dit die werd meer al geen wel moet waar we "
    "hun onder zo of je ik wat zich ons tegen na veel mensen jaar twee moeten haar omdat ons onze kunnen "
    "tijdens volgens zou zullen daar hier",
    "pl": "w i na z się do nie że to jest o po jak ale od co za tak dla przez czy są być tym już ma jego jej "
    "tylko oraz ze które który która tego też może był było była lub ich przed także roku bardzo pod bo "
    "gdy gdzie przy będzie mnie ten ta te tej można jako jednak nad bez aby",
    "sv": "och att det i en som är på av för med den till inte har de ett om var jag sig från vi så kan när "
    "man men nu hade skulle där mot vid säger efter eller ska också alla andra mycket blir vara under kommer "
    "år han hon bara över än finns hur sin där sedan",
    "no": "og i det på som er en til å av for at med har de den ikke et om fra var men seg vi kan så jeg han "
    "ble skal etter hun nå vil ved eller blir bare også være kommer år da mot være sier mer over når "
    "hadde noe dette disse mange opp ut mellom fordi andre denne hvor hva",
    "da": "og i det at er en til på af for med den de som der har ikke et om fra var men sig vi kan så jeg "
    "han blev skal efter hun nu vil ved eller bliver kun også være kommer år hvor mod siger mere over når "
    "havde noget dette disse mange op ud mellem fordi andre denne hvad blevet haft være selv",
    "fi": "ja on ei se että hän oli joka kun mutta niin myös ole tai jos ovat sen kuin mukaan ovat vain "
    "nyt sitä mitä olla siitä minä siinä sekä jo voi tämä tämän hänen vielä jonka jotka ollut noin sanoo "
    "kertoo mukaan vuoden koska ennen jälkeen kanssa",
    "cs": "a v se na je že to s z do o i za k od pro ve by jsou po které jako podle ale který také jeho "
    "už jak byl bylo nebo která jen při více až není aby jsem bude když si tak této před jejich být může "
    "má roku být ze mezi",
    "sk": "a v sa na je že to s z do o i za k od pre vo by sú po ktoré ako podľa ale ktorý tiež jeho už ktorá "
    "len pri viac až nie aby som bude keď si tak pred ich byť môže má roku bol bolo alebo zo medzi",
    "hu": "a az és hogy nem is egy van meg ez volt csak de el már mint még azt ki ha le vagy be fel kell lehet "
    "akkor majd ezt után szerint mert pedig amely nagy több minden ami között lesz aki ezek sem ellen ahol",
    "ro": "de și în a la cu o pe că nu din un se care pentru mai este au fi sunt prin sau ce am după dar lui "
    "acest această fost ar va lor ca fără când doar al ale avea către între până sa să despre cele cei",
    "hr": "i u je se na da su za od s o a do iz koji ne što kao to bi ali sam koja će nije koje više ili kako "
    "samo već biti po pri još nakon prema jer ima bio bila ovo zbog kod prije također kada ako smo te",
    "sl": "in je v na za se da so pa s z ki tudi po o bi ne kot še iz od do ni to bo pri le bil bila ali kako "
    "že več lahko pred ko tem med če smo zaradi biti",
    "tr": "ve bir bu da de için ile olarak çok daha olan gibi kadar ne en sonra var o ama ki olduğu değil her "
    "mi mı yok göre diye ancak ise bunu şey kendi oldu ya iki yeni ilk büyük tarafından önce üzerinde",
    "ca": "de la i el que a en els les un per amb una del es no al són és com més ha dels però seva seu hi "
    "aquest aquesta pels està també van ser fer ho sobre si entre ja fins han tot o ens molt quan des altres "
    "d’un d'un l’any nostre tenen on us",
    "gl": "de a o que e do da en un para con non unha os no se na por máis as dos como pero foi ao das "
    "ten seu súa ou ser cando moi xa tamén só polo pola ata ela entre era despois sen mesmo aos onde é "
    "son está estas este esta isto",
    "eu": "eta da ez bat dira du dute ere egin izan baina zen hau edo dela den duen baino beste hori oso "
    "urte egiten guztiak gehiago batean horrek",
    "id": "yang dan di untuk dengan ini dari dalam pada tidak itu akan oleh juga adalah ke bisa sebagai ada "
    "mereka telah atau karena saat kami tersebut dapat lebih kepada para sudah hari seperti bahwa tahun "
    "saya kita harus satu secara serta antara hanya anda",
    "vi": "và của là có trong được cho không các một với những để người này khi đã từ về tại ra đến năm "
    "cũng như vào trên nhiều nhưng sẽ theo phải đó hay bị còn ông làm sau hơn",
    "et": "ja on ei et ta see oli kui ka mis aga oma et ning pole või kes siis veel kuid nii mida tema selle "
    "mitte olid juba välja üle pärast kõik seda",
    "lv": "un ir ka no ar uz par tas bija kas to bet arī kā pie pēc šo vai lai tā viņš tiek gada nav pat "
    "savu tika",
    "lt": "ir kad yra su iš į tai buvo kaip bet jau dėl už savo jis nuo apie ne po ar kurie taip tik jo "
    "metų pat bus",
    "sq": "e të në dhe për me një që nga është i së ka si do nuk më u ne edhe por ky kjo janë këtë",
    "is": "og að í á er sem til um það við en var með ekki fyrir af hann hafa þess þeir þetta hefur eru frá",
    "la": "et in est ut ad non cum ex qui sed quod sunt ab nec quae per hoc enim vel atque aut ac sit quam "
    "eius amet dolor ipsum lorem eu nisi quis id nulla tempor ante nunc vitae vestibulum at eget",
    "sw": "ya na wa kwa ni katika la za kuwa hii huo cha yake kama hiyo au watu lakini pia hakuna kutoka",
    "tl": "ang ng sa na mga at ay ni si hindi para nang ito kay kung may isang rin siya niya ako din",
}

# languages that have a script for themselves, and Latin-script neighbours are none of them
SCRIPTS: tuple[tuple[int, int, str], ...] = (
    (0x0370, 0x03FF, "el"),
    (0x0400, 0x052F, "ru"),
    (0x0530, 0x058F, "hy"),
    (0x0590, 0x05FF, "he"),
    (0x0600, 0x077F, "ar"),
    (0x0900, 0x097F, "hi"),
    (0x0980, 0x09FF, "bn"),
    (0x0A00, 0x0A7F, "pa"),
    (0x0A80, 0x0AFF, "gu"),
    (0x0B80, 0x0BFF, "ta"),
    (0x0C00, 0x0C7F, "te"),
    (0x0C80, 0x0CFF, "kn"),
    (0x0D00, 0x0D7F, "ml"),
    (0x0D80, 0x0DFF, "si"),
    (0x0E00, 0x0E7F, "th"),
    (0x0E80, 0x0EFF, "lo"),
    (0x1000, 0x109F, "my"),
    (0x10A0, 0x10FF, "ka"),
    (0x1100, 0x11FF, "ko"),
    (0x1200, 0x137F, "am"),
    (0x1780, 0x17FF, "km"),
    (0x3040, 0x30FF, "ja"),
    (0x31F0, 0x31FF, "ja"),
    (0x3400, 0x9FFF, "zh"),
    (0xAC00, 0xD7AF, "ko"),
)
# signs that only one language of a script writes
OWN_LETTERS: Mapping[str, str] = {
    "uk": "іїєґІЇЄҐ",
    "be": "ўЎ",
    "sr": "ђћџљњјЂЋЏЉЊЈ",
    "mk": "ѓќѕЃЌЅ",
    "kk": "әғқңұүһӘҒҚҢҰҮҺ",
    "fa": "پچژگ",
    "ur": "ٹڈڑںےہ",
}
# the two letters of ISO 639-1
CODES = frozenset(
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv "
    "dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig "
    "ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh "
    "mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru "
    "rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug "
    "uk ur uz ve vi vo wa wo xh yi yo za zh zu".split()
)
# other ways to name a language in a field
NAMED: Mapping[str, str] = {
    **dict.fromkeys("eng english".split(), "en"),
    **dict.fromkeys("deu ger german deutsch".split(), "de"),
    **dict.fromkeys("fra fre french français francais".split(), "fr"),
    **dict.fromkeys("spa spanish español espanol castellano".split(), "es"),
    **dict.fromkeys("por portuguese português portugues".split(), "pt"),
    **dict.fromkeys("ita italian italiano".split(), "it"),
    **dict.fromkeys("nld dut dutch nederlands".split(), "nl"),
    **dict.fromkeys("pol polish polski".split(), "pl"),
    **dict.fromkeys("swe swedish svenska".split(), "sv"),
    **dict.fromkeys("nor norwegian norsk nob nno".split(), "no"),
    **dict.fromkeys("dan danish dansk".split(), "da"),
    **dict.fromkeys("fin finnish suomi".split(), "fi"),
    **dict.fromkeys("ces cze czech čeština".split(), "cs"),
    **dict.fromkeys("hun hungarian magyar".split(), "hu"),
    **dict.fromkeys("tur turkish türkçe".split(), "tr"),
    **dict.fromkeys("cat catalan català".split(), "ca"),
    **dict.fromkeys("jpn japanese 日本語".split(), "ja"),
    **dict.fromkeys("zho chi chinese cn 中文".split(), "zh"),
    **dict.fromkeys("kor korean kr 한국어".split(), "ko"),
    **dict.fromkeys("rus russian русский".split(), "ru"),
    **dict.fromkeys("ukr ukrainian українська ua".split(), "uk"),
    **dict.fromkeys("ara arabic العربية".split(), "ar"),
    **dict.fromkeys("heb hebrew iw".split(), "he"),
    **dict.fromkeys("ind indonesian in".split(), "id"),
    **dict.fromkeys("fil tagalog".split(), "tl"),
}
# one word that fills a line: languages that are told apart by little, for what a text may be declared as
KIN: Mapping[str, str] = {
    **dict.fromkeys("nb nn da no".split(), "no"),
    **dict.fromkeys("hr sr bs sl".split(), "hr"),
    **dict.fromkeys("id ms".split(), "id"),
    **dict.fromkeys("cs sk".split(), "cs"),
    **dict.fromkeys("pt gl es ca".split(), "es"),
    **dict.fromkeys("ru uk be bg sr mk kk".split(), "ru"),
    **dict.fromkeys("ar fa ur ps".split(), "ar"),
    **dict.fromkeys("hi mr ne".split(), "hi"),
}
