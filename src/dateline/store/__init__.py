"""Reports, claims, incidents and judgements, kept for good."""
