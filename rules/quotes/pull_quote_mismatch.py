from __future__ import annotations

from collections.abc import Iterator

from presslint import Article, Bad, Block, Finding, Good, Kind, Option, Passage, Rule, Severity, quoted
from presslint.language.likeness import fold, sequence_ratio

PULLED = frozenset(("pull quote", "pullquote", "pull-quote"))
MOST = 12  # pull quotes in one article; a page with more is a wall of testimonials
ELLIPSES = ("…", "...", "[…]", "[...]")


class PullQuoteMismatch(Rule):
    """A pull quote says what the copy says, word for word.

    The large type is what readers remember, and it is set by hand. A pull quote close to a sentence of the
    copy with a word changed is an error; one whose words stand nowhere is a suggestion, since sites use
    the same large type for quotations that stand alone. An ellipsis may leave words out; quotations with a
    source line, and those that a sentence leads into, may stand nowhere else.
    """

    severity = Severity.ERROR
    sources = ("AP Stylebook: quotations are never altered", "Reuters Handbook of Journalism: quotes")
    near: float = Option(
        0.75, ge=0.5, le=1, description="How alike a sentence must be to count as the one that was pulled."
    )
    looks_at = frozenset({"quote"})
    examples = (
        Bad(
            "“We may have failed them,” Ruiz said.\n\n{{< pullquote >}}[[We failed them]]{{< /pullquote "
            ">}}\n",
            says="“We failed them” changes the copy, which has “We may have failed them”; make "
            "them the same.",
            severity="error",
        ),
        Bad(
            "“We may have failed them,” Ruiz said.\n\n{{< pullquote >}}[[The wall was never ours to "
            "build]]{{< /pullquote >}}\n",
            says="“The wall was never ours to build” stands nowhere in the copy; pull words that were said.",
            severity="suggestion",
        ),
        Good(
            "“We may have failed them,” Ruiz said.\n\n{{< pullquote >}}“We may have failed them”{{< "
            "/pullquote >}}\n",
        ),
        Good(
            "PULL QUOTE: “We may … have failed them”\n\n“We may, after all these years, have failed "
            "them,” Ana Ruiz "
            "said in the crowded hall on Monday.\n",
            name="story.txt",
        ),
        Good("Ruiz said so.\n\n> The law of 1904 says that no boat may leave the harbour after dark.\n"),
        Good("Ruiz said so:\n\n{{< pullquote >}}The wall was never ours to build{{< /pullquote >}}\n"),
        Good(
            "“We may have failed them,” Ruiz said.\n\n{{< pullquote >}}\nThe wall was never ours to build\n\n"
            "Ana Ruiz of the old harbour board\n{{< /pullquote >}}\n"
        ),
        Good("“We may have failed them,” Ruiz said.\n\n{{< pullquote >}}Never ours{{< /pullquote >}}\n"),
        Bad(
            "Ruiz said so.\n\n{{< pullquote >}}[[The wall was never ours to build, number 0]]{{< "
            "/pullquote >}}\n\n{{< pullquote >}}[[The wall was never ours to build, number 1]]{{< "
            "/pullquote >}}\n\n{{< pullquote >}}[[The wall was never ours to build, number 2]]{{< "
            "/pullquote >}}\n\n{{< pullquote >}}[[The wall was never ours to build, number 3]]{{< "
            "/pullquote >}}\n\n{{< pullquote >}}[[The wall was never ours to build, number 4]]{{< "
            "/pullquote >}}\n\n{{< pullquote >}}[[The wall was never ours to build, number 5]]{{< "
            "/pullquote >}}\n\n{{< pullquote >}}[[The wall was never ours to build, number 6]]{{< "
            "/pullquote >}}\n\n{{< pullquote >}}[[The wall was never ours to build, number 7]]{{< "
            "/pullquote >}}\n\n{{< pullquote >}}[[The wall was never ours to build, number 8]]{{< "
            "/pullquote >}}\n\n{{< pullquote >}}[[The wall was never ours to build, number 9]]{{< "
            "/pullquote >}}\n\n{{< pullquote >}}[[The wall was never ours to build, number 10]]{{< "
            "/pullquote >}}\n\n{{< pullquote >}}[[The wall was never ours to build, number 11]]{{< "
            "/pullquote >}}\n\n",
            says=(
                "“The wall was never ours to build, number 0” stands nowhere in the copy; pull words that "
                "were said.",
                "“The wall was never ours to build, number 1” stands nowhere in the copy; pull words that "
                "were said.",
                "“The wall was never ours to build, number 2” stands nowhere in the copy; pull words that "
                "were said.",
                "“The wall was never ours to build, number 3” stands nowhere in the copy; pull words that "
                "were said.",
                "“The wall was never ours to build, number 4” stands nowhere in the copy; pull words that "
                "were said.",
                "“The wall was never ours to build, number 5” stands nowhere in the copy; pull words that "
                "were said.",
                "“The wall was never ours to build, number 6” stands nowhere in the copy; pull words that "
                "were said.",
                "“The wall was never ours to build, number 7” stands nowhere in the copy; pull words that "
                "were said.",
                "“The wall was never ours to build, number 8” stands nowhere in the copy; pull words that "
                "were said.",
                "“The wall was never ours to build, number 9” stands nowhere in the copy; pull words that "
                "were said.",
                "“The wall was never ours to build, number 10” stands nowhere in the copy; pull words that "
                "were said.",
                "“The wall was never ours to build, number 11” stands nowhere in the copy; pull words that "
                "were said.",
            ),
            severity="suggestion",
        ),
        Good(
            "Ruiz said so.\n\n{{< pullquote >}}The wall was never ours to build, number 0{{< /pullquote "
            ">}}\n\n{{< pullquote >}}The wall was never ours to build, number 1{{< /pullquote >}}\n\n{{< "
            "pullquote >}}The wall was never ours to build, number 2{{< /pullquote >}}\n\n{{< pullquote "
            ">}}The wall was never ours to build, number 3{{< /pullquote >}}\n\n{{< pullquote >}}The wall "
            "was never ours to build, number 4{{< /pullquote >}}\n\n{{< pullquote >}}The wall was never "
            "ours to build, number 5{{< /pullquote >}}\n\n{{< pullquote >}}The wall was never ours to "
            "build, number 6{{< /pullquote >}}\n\n{{< pullquote >}}The wall was never ours to build, "
            "number 7{{< /pullquote >}}\n\n{{< pullquote >}}The wall was never ours to build, number 8{{< "
            "/pullquote >}}\n\n{{< pullquote >}}The wall was never ours to build, number 9{{< /pullquote "
            ">}}\n\n{{< pullquote >}}The wall was never ours to build, number 10{{< /pullquote >}}\n\n{{< "
            "pullquote >}}The wall was never ours to build, number 11{{< /pullquote >}}\n\n{{< pullquote "
            ">}}The wall was never ours to build, number 12{{< /pullquote >}}\n\n"
        ),
        Bad(
            "“We may have failed them,” Ruiz said.\n\n{{< pullquote >}}\n[[The wall was never ours to "
            "build]]\n\n[[Ana Ruiz of the old harbour board here]]\n{{< /pullquote >}}\n",
            says=(
                "“The wall was never ours to build” stands nowhere in the copy; pull words that were said.",
                "“Ana Ruiz of the old harbour board here” stands nowhere in the copy; pull words that were "
                "said.",
            ),
            severity="suggestion",
        ),
        Bad(
            "Ruiz said,\n\n{{< pullquote >}}[[We failed them]]{{< /pullquote >}}\n\n“We may have failed "
            "them.”\n",
            says="“We failed them” changes the copy, which has “We may have failed them”; make them the same.",
            severity="error",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        pulled = [block for block in article.walk() if block.kind is Kind.QUOTE and block.info in PULLED]
        if not pulled:
            return
        if len(pulled) > MOST:
            return
        copy = " ".join(fold(passage.text) for passage in article.prose)
        for block in pulled:
            said, source = _said(block)
            alone = source or _introduced(article, block)
            for passage in said:
                found = self._judge(article, passage, copy, alone)
                if found is not None:
                    yield found

    def _judge(self, article: Article, passage: Passage, copy: str, alone: bool) -> Finding | None:
        parts = [passage.text]
        for ellipsis in ELLIPSES:
            parts = [piece for part in parts for piece in part.split(ellipsis)]
        if all(fold(part) in copy for part in parts if part.strip()):
            return None
        wanted = fold(passage.text)
        best, nearest = 0.0, None
        for prose in article.prose:
            for candidate in _candidates(article, prose):
                ratio = sequence_ratio(wanted, fold(candidate.text))
                if ratio > best:
                    best, nearest = ratio, candidate
        if nearest is not None and best >= self.near:
            return self.finding(
                passage,
                f"{quoted(passage.text)} changes the copy, which has {quoted(nearest.text)}; make them "
                f"the same.",
                severity=Severity.ERROR,
                see=((nearest, "the words of the copy"),),
            )
        if alone:
            return None
        return self.finding(
            passage,
            f"{quoted(passage.text)} stands nowhere in the copy; pull words that were said.",
            severity=Severity.SUGGESTION,
        )


def _said(block: Block) -> tuple[list[Passage], bool]:
    """The words of a pull quote without its marks, and whether a source line stands under them."""
    said: list[Passage] = []
    source = False
    for number, passage in enumerate(inner.passage for inner in block.walk() if inner.passage):
        text = passage.text.strip()
        if number and (text.startswith(("—", "–", "-", "―")) or passage.word_count < 8):
            source = True
            continue
        left = len(passage.text) - len(passage.text.lstrip("“\"‘'« "))
        right = len(passage.text.rstrip("”\"’'» .,"))
        if right > left and passage[left:right].word_count >= 3:
            said.append(passage[left:right])
    return said, source


def _introduced(article: Article, block: Block) -> bool:
    """Whether the copy leads into the quotation, which then is no pull quote: “One of them wrote:”."""
    before = [other for other in article.blocks if other.span.end <= block.span.start]
    return bool(before) and before[-1].text.rstrip().endswith((":", ",", "that"))


def _candidates(article: Article, prose: Passage) -> Iterator[Passage]:
    for quotation in article.quotations:
        if quotation.passage.root is prose.root:
            yield quotation.passage[: len(quotation.passage.text.rstrip(",. "))]
    yield from prose.sentences
