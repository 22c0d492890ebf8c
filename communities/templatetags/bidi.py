"""What people wrote inside a sentence of the site keeps its own direction (docs/principles.md, "For people")."""

from django import template
from django.utils.html import format_html

register = template.Library()


@register.filter
def bdi(words):
    """A name from right to left reorders nothing around it; for use inside a translated sentence."""
    return format_html("<bdi>{}</bdi>", words)
