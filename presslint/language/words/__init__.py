"""Word lists as data: what the rooms next door look words up in, and nothing that acts on them."""
