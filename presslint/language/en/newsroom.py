"""What newsrooms print around copy: names of papers, sections, labels, agencies, jobs."""

from __future__ import annotations

from collections.abc import Mapping


def _entries(*lines: str) -> frozenset[str]:
    return frozenset(entry for line in lines for entry in line.split(", "))


MASTHEAD_WORDS = _entries(
    "times, post, press, herald, tribune, gazette, chronicle, journal, news, globe, star, sun, mail",
    "mirror, telegraph, guardian, observer, independent, examiner, dispatch, courier, record, register",
    "sentinel, reporter, review, bulletin, daily, weekly, today, standard, echo, argus, advertiser",
    "leader, inquirer, ledger, beacon, monitor, mercury, bee, dealer, wire, report, reader, voice",
    "outlook, week, world, nation, network, media, magazine",
)
SECTION_NAMES = _entries(
    "news, world, us, u.s., uk, national, local, politics, business, economy, markets, money, technology",
    "tech, science, health, environment, climate, energy, education, sport, sports, football, culture",
    "arts, entertainment, books, film, music, tv, lifestyle, life, style, fashion, food, travel",
    "features, investigations, obituaries, weather, crime, courts, property, real estate, cars, motoring",
    "media, society, religion, video, regional, international, europe, asia, africa, middle east",
    "americas, australia, world news, local news, us news, uk news, top stories, science & technology",
    "arts & culture, business & finance, health & science, transport, housing",
)
STORY_LABELS: Mapping[str, str] = {
    **dict.fromkeys(_entries("analysis, news analysis"), "analysis"),
    **dict.fromkeys(
        _entries(
            "opinion, op-ed, editorial, column, commentary, comment, perspective, letter, viewpoint",
            "letters to the editor, guest essay, leader, satire, humor, humour, letters",
        ),
        "opinion",
    ),
    **dict.fromkeys(
        _entries("review, film review, book review, album review, theatre review, music review, reviews"),
        "review",
    ),
    **dict.fromkeys(_entries("explainer, explained, fact check, q&a, faq"), "explainer"),
    **dict.fromkeys(_entries("factbox, fact box, timeline"), "factbox"),
    **dict.fromkeys(_entries("interview"), "interview"),
    **dict.fromkeys(_entries("obituary, in memoriam"), "obituary"),
    **dict.fromkeys(_entries("live, live updates, live blog, liveblog, as it happened"), "live"),
    **dict.fromkeys(_entries("press release, news release, media release"), "press-release"),
    **dict.fromkeys(_entries("newsletter"), "newsletter"),
    **dict.fromkeys(_entries("recipe"), "recipe"),
    **dict.fromkeys(_entries("results, fixtures"), "results"),
    **dict.fromkeys(
        _entries(
            "exclusive, breaking, breaking news, developing, special report, investigation, feature",
            "profile, update, wrapup, brief, podcast, correction, clarification, retraction",
        ),
        "news",
    ),
}
ADVERTISING_LABELS = _entries(
    "sponsored, sponsored content, paid content, paid post, partner content, advertisement feature",
    "advertorial, promoted, promoted content, branded content, paid partnership, advertiser content",
)
AGENCIES = _entries(
    "AP, Reuters, AFP, PA, PA Media, UPI, Bloomberg, dpa, ANSA, EFE, TASS, Interfax, Xinhua, Kyodo",
    "Yonhap, PTI, ANI, IANS, CP, The Canadian Press, AAP, NTB, TT, STT, Ritzau, APA, Belga, ANP, Lusa",
    "MTI, PAP, CTK, CNN, NPR, TNS, Dow Jones, CNBC, The Associated Press, Associated Press, Agencies",
    "Thomson Reuters Foundation, Agence France-Presse, Press Association, From wire reports",
)
NOBODY = _entries(
    "admin, administrator, editor, editors, editorial team, editorial staff, editorial board, news desk",
    "newsdesk, web desk, staff, staff writer, staff reporter, staff report, staff reports, news staff",
    "our correspondent, our reporter, our staff reporter, staff and agencies, staff correspondent",
    "the editorial board, newsroom, online desk, digital team, contributor, guest contributor",
    "special correspondent, a staff reporter, agency staff, newsroom staff, staff writers",
)
ROLE_WORDS = _entries(
    "editor, correspondent, reporter, writer, columnist, critic, producer, contributor, chief, staff",
    "journalist, photographer, intern, fellow, anchor, presenter, author, analyst, commentator",
)
FURNITURE = _entries(
    "share, save, print, email, comments, comment on this article, listen, listen to this article",
    "subscribe, sign in, log in, menu, search, skip to content, skip to main content, advertisement",
    "follow, tweet, copy link, bookmark, home, read more, share this article, share this story, ad",
    "add to favourites, add to favorites, gift this article, view comments, leave a comment",
)
FINITE_VERBS = _entries(
    "is, are, was, were, has, have, had, will, would, said, says, say, told, can, could, may, might, must",
    "should, did, does, do, announced, added, reported, wants, makes, made, took, won, lost, beat, came",
    "went, gets, got, became, shows, showed, reads, contributed, am, be",
)
DATELINE_CITIES = _entries(
    "ATLANTA, BALTIMORE, BOSTON, CHICAGO, CINCINNATI, CLEVELAND, DALLAS, DENVER, DETROIT, HONOLULU",
    "HOUSTON, MIAMI, PHOENIX, SEATTLE, WASHINGTON, AMSTERDAM, BAGHDAD, BANGKOK, BEIJING, BEIRUT",
    "BERLIN, BRUSSELS, CAIRO, DJIBOUTI, DUBLIN, GENEVA, GIBRALTAR, HAVANA, HELSINKI, ISLAMABAD",
    "ISTANBUL, JERUSALEM, LONDON, MACAU, MADRID, MILAN, MONACO, MONTREAL, MOSCOW, MUNICH, PARIS",
    "PRAGUE, ROME, SINGAPORE, STOCKHOLM, SYDNEY, TOKYO, TORONTO, VIENNA, ZURICH, OSLO, LEEDS, KYIV",
)
