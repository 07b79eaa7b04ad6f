"""German: words with which no sentence ends, so that copy that stops there was cut."""

NO_ENDS = "und oder aber der die das dem den des ein eine einen einem einer eines weil dass sowie im zum zur vom beim wenn"
