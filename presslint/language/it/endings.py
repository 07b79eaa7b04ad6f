"""Italian: words with which no sentence ends, so that copy that stops there was cut."""

NO_ENDS = (
    "e o ma il lo la i gli le un una di del della dei delle da in con per che sul sulla al alla nel nella"
)
