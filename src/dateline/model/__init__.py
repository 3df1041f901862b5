"""The nouns: values only, no behaviour beyond reading themselves."""
