"""Scores attribution against gold: `python benchmarks/attribution.py FOLDER [--misses N]`.

FOLDER holds `sentences.jsonl` in the shape of the PolNeAR development set (Newell, Margolin and Ruths,
LREC 2018): one sentence a line with `doc`, `text`, `label` (some attribution's source, cue or content
lies here), `has_source_here` (a source speaks here), `sources` and `cues` (their words).

Two questions are scored.

- Does somebody speak here: `has_source_here` against a cue of any level (a name, “he”, “experts”).
  PolNeAR is annotated broadly: refusals (“did not respond”), wishes, plans and stances (“wants”,
  “opposes”), nouns (“his theory of”) and moods (“is worried about”) are attributions there. Refusals
  and verbs of wish and stance are cues here too, of kinds of their own that no rule takes as a source;
  nouns and moods are not. So recall is bounded below 1 by design.
- Is this somebody's words: `label` against a cue or quoted words.

A source is found when a cue of the sentence shares a word with it.

The gold was cut into sentences by machine, and cut wrongly after “(R-Wis.)”: such a sentence is joined
to the one after it, for the gold and for presslint alike. Quotation marks are read over the sentences
that they span; the set does not say where paragraphs end.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from presslint.desk.cues import Cue, Tokens, find_cues, mark_names
from presslint.language.quotation import find_quotations
from presslint.model.passage import MASK, Passage
from presslint.model.source import Source

CUT_WRONGLY = re.compile(r"\((?:[RDI]-)?[A-Z][\w.]*\.?\)\W*$")
LONGEST = 8  # sentences that one quotation may span


@dataclass
class Gold:
    """A sentence as annotated."""

    text: str
    label: bool
    speaks: bool
    sources: list[str]
    cues: list[str]


@dataclass
class Score:
    """True and false positives and negatives, with the texts of the errors."""

    hit: int = 0
    false: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    def count(self, gold: bool, found: bool, text: str) -> None:
        if gold and found:
            self.hit += 1
        elif found:
            self.false.append(text)
        elif gold:
            self.missed.append(text)

    def __str__(self) -> str:
        precision = self.hit / max(1, self.hit + len(self.false))
        recall = self.hit / max(1, self.hit + len(self.missed))
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        return f"precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}"


def documents(folder: Path) -> Iterator[list[Gold]]:
    """The sentences of each article, wrong cuts mended."""
    by_name: dict[str, list[Gold]] = {}
    with (folder / "sentences.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            sentence = Gold(
                record["text"],
                bool(record["label"]),
                bool(record["has_source_here"]),
                list(record["sources"]),
                list(record["cues"]),
            )
            sentences = by_name.setdefault(record["doc"], [])
            if sentences and CUT_WRONGLY.search(sentences[-1].text):
                last = sentences[-1]
                last.text += " " + sentence.text
                last.label |= sentence.label
                last.speaks |= sentence.speaks
                last.sources += sentence.sources
                last.cues += sentence.cues
            else:
                sentences.append(sentence)
    yield from by_name.values()


def masked(sentences: list[Gold]) -> Iterator[str]:
    """The sentences with quoted words masked; sentences form one paragraph while a mark is open."""
    run: list[str] = []
    for sentence in sentences:
        run.append(sentence.text)
        text = " ".join(run)
        is_open = text.count("“") > text.count("”") or text.count('"') % 2 or text.count("''") % 2
        if is_open and len(run) < LONGEST:
            continue
        yield from _mask(run)
        run = []
    yield from _mask(run)


def _mask(run: list[str]) -> Iterator[str]:
    text = " ".join(run)
    passage = Passage.of(Source(text), 0, len(text))
    quoted = [
        (found.passage.at, found.passage.at + len(found.passage)) for found in find_quotations([passage])
    ]
    own = passage.masked(quoted).text
    at = 0
    for piece in run:
        yield own[at : at + len(piece)]
        at += len(piece) + 1


def source_of(tokens: Tokens, cue: Cue) -> str:
    return " ".join(tokens.words[slice(*cue.source)])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--misses", type=int, default=0, help="print so many errors of each kind")
    options = parser.parse_args()
    speaks, words = Score(), Score()
    sources_found = sources_total = 0
    missed_cues: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for sentences in documents(options.folder):
        texts = list(masked(sentences))
        tokens = [Tokens(text) for text in texts]
        mark_names(tokens)
        for gold, text, read in zip(sentences, texts, tokens, strict=True):
            cues = find_cues(read)
            speaks.count(gold.speaks, bool(cues), gold.text)
            words.count(gold.label, bool(cues) or MASK in text, gold.text)
            if gold.speaks and not cues:
                missed_cues.update(cue.lower() for cue in gold.cues)
            if cues and not gold.speaks:
                wrong.update(cue.lemma for cue in cues)
            if cues:
                found = {word for cue in cues for word in re.findall(r"\w+", source_of(read, cue).lower())}
                for source in gold.sources:
                    sources_total += 1
                    sources_found += bool(found & set(re.findall(r"\w+", source.lower())))
    print(f"somebody speaks here      {speaks}")
    print(f"somebody's words          {words}")
    print(f"source found where a cue was found   {sources_found} of {sources_total}")
    print("commonest cues missed    ", ", ".join(f"{cue} {n}" for cue, n in missed_cues.most_common(25)))
    print("commonest cues too many  ", ", ".join(f"{cue} {n}" for cue, n in wrong.most_common(15)))
    for name, errors in (("missed", speaks.missed), ("too many", speaks.false)):
        for text in errors[:: max(1, len(errors) // max(1, options.misses))][: options.misses]:
            print(f"{name}: {text}")


if __name__ == "__main__":
    main()
