"""Globs mean what they mean to git, whether a library reads them or not."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pathspec import GitIgnoreSpec

from presslint.config.defaults import DEFAULTS
from presslint.config.globs import Globs

NAME = st.text("ab.-_é", min_size=1, max_size=3).filter(lambda name: name.strip("."))
PATHS = st.lists(NAME, min_size=1, max_size=4).map("/".join)
WORD = st.text("ab.-_é*", max_size=4)
GLOBS = st.builds(
    lambda start, words, end: start + "/".join(words) + end,
    st.sampled_from(["", "", "", "/", "!", "**/"]),
    st.lists(WORD, min_size=1, max_size=3),
    st.sampled_from(["", "", "/", "/**", " "]),
).filter(lambda pattern: pattern.strip("!/ "))


@given(st.lists(GLOBS, min_size=1, max_size=3), PATHS, st.booleans())
@example(["README*"], "README/a", False)
@example(["a/"], "b/a/c", False)
@example(["/a*"], "b/a", False)
@example(["a/b"], "a/b/c", False)
@example(["*"], "a", False)
@example(["*/"], "a/b", False)
@example(["a*/"], "ab", True)
def test_a_plain_glob_means_what_the_library_says(patterns: list[str], path: str, folder: bool) -> None:
    path += "/" if folder else ""
    assert Globs(patterns).match(path) == GitIgnoreSpec.from_lines(patterns).match_file(path)


@pytest.mark.parametrize("key", ["include", "exclude"])
def test_the_default_globs_need_no_library(key: str) -> None:
    globs = Globs(DEFAULTS[key])
    assert globs._plain is not None
    spec = GitIgnoreSpec.from_lines(DEFAULTS[key])
    for path in (
        "README.md",
        "docs/readme.md",
        "a/vendor/x.md",
        "vendor",
        "x.docx",
        "a/ISSUE_TEMPLATE/b.md",
        "x.MD",
        "x.mdx/y",
    ):
        assert globs.match(path) == spec.match_file(path), path


def test_a_path_is_seen_from_the_base(tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    assert Globs(["news/"]).matches(tmp_path / "news" / "a.md", tmp_path)
    assert not Globs(["news/"]).matches(tmp_path / "news" / "a.md", tmp_path / "news")
    assert Globs(["news/"]).matches(tmp_path / "news", tmp_path, folder=True)
    assert not Globs(["news/"]).matches(tmp_path / "news", tmp_path)
    assert Globs([r"news\*.md"]).matches(tmp_path / "news" / "a.md", tmp_path)
    assert not Globs([]).matches(tmp_path / "a.md", tmp_path)
