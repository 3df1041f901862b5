"""The corpora as training windows: one module a kind of corpus, each reader named by its corpus."""
