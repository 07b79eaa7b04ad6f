"""The language server, spoken to as an editor speaks to it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from editor import FULL, HEAD, QUIET, ROOT, SERVER, STORY, editor, uri

ENCODINGS = ["utf-8", "utf-16", "utf-32"]


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A workspace with a config that selects two rules."""
    (tmp_path / "presslint.yaml").write_text(QUIET)
    (tmp_path / "story.md").write_text(STORY)
    return tmp_path


# -- diagnostics -------------------------------------------------------------------------------------------------


@pytest.mark.asyncio
async def test_a_finding_is_told_when_an_article_is_opened(desk: Path) -> None:
    async with editor(desk) as ed:
        story = ed.open(desk / "story.md")
        (found,) = await ed.published(story)
        assert ed.words(story, found.range) == "The the"
        assert (found.code, found.source) == ("repeated-word", "presslint")
        assert found.code_description is not None
        assert found.code_description.href.endswith("/repeated-word.md")


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.asyncio
async def test_places_behind_an_emoji_in_each_encoding(desk: Path, encoding: str, newline: str) -> None:
    text = (HEAD + "😀 The the mayor spoke. Ça va, 👩‍👩‍👧 and and so on.\n").replace("\n", newline)
    async with editor(desk, encodings=[encoding]) as ed:
        assert ed.answer.capabilities.position_encoding == encoding
        story = ed.open(desk / "story.md", text)
        found = await ed.published(story)
        assert [ed.words(story, each.range) for each in found] == ["The the", "and and"]
        version = ed.type(story, "😀 The the", "😀 🎈The the")  # a change right behind an emoji
        found = await ed.published(story, version)
        assert [ed.words(story, each.range) for each in found] == ["The the", "and and"]
        for title in ("and and", "The the"):
            version = ed.versions[story]
            place = next(each.range for each in found if ed.words(story, each.range) == title)
            await ed.take((await ed.actions(story, place, ["quickfix"]))[0])
            found = await ed.published(story, version + 1)
        assert ed.texts[story] == text.replace("😀 The the", "😀 🎈The").replace("and and", "and")
        assert found == []


@pytest.mark.asyncio
async def test_lines_end_where_editors_end_them(desk: Path) -> None:
    """Layout programs leave U+2028 in copy; a library counted it as the end of a line, and changes went astray."""
    text = HEAD + "One\u2028line, \x0cone\x85line.\n\nThe the mayor spoke.\n"
    async with editor(desk) as ed:
        story = ed.open(desk / "story.md", text)
        (found,) = await ed.published(story)
        assert ed.words(story, found.range) == "The the"
        version = ed.type(story, "The the", "The")
        assert await ed.published(story, version) == []
        version = ed.type(story, "The mayor", "The mayor the the")
        (found,) = await ed.published(story, version)
        assert ed.words(story, found.range) == "the the"


@pytest.mark.asyncio
async def test_severities_and_other_places_are_told(tmp_path: Path) -> None:
    (tmp_path / "presslint.yaml").write_text(
        "select: [repeated-word, missing-byline, repeated-sentence]\n"
        "severity: {repeated-word: error, missing-byline: warning, repeated-sentence: suggestion}\n"
    )
    twice = "The council met on Monday to talk about the old pier and its future.\n\n"
    text = "---\ntitle: The mayor spoke\n---\n\nThe the mayor spoke.\n\n" + twice + "It was late.\n\n" + twice
    for how, level in (("information", 3), ("hint", 4)):
        async with editor(tmp_path, options={"suggestions": how}) as ed:
            story = ed.open(tmp_path / "a.md", text)
            found = {str(each.code): each for each in await ed.published(story)}
            assert {name: each.severity for name, each in found.items()} == {
                "repeated-word": 1,
                "missing-byline": 2,
                "repeated-sentence": level,
            }
            (other,) = found["repeated-sentence"].related_information or ()
            assert ed.words(story, other.location.range).startswith("The council met")
            assert other.location.uri == story


@pytest.mark.asyncio
async def test_suggestions_may_be_left_out(desk: Path) -> None:
    (desk / "presslint.yaml").write_text("select: [repeated-word]\nseverity: {repeated-word: suggestion}\n")
    async with editor(desk, options={"suggestions": "off"}) as ed:
        story = ed.open(desk / "story.md")
        assert await ed.published(story) == []


@pytest.mark.asyncio
async def test_what_cannot_be_read_is_told_at_its_place(desk: Path) -> None:
    async with editor(desk) as ed:
        story = ed.open(desk / "a.html", "<p>half a pair \ud800</p>", "html")
        (found,) = await ed.published(story)
        assert (found.code, found.severity) == ("unreadable", 1)


@pytest.mark.asyncio
async def test_a_burst_of_keystrokes_is_checked_as_it_ends(desk: Path) -> None:
    """What is overtaken is given up; what is told is told of the newest version, and told once."""
    async with editor(desk, options={"debounce": 0}) as ed:
        story = ed.open(desk / "story.md")
        await ed.published(story)
        for number in range(30):
            version = ed.type(story, "all", f"all{number % 10}")
        version = ed.type(story, "The the", "A")
        assert await ed.published(story, version) == []
        assert ed._sent[story].empty()


@pytest.mark.asyncio
async def test_a_closed_article_has_no_diagnostics(desk: Path) -> None:
    async with editor(desk) as ed:
        story = ed.open(desk / "story.md")
        assert await ed.published(story)
        ed.close(story)
        assert await ed.published(story, None) == []


@pytest.mark.asyncio
async def test_diagnostics_are_pulled_where_the_editor_pulls_and_then_never_sent(desk: Path) -> None:
    async with editor(desk, pull=True) as ed:
        provider = ed.answer.capabilities.diagnostic_provider
        assert provider is not None
        assert not provider.workspace_diagnostics
        story = ed.open(desk / "story.md")
        report = await ed.pulled(story)
        assert [ed.words(story, each.range) for each in report.items] == ["The the"]
        assert (await ed.pulled(story, report.result_id)).kind == "unchanged"
        ed.type(story, "The the", "The")
        after = await ed.pulled(story, report.result_id)
        assert (after.kind, list(after.items)) == ("full", [])
        (desk / "other.md").write_text(STORY)
        assert len((await ed.pulled(uri(desk / "other.md"))).items) == 1  # behind a tab, and not open
        assert (await ed.pulled(uri(desk / "gone.md"))).items == ()
        assert not ed._sent


@pytest.mark.asyncio
async def test_pulled_diagnostics_are_asked_for_again_when_a_config_changes(desk: Path) -> None:
    async with editor(desk, pull=True) as ed:
        story = ed.open(desk / "story.md")
        report = await ed.pulled(story)
        (desk / "presslint.yaml").write_text("select: [missing-byline]\n")
        change(ed, desk / "presslint.yaml")
        await ed.refreshed.get()
        after = await ed.pulled(story, report.result_id)
        assert (after.kind, list(after.items)) == ("full", [])


@pytest.mark.asyncio
async def test_the_whole_workspace_is_pulled_if_the_editor_wants_it(desk: Path) -> None:
    (desk / "other.md").write_text(STORY)
    (desk / "clean.md").write_text(STORY.replace("The the", "The"))
    async with editor(desk, pull=True, options={"workspaceDiagnostics": True}) as ed:
        provider = ed.answer.capabilities.diagnostic_provider
        assert provider is not None
        assert provider.workspace_diagnostics
        story = ed.open(desk / "story.md", STORY.replace("The the", "The"))
        params = types.WorkspaceDiagnosticParams([])
        report = await ed.client.workspace_diagnostic_async(params)
        found = {Path(each.uri).name: each for each in report.items}
        assert {name: len(each.items) for name, each in found.items()} == {
            "story.md": 0,
            "other.md": 1,
            "clean.md": 0,
        }
        assert (found["story.md"].version, found["other.md"].version) == (1, None)
        known = [types.PreviousResultId(each.uri, each.result_id) for each in report.items]
        (desk / "other.md").write_text(STORY + "\nHe he said so.\n")
        again = await ed.client.workspace_diagnostic_async(types.WorkspaceDiagnosticParams(known))
        told = {Path(each.uri).name: each.kind for each in again.items}
        assert told == {"story.md": "unchanged", "other.md": "full", "clean.md": "unchanged"}
        assert story in {each.uri for each in again.items}


@pytest.mark.asyncio
async def test_a_pulled_workspace_comes_in_portions(desk: Path) -> None:
    for number in range(45):
        (desk / f"{number}.md").write_text(STORY)
    async with editor(desk, pull=True, options={"workspaceDiagnostics": True}) as ed:
        partial: list[types.ProgressParams] = []
        ed.client.protocol.fm.features.pop(types.PROGRESS)

        @ed.client.feature(types.PROGRESS)
        def progress(params: types.ProgressParams) -> None:
            partial.append(params)

        params = types.WorkspaceDiagnosticParams([], partial_result_token="portion")
        report = await ed.client.workspace_diagnostic_async(params)
        assert not report.items
        sizes = [len(each.value["items"]) for each in partial]
        assert sizes == [20, 20, 6]


# -- which articles, and when ------------------------------------------------------------------------------------


@pytest.mark.asyncio
async def test_what_a_config_excludes_is_left_in_peace(desk: Path) -> None:
    (desk / "presslint.yaml").write_text(QUIET + "extend-exclude: [drafts/]\n")
    (desk / "drafts").mkdir()
    async with editor(desk) as ed:
        for name in ("drafts/a.md", "README.md", "package.json", "node_modules/a.md"):
            assert await ed.published(ed.open(desk / name, STORY)) == [], name
        assert await ed.published(ed.open(desk / "a.md", STORY))


@pytest.mark.asyncio
async def test_what_git_ignores_is_left_in_peace(desk: Path) -> None:
    subprocess.run(["git", "init", "-q"], cwd=desk, check=True)
    (desk / ".gitignore").write_text("build/\n")
    (desk / "build").mkdir()
    async with editor(desk) as ed:
        assert await ed.published(ed.open(desk / "build" / "a.md", STORY)) == []
        assert await ed.published(ed.open(desk / "a.md", STORY))


@pytest.mark.asyncio
async def test_quiet_without_a_config_if_so_set(tmp_path: Path) -> None:
    for options, count in ((None, 1), ({"requireConfig": True}, 0)):
        async with editor(tmp_path, options=options) as ed:
            found = await ed.published(ed.open(tmp_path / "story.md", STORY))
            assert len([each for each in found if each.code == "repeated-word"]) == count
    (tmp_path / "presslint.yaml").write_text(QUIET)
    async with editor(tmp_path, options={"requireConfig": True}) as ed:
        assert len(await ed.published(ed.open(tmp_path / "story.md", STORY))) == 1


@pytest.mark.asyncio
async def test_an_article_that_has_no_file_yet(desk: Path) -> None:
    async with editor(desk) as ed:
        ed.open_uri("untitled:Untitled-1", STORY)
        (found,) = await ed.published("untitled:Untitled-1")
        assert found.code == "repeated-word"


@pytest.mark.asyncio
async def test_each_folder_has_its_own_config_and_folders_come_and_go(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    for folder, rules in ((one, "[repeated-word]"), (two, "[missing-byline]")):
        folder.mkdir()
        (folder / "presslint.yaml").write_text(f"select: {rules}\n")
    text = STORY.replace("author: Ana Ruiz\n", "")
    async with editor(one, two) as ed:
        first, second = ed.open(one / "a.md", text), ed.open(two / "a.md", text)
        assert [each.code for each in await ed.published(first)] == ["repeated-word"]
        assert [each.code for each in await ed.published(second)] == ["missing-byline"]
        removed = [types.WorkspaceFolder(uri(one), "one")]
        event = types.WorkspaceFoldersChangeEvent([], removed)
        ed.client.workspace_did_change_workspace_folders(types.DidChangeWorkspaceFoldersParams(event))
        assert [each.code for each in await ed.published(first)] == ["repeated-word"]  # told anew
        assert (await ed.command("presslint.server.checkWorkspace"))["files"] == 2  # those that are open


@pytest.mark.asyncio
async def test_lint_on_save_waits_for_the_save(desk: Path) -> None:
    async with editor(desk, options={"run": "onSave"}) as ed:
        story = ed.open(desk / "story.md")
        await ed.published(story)
        ed.type(story, "all", "us all")
        version = ed.type(story, "The the", "The")
        ed.save(story)
        assert await ed.published(story, version) == []
        assert ed._sent[story].empty()


# -- config and settings -----------------------------------------------------------------------------------------


def change(ed: object, path: Path) -> None:
    event = types.FileEvent(uri(path), types.FileChangeType.Changed)
    ed.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))  # type: ignore[attr-defined]


@pytest.mark.asyncio
async def test_configs_are_watched_and_read_again(desk: Path) -> None:
    async with editor(desk) as ed:
        story = ed.open(desk / "story.md")
        assert await ed.published(story)
        (registered,) = ed.registered
        assert registered.method == "workspace/didChangeWatchedFiles"
        (desk / "presslint.yaml").write_text("select: [missing-byline]\n")
        change(ed, desk / "presslint.yaml")
        assert await ed.published(story) == []
        (desk / "presslint.yaml").unlink()
        change(ed, desk / "presslint.yaml")
        assert "repeated-word" in [each.code for each in await ed.published(story)]


@pytest.mark.asyncio
async def test_a_changed_config_is_noticed_without_a_watching_editor(desk: Path) -> None:
    async with editor(desk, watch=False) as ed:
        story = ed.open(desk / "story.md")
        assert await ed.published(story)
        assert ed.registered == []
        (desk / "presslint.yaml").write_text("select: [missing-byline]\n")
        version = ed.type(story, "all", "us all")
        assert await ed.published(story, version) == []


@pytest.mark.asyncio
async def test_a_list_that_a_config_names_is_noticed(desk: Path) -> None:
    (desk / "presslint.yaml").write_text(
        "select: [tag-vocabulary]\nrules: {tag-vocabulary: {file: tags.txt}}\n"
    )
    (desk / "tags.txt").write_text("ferries\n")
    text = STORY.replace("---\n\n", "tags: [harbours]\n---\n\n")
    async with editor(desk) as ed:
        story = ed.open(desk / "story.md", text)
        assert [each.code for each in await ed.published(story)] == ["tag-vocabulary"]
        (desk / "tags.txt").write_text("ferries\nharbours\n")
        version = ed.type(story, "all", "us all")
        assert await ed.published(story, version) == []


@pytest.mark.asyncio
async def test_a_broken_config_is_marked_in_its_file_and_mended_there(desk: Path) -> None:
    config = desk / "presslint.yaml"
    config.write_text("fail-on: error\nselct: [repeated-word]\n")
    async with editor(desk) as ed:
        story = ed.open(desk / "story.md")
        assert await ed.published(story) == []
        (found,) = await ed.published(uri(config), None)
        assert found.range.start.line == 1
        assert "did you mean “select”" in found.message
        assert "did you mean “select”" in await ed.messages.get()
        config.write_text(QUIET)
        change(ed, config)
        assert await ed.published(uri(config), None) == []
        assert len(await ed.published(story)) == 1
        assert ed.messages.empty()


@pytest.mark.asyncio
async def test_a_config_may_be_given_by_the_editor(desk: Path) -> None:
    (desk / "other.yaml").write_text("select: [missing-byline]\n")
    for given in ("other.yaml", {"select": ["missing-byline"]}):
        async with editor(desk, options={"config": given}) as ed:
            story = ed.open(desk / "story.md", STORY.replace("author: Ana Ruiz\n", ""))
            assert [each.code for each in await ed.published(story)] == ["missing-byline"]


@pytest.mark.asyncio
async def test_settings_are_asked_for_and_changed(desk: Path) -> None:
    settings = {"config": {"select": ["missing-byline"]}, "path": "for the editor alone"}
    async with editor(desk, configuration=True, settings=settings) as ed:
        story = ed.open(desk / "story.md")
        while await ed.published(story):
            pass
        ed.client.set_configuration({"presslint": {"config": {"select": ["repeated-word"]}}})
        ed.client.workspace_did_change_configuration(types.DidChangeConfigurationParams(None))
        assert len(await ed.published(story)) == 1
        pushed = {"presslint": {"config": {"select": ["missing-byline"]}}}
        ed.client.workspace_did_change_configuration(types.DidChangeConfigurationParams(pushed))
        assert await ed.published(story) == []


@pytest.mark.asyncio
async def test_a_setting_that_is_none_is_told(desk: Path) -> None:
    async with editor(desk, options={"debonce": 5}) as ed:
        assert "debonce" in await ed.messages.get()
        assert len(await ed.published(ed.open(desk / "story.md"))) == 1


@pytest.mark.asyncio
async def test_python_of_a_workspace_runs_only_where_it_is_allowed(desk: Path) -> None:
    (desk / "house").mkdir()
    (desk / "house" / "own_rule.py").write_text(
        "from pathlib import Path\nfrom presslint import Rule\n"
        f"Path({str(desk / 'ran')!r}).write_text('')\n"
        'class OwnRule(Rule):\n    """Something stands. """\n'
        "    def check(self, article):\n        yield self.finding(article, 'Write something.')\n"
    )
    (desk / "presslint.yaml").write_text(
        "extends: []\nselect: [repeated-word]\npacks: [house]\npython: true\n"
    )
    async with editor(desk) as ed:
        assert len(await ed.published(ed.open(desk / "story.md"))) == 1
    assert not (desk / "ran").exists()
    (desk / "presslint.yaml").write_text("select: [own-rule]\npacks: [house]\npython: true\n")
    async with editor(desk, options={"python": True}) as ed:
        assert [each.code for each in await ed.published(ed.open(desk / "story.md"))] == ["own-rule"]


# -- actions -----------------------------------------------------------------------------------------------------


@pytest.mark.asyncio
async def test_a_fix_is_applied_and_the_finding_is_gone(desk: Path) -> None:
    async with editor(desk) as ed:
        story = ed.open(desk / "story.md")
        (found,) = await ed.published(story)
        (fix, *_) = await ed.actions(story, found.range)
        assert (fix.title, fix.kind, fix.is_preferred) == ("Delete the second", "quickfix", True)
        assert [each.code for each in fix.diagnostics or ()] == ["repeated-word"]
        await ed.take(fix)
        assert ed.texts[story] == STORY.replace("The the", "The")
        assert await ed.published(story, 2) == []


@pytest.mark.asyncio
async def test_one_of_several_fixes_is_chosen(desk: Path) -> None:
    (desk / "house").mkdir()
    (desk / "house" / "grey.py").write_text(
        'from presslint import Rule\n\n\nclass Grey(Rule):\n    """Grey is black or white."""\n\n'
        "    def check(self, article):\n"
        "        for passage in article.passages:\n"
        "            at = passage.text.find('grey')\n"
        "            if at >= 0:\n"
        "                word = passage[at : at + 4]\n"
        "                ways = tuple(self.replace(word, each, f'Write {each}', 'unsafe') for each in ('black', 'white'))\n"
        "                yield self.finding(word, 'Write black or white.', fix=ways)\n"
    )
    (desk / "presslint.yaml").write_text("select: [grey]\npacks: [house]\npython: true\n")
    text = HEAD + "The mayor wore grey to them all.\n"
    async with editor(desk, options={"python": True}) as ed:
        story = ed.open(desk / "story.md", text)
        (found,) = await ed.published(story)
        offered = [each for each in await ed.actions(story, found.range) if each.edit]
        assert [(each.title, each.is_preferred) for each in offered] == [
            ("Write black", False),
            ("Write white", False),
        ]
        await ed.take(offered[1])
        assert ed.texts[story] == text.replace("grey", "white")
        assert await ed.published(story, 2) == []


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.asyncio
async def test_all_safe_fixes_are_applied_at_once(desk: Path, newline: str) -> None:
    text = (HEAD + "😀 The the mayor.\n\nShe saw it.\n\nWe saw the the pier.\n").replace("\n", newline)
    async with editor(desk) as ed:
        story = ed.open(desk / "story.md", text)
        await ed.published(story)
        start = types.Range(types.Position(0, 0), types.Position(0, 0))
        for only in (["source.fixAll"], ["source"], ["source.fixAll.presslint"]):
            (action,) = await ed.actions(story, start, only)
        assert await ed.actions(story, start, ["refactor"]) == []
        await ed.take(action)
        assert ed.texts[story] == text.replace("The the", "The").replace("the the", "the")
        assert await ed.published(story, 2) == []
        assert await ed.actions(story, start, ["source"]) == []


PLACES = [
    ("a.md", STORY, 'presslint:\n  ignore:\n    repeated-word: "reviewed by the desk"\n'),
    ("a.md", "# T\n\nThe the mayor.\n", "<!-- presslint: ignore[repeated-word] reviewed by the desk -->\n\n"),
    ("a.mdx", "# T\n\nThe the mayor.\n", "{/* presslint: ignore[repeated-word] reviewed by the desk */}\n\n"),
    ("a.html", "<h1>T</h1>\n<p>The the mayor spoke.</p>\n", "<!-- presslint: ignore[repeated-word]"),
    ("a.rst", "Tea\n===\n\nThe the mayor.\n", ".. presslint: ignore[repeated-word] reviewed by the desk\n\n"),
    ("a.adoc", "= Tea\n\nThe the mayor.\n", "// presslint: ignore[repeated-word] reviewed by the desk\n"),
]


@pytest.mark.parametrize(("name", "text", "written"), PLACES)
@pytest.mark.parametrize("later", [True, False])
@pytest.mark.asyncio
async def test_a_finding_is_silenced_with_a_reason(
    desk: Path, name: str, text: str, written: str, later: bool
) -> None:
    (desk / "presslint.yaml").write_text("select: [repeated-word]\n")
    async with editor(desk, later=later, versioned=later) as ed:
        story = ed.open(desk / name, text)
        (found,) = await ed.published(story)
        offered = await ed.actions(story, found.range)
        (action,) = [each for each in offered if each.title.startswith("Let it stand here")]
        assert (action.edit is None) == later
        await ed.take(action)
        assert written in ed.texts[story]
        assert await ed.published(story, 2) == []


@pytest.mark.asyncio
async def test_the_reason_is_what_the_editor_sets_or_asks_for(desk: Path) -> None:
    options = {"reason": "a stammer that we quote"}
    async with editor(desk, options=options) as ed:
        story = ed.open(desk / "story.md")
        (found,) = await ed.published(story)
        action = next(each for each in await ed.actions(story, found.range) if "Let it stand" in each.title)
        await ed.take(action)
        assert 'repeated-word: "a stammer that we quote"' in ed.texts[story]
    async with editor(desk, options={"reasonCommand": "editor.ask"}) as ed:
        story = ed.open(desk / "story.md")
        (found,) = await ed.published(story)
        action = next(each for each in await ed.actions(story, found.range) if "Let it stand" in each.title)
        assert action.command is not None
        assert action.command.command == "editor.ask"
        place, fingerprint = action.command.arguments or ()
        assert await ed.command("presslint.server.suppress", place, fingerprint, "he said it so")
        assert 'repeated-word: "he said it so"' in ed.texts[story]
        assert await ed.published(story, 2) == []
        assert not await ed.command("presslint.server.suppress", place, fingerprint, "again")
        assert "the finding is gone" in await ed.messages.get()


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("later", "options"), [(True, None), (False, None), (True, {"reasonCommand": "editor.ask"})]
)
async def test_a_suppression_is_offered_only_where_the_format_has_a_place_for_it(
    desk: Path, later: bool, options: object
) -> None:
    text = "The mayor spoke\n\nThe the mayor.\n"
    async with editor(desk, options=options, later=later) as ed:
        for name, has_place in (("a.txt", False), ("a.md", True)):
            story = ed.open(desk / name, text, "plaintext")
            found = next(each for each in await ed.published(story) if each.code == "repeated-word")
            titles = [each.title for each in await ed.actions(story, found.range)]
            assert any("Let it stand" in title for title in titles) == has_place, titles
            assert any("Open the page" in title for title in titles)
            if not has_place:
                assert isinstance(found.data, dict)
                which = found.data["fingerprint"]
                assert not await ed.command("presslint.server.suppress", story, which, "he said it so")
                assert "no place for a suppression" in await ed.messages.get()


@pytest.mark.asyncio
async def test_the_page_of_a_rule_is_opened(desk: Path) -> None:
    for show in (True, False):
        async with editor(desk, show=show) as ed:
            story = ed.open(desk / "story.md")
            (found,) = await ed.published(story)
            action = next(
                each for each in await ed.actions(story, found.range) if "Open the page" in each.title
            )
            assert action.command is not None
            await ed.command(action.command.command, *(action.command.arguments or ()))
            if show:
                (page,) = ed.client.shown_documents
                assert (page.uri.endswith("/repeated-word.md"), page.external) == (True, True)
                await ed.command(action.command.command, "file:///etc/passwd")
                assert len(ed.client.shown_documents) == 1
            else:
                assert (await ed.messages.get()).endswith("/repeated-word.md")


@pytest.mark.asyncio
async def test_a_rule_is_explained(desk: Path) -> None:
    async with editor(desk) as ed:
        text = await ed.command("presslint.server.explain", "repeated-word")
        assert text.startswith("# repeated-word\n")
        with pytest.raises(JsonRpcException, match="no rule “repeated-wrod”; did you mean"):
            await ed.command("presslint.server.explain", "repeated-wrod")


# -- hover and completion ----------------------------------------------------------------------------------------


@pytest.mark.asyncio
async def test_hover_tells_why(desk: Path) -> None:
    async with editor(desk) as ed:
        story = ed.open(desk / "story.md")
        (found,) = await ed.published(story)

        async def hover(place: types.Position) -> types.Hover | None:
            return await ed.client.text_document_hover_async(
                types.HoverParams(types.TextDocumentIdentifier(story), place)
            )

        told = await hover(found.range.start)
        assert told is not None
        assert isinstance(told.contents, types.MarkupContent)
        assert told.range == found.range
        assert told.contents.value.startswith("**repeated-word (")
        assert found.message in told.contents.value
        assert "Delete the second" in told.contents.value
        assert "/repeated-word.md)" in told.contents.value
        assert await hover(types.Position(0, 0)) is None


@pytest.mark.asyncio
async def test_tags_sections_and_authors_are_completed(desk: Path) -> None:
    (desk / "presslint.yaml").write_text(
        "select: [tag-vocabulary]\nrules: {tag-vocabulary: {allowed: [Ferries, Fisheries]}}\nfields: {section: [ressort]}\n"
    )
    for name, tags, author in (
        ("a", "[Ferries, Fog: a history]", "Ana Ruiz"),
        ("b", "[Fog: a history]", "Ana Ruiz"),
        ("c", "[Ferries]", "Bo Lee"),
    ):
        (desk / f"{name}.md").write_text(
            f"---\ntitle: T\nauthor: {author}\nsection: Harbour\ntags:\n"
            + "".join(f'  - "{tag.strip()}"\n' for tag in tags[1:-1].split(","))
            + "---\nText.\n"
        )
    head = "---\ntitle: 😀\nauthor: \nressort: Ha\ntags: [Fog lights, F]\ntopics:\n  - fe\n---\ntags: F\n"
    async with editor(desk) as ed:
        story = ed.open(desk / "story.md", head)
        await ed.published(story)
        tags = await ed.completed(story, "Fog lights, F")
        assert [(each.label, each.detail) for each in tags] == [
            ("Ferries", "on the list of the house, in 2 other articles"),
            ("Fisheries", "on the list of the house"),
            ("Fog: a history", "in 2 other articles"),
        ]
        edits = [each.text_edit for each in tags]
        assert [edit.new_text for edit in edits if isinstance(edit, types.TextEdit)] == [
            "Ferries",
            "Fisheries",
            '"Fog: a history"',
        ]
        assert isinstance(edits[0], types.TextEdit)
        assert ed.words(story, edits[0].range) == "F"
        assert [each.label for each in await ed.completed(story, "author: ")] == ["Ana Ruiz", "Bo Lee"]
        assert [each.label for each in await ed.completed(story, "Ha")] == ["Harbour"]
        assert [each.label for each in await ed.completed(story, "- fe")] == ["Ferries"]
        assert await ed.completed(story, "---\ntags: F") == []
        assert await ed.completed(story, "title: ") == []


@pytest.mark.asyncio
async def test_names_of_an_article_that_was_saved_are_offered(desk: Path) -> None:
    async with editor(desk) as ed:
        story = ed.open(desk / "story.md", "---\ntags: [F]\n---\n")
        await ed.published(story)
        assert await ed.completed(story, "[F") == []
        (desk / "other.md").write_text("---\ntitle: T\ntags: [Fog]\n---\nText.\n")
        other = ed.open(desk / "other.md")
        ed.save(other)
        assert [each.label for each in await ed.completed(story, "[F")] == ["Fog"]


# -- the workspace -----------------------------------------------------------------------------------------------


@pytest.mark.asyncio
async def test_the_workspace_is_checked_with_progress(desk: Path) -> None:
    (desk / "other.md").write_text(STORY)
    (desk / "clean.md").write_text(STORY.replace("The the", "The"))
    for pull in (False, True):
        async with editor(desk, pull=pull) as ed:
            story = ed.open(desk / "story.md")
            assert await ed.command("presslint.server.checkWorkspace") == {"files": 3, "findings": 2}
            other = await ed.published(uri(desk / "other.md"), None)
            assert [each.code for each in other] == ["repeated-word"]
            ((begin, *reports, end),) = ed.client.progress_reports.values()
            assert isinstance(begin, types.WorkDoneProgressBegin)
            assert [
                each.percentage for each in reports if isinstance(each, types.WorkDoneProgressReport)
            ] == [33, 66]
            assert isinstance(end, types.WorkDoneProgressEnd)
            assert end.message == "2 findings in 3 articles"
            (desk / "other.md").write_text(STORY.replace("The the", "The"))
            await ed.command("presslint.server.checkWorkspace")
            assert await ed.published(uri(desk / "other.md"), None) == []
            (desk / "other.md").write_text(STORY)
            assert story in ed.texts


@pytest.mark.asyncio
async def test_a_workspace_check_can_be_stopped(desk: Path) -> None:
    for number in range(200):
        (desk / f"{number}.md").write_text(STORY)
    async with editor(desk) as ed:
        ed.cancel_at_once = True
        done = await ed.command("presslint.server.checkWorkspace")
        assert done["files"] < 201


@pytest.mark.asyncio
async def test_an_editor_without_progress_is_shown_none(desk: Path) -> None:
    async with editor(desk, progress=False) as ed:
        assert await ed.command("presslint.server.checkWorkspace") == {"files": 1, "findings": 1}
        assert ed.client.progress_reports == {}


# -- the process -------------------------------------------------------------------------------------------------


@pytest.mark.asyncio
async def test_capabilities_that_are_told(desk: Path) -> None:
    async with editor(desk) as ed:
        can = ed.answer.capabilities
        assert isinstance(can.text_document_sync, types.TextDocumentSyncOptions)
        assert can.text_document_sync.change == types.TextDocumentSyncKind.Incremental
        assert isinstance(can.code_action_provider, types.CodeActionOptions)
        assert list(can.code_action_provider.code_action_kinds or ()) == [
            "quickfix",
            "source.fixAll.presslint",
        ]
        assert can.execute_command_provider is not None
        assert sorted(can.execute_command_provider.commands) == [
            "presslint.server.checkWorkspace",
            "presslint.server.explain",
            "presslint.server.openRule",
            "presslint.server.suppress",
        ]
        assert can.workspace is not None
        assert can.workspace.workspace_folders is not None
        assert can.workspace.workspace_folders.supported
        assert FULL["publish"]


def test_nothing_but_the_protocol_is_printed(desk: Path) -> None:
    """A server that an editor leaves without a word ends by itself and has said nothing."""
    done = subprocess.run(SERVER, input=b"", capture_output=True, cwd=desk)
    assert (done.returncode, done.stdout, done.stderr) == (1, b"", b"")


def test_without_the_extra_one_line_says_what_to_install() -> None:
    code = (
        "import sys; sys.modules['pygls'] = None; sys.modules['lsprotocol'] = None; "
        "from presslint.cli import run; sys.exit(run(['server']))"
    )
    done = subprocess.run([sys.executable, "-P", "-c", code], capture_output=True, text=True, cwd=ROOT)
    assert (done.returncode, done.stdout) == (2, "")
    assert (
        done.stderr
        == "presslint: the language server needs pygls; install it with: pip install 'presslint[lsp]'\n"
    )
