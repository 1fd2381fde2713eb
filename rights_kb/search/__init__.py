"""Search: how words of a language become keys that meet, and which articles a query finds."""
