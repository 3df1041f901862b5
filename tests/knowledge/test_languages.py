from py3langid.langid import MODEL_FILE, LanguageIdentifier

from dateline.knowledge.languages import language_name, language_names


def test_every_language_that_is_told_has_a_name() -> None:
    assert set(LanguageIdentifier.from_model_file(MODEL_FILE).labels) <= set(language_names())
    assert language_name("fr") == "French"
    assert language_name("qq") == "the language 'qq'"
