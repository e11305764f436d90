"""Read: the library and the article."""
