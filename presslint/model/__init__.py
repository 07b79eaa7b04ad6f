"""What everything is made of: sources, passages, findings. No room above is imported here."""
