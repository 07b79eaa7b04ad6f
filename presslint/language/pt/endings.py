"""Portuguese: words with which no sentence ends, so that copy that stops there was cut."""

NO_ENDS = (
    "e ou mas o a os as um uma de do da dos das em no na nos nas com por para que seu sua ao à pelo pela"
)
