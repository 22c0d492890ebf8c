"""Small things for templates of every app."""
