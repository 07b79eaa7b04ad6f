"""Words of which bylines are made that name nobody: of houses, desks, software and machines."""

from __future__ import annotations

# a byline that ends with one of these is the house's, whatever name stands before it
HOUSE_ENDS = frozenset(
    "staff newsroom newsdesk desk editors reporters writers correspondents newsteam webdesk staffer staffers "
    "contributors".split()
)
# a word that is one of these, or ends with one, is a house's in any place
REDACTIONS = tuple(
    "redaktion redaktionen redactie rédaction redaction redacción redaccion redação redacao redazione "
    "redakcja redakce szerkesztőség toimitus redaktionsteam".split()
)
# words that say no more than what a desk does
GENERIC = frozenset(
    "the a an our and of die der das la le les el los il lo de del della da do het editorial news newsroom web "
    "online digital content site social media marketing seo team teams crew staff desk editor editors reporter "
    "reporters writer writers journalist journalists journalism correspondent contributor contributors author "
    "authors guest blog article articles general national local regional community communications comms press "
    "department dept office publishing production special our equipo equipe équipe équipa squadra agencias agences "
    "agenturen onlineteam newsteam autor autora auteur redakteur redacteur periodista editora magazine "
    "website page newsletter".split()
)
# words of which one at least must stand in a byline that is nothing else but generic words
BODIES = frozenset(
    "team teams crew desk staff newsroom equipo equipe équipe équipa squadra agencias agences "
    "agenturen onlineteam newsteam department".split()
)
MACHINES = frozenset("ai bot gpt chatgpt agent agents automation automated robot llm algorithm ki ia".split())

# what stands before a name in a line that says who wrote, in the languages that have a word for it
BY_WORDS = frozenset(
    "by par door von por av af od przez napisał geschrieben schrijft text texto texte tekst author autor autora auteur "
    "auteurs autores autoren auteure translator übersetzer traductor traducteur vertaler".split()
)
# the same in scripts without spaces between words; a colon or a stroke follows
BY_SIGNS = tuple(
    "作者 译者 譯者 翻译 翻譯 编译 編譯 编辑 編輯 讲师 講師 整理 撰文 文 著者 訳者 翻訳 筆者 投稿者 執筆 글 저자 번역".split()
)
# words in the keys of fields that name somebody who answers for the text
CREDITED = frozenset(
    "author authors writer writers byline bylines contributor contributors presenter presenters speaker speakers "
    "organizer organizers organiser organisers host hosts credit credits reporter reporters editor editors publisher "
    "people translator translators autor autores autora auteur auteurs auteure autoren spreker sprekers "
    "referent referenten ponente ponentes interviewer signed signatories lead".split()
)

# labels of a byline outside English, by what may follow: a name in capitals, or only after a colon
BYLINE_LABELS = "von vom par di por door af av przez od bởi oleh text texte texto tekst testo".split()
BYLINE_TITLES = (
    "autor autorin autoren autora autores auteur auteurs autrice autore autori redactor redaktor redakcja author "
    "authors redaktion redaktör journalist автор автори авторы".split()
)
# what joins two names outside English
NAME_JOINTS = "und et y e og och en i oraz и та mit avec con com met med".split()
# labels that say who made a picture
PICTURE_LABELS = (
    "image images photo photos photograph picture foto fotos bild bilder fotografie credit credits fotó zdjęcie "
    "imagen imagem immagine grafik video courtesy".split()
)
