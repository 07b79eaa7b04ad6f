"""What is asked for: one model of the config, the files it is read from, which articles it means."""
