"""Words by which the name of a body is told from that of a person: “Leeds University”, “Harbour Board”."""

from __future__ import annotations

# one of these stands in the name
BODY_WORDS = frozenset(
    """
    academy administration agency airlines airways alliance army association authority bank board broadcasting
    bureau cabinet campaign centre center chamber charity church club coalition college commission committee
    company congress consortium cooperative corporation council court department directorate federation force forum
    foundation fund group guild hospital house inc institute institution laboratory laboratories league ltd llc
    ministry museum navy network office organisation organization parliament parish partnership party plc police
    press school senate service services society team tribunal trust union university
    """.split()
)
