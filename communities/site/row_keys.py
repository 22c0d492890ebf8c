"""Naming rows by their keys alone, for whoever may not say what stands in them."""


def keys_of(rows):
    """The keys of these rows in order: all that a broken rule may say about them."""
    return list(rows.order_by("pk").values_list("pk", flat=True))
