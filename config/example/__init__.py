"""The example town: what it is made of, and how it is planted."""
