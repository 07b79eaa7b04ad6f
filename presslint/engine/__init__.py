"""Articles and rules -> findings: one article, many, whole sites; suppressions and fixes."""
