from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Edit, Field, Finding, Fix, Good, Option, Rule, Severity, quoted, regex
from presslint.desk import SMALL_NUMBERS, Split, fused_tags

COUNTS = ("no", *list(SMALL_NUMBERS)[1:11])
BLOCK_ITEM = regex(r"\s*-\s+")
KEY = regex(r"\s*[\w.\"'-]+\s*:\s*")
NEEDS_QUOTES = regex(
    r"[:#\[\]{},&*!|>'\"%@`]|^[-?]|^\s|\s$|^(?:true|false|yes|no|on|off|null|~|[\d.+-]+)$", re.I
)
SHOWN = 400  # characters of a proposal that a message holds


class TagsRunTogether(Rule):
    """Each tag stands by itself.

    Separators between tags get lost when text is taken from a page, and “AItechnology” then is a topic
    that nobody follows. A string is cut where capitals, years and known words meet: words of the
    article, of its other tags, of the site's tags (`site_tags`) and of common news topics. Names with an
    inner capital, hashtags and words that English glues together are left alone. Where the cut is
    certain the rule proposes it and can write it in the form that the file uses.
    """

    severity = Severity.ERROR
    sources = ("schema.org keywords: a delimited list", "IPTC Media Topics: one concept per subject")
    needs = frozenset({"tags"})
    site_tags: tuple[str, ...] = Option(
        (), description="Tags that the site uses, by which fused tags are told apart."
    )
    reads = frozenset({"tags"})
    examples: ClassVar = (
        Good("---\ntitle: Ferry\ntags: [LaGuardia, iPhone, cybersecurity, US-China relations]\n---\nText.\n"),
        Good(
            "---\ntitle: Ferry\ntags:\n  - Islanders Against DarkBoats\n---\n"
            "Islanders Against DarkBoats met on Tuesday.\n"
        ),
        Good('---\ntitle: Ferry\ntags: ["#SaveOurPier", OpenStreetMap, workshop]\n---\nText.\n'),
        Bad(
            "---\ntitle: Ferry\ntags:\n  - [[crimepolicecourts]]\n  - ferries\n---\nText.\n",
            says="“crimepolicecourts” is three tags run together; split it into “crime, police, courts”.",
            fix="---\ntitle: Ferry\ntags:\n  - crime\n  - police\n  - courts\n  - ferries\n---\nText.\n",
            severity="error",
        ),
        Bad(
            '---\ntitle: Ferry\ntags: ["[[housing policywind farmsEU]]"]\n---\nText.\n',
            fix='---\ntitle: Ferry\ntags: ["housing policy", "wind farms", "EU"]\n---\nText.\n',
            severity="error",
        ),
        Bad(
            "---\ntitle: Ferry\ntags: [[climate changerenewable energywind farms]]\n---\nText.\n",
            fix="---\ntitle: Ferry\ntags: [climate change, renewable energy, wind farms]\n---\nText.\n",
            severity="error",
        ),
        Bad(
            "Ferry cut to three days\n\n"
            "The council has cut the ferry to three days a week, and islanders fear that the school boat "
            "will be the next one to go.\n\n[[ferrieseducationlocal politics]]\n",
            name="story.txt",
            fix="Ferry cut to three days\n\n"
            "The council has cut the ferry to three days a week, and islanders fear that the school "
            "boat will be the next one to go.\n\nTags: ferries, education, local politics\n",
            site_tags=("ferries",),
            severity="error",
        ),
        Bad(
            "---\ntitle: Ferry\ntags: [[OpenAIChatGPTSam Altman]]\n---\nText.\n",
            says="“OpenAIChatGPTSam Altman” looks like several tags run together; write them apart.",
            severity="warning",
        ),
        Bad(
            '{"headline":"Ferry","tags":["[[crimepolicecourts]]","ferries"],"body":"The ferry is back at '
            'the old pier."}\n',
            name="s.json",
            says="“crimepolicecourts” is three tags run together; split it into “crime, police, courts”.",
            fix='{"headline":"Ferry","tags":["crime", "police", "courts","ferries"],"body":"The ferry is '
            'back at the old pier."}\n',
            severity="error",
        ),
        Bad(
            '{"headline":"Ferry","tags":"[[crimepolicecourts]]","body":"The ferry is back at the old '
            'pier."}\n',
            name="s.json",
            says="“crimepolicecourts” is three tags run together; split it into “crime, police, courts”.",
            fix='{"headline":"Ferry","tags":"crime, police, courts","body":"The ferry is back at the old '
            'pier."}\n',
            severity="error",
        ),
        Bad(
            "---\ntitle: Ferry\ntags: '[[[crimepolicecourts]]]'\n---\nText.\n",
            says="“[crimepolicecourts]” is three tags run together; split it into “[crime, police, courts]”.",
            fix="---\ntitle: Ferry\ntags: ['[crime', 'police', 'courts]']\n---\nText.\n",
            severity="error",
        ),
        Bad(
            "Ferry cut to three days\n\nThe council has cut the ferry to three days a week, and islanders "
            "fear it.\n\nTags: [[crimepolicecourts]]\n",
            name="story.txt",
            says="“crimepolicecourts” is three tags run together; split it into “crime, police, courts”.",
            fix="Ferry cut to three days\n\nThe council has cut the ferry to three days a week, and islanders "
            "fear it.\n\nTags: crime, police, courts\n",
            severity="error",
        ),
        Bad(
            "---\ntitle: Ferry\ntags: "
            '["[[crimepolicecourtseducationhousinghealthpoliticssciencesportsweathertravel]]"]\n---\nText.\n',
            says="“crimepolicecourtseducationhousinghealthp … esportsweathertravel” is 11 tags run together; "
            "split it into “crime, police, courts, education, housing, health, politics, science, "
            "sports, weather, travel”.",
            fix='---\ntitle: Ferry\ntags: ["crime", "police", "courts", "education", "housing", "health", '
            '"politics", "science", "sports", "weather", "travel"]\n---\nText.\n',
            severity="error",
        ),
        Bad(
            '---\ntitle: Ferry\ntags: ["[[crimepolicecourtseducationhousing]]"]\n---\nText.\n',
            says="“crimepolicecourtseducationhousing” is five tags run together; split it into “crime, "
            "police, courts, education, housing”.",
            fix='---\ntitle: Ferry\ntags: ["crime", "police", "courts", "education", "housing"]\n---\nText.\n',
            severity="error",
        ),
        Bad(
            '---\ntitle: Ferry\ntags: ["[[wind farmsEU policy]]"]\n---\nText.\n',
            says="“wind farmsEU policy” is two tags run together; split it into “wind farms, EU policy”.",
            fix='---\ntitle: Ferry\ntags: ["wind farms", "EU policy"]\n---\nText.\n',
            severity="error",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        for tag, found in fused_tags(article, self.site_tags):
            yield self.report(article, tag, found)

    def report(self, article: Article, tag: Field, found: Split) -> Finding:
        name = quoted(tag.text)
        proposal = ", ".join(found.proposal)
        if not proposal or len(proposal) > SHOWN:
            return self.finding(
                tag,
                f"{name} looks like several tags run together; write them apart.",
                severity=Severity.WARNING,
            )
        size = len(found.proposal)
        count = COUNTS[size] if size < len(COUNTS) else str(size)
        if found.confidence == 1:
            message = f"{name} is {count} tags run together; split it into “{proposal}”."
        else:
            message = f"{name} looks like {count} tags run together, perhaps “{proposal}”; write them apart."
        return self.finding(
            tag,
            message,
            severity=None if found.joins >= 2 or found.certain else Severity.WARNING,
            fix=rewrite(article, tag, found),
        )


def rewrite(article: Article, tag: Field, found: Split) -> Fix | None:
    """The tags in the form that the file writes tags in; shown only where the cut is not certain."""
    text = in_native_form(article, tag, list(found.proposal))
    if text is None:
        return None
    return Fix(
        (Edit(tag.span, text),),
        f"Split into “{', '.join(found.proposal)}”",
        "unsafe" if found.confidence == 1 and tag.passage.whole else "display",
    )


def in_native_form(article: Article, tag: Field, tags: list[str]) -> str | None:
    """What to write over the tag's place; None in a format whose form is not known."""
    import json

    source = tag.passage.source
    place = source.position(tag.span.start)
    before = source.line(place.line)[: place.column - 1]
    written = source.text[tag.span.start : tag.span.end]
    mark = written[0] if written[:1] in ("'", '"') else ""
    if article.format == "plain":
        return ", ".join(tags) if tag.key_span is not None else f"Tags: {', '.join(tags)}"
    if article.format == "markdown" and tag.origin == "front matter":
        if source.text.startswith("---"):
            if BLOCK_ITEM.fullmatch(before):
                return ("\n" + before).join(scalar(each, mark) for each in tags)
            if KEY.fullmatch(before) and not source.text.startswith((",", ";", "|"), tag.span.end):
                return f"[{', '.join(scalar(each, mark) for each in tags)}]"
        return ", ".join(scalar(each, mark) if mark else each for each in tags)
    if mark == '"' and before.rstrip()[-1:] in ("[", ","):
        return ", ".join(json.dumps(each, ensure_ascii=False) for each in tags)
    return json.dumps(", ".join(tags), ensure_ascii=False) if mark == '"' else None


def scalar(text: str, mark: str) -> str:
    """A tag as a YAML or TOML value, in the quotation marks that its neighbours have."""
    import json

    if mark == "'":
        return "'" + text.replace("'", "''") + "'"
    return json.dumps(text, ensure_ascii=False) if mark or NEEDS_QUOTES.search(text) else text
