"""English: words with which no sentence ends, so that copy that stops there was cut."""

NO_ENDS = "and or but because the an a than their its our your whose which into between would could should will must might has have had been were was"
