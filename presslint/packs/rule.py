"""A rule: one class in one file, with its why, its options, its examples and its check.

    class HeadlineLength(Rule):
        \"\"\"A headline fits in a search result.

        Search pages cut a headline at about 70 characters, and the verb is often what is cut.
        \"\"\"

        sources = ("Reuters Handbook of Journalism, headlines",)
        severity = Severity.SUGGESTION
        limit: int = Option(70, ge=1, description="The most characters that a headline may have.")
        examples = (
            Good("---\\ntitle: Mayor resigns over loan\\n---\\nText.\\n"),
            Bad("---\\ntitle: Mayor resigns [[over the loan]]\\n---\\nText.\\n", limit=14),
        )

        def check(self, article):
            headline = article.headline
            if headline and len(headline.text) > self.limit:
                yield self.finding(headline.passage[self.limit :], "Cut “…” from the headline.")

Options are read and checked by pydantic, but only when a config sets one: a rule that runs with its
defaults costs no import. That is why options are declared with `Option`, which takes the keywords
of `pydantic.Field`, instead of making every rule a pydantic model.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, dataclass_transform, get_type_hints

from msgspec import Struct

from presslint.article import Article
from presslint.model.document import Block, Field, Link, Media, Section
from presslint.model.errors import PresslintError
from presslint.model.finding import Edit, Finding, Fix, Related, Severity
from presslint.model.passage import Passage
from presslint.model.source import Span
from presslint.packs.reads import FORMER

if TYPE_CHECKING:
    from pydantic import BaseModel

T = TypeVar("T")
AS_ONE = ("count", "what", "remedy", "places", "names")  # what `Rule.as_one` can name
Where = Passage | Block | Field | Section | Link | Media | Article | Span


class OptionSpec(Struct, frozen=True):
    """What was declared with `Option`."""

    default: Any
    description: str
    constraints: Mapping[str, Any]
    is_file: bool = False


def Option(default: T, *, description: str, is_file: bool = False, **constraints: Any) -> T:
    """Declare an option of a rule: its default, what it is for, and pydantic's constraints.

    With `is_file` the words name a file. A config names it as seen from its own folder; the rule is
    given the whole path of a file that is there.
    """
    return OptionSpec(default, description, constraints, is_file)  # type: ignore[return-value]


class Example(Struct, frozen=True):
    """A text read by the real reader. `[[…]]` marks exactly where findings must stand."""

    bad: bool
    text: str
    options: Mapping[str, Any]
    name: str = "story.md"  # the file name, which decides the format
    says: str | tuple[str, ...] | None = None  # the message in full; a tuple has one for each mark
    fix: str | None = None  # the whole text after the fixes, marks left out
    severity: str | tuple[str, ...] | None = None
    settings: Mapping[str, Any] = {}


def Good(
    text: str, *, name: str = "story.md", settings: Mapping[str, Any] | None = None, **options: Any
) -> Example:
    """A text on which the rule is silent; `options` configure the rule."""
    return Example(False, text, options, name, settings=settings or {})


def Bad(
    text: str,
    *,
    name: str = "story.md",
    says: str | tuple[str, ...] | None = None,
    fix: str | None = None,
    severity: str | tuple[str, ...] | None = None,
    settings: Mapping[str, Any] | None = None,
    **options: Any,
) -> Example:
    """A text with findings exactly at the `[[…]]` marks, in order.

    One message or severity holds for every mark; a tuple has one for each.
    """
    return Example(True, text, options, name, says, fix, severity, settings or {})


class OptionError(PresslintError):
    """An option that the rule does not take; `option` names it, `reason` says what is wrong."""

    def __init__(self, rule: str, option: str, reason: str):
        super().__init__(reason)
        self.rule, self.option = rule, option

    def __str__(self) -> str:
        return f"{self.rule}: {self.option}: {self.reason}"


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(Option,))
class Rule:
    """Base of every rule. The docstring's first line states the rule as it should be."""

    # set by the catalog from the file: name = stem in kebab case, chapter = folder
    name: ClassVar[str] = ""
    chapter: ClassVar[str] = ""
    origin: ClassVar[str] = ""  # the file the rule was read from

    # declared by the rule
    severity: Severity = Severity.WARNING
    sources: ClassVar[tuple[str, ...]] = ()  # the standards or papers it rests on
    examples: ClassVar[tuple[Example, ...]] = ()
    was: ClassVar[tuple[str, ...]] = ()  # former names, still understood
    needs: ClassVar[frozenset[str]] = frozenset()  # what the format must be able to carry
    not_for: ClassVar[frozenset[str]] = frozenset()  # story types in which it is silent
    # what it reads: it runs only on articles that have one of these; see presslint.packs.reads
    reads: ClassVar[frozenset[str]] = frozenset()
    # and only on those whose words hold one of these, in small letters; see Article.mentions
    reads_words: ClassVar[frozenset[str]] = frozenset()
    # and only on those that one of these may match: in the article's words wherever it finds something
    reads_patterns: ClassVar[tuple[re.Pattern[str], ...]] = ()
    # and only on those with a link or picture to an address that holds one of these; see Article.leads_to
    reads_addresses: ClassVar[frozenset[str]] = frozenset()
    languages: ClassVar[frozenset[str]] = frozenset()  # primary tags; empty = any language
    default_on: ClassVar[bool] = True  # False: runs only where config selects it by name
    yields_to: ClassVar[Mapping[str, str]] = {}  # rule -> scope: place | section | article
    merges_with: ClassVar[tuple[str, ...]] = ()  # rules whose finding at the same place takes this one in

    # its findings in what a published page's template fills unseen keep their level
    judges_unseen: ClassVar[bool] = False
    # the highest level on a published page, where a template, a script or the saving may be at fault
    most_on_pages: ClassVar[Severity | None] = None

    # how repeats are told; see presslint.engine.folding
    # said of more than `as_one_above` findings in an article: {count} is how many, {names} are the words of the
    # others, {places} how many others there are; {what} and {remedy} are the first one's message before and
    # behind its last semicolon, and then only findings that say alike are told as one
    as_one: ClassVar[str] = ""
    as_one_above: ClassVar[int] = 12
    lack: ClassVar[str] = ""  # what an article lacks by its findings: “a byline”

    option_specs: ClassVar[Mapping[str, OptionSpec]] = {}
    is_pinned: bool = False  # True when config fixed the severity for every finding

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        for former, name in FORMER.items():
            if former in vars(cls):
                setattr(cls, name, vars(cls)[former])
        specs = dict(cls.option_specs)
        for key, value in list(vars(cls).items()):
            if isinstance(value, OptionSpec):
                specs[key] = value
                setattr(cls, key, value.default)
        cls.option_specs = specs

    def __init__(self, **options: Any) -> None:
        if options:
            for key, value in self._validated(options).items():
                object.__setattr__(self, key, value)
            if "severity" in options:
                object.__setattr__(self, "is_pinned", True)

    def __setattr__(self, key: str, value: Any) -> None:
        raise AttributeError(f"a rule does not change once configured ({key})")

    @classmethod
    def options_model(cls) -> type[BaseModel]:
        """The rule's options as a pydantic model: validates config, gives the JSON Schema."""
        from pydantic import ConfigDict, create_model
        from pydantic import Field as pydantic_field

        hints = get_type_hints(cls)
        declared: dict[str, Any] = {
            key: (
                hints[key],
                pydantic_field(spec.default, description=spec.description, **spec.constraints),
            )
            for key, spec in cls.option_specs.items()
        }
        model: type[BaseModel] = create_model(
            cls.__name__, __config__=ConfigDict(extra="forbid", frozen=True), **declared
        )
        return model

    @classmethod
    def _validated(cls, options: Mapping[str, Any]) -> dict[str, Any]:
        values = dict(options)
        result: dict[str, Any] = {}
        if "severity" in values:
            level = values.pop("severity")
            try:
                result["severity"] = level if isinstance(level, Severity) else Severity.parse(str(level))
            except ValueError as error:
                raise OptionError(cls.name, "severity", str(error)) from None
        if values:
            from pydantic import ValidationError

            from presslint.model.badvalue import reason

            try:
                model = cls.options_model().model_validate(values)
            except ValidationError as error:
                first = error.errors()[0]
                option = str(first["loc"][0]) if first["loc"] else ""
                if first["type"] == "extra_forbidden":
                    raise OptionError(
                        cls.name, option, f"no such option{_nearest(option, cls.option_specs)}"
                    ) from None
                raise OptionError(cls.name, option, reason(first)) from None
            result.update({key: getattr(model, key) for key in values})
        return result

    def options(self) -> dict[str, Any]:
        """The values that this instance runs with."""
        return {key: getattr(self, key) for key in self.option_specs}

    @classmethod
    def summary(cls) -> str:
        """The first line of the docstring."""
        return summary_of(cls.__doc__ or "")

    @classmethod
    def why(cls) -> str:
        """The docstring without its first line."""
        return reason_of(cls.__doc__ or "")

    @cached_property
    def reads_literals(self) -> frozenset[str]:
        """What the words of an article hold wherever one of `reads_patterns` matches; empty when that is not known."""
        return literals_of(self.reads_patterns)

    # -- what a rule writes --------------------------------------------------------------------

    def loaded(self) -> Rule:
        """The rule with its file read, which is itself; see `presslint.packs.index.LateRule`."""
        return self

    def check(self, article: Article) -> Iterator[Finding]:
        """Yield findings; called once per article. Must not keep state between articles."""
        raise NotImplementedError(f"{type(self).__name__} has no check")

    def names_for(self, field: str) -> Iterable[str]:
        """Names that the house has for a field (tags, section, byline), for who completes them as they are typed."""
        return ()

    def finding(
        self,
        where: Where,
        message: str,
        *,
        severity: Severity | None = None,
        fix: Fix | tuple[Fix, ...] | None = None,
        see: tuple[tuple[Where, str], ...] = (),
        times: int = 0,
    ) -> Finding:
        """A finding of this rule at `where`; `severity` is the rule's own unless the case differs.

        A severity set in the config wins over both. `times` is how often the same thing stands, where the
        finding tells of all of them: against a base, one that tells of more is new.
        """
        span, text, context = _locate(where)
        return Finding(
            rule=self.name,
            severity=self.severity if severity is None or self.is_pinned else severity,
            message=message,
            span=span,
            text=text,
            context=context,
            fixes=fix if isinstance(fix, tuple) else (fix,) if fix else (),
            see=tuple(Related(_locate(place)[0], label) for place, label in see),
            times=times,
        )

    @staticmethod
    def replace(where: Passage, text: str, label: str, applicability: str = "safe") -> Fix:
        """A fix that writes `text` over a passage; shown only, when markup or escapes stand inside."""
        original = where.root[where.at : where.at + len(where)]
        return Fix((Edit(where.span, text),), label, applicability if original.whole else "display")

    @staticmethod
    def delete(where: Passage, label: str, applicability: str = "safe") -> Fix:
        """A fix that deletes a passage."""
        return Rule.replace(where, "", label, applicability)


@lru_cache(maxsize=512)
def literals_of(patterns: tuple[re.Pattern[str], ...]) -> frozenset[str]:
    """Of these literals one stands in every match of the patterns; none when one of them can do without."""
    if not patterns:
        return frozenset()
    from presslint.packs.literals import required_literals

    each = [required_literals(pattern.pattern) for pattern in patterns]
    return frozenset(literal for literals in each for literal in literals) if all(each) else frozenset()


def summary_of(doc: str) -> str:
    """The first line of a rule's docstring: how things should be."""
    return doc.strip().partition("\n")[0].strip()


def reason_of(doc: str) -> str:
    """The lines of a rule's docstring after the first: why, and what is left alone."""
    lines = doc.strip().expandtabs().split("\n")[1:]
    margin = min((len(line) - len(line.lstrip()) for line in lines if line.strip()), default=0)
    return "\n".join(line[margin:] for line in lines).strip()


def _nearest(name: str, known: Mapping[str, Any]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(name, list(known), 1)
    if close:
        return f"; did you mean “{close[0]}”?"
    return f"; it takes {', '.join(known)}" if known else "; it takes none"


def _locate(where: Where) -> tuple[Span, str, str]:
    """Span, matched text and surrounding sentence of anything a finding can stand on."""
    if isinstance(where, Passage):
        root = where.root
        original = root[where.at : where.at + len(where)]
        return where.span, original.text, _sentence(root, where.at)
    if isinstance(where, Field):
        if where.passage:
            return _locate(where.passage)
        place = where.key_span or where.span
        return place, where.key, where.key
    if isinstance(where, Block):
        if where.passage is not None and where.passage.runs:
            return _locate(where.passage)
        return where.span, "", ""
    if isinstance(where, Section):
        if where.heading is not None:
            return _locate(where.heading)
        return (where.blocks[0].span if where.blocks else Span(0, 0)), "", ""
    if isinstance(where, Link):
        return _locate(where.text) if where.text.runs else (where.target_span or Span(0, 0), where.target, "")
    if isinstance(where, Media):
        return where.span, where.target, where.target
    if isinstance(where, Article):
        # a finding about the whole article stands on its headline but is the same finding when the
        # headline is reworded, so the words take no part in its identity
        headline = where.headline
        return (_locate(headline)[0] if headline is not None else Span(0, 0)), "", ""
    return where, "", ""


LONG_SENTENCE = 2_000  # characters; what is longer is no sentence, and would be told once per finding


def _sentence(root: Passage, at: int) -> str:
    if len(root) < 200:
        return root.text
    sentences = root.sentences
    number = bisect_right(sentences, at, key=lambda sentence: sentence.at) - 1
    if number >= 0:
        sentence = sentences[number]
        if at < sentence.at + len(sentence) and len(sentence) <= LONG_SENTENCE:
            return sentence.text
    return root.text[max(at - 80, 0) : at + 80]
