"""Rules that a desk writes as YAML, in Vale's terms: one word of `extends` names the kind.

    extends: substitution
    why: |
      The capital's name is Kyiv.

      The desk follows the Ukrainian spelling; the dish keeps its old name.
    message: "“%s” is the capital's name in our copy, not “%s”."
    level: error
    swap: {Kiev: Kyiv}
    exceptions: [chicken Kiev]
    examples:
      - bad: The envoy landed in [[Kiev]] late.
        fix: The envoy landed in Kyiv late.
      - good: Chicken Kiev was on the menu.

Such a rule is a class whose defaults were written in YAML: config, docs, tests and reports cannot tell
it from one in Python. A Vale style folder reads as a pack; there, `why` and `examples` may be missing.
"""

from __future__ import annotations
