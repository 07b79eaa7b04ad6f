"""E-mail: the text among parts and encodings, with exact places."""

from __future__ import annotations

import base64
import quopri
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from places import faults
from presslint.article import Article
from presslint.model.source import SourceError
from presslint.reading import read


def one(data: bytes) -> Article:
    (article,) = read(data, "mail.eml")
    assert faults(article) == []
    return article


def texts(article: Article, name: str) -> list[str]:
    return [field.text for field in article.all(name)]


HEAD = (
    "Delivered-To: desk@post.example\r\nReceived: from a.example\r\n\tby b.example\r\n"
    'From: "Moll, Ines" <ines@post.example>\r\nSubject: =?utf-8?Q?Br=C3=BCcke?= at Ayle\r\n opens\r\n'
)
COPY = "The bridge at Ayle opens on Friday \u2013 at last, says the council.\n\nIt was shut in March.\n"
LINES = ["The bridge at Ayle opens on Friday \u2013 at last, says the council.", "It was shut in March."]


@pytest.mark.parametrize("way", ["8bit", "quoted-printable", "base64"])
def test_a_text_in_each_transfer_encoding(way: str) -> None:
    raw = COPY.encode()
    body = {"8bit": raw, "quoted-printable": quopri.encodestring(raw), "base64": base64.encodebytes(raw)}[way]
    head = f"{HEAD}Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: {way}\r\n\r\n"
    article = one(head.encode() + body)
    assert texts(article, "headline") == ["Br\u00fccke at Ayle opens"]
    assert texts(article, "source") == ["Moll, Ines"]
    assert [block.text for block in article.blocks] == LINES
    assert "metadata" not in article.carries


def test_the_plain_part_is_read_and_attachments_are_not() -> None:
    mail = EmailMessage()
    mail["Subject"], mail["From"] = "Bridge opens", "ines@post.example"
    mail.set_content(COPY)
    mail.add_alternative("<p>Other words.</p>", subtype="html")
    mail.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="a.pdf")
    mail.add_attachment("Not the story.", filename="note.txt")
    article = one(mail.as_bytes())
    assert [block.text for block in article.blocks] == LINES
    assert texts(article, "source") == ["ines@post.example"]


def test_html_is_read_where_nothing_is_plain() -> None:
    mail = EmailMessage()
    mail["Subject"], mail["From"] = "Bridge opens", "ines@post.example"
    mail.set_content("<p>The bridge &amp; pier.</p><h2>Next</h2>", subtype="html", cte="quoted-printable")
    assert [block.text for block in one(mail.as_bytes()).blocks] == ["The bridge & pier.", "Next"]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"Just words.\n", "no \u201cFrom:\u201d"),
        (b"", "no \u201cFrom:\u201d"),
        (
            b"From: a@b.example\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\naaaa\n",
            "no part",
        ),
        (b"From: a@b.example\nContent-Type: multipart/mixed; boundary=x\n\n--x\n", "no part"),
    ],
)
def test_what_is_no_message_is_refused_in_one_line(data: bytes, says: str) -> None:
    with pytest.raises(SourceError) as caught:
        list(read(data, "mail.eml"))
    assert says in str(caught.value)


def test_parts_in_parts_are_bounded() -> None:
    body = b"x\n"
    for number in range(100):
        mark = b"b%d" % number
        body = (
            b"Content-Type: multipart/mixed; boundary="
            + mark
            + b"\n\n--"
            + mark
            + b"\n"
            + body
            + b"\n--"
            + mark
            + b"--\n"
        )
    with pytest.raises(SourceError):
        list(read(b"Subject: A\n" + body, "mail.eml"))


@settings(max_examples=60)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=40))
def test_the_span_of_a_word_decodes_to_it(word: str) -> None:
    copy = f"The bridge A{word}b opens on Friday, at last, says the council of Ayle, which paid for it."
    head = "Subject: Bridge\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
    escaped = copy.replace("&", "&amp;").replace("<", "&lt;")
    article = one(head.encode() + quopri.encodestring(f"<p>{escaped}</p>".encode()))
    passage = article.blocks[0].passage
    assert passage is not None
    written = article.source.text[passage.span.start : passage.span.end]
    decoded = quopri.decodestring(written.encode()).decode()
    assert decoded.replace("&lt;", "<").replace("&amp;", "&").split() == passage.written.text.split()
