"""Rules: what one is, where they are found, what of them is known before they are read."""
