"""Claims of many reports into incidents: which claims tell of one episode, and what each account says."""
