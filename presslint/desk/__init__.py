"""What a desk knows and several rules ask: who said it, what is claimed, whether a sum holds, what a list is."""
