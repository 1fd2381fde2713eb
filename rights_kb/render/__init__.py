"""From models to what a reader sees. Everything that comes from data is escaped here."""
