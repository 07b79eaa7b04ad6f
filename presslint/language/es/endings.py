"""Spanish: words with which no sentence ends, so that copy that stops there was cut."""

NO_ENDS = "y o pero el la los las un una de del al en con por para que su sus sin sobre entre como"
