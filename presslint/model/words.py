"""How many words a text has, in scripts with blanks between words and in those without."""

from __future__ import annotations

from presslint.model.regex import regex

MASK = "\ufffc"  # stands for words that are not the writer's own: no letter, no space, no mark
SIGNS_ALONE = frozenset(
    (*"–—-·|•/…&+*#=~:,.;!?()[]<>✓→←", MASK, "--", "---", "..", "...", "....", "***", "·•")
)

# scripts that set no blanks between words: about so many characters are a word
UNSPACED = regex(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
RUN_TOGETHER = regex(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+|[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]+")
SIGNS_A_WORD = 2  # in Japanese and Chinese
LETTERS_A_WORD = 4  # in Thai, Lao, Burmese and Khmer


def count_words(text: str) -> int:
    """How many words there are, as word processors count: by white space, signs alone left out.

    Japanese and Chinese set no blanks; two of their characters count as a word. Of Thai, Lao, Burmese
    and Khmer, where a character is a letter, four do.
    """
    pieces = text.split()
    count = len(pieces) - sum(map(SIGNS_ALONE.__contains__, pieces))
    if text.isascii() or UNSPACED.search(text) is None:
        return count
    for piece in pieces:
        runs = [found.group() for found in RUN_TOGETHER.finditer(piece)]
        if runs:
            has_others = any(char.isalnum() for char in RUN_TOGETHER.sub("", piece))
            count += sum(map(_words_of_run, runs)) - (not has_others)
    return count


def _words_of_run(run: str) -> int:
    wide = run[0] >= "\u3040"
    return max(1, round(len(run) / (SIGNS_A_WORD if wide else LETTERS_A_WORD)))
