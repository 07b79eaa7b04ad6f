"""German: which stops end a sentence, and which belong to a short form."""

WORDS_TOUCH = ""
# before the name of a person; short ones never end a sentence
PERSON_TITLES = "Dr Prof Hr Fr Frl Ing Mag"
TITLE_WORDS = """
Herr Frau Professor Professorin Doktor Präsident Präsidentin Kanzler Kanzlerin Minister Ministerin
Bürgermeister Bürgermeisterin Richter Richterin Direktor Direktorin
"""
# other short forms before a name: they never end a sentence either
TITLES = "Dipl Lic Hl St med jur phil rer nat"
STREET_ABBREVIATIONS = ""
# never end a sentence either; single letters are parts of z. B., d. h., u. a., i. d. R., o. ä., v. a.
JOINED_ABBREVIATIONS = """
z B d h u a i R o ä v S m s z.B d.h u.a i.d.R o.ä v.a m.E s.o s.u u.U z.T z.Zt i.H.v
bzw vgl ca evtl ggf inkl exkl sog bspw zzgl abzgl max min gem lt geb gest gegr verh dt engl frz bes
allg insb zit ebd hrsg vs Anm Anmerk Red
"""
# end one only before a word of SENTENCE_STARTERS
ENDING_ABBREVIATIONS = """
usw etc usf Co Inc Corp Ltd Str str Mio Mrd Tsd Std Min Sek Jh Jhs Chr n.Chr v.Chr e.V GmbH Bd Hbf
"""
PLACE_ABBREVIATIONS = ""
AMBIGUOUS_ABBREVIATIONS = ""
# joined to a figure only: Nr. 10
NUMBER_ABBREVIATIONS = "Nr Nrn Abs Art Kap Ziff Abb Tab Aufl Bd Tel Hausnr"
CLOCK_ABBREVIATIONS = ""
AFTER_CLOCK = ""
SHOUTED_NAMES = "Yahoo"
LONE_CAPITALS = ""
# words that open a sentence
SENTENCE_STARTERS = """
Der Die Das Ein Eine Einer Es Er Sie Wir Ich Ihr Man Dies Diese Dieser Dieses Jene Jeder Jede Alle Viele
Einige Manche Beide Und Oder Aber Doch Denn So Wenn Falls Weil Da Dass Ob Während Nachdem Bevor Seit
Bis Obwohl Als Wie Was Wer Wo Warum Wann In Im An Am Auf Bei Beim Für Mit Nach Von Vom Vor Zu Zum Zur
Aus Über Unter Um Durch Gegen Ohne Trotz Wegen Laut Dann Dort Hier Jetzt Nun Noch Auch Nur Schon Erst
Später Zuvor Danach Dabei Damit Dafür Dagegen Daher Darum Deshalb Dennoch Trotzdem Zudem Außerdem
Allerdings Jedoch Inzwischen Zugleich Schließlich Heute Gestern Morgen Seine Sein Ihre Unser Unsere
Mehr Weniger Fast Rund Etwa Kein Keine Nicht
"""
