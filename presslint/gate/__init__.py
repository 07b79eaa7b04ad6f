"""What is new: changes, baseline, the trusted config, continuous integration."""
