"""French: words with which no sentence ends, so that copy that stops there was cut."""

NO_ENDS = "et ou mais le la les un une des du de au aux à dans pour par sur avec qui que dont leur leurs ses ces cette sans sous en"
