"""“ue” that a program took for “ü” where it is none: “Quelle” became “Qülle”, “neue” “neü”, “aktuell” “aktüll”."""

from __future__ import annotations

# letters that no German word has (but “geübt” and “reüssieren”), and stems before “-uell”
WRONG_UMLAUT = (
    r"[qQ]ü|(?<![gb])[ea]ü(?!b|ss)"
    r"|(?:akt|vent|vid|virt|man|vis|sex|rit|lekt|zept|punkt|text|grad|bit)üll(?=e?[nrsm]?(?![^\W\d_]))"
)
