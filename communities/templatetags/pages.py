"""Print a panel: the template of the app, with the values the app gave and nothing else."""

from django import template
from django.template.loader import render_to_string

register = template.Library()


@register.simple_tag(takes_context=True)
def panel(context, piece):
    """A panel sees only its own values, so that no app leans on what a page happens to know."""
    return render_to_string(piece.template, piece.values, request=None)
