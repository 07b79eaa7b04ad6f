"""The tools for agents, called by the protocol's own client over standard input and output."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from mcp import Client, StdioServerParameters
from mcp.types import CallToolResult, TextContent

from presslint import Config, check_text

ROOT = Path(__file__).parents[2]
STORY = "---\ntitle: The mayor spoke\ndate: 2026-05-04\nauthor: Ana Ruiz\n---\n\n😀 The the mayor spoke.\n"


@asynccontextmanager
async def agent(root: Path) -> AsyncIterator[Client]:
    """A client of a server for one folder."""
    command = ["-P", "-m", "presslint", "mcp", "--root", str(root)]
    server = StdioServerParameters(command=sys.executable, args=command, env=dict(os.environ))
    async with Client(server) as client:
        yield client


async def called(client: Client, tool: str, **arguments: Any) -> Any:
    """What a tool gives, read as JSON."""
    return json.loads(words(await client.call_tool(tool, arguments)))


async def refused(client: Client, tool: str, **arguments: Any) -> str:
    """Why a tool does nothing."""
    result = await client.call_tool(tool, arguments)
    assert isinstance(result, CallToolResult)
    assert result.is_error
    return "".join(part.text for part in result.content if isinstance(part, TextContent))


def words(result: object) -> str:
    assert isinstance(result, CallToolResult)
    (content,) = result.content
    assert isinstance(content, TextContent)
    assert not result.is_error, content.text
    return content.text


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    root = tmp_path / "desk"
    root.mkdir()
    (root / "presslint.yaml").write_text("select: [repeated-word]\n")
    (root / "story.md").write_text(STORY)
    (tmp_path / "outside.md").write_text(STORY)
    return root


@pytest.mark.asyncio
async def test_the_tools_and_their_records(desk: Path) -> None:
    async with agent(desk) as client:
        tools = (await client.list_tools()).tools
        assert [tool.name for tool in tools] == [
            "check_text",
            "check_files",
            "explain_rule",
            "list_rules",
            "apply_safe_fixes",
        ]
        assert [bool(tool.annotations and tool.annotations.read_only_hint) for tool in tools] == [
            True
        ] * 4 + [False]
        found = await called(client, "check_text", text=STORY, path="story.md")
        config = Config.load(desk)
        (record,) = check_text(STORY, path=desk / "story.md", config=config).findings
        assert found == {
            "files": 1,
            "counts": {"error": 0, "warning": 1, "suggestion": 0} | {record.severity: 1}
            if record.severity == "warning"
            else {"error": 1, "warning": 0, "suggestion": 0},
            "findings": [{"path": "story.md", **json.loads(json.dumps(record.as_dict()))}],
        }
        files = await called(client, "check_files")
        assert files["findings"] == found["findings"]
        page = words(await client.call_tool("explain_rule", {"name": "repeated-word"}))
        assert page.startswith("# repeated-word\n")
        assert "no rule “repeated-wrod”; did you mean" in await refused(
            client, "explain_rule", name="repeated-wrod"
        )
        rules = await called(client, "list_rules", chapter="leftovers")
        assert {"repeated-word"} <= {each["rule"] for each in rules["rules"]}
        assert {each["severity"] for each in rules["rules"] if each["rule"] != "repeated-word"} == {"off"}
        assert "no chapter “x”" in await refused(client, "list_rules", chapter="x")


@pytest.mark.asyncio
async def test_answers_keep_to_a_budget(desk: Path) -> None:
    for number in range(60):
        (desk / f"{number}.md").write_text(STORY)
    async with agent(desk) as client:
        few = await called(client, "check_files", limit=3)
        assert len(few["findings"]) == 3
        assert few["more"].startswith("and 58 more findings; ")
        result = await client.call_tool("check_files", {"limit": 1000})
        assert len(words(result)) < 26_000
        many = json.loads(words(result))
        assert sum(many["counts"].values()) == 61
        assert many["more"].startswith(f"and {61 - len(many['findings'])} more findings; ")
        everything = words(await client.call_tool("list_rules", {}))
        assert len(everything) < 26_000
        assert len(json.loads(everything)["rules"]) > 100


@pytest.mark.asyncio
async def test_safe_fixes_are_written_or_given_back(desk: Path) -> None:
    async with agent(desk) as client:
        text = await called(client, "apply_safe_fixes", path="story.md", text=STORY)
        assert text["text"] == STORY.replace("The the", "The")
        assert (desk / "story.md").read_text() == STORY
        none = await called(client, "apply_safe_fixes", path="story.md", fingerprints=[])
        assert (none["written"], none["fixed"]) == (False, [])
        done = await called(client, "apply_safe_fixes", path="story.md")
        assert done["written"]
        assert [each["rule"] for each in done["fixed"]] == ["repeated-word"]
        assert "-😀 The the mayor spoke." in done["diff"]
        assert (desk / "story.md").read_text() == STORY.replace("The the", "The")
        assert (await called(client, "check_files"))["findings"] == []


@pytest.mark.asyncio
async def test_files_keep_their_encoding_and_their_ends_of_lines(desk: Path) -> None:
    before = b"\xef\xbb\xbf" + STORY.replace("\n", "\r\n").encode()
    (desk / "story.md").write_bytes(before)
    async with agent(desk) as client:
        assert (await called(client, "apply_safe_fixes", path="story.md"))["written"]
    assert (desk / "story.md").read_bytes() == before.replace(b"The the", b"The")


@pytest.mark.asyncio
async def test_nothing_outside_the_workspace_is_read_or_written(desk: Path) -> None:
    outside = desk.parent / "outside.md"
    (desk / "link.md").symlink_to(outside)
    (desk / "away").symlink_to(desk.parent)
    subprocess.run(["git", "init", "-q"], cwd=desk, check=True)
    (desk / ".git" / "a.md").write_text(STORY)
    async with agent(desk) as client:
        for name in (
            "../outside.md",
            str(outside),
            "link.md",
            "away/outside.md",
            "/etc/passwd",
            "..",
            "a/../../x.md",
        ):
            for tool, extra in (
                ("check_files", {"paths": [name]}),
                ("apply_safe_fixes", {"path": name}),
                ("apply_safe_fixes", {"path": name, "text": STORY}),
                ("check_text", {"path": name, "text": STORY}),
            ):
                assert "is not in the workspace" in await refused(client, tool, **extra), (tool, name)
        assert "git's own" in await refused(client, "apply_safe_fixes", path=".git/a.md")
        whole = await called(client, "check_files")
        assert {each["path"] for each in whole["findings"]} == {"story.md"}
        assert "link out of this tree" in " ".join(whole["problems"])
    assert outside.read_text() == STORY
    assert (desk / ".git" / "a.md").read_text() == STORY


@pytest.mark.asyncio
async def test_a_config_above_the_workspace_and_one_that_is_written_later_do_nothing(desk: Path) -> None:
    (desk / "presslint.yaml").unlink()
    (desk.parent / "presslint.yaml").write_text("select: [missing-date]\n")
    async with agent(desk) as client:
        before = await called(client, "check_files")
        assert "repeated-word" in [each["rule"] for each in before["findings"]]
        (desk / "presslint.yaml").write_text("select: [missing-date]\n")
        assert await called(client, "check_files") == before


@pytest.mark.asyncio
async def test_what_a_config_excludes_is_not_mended(desk: Path) -> None:
    (desk / "presslint.yaml").write_text("select: [repeated-word]\nextend-exclude: [story.md]\n")
    async with agent(desk) as client:
        assert "left out" in await refused(client, "apply_safe_fixes", path="story.md")
        assert "no such file" in await refused(client, "apply_safe_fixes", path="gone.md")
    assert (desk / "story.md").read_text() == STORY


def test_a_broken_config_and_a_missing_extra_are_one_line(desk: Path) -> None:
    (desk / "presslint.yaml").write_text("selct: []\n")
    command = [sys.executable, "-P", "-m", "presslint", "mcp", "--root", str(desk)]
    done = subprocess.run(command, input="", capture_output=True, text=True, cwd=ROOT)
    assert (done.returncode, done.stdout) == (2, "")
    assert "did you mean “select”" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    code = "import sys; sys.modules['mcp'] = None; from presslint.cli import run; sys.exit(run(['mcp']))"
    done = subprocess.run([sys.executable, "-P", "-c", code], capture_output=True, text=True, cwd=ROOT)
    assert (done.returncode, done.stdout) == (2, "")
    assert (
        done.stderr
        == "presslint: the tools for agents need mcp; install it with: pip install 'presslint[mcp]'\n"
    )
