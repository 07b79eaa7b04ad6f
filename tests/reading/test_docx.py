"""Word documents: text one paragraph to a line, what is tracked, and files that must be refused."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress
from typing import Any

import pytest

from places import faults
from presslint.article import Article
from presslint.model.document import Block
from presslint.model.source import SourceError
from presslint.reading import read
from presslint.reading.docxpackage import RATIO_LIMIT

W = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
STYLES = f"""<w:styles {W}>
<w:style w:styleId="Titel"><w:name w:val="Title"/></w:style>
<w:style w:styleId="Subtitle"><w:name w:val="Subtitle"/></w:style>
<w:style w:styleId="H2"><w:name w:val="heading 2"/></w:style>
<w:style w:styleId="Cross"><w:name w:val="Crosshead"/><w:basedOn w:val="H2"/></w:style>
<w:style w:styleId="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Loop"/></w:style>
<w:style w:styleId="Quote"><w:name w:val="Quote"/></w:style>
<w:style w:styleId="Caption"><w:name w:val="caption"/></w:style>
<w:style w:styleId="LB"><w:name w:val="List Bullet"/></w:style>
</w:styles>"""
NUMBERING = f"""<w:numbering {W}><w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl>
</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>"""
RELS = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Target="https://x.example/f" TargetMode="External"/>
<Relationship Id="r2" Target="media/image1.png"/></Relationships>"""
NOTES = f"""<w:footnotes {W}><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>
<w:footnote w:id="2"><w:p><w:r><w:t>The council’s minutes.</w:t></w:r></w:p></w:footnote></w:footnotes>"""
COMMENTS = f"""<w:comments {W}><w:comment w:id="5"><w:p><w:r><w:t>Check this.</w:t></w:r></w:p></w:comment>
</w:comments>"""
CORE = """<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:creator>Desk</dc:creator>
<cp:keywords>bridges, Ayle</cp:keywords></cp:coreProperties>"""


def document(body: str, **parts: str) -> bytes:
    """A .docx whose body holds these paragraphs."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
        for name, text in {"styles": STYLES, "numbering": NUMBERING, **parts}.items():
            archive.writestr(f"word/{name}.xml", text)
        archive.writestr("word/_rels/document.xml.rels", RELS)
        archive.writestr("docProps/core.xml", CORE)
    return data.getvalue()


def p(text: str, style: str = "", extra: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f'<w:p><w:pPr>{named}{extra}</w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def item(text: str, level: int) -> str:
    return p(text, extra=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>')


def one(data: bytes) -> Article:
    (article,) = read(data, "story.docx")
    assert faults(article) == []
    return article


def texts(article: Article, name: str) -> list[str]:
    return [field.text for field in article.all(name)]


def outline(blocks: tuple[Block, ...]) -> list[Any]:
    return [
        (block.kind.value, block.text, *([outline(block.children)] if block.children else []))
        for block in blocks
    ]


COPY = "The bridge at Ayle opens to cars on Friday, nine weeks after a barge struck it, the council said."


def test_a_story() -> None:
    article = one(
        document(
            p("Bridge &amp; pier open", "Titel")
            + p("Lorries must wait until June", "Subtitle")
            + p("By Ines Moll and Ben Cole")
            + p("5 May 2026")
            + p(f"AYLE, England — {COPY}")
            + p("What next", "Cross")
            + p("Said.", "Quote")
            + p("The pier", "Caption")
            + p("More copy for the reader.", "Loop")
        )
    )
    assert texts(article, "headline") == ["Bridge & pier open"]
    assert texts(article, "dek") == ["Lorries must wait until June"]
    assert texts(article, "byline") == ["Ines Moll", "Ben Cole", "Desk"]
    assert [field.origin for field in article.bylines] == ["head", "head", "meta"]
    assert texts(article, "published") == ["5 May 2026"]
    assert texts(article, "dateline") == ["AYLE, England"]
    assert texts(article, "tags") == ["bridges", "Ayle"]
    assert outline(article.blocks) == [
        ("paragraph", f"AYLE, England — {COPY}"),
        ("heading", "What next"),
        ("quote", "", [("paragraph", "Said.")]),
        ("caption", "The pier"),
        ("paragraph", "More copy for the reader."),
    ]
    assert article.blocks[1].level == 2


def test_a_place_is_a_paragraph_and_a_character() -> None:
    article = one(document(p("First.") + p("") + p("See Friday.")))
    (friday, _), *_ = article.blocks[-1].passage.find("Friday")  # type: ignore[union-attr]
    assert article.source.position(friday.span.start) == (3, 5)
    assert article.source.text == "First.\n\nSee Friday.\n"
    assert article.place_of is not None
    assert article.place_of(friday.span.start) == "paragraph 3, character 5"


def test_lists_and_tables() -> None:
    table = (
        "<w:tbl><w:tr><w:tc>" + p("a") + "</w:tc><w:tc>" + p("b") + p("c") + "</w:tc></w:tr></w:tbl>"
        "<w:tbl><w:tr><w:tc>" + p("framed") + "</w:tc></w:tr></w:tbl>"
    )
    article = one(document(item("one", 0) + item("deep", 1) + item("two", 0) + p("bullet", "LB") + table))
    assert outline(article.blocks) == [
        ("list", "", [("item", "one", [("list", "", [("item", "deep")])]), ("item", "two")]),
        ("list", "", [("item", "bullet")]),
        ("table", "", [("row", "", [("cell", "a"), ("cell", "b", [("paragraph", "c")])])]),
        ("paragraph", "framed"),
    ]
    assert [block.ordered for block in article.blocks[:2]] == [True, False]


def test_marks_links_notes_and_pictures() -> None:
    body = (
        '<w:p><w:commentRangeStart w:id="5"/><w:r><w:rPr><w:b/></w:rPr><w:t>Two </w:t></w:r>'
        '<w:r><w:rPr><w:b/><w:i w:val="0"/></w:rPr><w:t>runs</w:t></w:r><w:r><w:t> and </w:t></w:r>'
        '<w:hyperlink r:id="r1"><w:r><w:t>a link</w:t></w:r></w:hyperlink>'
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText> HYPERLINK "https://y.example" </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>, another</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:footnoteReference w:id="2"/></w:r>'
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:br/><w:t>end</w:t><w:noBreakHyphen/></w:r>"
        '<w:r><w:drawing><wp:docPr descr="A pier"/><a:blip r:embed="r2"/></w:drawing></w:r></w:p>'
    )
    article = one(document(body, footnotes=NOTES, comments=COMMENTS))
    first = article.blocks[0]
    assert first.text == "Two runs and a link, another end\u2011"
    assert first.passage is not None
    assert [(mark.kind, mark.start, mark.end) for mark in first.passage.marks] == [("strong", 0, 8)]
    assert [(link.text.text, link.target, link.kind) for link in first.links] == [
        ("a link", "https://x.example/f", "link"),
        (", another", "https://y.example", "link"),
        ("", "footnote 2", "footnote"),
    ]
    (media,) = first.media
    assert media.alt is not None
    assert (media.target, media.alt.text) == ("media/image1.png", "A pier")
    assert outline(article.blocks)[1:] == [("footnote", "The council’s minutes.")]
    assert [comment.text for comment in article.comments] == ["Check this."]


def test_insertions_are_read_and_deletions_are_a_decision_still_open() -> None:
    article = one(
        document(
            "<w:p><w:r><w:t>The </w:t></w:r><w:del><w:r><w:delText>old </w:delText></w:r></w:del>"
            "<w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom></w:p>"
        )
    )
    assert article.blocks[0].text == "The new"
    assert [problem.message for problem in article.problems] == [
        "The tracked deletion of “old” is still open; accept or reject it.",
        "The tracked deletion of “gone” is still open; accept or reject it.",
    ]
    assert article.problems[0].span == (4, 4)


def test_a_text_box_is_read_once() -> None:
    box = "<w:txbxContent>" + p("In a box.") + "</w:txbxContent>"
    choice = f"<mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
    fallback = f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
    either = f"<mc:AlternateContent>{choice}{fallback}</mc:AlternateContent>"
    article = one(document(f"<w:p><w:r><w:t>Out.</w:t>{either}</w:r></w:p>"))
    assert [block.text for block in article.blocks] == ["Out.", "In a box."]


def raw_archive(**parts: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name.replace("__", "/"), text)
    return data.getvalue()


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"words", "not a .docx file"),
        (b"PK\x03\x04cut", "not a .docx file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "old .doc"),
        (raw_archive(a="b"), "word/document.xml is missing"),
        (document(" " * (RATIO_LIMIT * 60_000)), "unpacks to more than"),
        (raw_archive(**{"word/document.xml": '<!DOCTYPE w [<!ENTITY a "b">]><w>&a;</w>'}), "DOCTYPE"),
        (raw_archive(**{"word/document.xml": "<w:document><w:body>"}), "ends before"),
        (raw_archive(**{"word/document.xml": ""}), "holds no element"),
        (document("<w:tbl><w:tr><w:tc>" * 200), "nests deeper"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_refused_is_refused_in_one_line(data: bytes, says: str) -> None:
    with pytest.raises(SourceError) as caught:
        list(read(data, "story.docx"))
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)


def test_offsets_that_lead_out_of_the_archive_are_refused() -> None:
    whole = bytearray(document(p(COPY)))
    offset = whole.rindex(b"PK\x05\x06") + 16  # of the directory
    whole[offset : offset + 4] = b"\x00\x00\x00\x70"
    with pytest.raises(SourceError, match=r"story\.docx.*not a \.docx file|cannot be unpacked"):
        list(read(bytes(whole), "story.docx"))


def test_damaged_archives_never_raise_anything_else() -> None:
    whole = document(p(COPY), footnotes=NOTES)
    for at in range(0, len(whole), 97):
        damaged = whole[:at] + b"\x00\xff" + whole[at + 2 :]
        with suppress(SourceError):
            for article in read(damaged, "story.docx"):
                assert faults(article) == []
