"""A capture becomes a report: article text, title, outlet, publication date, language."""
