"""Markdown: the blocks that an editor sees, every word in its place, no input that stops the reader."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from places import faults, one_to_one
from presslint.article import Article
from presslint.model.document import Block, Kind
from presslint.model.passage import MASK
from presslint.model.source import Source, SourceError
from presslint.reading import read


def article(text: str, path: str = "story.md") -> Article:
    (found,) = read(text.encode("utf-8"), path)
    assert faults(found) == []
    return found


def outline(blocks: tuple[Block, ...], depth: int = 0) -> list[str]:
    """One line per block: its kind, level or info, and its words."""
    lines = []
    for block in blocks:
        label = block.kind.value + (str(block.level) if block.level else "") + ("+" if block.ordered else "")
        label += f"({block.info})" if block.info else ""
        lines.append("  " * depth + label + (f": {block.text}" if block.passage is not None else ""))
        lines += outline(block.children, depth + 1)
    return lines


def blocks(text: str, path: str = "story.md") -> list[str]:
    return outline(article(text, path).blocks)


# -- blocks ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One.\n\nTwo\nlines.", ["paragraph: One.", "paragraph: Two lines."]),
        ("Intro.\n\n## Second\n\n### Third ###\n\nSetext\n---", [
            "paragraph: Intro.", "heading2: Second", "heading3: Third", "heading2: Setext"]),
        ("## Head {#id .class}\n\n## Other {: #id}", ["heading2: Head", "heading2: Other"]),
        ("- one\n- two\n\n1. three\n2. four", [
            "list", "  item: one", "  item: two", "list+", "  item: three", "  item: four"]),
        ("- one\n\n  more\n\n- two\n  - deep\n    words", [
            "list", "  item: one", "    paragraph: more", "  item: two", "    list",
            "      item: deep words"]),
        ("- [x] done\n- [ ] open", ["list", "  item: done", "  item: open"]),
        ("- ```\n  code\n  ```\n\n  After.\n- two", [
            "list", "  item", "    code: code", "    paragraph: After.", "  item: two"]),
        ("> Said.\n>\n> > Deeper.", ["quote", "  paragraph: Said.", "  quote", "    paragraph: Deeper."]),
        ("> lazy\ncontinuation", ["quote", "  paragraph: lazy continuation"]),
        ("> [!WARNING]\n> Hot.", ["note(warning)", "  paragraph: Hot."]),
        ("| a | b |\n|---|---|\n| *c* | |", [
            "table", "  row(head)", "    cell: a", "    cell: b", "  row", "    cell: c", "    cell: "]),
        ("```py\nx = 1\n```\n\n    y = 2\n", ["code(py): x = 1", "code: y = 2"]),
        ("A.\n\n---\n\nB.\n\n* * *", [
            "paragraph: A.", "separator(---)", "paragraph: B.", "separator(* * *)"]),
        ("A[^1].\n\n[^1]: Note *one*.\n\n    More.", [
            "paragraph: A.", "footnote(1): Note one.", "  paragraph: More."]),
        ("![Alt](a.jpg)", ["media"]),
        ("![Alt](a.jpg)\n*Caption.*", ["media"]),
        ("[ref]: http://example.org\n\nText.", ["paragraph: Text."]),
        ("", []),
        ("\n \n\t\n", []),
    ],
)  # fmt: skip
def test_blocks(text: str, expected: list[str]) -> None:
    assert blocks(text) == expected


@pytest.mark.parametrize("mark", ["·", "|", "•", "—", "-", "*", "+", "· ·", "/"])
def test_a_line_that_only_separates_is_a_separator_with_its_place(mark: str) -> None:
    found = article(f"One.\n\n{mark}\n\nTwo.")
    (block,) = [block for block in found.blocks if block.kind is Kind.SEPARATOR]
    assert block.info == mark
    assert block.passage is not None
    assert block.passage.text == mark
    assert found.source.position(block.span.start) == (3, 1)


def test_a_separator_glued_to_the_next_line_is_cut_off() -> None:
    assert blocks("One.\n\n·\nTwo.") == ["paragraph: One.", "separator(·): ·", "paragraph: Two."]
    assert blocks("One.\n\n— Two.") == ["paragraph: One.", "paragraph: — Two."]


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("a *b* __c__ ~~d~~ `e`", "a b c d e"),
        ("a\\*b\\* &amp; &eacute; &#8212; &nope;", "a*b* & é — &nope;"),
        ("one\ntwo  \nthree\\\nfour<br>five", "one two three four five"),
        ("a <b>bold</b> <span class='x'>b</span><!-- c --> d", "a bold b d"),
        ("see [this *link*](http://x.org 'title')", "see this link"),
        ("see [![alt](i.png)](x) end", "see end"),
        ("``a ` b`` and ` c `", "a ` b and c"),
        ("“curly” -- ... 'straight'", "“curly” -- ... 'straight'"),
        ("<https://x.org/a>", "https://x.org/a"),
        ("> quoted `code\n> over` lines", "quoted code over lines"),
        ("x^2^ H~2~O", "x^2^ H~2~O"),
    ],
)
def test_a_passage_is_what_a_reader_reads(written: str, read_as: str) -> None:
    found = article(f"Text.\n\n{written}")
    passages = [block.passage for block in found.walk() if block.passage is not None]
    assert passages[-1].text == read_as


def test_marks_lie_over_the_words_they_mark() -> None:
    (block,) = article("Some **bold *and* em** `code` <em>tag</em> ~~no~~ [a](b).").blocks
    assert block.passage is not None
    kinds = ("strong", "em", "code", "strike", "link")
    assert {kind: [words.text for words in block.passage.marked(kind)] for kind in kinds} == {
        "strong": ["bold and em"],
        "em": ["and", "tag"],
        "code": ["code"],
        "strike": ["no"],
        "link": ["a"],
    }


def test_a_first_heading_is_the_headline_when_no_other_is_there() -> None:
    found = article("# Council *cuts* buses\n\nText.\n\n# Another")
    assert found.headline is not None
    assert (found.headline.text, found.headline.origin) == ("Council cuts buses", "body")
    assert outline(found.blocks) == ["paragraph: Text.", "heading1: Another"]
    found = article("---\ntitle: Council cuts buses\n---\n# Council cuts buses\n\nText.")
    assert outline(found.blocks) == ["heading1: Council cuts buses", "paragraph: Text."]


# -- links and media ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words", "target", "kind", "place"),
    [
        ("[a *b*](http://x.org/y)", "a b", "http://x.org/y", "link", "http://x.org/y"),
        ("[a](<http://x.org/a b> 't')", "a", "http://x.org/a b", "link", "http://x.org/a b"),
        ("[a](http://x.org/a_(b)_c)", "a", "http://x.org/a_(b)_c", "link", "http://x.org/a_(b)_c"),
        ("[a](http://x.org/?a=1&amp;b=2)", "a", "http://x.org/?a=1&b=2", "link", "http://x.org/?a=1&amp;b=2"),
        ("[a]( \n  /x )", "a", "/x", "link", "/x"),
        ("[a]()", "a", "", "link", ""),
        ("[](x)", "", "x", "link", "x"),
        ("[a](#)", "a", "#", "link", "#"),
        ("[a][R]\n\n[r]: http://x.org 'T'", "a", "http://x.org", "link", "http://x.org"),
        ("[r][]\n\n[R]: <x>", "r", "x", "link", "x"),
        ("[r]\n\n[r]: x", "r", "x", "link", "x"),
        ("<http://x.org>", "http://x.org", "http://x.org", "link", "http://x.org"),
        ("See http://x.org/a_(b).", "http://x.org/a_(b)", "http://x.org/a_(b)", "bare", "http://x.org/a_(b)"),
        ("(www.x.org/y), z", "www.x.org/y", "www.x.org/y", "bare", "www.x.org/y"),
        ('<a class="x" href="/y?a=1&amp;b">z</a>', "z", "/y?a=1&b", "link", "/y?a=1&amp;b"),
        ("x <a href='/y'>z</a>", "z", "/y", "link", "/y"),
        ("x[^n]\n\n[^n]: y", "", "n", "footnote", "[^n]"),
        ("[![alt](i.png)](/y)", "", "/y", "image", "/y"),
        ('[a]({{< ref "x.md" >}})', "a", '{{< ref "x.md" >}}', "link", '{{< ref "x.md" >}}'),
        ('[a]({{ "/x" | url }} "T")', "a", '{{ "/x" | url }}', "link", '{{ "/x" | url }}'),
        ("[a]({% link x.md %})", "a", "{% link x.md %}", "link", "{% link x.md %}"),
        ("[a]({{ site.baseurl }}/x)", "a", "{{ site.baseurl }}/x", "link", "{{ site.baseurl }}/x"),
    ],
)  # fmt: skip
def test_links(text: str, words: str, target: str, kind: str, place: str) -> None:
    found = article(f"Text.\n\n{text}\n")
    (link,) = found.links
    assert (link.text.text, link.target, link.kind) == (words, target, kind)
    assert link.target_span is not None
    assert found.source.text[slice(*link.target_span)] == place


def test_no_bare_link_inside_a_link_or_code() -> None:
    found = article("[http://a.org](http://b.org) `http://c.org` <http://d.org> http://e.org")
    assert [(link.text.text, link.kind) for link in found.links] == [
        ("http://a.org", "link"),
        ("http://d.org", "link"),
        ("http://e.org", "bare"),
    ]


@pytest.mark.parametrize(
    ("text", "kind", "target", "alt", "caption"),
    [
        ("![A *b* &amp; c](i.png)", "image", "i.png", "A b & c", None),
        ("![](i.png)", "image", "i.png", "", None),
        ('![A](i.png "A caption.")', "image", "i.png", "A", "A caption."),
        ("![A](i.png)\n*A caption.*", "image", "i.png", "A", "A caption."),
        ("![A](i.png)\n*All* but words of the story.", "image", "i.png", "A", None),
        ("![A](i.png)\nWords of the *story*", "image", "i.png", "A", None),
        ("![A](v.mp4?x)", "video", "v.mp4?x", "A", None),
        ("![A](s.mp3)", "audio", "s.mp3", "A", None),
        ("words ![A](i.png) words", "image", "i.png", "A", None),
        ("![A][r]\n\n[r]: i.png", "image", "i.png", "A", None),
        ("<img src='i.png'>", "image", "i.png", None, None),
        ("<img src='i.png' alt=''>", "image", "i.png", "", None),
        ("words <img src='i.png' alt='A &amp; b'>", "image", "i.png", "A & b", None),
        ("<figure>\n<img src='i.png' alt='A'>\n<figcaption>A <i>caption</i>.</figcaption>\n</figure>",
         "image", "i.png", "A", "A caption."),
        ('{{< figure src="i.png" alt="A" caption="A caption." >}}', "image", "i.png", "A", "A caption."),
        ("{{< img\n  alt='A'\n  src='i.png'\n>}}", "image", "i.png", "A", None),
        ('words {{< img src="i.png" alt="" >}} words', "image", "i.png", "", None),
        ("![A]({{ site.url }}/i.png)", "image", "{{ site.url }}/i.png", "A", None),
    ],
)  # fmt: skip
def test_media(text: str, kind: str, target: str, alt: str | None, caption: str | None) -> None:
    found = article(f"Text.\n\n{text}\n")
    (media,) = found.all_media
    assert (media.kind, media.target) == (kind, target)
    assert (media.alt.text if media.alt is not None else None) == alt
    assert (media.caption.text if media.caption is not None else None) == caption


# -- HTML -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>One &mdash; <b>two</b></p>\n<p>three</p>", ["paragraph: One — two", "paragraph: three"]),
        ("<h2>Head</h2>\n<ul><li>a</li><li>b</li></ul>", [
            "heading2: Head", "list", "  item: a", "  item: b"]),
        ("<div>\n\nMark*down*.\n\n</div>", ["paragraph: Markdown."]),
        ("<blockquote>\n\nSaid.\n\n</blockquote>\n\nAfter.", [
            "quote", "  paragraph: Said.", "paragraph: After."]),
        ("<blockquote><p>Said.</p></blockquote>", ["quote", "  paragraph: Said."]),
        ("<blockquote class='twitter-tweet'><p>x</p></blockquote>", ["embed(twitter)"]),
        ("<iframe src='https://www.youtube.com/embed/x'></iframe>", ["embed(youtube.com)"]),
        ("<script>\nvar a = '<p>no</p>';\n</script>", []),
        ("<style>p { color: red }</style>\n\nText.", ["paragraph: Text."]),
        ("<!-- one\n\ntwo -->\n\nText.", ["paragraph: Text."]),
        ("- <p>in a list</p>", ["list", "  item: in a list"]),
        ("> <p>in a\n> quote</p>", ["quote", "  paragraph: in a quote"]),
        ("<Tweet id='1' />", ["embed(Tweet)"]),
        ("<lite-youtube videoid='x'></lite-youtube>", ["embed(lite-youtube)"]),
        ("<hr>", ["separator(hr)"]),
        ("<details><summary>More</summary>\n\nHidden.\n\n</details>", [
            "paragraph: More", "paragraph: Hidden."]),
        ("5 < 6 and 7 > 3", ["paragraph: 5 < 6 and 7 > 3"]),
    ],
)  # fmt: skip
def test_html(text: str, expected: list[str]) -> None:
    assert blocks(text) == expected


def test_comments_of_every_kind_keep_their_places() -> None:
    text = (
        "<!-- one -->\n\nText <!-- two --> more.\n\n<!--\nthree\n-->\n\n"
        "[//]: # (four)\n[comment]: <> (five)\n\n{% comment %}six{% endcomment %}\n\n{::comment}seven{:/}\n"
    )
    found = article(text)
    assert [comment.text for comment in found.comments] == [
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
    ]
    for comment in found.comments:
        assert comment.text in found.source.text[slice(*comment.span)]


# -- shortcodes -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected", "dialect"),
    [
        ("{{< youtube abc >}}\nText.", ["embed(youtube)", "paragraph: Text."], "hugo"),
        ("{{% toc %}}", ["embed(toc)"], "hugo"),
        ("{{< img\n  src=\"a\"\n>}}\n\nText.", ["embed(img)", "paragraph: Text."], "hugo"),
        ("{{< note x=\"y\" >}}\nIn *side*.\n{{< /note >}}", ["note(note)", "  paragraph: In side."], "hugo"),
        ("{{< note >}}Inside.{{< /note >}}", ["note(note)", "  paragraph: Inside."], "hugo"),
        ("{{< row >}}\n\nInside.\n\n{{< /row >}}", ["paragraph: Inside."], "hugo"),
        ("{{< quote >}}\nSaid.\n{{< /quote >}}", ["quote(quote)", "  paragraph: Said."], "hugo"),
        ("{{< highlight go >}}\nx := *y*\n\nz\n{{< /highlight >}}", ["code(go): x := *y*\n\nz"], "hugo"),
        ("- one\n\n  {{< img a >}}\n- two", ["list", "  item: one", "    embed(img)", "  item: two"], "hugo"),
        ("{% include video.html id='x' %}", ["embed(include)"], "jekyll"),
        ("{% if x %}\nText.\n{% endif %}", ["paragraph: Text."], "liquid"),
        ("{% highlight ruby %}\nputs 1\n{% endhighlight %}", ["code(ruby): puts 1"], "jekyll"),
        ("Text.\n{: .lead}", ["paragraph: Text."], "jekyll"),
        ("A *word*{: .x} here.", ["paragraph: A word here."], "jekyll"),
        ("[See]({{ '/x' | url }}).", ["paragraph: See."], "eleventy"),
        (":::note Mind it\n\nText.\n\n:::", ["note(note): Mind it", "  paragraph: Text."], "docusaurus"),
        ("::: {.callout-tip}\nText.\n:::", ["note(tip)", "  paragraph: Text."], "docusaurus"),
        ("[gallery ids=\"1,2\"]", ["embed(gallery)"], "wordpress"),
        ("[embed]https://x.org/v[/embed]", ["embed(embed)"], "wordpress"),
        ("[caption id=\"a\"]![A](i.png) Words.[/caption]", ["paragraph: Words."], "wordpress"),
        ("[gallery](http://x.org) and [video]: no", ["paragraph: gallery and [video]: no"], ""),
        ("By {{ author }}.", ["paragraph: By {{ author }}."], ""),
        ("{{ 'ana' | team_photo }}", ["embed(team_photo)"], "liquid"),
        ("<p>By {{ 'ana' | team_link }}.</p>", [f"paragraph: By {MASK}."], "liquid"),
        ("Costs {{< price >}} now.", [f"paragraph: Costs {MASK} now."], "hugo"),
        ("Use `{{< ref >}}` here.", ["paragraph: Use {{< ref >}} here."], "hugo"),
        ("```\n{{< x >}}\n```", ["code: {{< x >}}"], ""),
        ("```\n{{< note >}}\n```\n\n{{< /note >}}", ["code: {{< note >}}"], "hugo"),
        ("<!--\n{{< x >}}\n-->\n\nText.", ["paragraph: Text."], ""),
        ("Never {{< closed.\n\nText.", ["paragraph: Never {{< closed.", "paragraph: Text."], ""),
        ("At 10:::30 x.", ["paragraph: At 10:::30 x."], ""),
    ],
)  # fmt: skip
def test_shortcodes(text: str, expected: list[str], dialect: str) -> None:
    found = article(f"Before.\n\n{text}\n\nAfter.")
    assert outline(found.blocks) == ["paragraph: Before.", *expected, "paragraph: After."]
    assert found.dialect == dialect


def test_a_section_that_only_shows_something_is_not_empty() -> None:
    found = article(
        "# Title\n\nText.\n\n## Video\n\n{{< youtube abc >}}\n\n## Chart\n\n![A](i.png)\n\n## Nothing"
    )
    assert [len(section.blocks) for section in found.walk_sections()] == [1, 1, 1, 0]


def test_template_values_are_read_as_written_and_marked() -> None:
    (block,) = article("By {{ author }} and {{< name >}}.").blocks
    assert block.passage is not None
    assert [words.text for words in block.passage.marked("template")] == ["{{ author }}", MASK]


def test_mdx() -> None:
    text = (
        "import Foo from './foo.js'\n\nexport const meta = {\n  a: 1\n}\n\n# Title\n\n"
        "<Foo bar={{a: '>'}} />\n\nText <Inline x='1'>inside</Inline> {props.x} a < b {/* note */}\n\n"
        "<Callout>\n\nHello *there*\n\n</Callout>\n"
    )
    found = article(text, "story.mdx")
    assert outline(found.blocks) == [
        "embed(Foo)",
        "paragraph: Text inside {props.x} a < b",
        "note(callout)",
        "  paragraph: Hello there",
    ]
    assert found.headline is not None
    assert found.headline.text == "Title"
    assert [comment.text for comment in found.comments] == ["note"]
    assert found.dialect == "mdx"


# -- head and tail written as copy ----------------------------------------------------------------

COPY = (
    "The council voted on Tuesday to cut three night bus routes, which officials say will save the town "
    "money "
    "for as long as fares stay where they are."
)


def test_a_subhead_with_the_shape_of_a_byline_stays_a_subhead() -> None:
    found = article(
        "# Islands keep lead\n\nEleven boats a day.\n\n## Islands Lead in Ferry Capacity\n\nA text.\n"
    )
    assert [block.text for block in found.headings] == ["Islands Lead in Ferry Capacity"]
    assert not found.bylines
    assert found.dek is None


def test_a_head_written_as_copy() -> None:
    found = article(
        "Politics\n\n# Council cuts night buses\n\n*Three routes end in May; the mayor warns of fares.*\n\n"
        f"By Ana Ruiz and Ben Cole  \n5 May 2026 · 4 min read\n\n{COPY}\n\nMore.\n\n"
        "Tags: buses, city council\n"
    )
    values = {
        name: [field.text for field in fields] for name, fields in found.fields.items() if name != "extra"
    }
    assert values == {
        "section": ["Politics"],
        "headline": ["Council cuts night buses"],
        "dek": ["Three routes end in May; the mayor warns of fares."],
        "byline": ["Ana Ruiz", "Ben Cole"],
        "published": ["5 May 2026"],
        "tags": ["buses", "city council"],
    }
    assert found.all("byline")[0].origin == "head"
    assert found.tags[0].origin == "tail"
    assert outline(found.blocks) == [f"paragraph: {COPY}", "paragraph: More."]


def test_an_empty_slot_is_where_the_separator_stands() -> None:
    found = article(f"# Council cuts night buses\n\n·\nCouncil axes night buses\n\n{COPY}")
    assert found.dek is not None
    assert found.dek.text == "Council axes night buses"
    assert {name: slot.text for name, slot in found.slots.items()} == {"byline": "·", "published": "·"}
    assert found.source.position(found.slots["byline"].span.start) == (3, 1)


def test_front_matter_without_a_byline_leaves_it_to_the_body() -> None:
    found = article(f"---\ntitle: A\ndate: 2026-05-04\n---\n*By Ana Ruiz*\n\n{COPY}")
    assert [byline.text for byline in found.bylines] == ["Ana Ruiz"]
    assert outline(found.blocks) == [f"paragraph: {COPY}"]
    found = article(f"---\ntitle: A\nauthor: Ben Cole\ndate: 2026-05-04\n---\n*Short intro.*\n\n{COPY}")
    assert found.dek is None
    assert len(found.blocks) == 2


def test_fused_tags_and_a_credit_close_an_article() -> None:
    found = article(
        f"# Title of it\n\n{COPY}\n\nReporting by Ana Ruiz; editing by Ben Cole\n\n"
        "climate policyEU budgetsolar power"
    )
    assert [tag.text for tag in found.tags] == ["climate policyEU budgetsolar power"]
    assert [byline.text for byline in found.bylines] == ["Ana Ruiz"]
    assert len(found.blocks) == 1


@pytest.mark.parametrize(
    "line",
    [
        "The vote took place on 5 May 2026.",
        "By the end of the week, nothing was left of it.",
        "iPhone and YouTube sales",
        "What happens next:",
    ],
)
def test_ordinary_lines_stay_copy(line: str) -> None:
    found = article(f"# Title of it\n\n{COPY}\n\n{line}\n\n{COPY}\n\n{line}")
    assert [block.text for block in found.blocks] == [COPY, line, COPY, line]
    assert set(found.fields) == {"headline"}


def test_a_dateline_is_a_field_and_stays_in_its_paragraph() -> None:
    found = article(f"# Title of it\n\nLEEDS, England, May 5 (Reuters) - {COPY}")
    assert found.all("dateline")[0].text == "LEEDS, England, May 5 (Reuters)"
    assert found.all("source")[0].text == "Reuters"
    assert found.blocks[0].text.startswith("LEEDS")


def test_unmarked_copy_is_read_like_plain_text() -> None:
    found = article(
        f"The Leeds Gazette\n\nCouncil cuts night buses\n\nBy Ana Ruiz\n\n{COPY}\n\nWhat changes\n\n{COPY}\n"
    )
    assert found.headline is not None
    assert found.headline.text == "Council cuts night buses"
    assert [heading.text for heading in found.headings] == ["What changes"]
    assert (found.format, "links" in found.carries) == ("markdown", True)


# -- places ---------------------------------------------------------------------------------------

WORD = st.text(st.sampled_from("abcé😀ñe\u0301字Z"), min_size=1, max_size=8)
MARKUP = st.sampled_from(
    ["{}", "*{}*", "**{}**", "_{}_", "`{}`", "~~{}~~", "[{}](http://x.org/é)", "<b>{}</b>", "\\*{}\\*",
     "&amp;{}", "{}&eacute;", "“{}”", "{}\t", "{}\\\\", "<!-- c -->{}", "![alt](i.png){}", "{}[^1]",
     "{{{{ {} }}}}", "{{{{< x >}}}}{}"]
)  # fmt: skip
BLOCK = st.sampled_from(
    ["{}", "## {}", "> {}", "- {}", "1. {}", "- > {}", "> - {}", "| {} | x |\n|-|-|\n| y | z |"]
)


@st.composite
def stories(draw: st.DrawFn) -> tuple[str, list[str]]:
    """Markdown made of known words, with the words."""
    words: list[str] = []
    written: list[str] = []
    for _ in range(draw(st.integers(1, 5))):
        line = []
        for word in draw(st.lists(WORD, min_size=1, max_size=5)):
            words.append(word)
            line.append(draw(MARKUP).format(word))
        block = draw(BLOCK)
        joint = " " if block.startswith(("#", "|")) else draw(st.sampled_from([" ", "\n", "  \n"]))
        if "\n" in joint and block[:1] in ">-1":
            joint += {">": "> ", "-": "  ", "1": "   "}[block[0]] + ("  " if block == "> - {}" else "")
        written.append(block.format(joint.join(line)))
    return "\n\n".join(written), words


@given(
    stories(),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.booleans(),
    st.sampled_from(["", "---\ntitle: é😀\n---\n"]),
)
def test_every_word_is_read_once_and_in_its_place(
    story: tuple[str, list[str]], line_break: str, mark: bool, header: str
) -> None:
    text, words = story
    data = (b"\xef\xbb\xbf" if mark else b"") + (header + text).replace("\n", line_break).encode()
    (found,) = read(data, "story.md")
    assert faults(found) == []
    passages = [block.passage for block in found.walk() if block.passage is not None]
    passages += [tag.passage for tag in found.tags]  # a last line may look like fused tags
    copy = " ".join(passage.written.text for passage in passages)
    at = 0
    for word in words:
        at = copy.find(word, at)
        assert at >= 0, (word, copy)
        at += len(word)


SYNTAX = st.text(
    st.sampled_from("#*_`~[]()!<>&;:|-+=\\\"'{}%/^.,1 \n\r\taé😀\u2028\u00a0\ufeff·")
    | st.characters(exclude_categories=["Cs"], exclude_characters="\0"),
    max_size=120,
)
FRAGMENTS = st.lists(
    st.sampled_from(
        ["{{<", ">}}", "{{%", "{% ", " %}", "{{", "}}", "{:", "}", ":::", "{{< note >}}", "{{< /note >}}",
         "<div>", "</div>", "<blockquote>", "</blockquote>", "<!--", "-->", "<p>", "<a href='x'>", "</a>",
         "<img src=x>", "<script>", "</script>", "<table><tr><td>", "</table>", "<ul><li>", "<Foo a={",
         "[gallery]", "[a](", ")", "![", "](x)", "[^1]", "[^1]: ", "[r]: x", "\n", "\n\n", "\r\n", "\r", "\t",
         "# ", "> ", "- ", "1. ", "```", "    ", "|a|b|\n|-|-|", "---", "+++", "title: x", "·", "é😀",
         "&amp;",
         "By Ana Ruiz", "Tags: a, b", "words", "import x from 'y'\n"]
    ),
    max_size=30,
).map("".join)  # fmt: skip


@given(SYNTAX | FRAGMENTS, st.sampled_from(["story.md", "story.mdx"]))
def test_any_text_is_read(text: str, path: str) -> None:
    (found,) = read(text.encode("utf-8"), path)
    assert faults(found) == []


@given(st.binary(max_size=80))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        articles = list(read(data, "story.md"))
    except SourceError:
        return
    for found in articles:
        assert faults(found) == []


@pytest.mark.parametrize("text", ["a \ud800 b", "---\ntitle: \udfff\n---\n\ud800 *x*", "a\0b *c*"])
def test_what_no_file_can_hold_does_not_stop_the_reader(text: str) -> None:
    from presslint.reading import markdown

    (found,) = markdown.read(Source(text))
    assert faults(found) == []
    assert found.blocks


@pytest.mark.parametrize(
    "text",
    [
        ">" * 50_000 + " x",
        "- " * 20_000 + "x",
        "".join("  " * depth + "- x\n" for depth in range(400)),
        "<blockquote>\n\n" * 2_000 + "x",
        "<div>" * 20_000 + "x",
        "{{< note >}}\n\n" * 2_000 + "x\n\n" + "{{< /note >}}\n\n" * 2_000,
        "*a **b " * 2_000,
    ],
)
def test_deep_nesting_stays_shallow(text: str) -> None:
    found = article(text)
    assert "x" in " ".join(block.text for block in found.walk()) or "a" in found.blocks[0].text
    depth = 0
    level = list(found.blocks)
    while level:
        depth += 1
        level = [child for block in level for child in block.children]
    assert depth <= 101


def test_plain_words_are_one_run() -> None:
    (block,) = article("Just words, é and 😀, in one line.").blocks
    assert block.passage is not None
    assert len(block.passage.runs) == 1
    assert one_to_one(block.passage)
