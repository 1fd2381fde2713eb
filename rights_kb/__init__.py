"""Facts as data: read strictly, checked as a whole, rendered in every language of the guide."""
