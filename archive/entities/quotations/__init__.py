"""Words in quotation marks, and who said them. `quotes.quotes` is what others ask."""
