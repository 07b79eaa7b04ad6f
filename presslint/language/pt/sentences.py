"""Portuguese: which stops end a sentence, and which belong to a short form."""

WORDS_TOUCH = ""
# before the name of a person
PERSON_TITLES = "Sr Sra Srta Srs Dr Dra Prof Profa Eng Arq Gen Cel Cap"
TITLE_WORDS = "Senhor Senhora Doutor Doutora Presidente Ministro Ministra Prefeito Prefeita"
TITLES = "Av Sto Sta"
STREET_ABBREVIATIONS = ""
# never end a sentence
JOINED_ABBREVIATIONS = "p.ex p ex cf tel pág aprox"
# end one only before a word of SENTENCE_STARTERS
ENDING_ABBREVIATIONS = "etc al Inc Corp Ltda S.A a.C d.C Cia"
PLACE_ABBREVIATIONS = ""
AMBIGUOUS_ABBREVIATIONS = ""
# joined to a figure only
NUMBER_ABBREVIATIONS = "n nº art arts vol cap pág p pp fig"
CLOCK_ABBREVIATIONS = ""
AFTER_CLOCK = ""
SHOUTED_NAMES = "Yahoo"
LONE_CAPITALS = ""
# words that open a sentence
SENTENCE_STARTERS = """
O A Os As Um Uma Este Esta Estes Estas Esse Essa Isso Isto Ele Ela Eles Elas Eu Nós Você E Ou Mas Se Quando
Como Para Por Em No Na Nos Nas De Do Da Dos Das Com Sem Sobre Entre Desde Até Segundo Após Durante Também
Além Assim Depois Antes Agora Hoje Ontem Amanhã Mais Todo Todos Cada Alguns Muitos Não Já Que Quem Onde É
São Foi Há
"""
