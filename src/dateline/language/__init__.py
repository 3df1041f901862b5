"""A report becomes an analysis: sentences, words, mentions, predicates, triggers, quotations."""
