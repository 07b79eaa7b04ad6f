"""Dutch: words with which no sentence ends, so that copy that stops there was cut."""

NO_ENDS = "en of maar de het een van met dat te hun omdat"
