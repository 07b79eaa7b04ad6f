"""What floods of tags cost to read, beside plain copy of the same size: one command, one run.

    python benchmarks/floods.py [--size KB] [--check] [--only WORD]

Each flood is a file of one thing over and over: tags that open, close or nest, attributes, escapes, columns, headers,
messages. Printed are processor seconds for a megabyte, how many times the plain copy that is, and how the time
grows from a file of half the size to one of the whole: 2 is in proportion, 4 is with the square. With `--check` the
default rules judge each file, too. Whoever feeds a linter what it finds on the web needs none of these to stall it.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from presslint.engine.lint import lint
from presslint.model.source import SourceError
from presslint.packs.catalog import Catalog, house
from presslint.reading import read

Flood = Callable[[int], str]
SENTENCE = "The council voted on Tuesday to keep the night buses, the transport lead said. "
XML = "<nitf><body><body.content>{}</body.content></body></nitf>"
MAIL = "From: a@b.example\nSubject: Pier\nMIME-Version: 1.0\n"
G2 = '<newsItem guid="a"><contentMeta><headline>A</headline></contentMeta></newsItem><!--c-->'
SOH, STX, ETX = "\x01", "\x02", "\x03"


def page(tag: str, closed: str = "") -> Flood:
    """A page of one tag after the other, then of what closes them."""
    whole = len(tag) + len(closed)
    return lambda size: f"<html><body><article>{tag * (size // whole)}{closed * (size // whole)}"


def xml(piece: str, frame: str = XML) -> Flood:
    return lambda size: frame.format(piece * (size // len(piece)))


def body(start: str, piece: str, end: str) -> Flood:
    """An entry whose body is made of one piece over and over."""
    return lambda size: (
        f'{{"title": "Pier", "body": {start}{",".join([piece] * (size // (len(piece) + 1)))}{end}}}'
    )


def text_of(text: str, kind: str = "text/plain", way: str = "8bit") -> Flood:
    head = f"{MAIL}Content-Type: {kind}; charset=utf-8\nContent-Transfer-Encoding: {way}\n\n"
    return lambda size: head + text * (size // len(text))


def parts(size: int) -> str:
    inside = "--b\nContent-Type: image/png\n\nx\n"
    return f'{MAIL}Content-Type: multipart/mixed; boundary="b"\n\n{inside * (size // len(inside))}--b--\n'


def ranges(size: int) -> str:
    """A block of Draft.js whose styles are one for each letter."""
    one = '{{"offset":{},"length":2,"style":"BOLD"}}'
    count = size // 40
    styles = ",".join(one.format(number) for number in range(count))
    block = f'{{"text":"{"a" * count}","type":"unstyled","inlineStyleRanges":[{styles}],"entityRanges":[]}}'
    return f'{{"title":"Pier","body":{{"blocks":[{block}],"entityMap":{{}}}}}}'


def attributes(size: int) -> str:
    return XML.format("<p " + " ".join(f'a{number}="1"' for number in range(size // 10)) + ">a</p>")


def deep(opened: str, closed: str, inside: str, limit: int = 10**9) -> Flood:
    def flood(size: int) -> str:
        count = min(size // (len(opened) + len(closed)), limit)
        return f'{{"title":"Pier","body":{opened * count}{inside}{closed * count}}}'

    return flood


PARAGRAPH = '{"type":"paragraph","content":[{"type":"text","text":"a"}]}'
MARKED = '{"type":"text","text":"a","marks":[{"type":"bold"},{"type":"link","attrs":{"href":"/a"}}]}'
COMPONENT = "<NewsComponent><ContentItem><DataContent>a</DataContent></ContentItem></NewsComponent>"
PHOTO = '<NewsComponent><ContentItem Href="a"><MediaType FormalName="Photo"/></ContentItem></NewsComponent>'
NEWSML = "<NewsML><NewsItem><NewsComponent><NewsLines><HeadLine>A</HeadLine></NewsLines>{}</NewsComponent></NewsItem></NewsML>"
MESSAGE = f"{SOH}a0421\x1ft\nr d\x13\x11 BC-A     05-04 0120\n{STX}^BC-A,1<\n^Pier<\n\t  {SENTENCE}\n{ETX}\n"
HEAD = f"{SOH}a0421\x1ft\nr d\x13\x11 BC-A     05-04 0120\n{STX}"

FLOODS: dict[str, tuple[str, Flood]] = {
    "paragraphs": ("a.html", page("<p>")),
    "paragraphs of a letter": ("a.html", page("<p>a</p>")),
    "links": ("a.html", page("<a href=x>a")),
    "inline tags": ("a.html", page("<b><i><a>")),
    "nested boxes": ("a.html", page("<div>", "</div>")),
    "nested lists": ("a.html", page("<ul><li>", "</li></ul>")),
    "nested tables": ("a.html", page("<table><tr><td>", "</table>")),
    "spans with classes": ("a.html", page('<span class="share-bar related">a</span>')),
    "attributes": ("a.html", lambda size: f"<html><body><p {'a=1 ' * (size // 4)}>a</p>"),
    "end tags": ("a.html", page("</p></div>")),
    "open angles": ("a.html", page("< <p")),
    "comments": ("a.html", page("<!--a-->")),
    "entities": ("a.html", page("&amp;&lt;")),
    "line breaks": ("a.html", page("a<br>")),
    "pictures": ("a.html", page('<img src="a.jpg">')),
    "headings": ("a.html", page("<h2>a")),
    "JSON-LD": ("a.html", page('<script type="application/ld+json">{"@type":"Article"}</script>')),
    "tags in a text of JSON": ("a.json", body('"', "<b><i>a</i></b>", '"')),
    "ProseMirror paragraphs": ("a.json", body('{"type":"doc","content":[', PARAGRAPH, "]}")),
    "ProseMirror marks": (
        "a.json",
        body('{"type":"doc","content":[{"type":"paragraph","content":[', MARKED, "]}]}"),
    ),
    "ProseMirror nested": (
        "a.json",
        deep('{"type":"doc","content":[', "]}", PARAGRAPH),
    ),
    "lists nested": ("a.json", deep("[", "]", "1")),
    "Draft.js ranges": ("a.json", ranges),
    "Quill inserts": ("a.json", body('{"ops":[', '{"insert":"a\\n"}', "]}")),
    "Editor.js blocks": ("a.json", body('{"blocks":[', '{"type":"paragraph","data":{"text":"a"}}', "]}")),
    "Slate": ("a.json", body("[", '{"type":"p","children":[{"text":"a"}]}', "]")),
    "escapes": ("a.json", body('"', "\\u0061\\n", '"')),
    "keys": ("a.json", lambda size: '{"title":"A","body":"B",' + '"k":1,' * (size // 6) + '"z":1}'),
    "articles": ("a.json", lambda size: "[" + '{"title":"A","body":"B"},' * (size // 25) + "1]"),
    "tags in a cell": ("a.csv", lambda size: f'title,body\nA,"{"<b><i>a" * (size // 7)}"\n'),
    "rows": ("a.csv", lambda size: "title,body\n" + "A,<p>b\n" * (size // 7)),
    "columns": ("a.csv", lambda size: f"title,body{',c' * (size // 4)}\nA,b{',d' * (size // 4)}\n"),
    "quoted-printable": ("a.eml", text_of("=41=C3=A9", way="quoted-printable")),
    "tags in mail": ("a.eml", text_of("<b><i>a", "text/html")),
    "headers": ("a.eml", lambda size: MAIL + "X-A: b\n" * (size // 7) + "\nText.\n"),
    "headers in text": ("a.txt", lambda size: MAIL + "X-A: b\n" * (size // 7) + "\nText.\n"),
    "parts": ("a.eml", parts),
    "NITF paragraphs": ("a.xml", xml("<p>a</p>")),
    "NITF empty tags": ("a.xml", xml("<em/>")),
    "NITF attributes": ("a.xml", attributes),
    "NewsML components": ("a.xml", xml(COMPONENT, NEWSML)),
    "NewsML pictures": ("a.xml", xml(PHOTO, NEWSML.replace("{}", COMPONENT + "{}"))),
    "NewsML items": ("a.xml", xml(f"<NewsItem>{COMPONENT}</NewsItem>", "<NewsML>{}</NewsML>")),
    "NewsML-G2 items": ("a.xml", xml(G2, "<newsMessage>{}</newsMessage>")),
    "Atom entries": ("a.xml", xml("<entry><title>A</title></entry>", "<feed>{}</feed>")),
    "messages of ANPA": ("a.anpa", lambda size: MESSAGE * (size // len(MESSAGE))),
    "lines above the copy": ("a.anpa", lambda size: HEAD + "^A b<\n" * (size // 6) + f"\t  {SENTENCE}\n{ETX}"),
    "rows of ANPA": ("a.anpa", lambda size: f"{HEAD}^BC-A,1<\n^Pier<\n" + "\t  a;b;c;d<\n" * (size // 12) + ETX),
    "IPTC keywords": ("a.iptc", lambda size: f"{SOH}tm1 4 i 12\n\n{'a/' * 1900}\n{STX}A =\n\n{SENTENCE * (size // 80)}{ETX}"),
    "lines of IPTC": ("a.iptc", lambda size: f"{SOH}tm1 4 i 12\n\na/\n{STX}A =\n\n" + "ab cd\n" * (size // 6) + ETX),
}  # fmt: skip


def seconds(name: str, text: str, judge: bool) -> float:
    """Processor time to read a file and, if wanted, to judge it."""
    data = text.encode()
    rules = [rule() for rule in Catalog([house()]).rules.values() if rule.default_on] if judge else []
    start = time.process_time()
    try:
        for article in read(data, name):
            if judge:
                lint(article, rules)
    except SourceError:
        pass  # a refusal costs what it cost
    return time.process_time() - start


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--size", type=int, default=1000, help="kilobytes of the larger file")
    parser.add_argument("--check", action="store_true", help="judge the files, too")
    parser.add_argument("--only", default="", help="floods whose name has this word")
    given = parser.parse_args()
    size = given.size * 1000
    copy = "\n\n".join([SENTENCE * 4] * (size // (len(SENTENCE) * 4)))
    page_of_copy = "".join(f"<p>{SENTENCE * 4}</p>\n" for _ in range(size // (len(SENTENCE) * 4)))
    seconds("a.txt", copy, given.check)  # what is imported once is not counted
    seconds("a.html", page_of_copy, given.check)
    plain = seconds("a.html", page_of_copy, given.check) / size * 1e6
    print(f"plain copy as a page: {plain:.2f} s a megabyte\n")
    print("| flood | file | s a megabyte | times plain copy | growth |\n|---|---|---|---|---|")
    for name, (file, flood) in FLOODS.items():
        if given.only not in name and given.only not in file:
            continue
        half, whole = flood(size // 2), flood(size)
        seconds(file, flood(2000), given.check)
        first, last = seconds(file, half, given.check), seconds(file, whole, given.check)
        each = last / len(whole.encode()) * 1e6
        print(
            f"| {name} | {file} | {each:.2f} | {each / plain:.1f} | {last / max(first, 1e-4):.1f} |",
            flush=True,
        )


if __name__ == "__main__":
    main()
