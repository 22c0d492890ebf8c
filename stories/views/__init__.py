"""Pages of stories and voices."""
