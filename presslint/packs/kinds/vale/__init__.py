"""Rules of Vale styles, run as Vale runs them: on its view of the text, with its messages and places.

A desk's own rules in YAML (`presslint.packs.kinds`) know quotations, sentences and names; these know what
Vale's documentation says (https://vale.sh/docs/topics/styles) and what its own scenarios show.
"""

from __future__ import annotations
