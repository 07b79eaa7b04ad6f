"""Sentences of news copy: a table of cases cut by hand, and what holds for any text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presslint.language.sentences import split
from presslint.model.passage import Passage
from presslint.model.source import Source

# “ | ” marks where an editor ends a sentence
CASES = """
The mayor resigned. | The council will meet on Monday.
Is it over? | No. | It has only begun!
Mr. Cole left. | Mrs. Holt stayed.
Ms. Ruiz, Dr. Holt and Prof. Cole met Gen. Sato.
The Rev. Dee Holt spoke first. | Sen. Cole followed.
Reps. Ana Ruiz and Ben Cole voted no. | Gov. Holt signed it.
Lt. Col. Ben Cole and Sgt. Dee Holt were hurt.
Sir J. M. Holt wrote it. | J. K. Rowling read it.
George W. Cole was there. | He left early.
The book by J.R.R. Holt sold well.
C. S. Holt said so. | Nobody listened.
Ana B. Ruiz, 40, lives in Leeds. | She has two sons.
It opened at 9 a.m. and closed at 5 p.m. sharp.
It opens at 9 a.m. Monday.
It opens at 9 a.m. Sept. 3.
It begins at 7 p.m. ET on Tuesday.
It begins at 7 p.m. Eastern time.
It ended at 5 p.m. | The crowd went home.
Polls close at 10 p.m. | Counting starts at once.
He moved to the U.S. in 2012. | She stayed in the U.K. until May.
The U.S. Senate voted. | The U.N. General Assembly did not.
Prices fell in the U.S. | The dollar rose.
Prices fell in the U.S. | But the dollar rose.
They live in Washington, D.C. | They work from home.
The U.S.-China talks failed. | Nobody was surprised.
He holds a Ph.D. in physics. | She holds an M.A. in law.
She earned her Ph.D. | It took six years.
He finished No. 10 of 40. | She was No. 1.
The answer is no. | The question was silly.
Nos. 3 and 4 were late. | The rest were not.
See p. 3 and pp. 10-12. | Then see Fig. 2.
The office is at 10 Main St. in Leeds.
They met in St. Louis. | He flew to St. Petersburg.
The office is on Main St. | The bank is next door.
They climbed Mt. Hood. | It took two days.
Fort Worth, or Ft. Worth, is in Texas.
Rates rose to 4.75%. | They were 4.5% before.
It cost $3.50. | He paid £2.5m for it.
The firm made $1.2 billion in 2025. | It lost $3 million in 2026.
Growth was 0.3 per cent. | That was less than hoped.
He waited... | Then he left.
He waited… | Then he left.
I... I do not know. | Ask her.
The term ... Islamic art is broad.
She said: “We . . . will win.” | He laughed.
He said he would come .... | He never did.
“We will win.” | The crowd cheered.
"We will win." | The crowd cheered.
“We will win,” she said. | “Soon.”
“Will we win?” she asked. | “Perhaps.”
“Will we win?” Ms Ruiz asked.
“Will we win?” Ruiz asked reporters on Monday. | Nobody answered.
“We will win!” Ben Cole shouted.
“Stop!” | The driver did not hear.
‘We will win.’ | The crowd cheered.
‘Will we win?’ she asked.
He asked, “Who is it?” and left.
He called it “a mess.” | She agreed.
(The mayor declined to comment.) | The council did not.
The mayor left (she had a train to catch). | The council stayed.
He won (in fact, he won twice!) and went home.
He said so. | (He later denied it.) | It is unclear why.
The plan [see below] failed. | The next one did not.
It failed.[1] | The next did not.[12] | Nobody knows why.
It failed.¹ | The next did not.
Apple Inc. said on Tuesday it would pay.
Acme Corp. shares rose. | Holt Ltd. shares fell.
He works for Acme Inc. | It makes anvils.
Acme Co. and Holt Bros. merged. | The price was not given.
Ben Cole Jr. ran again. | Ben Cole Sr. did not.
She sued Ben Cole Jr. | The case was dropped.
Yahoo! said it would appeal. | Nobody was surprised.
Yahoo! Mail was down. | So was Yahoo! News.
The cast of Oklahoma! left town.
He sells apples, pears, etc. and lives well.
He sells apples, pears, etc. | She buys them.
Bring warm clothes, e.g. a coat. | Bring food, i.e. bread.
The case, Roe v. Wade, was cited. | So was Cole vs. Holt.
Leeds vs. York was a draw.
It rained on Sept. 3 and Oct. 4. | It snowed on Dec. 24.
It rained in Sept. | Nobody minded.
The trial starts Mon. Sept. 3 at noon.
Boston, Mass. Gov. Holt spoke.
She lives in Springfield, Mass. | He lives in Tampa, Fla.
Rep. Ben Cole, D-Calif., spoke. | Sen. Dee Holt (R-Tex.) did not.
They attended Mass. | Police came later.
He felt ill. | Doctors were called.
Visit www.example.com. | Then call us.
See https://example.com/a.b?c=d. | It has details.
Write to ana@example.com. | She will answer.
Version 2.0 is out. | Version 1.9 is not.
He uses Node.js and ASP.NET. | She does not.
The file is report.pdf. | Open it.
He was born in 1949. | She was born in 1951.
In 2012. | 40 people came.
1. Wash the apples. | 2. Cut them.
It was Plan B. | The first had failed.
Vitamin C. | It is sold in shops.
He got an A. | She got a B.
The road is the A1. | It is closed.
World War I. | It ended in 1918.
She is 5 ft. tall. | He is not.
The rate is 12 p.m. or so. | Nobody knows.
iPhone sales fell. | iPad sales rose.
The firm fell. | eBay rose.
She left. | al-Qaeda claimed the attack.
He left. | “Good,” she said.
He left. | ‘Good,’ she said.
He left. | "Good," she said.
He left. | (Good.)
He left. | — Ana Ruiz
He left — St. Louis was far — and stayed away.
The N.H.S. said so. | The B.B.C. did not.
E. coli was found. | S. aureus was not.
The min. wage is low. | The max. is lower.
He weighs 80 kg. | She weighs 60.
It is approx. 40 miles. | The walk takes a day.
Maj. Gen. Dee Holt retired. | Brig. Cole did not.
Lt.-Gov. Cole spoke. | Vice-Adm. Holt listened.
Capt. Holt said the ship sank. | Cmdr. Cole said it did not.
The Hon. Ana Ruiz presided. | The Rt. Hon. Ben Cole did not.
Det. Insp. Ben Cole led the search. | Supt. Holt took over.
Cllr. Ruiz voted yes. | Ald. Cole voted no.
Asst. Dist. Atty. Ruiz spoke.
Msgr. Cole said Mass. | Fr. Holt sang.
Mme. Sato met M. Dupont. | They spoke French.
It happened c. 1900. | Nobody was there.
He lives in B.C. | She lives in Ont. and likes it.
The L.A. Times wrote it. | The N.Y. Post did not.
Charlotte, N.C. police said so.
He left for L.A. | She stayed.
He is from St. Paul, Minn. | She is from Bangor.
Cole said he had “no choice.” | Holt said he did.
Why? | Because.
What?! | No way!
Really?? | Yes.
“What?” | “Nothing.”
She asked why. | He did not know why.
He left; she stayed. | They met again: in Leeds.
Police said: “No.” | Nobody asked again.
The 9.30 from Leeds is late. | The 10.15 is not.
It is 9.30am. | The doors open.
He lost 6-4, 6-3. | She won 6-0, 6-0.
Sales rose 3.5 p.c. | Profits fell.
The so-called “Dr.” was a fraud.
He has a B.Sc. from Leeds. | She has none.
She met Mr. and Mrs. Cole. | They had tea.
Gen. Sato, of the U.S. Army, agreed.
The E.U. and the U.S. agreed. | China did not.
A U.S. judge said no. | An E.U. court said yes.
Made in the U.S.A. | It shows.
The firm, Holt & Co., closed. | Cole & Sons did not.
The game is at Wembley. | Kick-off is 3pm.
See Section 3. | It is short.
It was the best of times. | It was the worst of times.
“It’s over,” he said. | “We lost. | We are done.”
“I left.” he said.
He said (and she agreed): “Yes.” | That was that.
The council voted 5-4 (Cole and Holt abstained). | It was late.
He said “yes”. | She said “no”.
He wrote ‘The End’. | She read it.
Is it “fair”? | Few think so.
The storm hit at 4.15 p.m. local time. | Nobody was hurt.
Prof. Holt’s study ran from Jan. to Mar. | It found little.
Then came the flood ... and nobody left.
NEWPORT NEWS, Va. — The ship sailed.
LEEDS, England (AP) — The mayor resigned. | The council met.
He is 6 ft. 2 in. tall. | She is not.
The Nasdaq fell 1.2%. | The S&P 500 fell 0.8%.
The bill, H.R. 40, passed. | The other, S. 12, did not.
“You’re fired!” | Those were his words.
‘No comment.’ | That was all he said.
He paid 5 p. for it.
He quit in Nov. 2025. | She quit in Jan. 2026.
Copyright law (Art. 5) applies. | So does Sec. 230.
""".strip().split("\n")


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in split(text)]


def boundaries(parts: list[str]) -> set[int]:
    """Where a sentence ends, counted in characters that are no white space."""
    ends, size = set(), 0
    for part in parts[:-1]:
        size += len("".join(part.split()))
        ends.add(size)
    return ends


def test_the_table_is_as_large_as_it_says() -> None:
    assert len(CASES) == len(set(CASES)) >= 150


def test_cut_as_an_editor_cuts() -> None:
    """F1 over all boundaries; a wrong cut and a missed one weigh the same."""
    right = wrong = missed = 0
    failures = []
    for case in CASES:
        wanted = boundaries(case.split(" | "))
        found = boundaries(cut(case.replace(" | ", " ")))
        right += len(wanted & found)
        wrong += len(found - wanted)
        missed += len(wanted - found)
        if found != wanted:
            failures.append(" | ".join(cut(case.replace(" | ", " "))))
    f1 = 2 * right / (2 * right + wrong + missed)
    assert f1 >= 0.99, f"F1 {f1:.3f}: " + "\n".join(failures)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\t"])
def test_nothing_to_cut(text: str) -> None:
    assert split(text) == []


def test_a_blank_line_ends_a_sentence_and_a_line_break_does_not() -> None:
    assert cut("Key points\n\nThe mayor\nresigned. She left.") == [
        "Key points",
        "The mayor\nresigned.",
        "She left.",
    ]


def test_masked_words_are_ordinary_characters() -> None:
    assert cut("He said “\ufffc\ufffc\ufffc” and left. She stayed.") == [
        "He said “\ufffc\ufffc\ufffc” and left.",
        "She stayed.",
    ]


def test_a_masked_passage_keeps_the_sentences_of_its_words() -> None:
    text = "“We left. They stayed.” The mayor agreed."
    passage = Passage.of(Source(text), 0, len(text)).masked([(1, 22)])
    assert [len(sentence) for sentence in passage.sentences] == [9, 13, 17]
    assert passage.sentences[0].text.startswith("“\ufffc")


def test_other_scripts() -> None:
    assert cut("市長が辞任した。議会は月曜に開く。") == ["市長が辞任した。", "議会は月曜に開く。"]


@given(st.text(alphabet=st.sampled_from('aB.!?…"”’) \n19,\ufffc—M r'), max_size=80))
def test_sentences_cover_the_words_in_order(text: str) -> None:
    spans = split(text)
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())
    assert all(a < b for a, b in spans)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    assert all(not text[a].isspace() and not text[b - 1].isspace() for a, b in spans)
