"""What copy is made of: sentences, quotations, dates, numbers, names, phrases, and how alike two texts are."""
