"""What stands around an amount, in the languages that newsrooms write in: from it a lost figure is seen."""

from __future__ import annotations

# what multiplies a figure, and cannot stand without one where an amount is told
SCALES = (
    "million millions billion billions trillion trillions "
    "millionen milliarde milliarden mio mrd "
    "milliard milliards millón millones milloni milione milioni miliardo miliardi miljoen miljard "
    "milhão milhões bilhão bilhões"
).split()
# those that are in the singular where a figure stands before them: “spends millions” has lost none
SINGULAR = "million billion trillion mio mrd".split()
SHARES = ("percent", "per cent", "prozent", "pour cent", "por ciento", "por cento", "per cento", "procent")
# words that stand right before an amount: small ones, and verbs of paying and growing
LEADING = (
    "to of by for at with from than about around nearly almost over under worth just approximately roughly "
    "raise raises raised raising spend spends spent pay pays paid cost costs invest invests invested reach reaches "
    "reached hit hits totaling totalling exceeding exceeded surpassed earned earns lost secured secures valued "
    "auf von um für über mit rund etwa fast knapp kostet kostete "
    "de à pour par avec environ près plus coûte levé "
    "por con hasta desde casi unos cuesta a di da per con circa quasi oltre op van tot voor met ongeveer bijna "
    "até quase cerca custa"
).split()
# the same where the word alone cannot be read in another way: “raised million” lost a figure, “to million” may not
PAYING = (
    "raise raises raised spend spends spent pay pays paid cost costs invest invests invested worth totaling totalling "
    "exceeding surpassed secured secures nearly approximately roughly over about around almost least"
).split()
# verbs of change that an amount in percent follows
CHANGING = (
    "rose fell grew dropped increased decreased declined climbed jumped surged plunged slipped gained shrank rises "
    "falls grows drops increases decreases declines climbs jumps"
).split()
