"""Which language an article is in: what it declares, its file's name and folder, its text; and its words."""

from __future__ import annotations

from pathlib import Path

import pytest

from presslint.article import Article
from presslint.language.identify import language_tag, tell
from presslint.model.words import count_words
from presslint.reading import Settings, read

ENGLISH = (
    "The council has decided that the night boats will not return before the summer, and the people of the "
    "islands are angry about it. They say that they have been told nothing of the plan.\n"
)
TEXTS = {
    "en": ENGLISH,
    "de": "Der Rat hat beschlossen, dass die Nachtboote nicht vor dem Sommer zurückkehren, und die Leute auf "
    "den Inseln sind darüber verärgert. Sie sagen, dass man ihnen von dem Plan nichts gesagt hat.\n",
    "fr": "Le conseil a décidé que les bateaux de nuit ne reviendront pas avant l’été, et les habitants des "
    "îles sont en colère. Ils disent qu’on ne leur a pas parlé du projet avec les équipages.\n",
    "es": "El consejo ha decidido que los barcos de noche no vuelven antes del verano, y los vecinos de las "
    "islas están muy enfadados por ello. Dicen que nadie les ha hablado de este plan hasta ahora.\n",
    "pt": "O conselho decidiu que os barcos da noite não voltam antes do verão, e os moradores das ilhas estão "
    "muito zangados com isso. Dizem que ninguém lhes falou do plano até agora, nem mesmo os jornais.\n",
    "it": "Il consiglio ha deciso che i battelli di notte non tornano prima della fine di questa estate, e gli "
    "abitanti delle isole sono molto arrabbiati. Dicono che nessuno ha parlato con loro del piano.\n",
    "nl": "De raad heeft besloten dat de nachtboten niet voor de zomer terugkeren, en de mensen op de eilanden "
    "zijn daar boos over. Ze zeggen dat ze niets over het plan hebben gehoord van het bestuur.\n",
    "pl": "Rada zdecydowała, że nocne łodzie nie wrócą przed latem, a mieszkańcy wysp są na to bardzo źli. "
    "Mówią, że nikt im nie powiedział o tym planie i że to nie jest dla nich dobre, ale czekają na wyniki.\n",
    "sv": "Rådet har beslutat att nattbåtarna inte kommer tillbaka före sommaren, och de som bor på öarna är "
    "arga över det. De säger att ingen har talat med dem om planen och att det inte är bra för dem.\n",
    "fi": "Neuvosto päätti, että yöveneet eivät palaa ennen kesää, ja saarten asukkaat ovat siitä vihaisia. "
    "He sanovat, että kukaan ei ole kertonut mitä tämä tarkoittaa, mutta se on jo selvää, kun vuosi on ohi.\n",
    "hu": "A tanács úgy döntött, hogy az éjszakai hajók nem jönnek vissza a nyár előtt, és a szigetek lakói "
    "ezt nagyon rossznak tartják. Azt mondják, hogy senki sem beszélt velük, és ez már nem volt szép.\n",
    "tr": "Belediye gece vapurlarının yazdan önce geri gelmeyeceğine karar verdi ve adalarda yaşayan herkes "
    "buna çok kızgın. Plan için kimse bir şey söylemedi diye anlatıyorlar, ama bu daha ilk adım gibi.\n",
    "ja": "市議会は夜行船を夏まで再開しないことを決めた。島の住民は怒っている。計画について誰からも聞いていないという。\n",
    "zh": "议会决定夜间渡轮在夏天之前不会恢复。岛上的居民对此很生气。他们说没有人告诉过他们这个计划。\n",
    "ko": "의회는 야간 여객선을 여름 전에는 다시 운항하지 않기로 했다. 섬 주민들은 화가 났다.\n",
    "ru": "Совет решил, что ночные паромы не вернутся до лета, и жители островов этим недовольны.\n",
    "uk": "Рада вирішила, що нічні пороми не повернуться до літа, і мешканці островів цим незадоволені.\n",
    "el": "Το συμβούλιο αποφάσισε ότι τα νυχτερινά πλοία δεν θα επιστρέψουν πριν από το καλοκαίρι.\n",
    "ar": "قرر المجلس أن القوارب الليلية لن تعود قبل الصيف، وسكان الجزر غاضبون من ذلك.\n",
    "he": "המועצה החליטה שסירות הלילה לא יחזרו לפני הקיץ, ותושבי האיים כועסים על כך.\n",
    "th": "สภาตัดสินใจว่าเรือกลางคืนจะไม่กลับมาก่อนฤดูร้อนและชาวเกาะไม่พอใจ\n",
    "hi": "परिषद ने तय किया कि रात की नावें गर्मियों से पहले वापस नहीं आएँगी।\n",
}


def story(text: str, name: str = "story.md", **settings: str) -> Article:
    (article,) = read(text.encode(), name, Settings(article=settings))
    return article


@pytest.mark.parametrize("language", TEXTS)
def test_a_text_says_which_language_it_is_in(language: str) -> None:
    article = story(f"---\ntitle: X\n---\n{TEXTS[language]}")
    assert article.language_told == (language, "from the text")


def test_what_the_article_declares_counts() -> None:
    assert story("---\nlang: de_CH\n---\nKurz.\n").language_told == ("de-ch", "as the article says")
    assert story("---\nlocale: Español\n---\nCorto.\n").language == "es"


@pytest.mark.parametrize("said", ["utf-8", "UTF8", "default", "x", "true", "zz"])
def test_a_value_that_is_no_language_is_ignored(said: str) -> None:
    assert language_tag(said) == ""
    assert story(f"---\nlang: {said}\n---\nShort.\n").language == "en"


def test_a_page_that_declares_its_encoding_as_its_language_is_read_all_the_same() -> None:
    page = f'<html lang="utf-8"><body><h1>Boote</h1><p>{TEXTS["de"]}</p></body></html>'
    assert story(page, "page.html").language == "de"


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("content/blog/boats/index.es.md", ("es", "from the file name")),
        ("boats.pt-br.md", ("pt-br", "from the file name")),
        ("content/fr/boats.md", ("fr", "from the folder")),
        ("de/boats.md", ("de", "from the folder")),
        ("_i18n/ja/boats.md", ("ja", "from the folder")),
        ("i18n/fr/docusaurus-plugin-content-blog/boats.md", ("fr", "from the folder")),
        ("is/boats.md", ("en", "as nothing speaks against it")),
        ("boats.min.md", ("en", "as nothing speaks against it")),
        ("v1.md.md", ("en", "as nothing speaks against it")),
    ],
)
def test_the_name_of_the_file_or_folder_says_it(name: str, wanted: tuple[str, str]) -> None:
    assert story("---\ntitle: X\n---\n12 34\n", name).language_told == wanted


def test_a_text_that_is_clear_wins_over_a_template_that_says_otherwise() -> None:
    assert story(f"---\nlang: en\n---\n{TEXTS['es']}").language_told == ("es", "from the text")
    assert story(f"---\nlang: en-GB\n---\n{ENGLISH}").language_told == ("en-gb", "as the article says")
    assert story(TEXTS["nl"], language="en").language == "nl"


def test_languages_that_are_near_each_other_are_as_declared() -> None:
    norwegian = (
        "Rådet har vedtatt at båtene ikke kommer tilbake før sommeren, og de som bor på øyene er sinte.\n"
    )
    assert story(f"---\nlang: nb\n---\n{norwegian}").language == "nb"


def test_the_config_says_it_where_nothing_else_does() -> None:
    assert story("Corto.\n", language="es").language_told == ("es", "as the config says")


def test_copy_of_a_few_words_is_english_unless_something_speaks_against_it() -> None:
    assert story("Boats return\n").language == "en"
    assert story("The boats return to the pier.\n").language == "en"
    assert story("").language == "en"
    assert story("Los barcos vuelven a la isla por la noche.\n").language != "en"


def test_a_text_that_no_language_is_told_from_is_undetermined() -> None:
    words = " ".join(f"brelk{letter} vonta{letter} ulmo{letter}" for letter in "abcdefghijklmnopqrst")
    assert story(words).language_told == ("und", "not clear from the text")
    assert story(f"---\nlang: en\n---\n{words}").language == "und"


def test_english_with_a_passage_in_another_language_is_english() -> None:
    assert story(f"{ENGLISH}\n> {TEXTS['es']}\n\n{ENGLISH}\n{TEXTS['es']}\n{ENGLISH}").language == "en"


def test_code_and_names_are_no_language() -> None:
    code = "```\n" + "de la que el en los se del las un por con no\n" * 20 + "```\n"
    assert story(f"{ENGLISH}\n{code}").language == "en"
    names = "\n".join(f"- {name}. Lind" for name in "A S V K Z O")
    assert story(f"Appointed were\n\n{names}\n").language == "en"


def test_the_text_that_fills_templates_is_latin_and_not_norwegian() -> None:
    assert (
        tell("Lorem ipsum dolor sit amet, et non est in ut qui sed quis ex nulla tempor ad id.").language
        == "la"
    )


def test_parse_shows_the_language_and_who_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from presslint.cli.app import call

    path = tmp_path / "boats.es.md"
    path.write_text("---\ntitle: Barcos\n---\nCorto.\n", encoding="utf-8")
    assert call(["parse", str(path)]) == 0
    assert ", es, from the file name" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The boats return", 3),
        ("Les bateaux – déjà", 3),
        ("夜行船は戻らない", 4),
        ("議会 2026 年", 3),
        ("iPhoneを買う", 3),
        ("배가 돌아온다", 2),
        ("เรือกลางคืนจะไม่กลับมา", 6),
        ("Лодки вернутся", 2),
        ("", 0),
    ],
)
def test_words_are_counted_where_no_blanks_are_set(text: str, words: int) -> None:
    assert count_words(text) == words


def test_a_japanese_text_has_sentences_and_words() -> None:
    article = story(TEXTS["ja"])
    assert [len(passage.sentences) for passage in article.prose] == [3]
    assert article.word_count > 20
    (passage,) = story("「船は戻らない。」議員はそう言った。本当だ！\n").prose
    assert [each.text for each in passage.sentences] == [
        "「船は戻らない。」",
        "議員はそう言った。",
        "本当だ！",
    ]
