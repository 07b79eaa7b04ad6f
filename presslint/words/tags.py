"""Words of news tags: common tags, names with an inner capital, and halves that English glues together."""

from __future__ import annotations


def _words(*lines: str) -> frozenset[str]:
    return frozenset(" ".join(lines).split())


# Common tags of news sites; entries of two words are joined by “_”.
NEWS_TAGS = frozenset(
    entry.replace("_", " ")
    for entry in _words(
        "africa agriculture ai analysis antitrust art artificial_intelligence arts asia automation",
        "aviation banking baseball basketball bitcoin blockchain books breaking_news budget business",
        "cars celebrity charity children china chips climate climate_change cloud cloud_computing",
        "community competition congress consumers council courts covid cricket crime crypto culture",
        "cybersecurity data data_centers data_centres debt defence defense democracy development",
        "diplomacy drugs economy education election elections electric_vehicles energy entertainment",
        "environment ethics eu europe explainer families farming fashion film finance floods food",
        "football foreign_policy gaming gas gender geopolitics golf government growth guns health",
        "healthcare history hospitals housing human_rights immigration india inflation infrastructure",
        "innovation insurance interest_rates international interview investigation investment jobs",
        "justice labor labour law leadership local machine_learning manufacturing markets media",
        "medicine mental_health middle_east migration military mining money movies music nasa",
        "national news nhs nuclear obituary oil olympics opinion pensions podcast police policy",
        "politics prisons privacy protest public_health race real_estate regulation religion",
        "renewable_energy renewables research retail review robotics royal_family rugby russia safety",
        "schools science security semiconductors senate soccer social_media society software solar",
        "space sport sports standards startups stocks strategy strikes students supply_chain",
        "supreme_court tariffs tax taxes tech technology television tennis terrorism theater theatre",
        "trade transport transportation travel tv uk ukraine unions united_kingdom united_states",
        "universities us us-china_relations vaccines video wages war water weather white_house",
        "wildfires wind wind_farms women world",
    )
)
# Names whose inner capital is normal.
NAMES = _words(
    "AccuWeather AgTech AirAsia AirBnB AstraZeneca BAe BSc BigTech BioNTech BlackBerry",
    "BlackLivesMatter BlackRock BuzzFeed ChatGPT CompTIA ConocoPhillips CrowdStrike DeSantis DeVos",
    "DeepMind DeepSeek DfE DfT DoorDash DreamWorks DuPont EastEnders EdTech ExxonMobil FaceTime FedEx",
    "FinTech FitzGerald GHz GWh GitHub GitLab GlaxoSmithKline HarperCollins HealthTech HuffPost IaaS",
    "IfG InBev InsurTech IoT JPMorgan JavaScript JetBlue LaGuardia LaSalle LaTeX LeBron LeRoy",
    "LinkedIn MHz MSc MWh MacArthur MacBook MasterCard MeToo MedTech MeriTalk MoD MoJ MySpace NatGeo",
    "NatWest NewsGuard NextEra OpenAI PaaS PayPal PhD PlayStation PowerPoint ProPublica PropTech PwC",
    "QAnon RyanAir SaaS SeaWorld SoftBank SpaceX StatCounter StubHub TWh TechCrunch TikTok",
    "TransCanada TypeScript USAid USDoD UniCredit UnitedHealth VanDyke VoIP WeWork WhatsApp WiFi",
    "WikiLeaks WordPress YouTube dB eBay eSports easyJet iCloud iMac iOS iPad iPhone iPod iTunes kHz",
    "kWh mAh mRNA macOS openSUSE pH tRNA",
)
SHORT_WORDS = _words(
    "ai us uk eu un nhs bbc tv law war tax oil gas art car cars food film gun jobs golf nfl nba mlb",
    "nato vat gdp aid sea sun ice job who imf fbi cia nsa irs epa fda cdc nasa opec ev evs vr ar ux",
    "ui api",
)
FUNCTION_WORDS = _words(
    "a an and are as at be by for from had has have he her his how if in into is it its more no not",
    "of off on or our out over than that the their them then there they this to under up was we were",
    "what when where which who why will with you your",
)
# Second halves that English writes in one word with almost anything: no evidence of a lost separator.
GLUED_TAILS = _words(
    "able age aged back ball band bank bar base based bed bill bird board boat book books born bound",
    "box boy brand break bridge broker build building burn bush camp card cards care case cast cell",
    "chain chair child chip city class code coin coins collar count course craft crime cross cut",
    "cycle date day days dealer desk door down driven drive dream driver economy face fall farm",
    "father feed fest field fight file fire fish fit flow fold food foot force form forms frame free",
    "friend front full game games gate girl glass goer going goers grade graph gram grams ground",
    "group grow guard guide hand hack hall head heart hill hold holder holders holding home hood hook",
    "hour house houses hub ing jack job keeper keepers keeping kid kids kind king land lands law lead",
    "leader leaders less letter letters level life light like line lined liner lines link list load",
    "lock log long look made mail maker makers making man mark market markets mass master mate math",
    "media meal men mill mind model moon mother mount mouth movement name ness net nets news night",
    "note off office officer out over owner owners page pages paper papers park part past path pay",
    "person phone phones photo piece pipe pit place places plan plane plant plate play player point",
    "points pole pool port ports post pot power print proof quake quarter race rack rail reader",
    "reading red right rights ring road roads rock roll room rooms root row run runner running sale",
    "sales school science scape screen search seat seed sense service set share sharing sheet shelf",
    "shift ship ships shop shops shore shot show side sight sighted sign site sites size skin sky",
    "smith song sound source sourced sourcing space speak speed spot spread spring staff stage stairs",
    "stand star state states station stay step steps stick stock stone storm story stream street",
    "strike string strong study style suit table tail tag take taker taking talk task taught team",
    "tech teller telling term test text thing things think thon tick ticket tight time times title",
    "tool tools top touch town track trade trail train trap tree trip truck type under up use user",
    "users view wall ware wares wash watch water watt wave way ways wear weather web week weight",
    "wheel where whip white wide wife wild wind window winner wire wise woman women wood word words",
    "work worker workers working works world worm worthy writer writers writing yard year",
)
GLUED_HEADS = _words(
    "after aero agri anti astro audio auto back bench bio block book broad by counter cross cyber",
    "data down earth eco electro every extra fore frame free fresh geo green ground hack hand head",
    "hedge high home hydro hyper info infra inter intra key land life long macro main master mega",
    "meta micro mid mini mono multi nano neuro news non off omni open out over para peer photo poly",
    "post pre pro proto pseudo psycho quick radio rail re semi side single snap soft some sport steam",
    "step stock story street sub super tele tera thermo there thunder time tool top toward town trans",
    "turbo ultra under uni up video water wave web well where wide wild wind work world",
)
