"""The pieces every page is made of: a panel of another app, a part with its heading, a deed with its button."""

from django import template
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe

register = template.Library()

OFF_PAPER = "samenspel-niet-op-papier"
HIDDEN = '<input type="hidden" name="{}" value="{}">'


@register.simple_tag(takes_context=True)
def panel(context, piece):
    """A panel sees only its own values, so that no app leans on what a page happens to know."""
    return render_to_string(piece.template, piece.values, request=None)


def _drawn(content):
    """What stands inside a piece, as the template drew it, without the space its own lines made around it."""
    return mark_safe(content.strip())


@register.simple_block_tag
def section(content, key, heading, *, lead="", band=False, wide=False, off_paper=False):
    """A part of a page, so that each can be pointed at (`#key`) and is announced by its own heading."""
    classes = ["samenspel-deel", band and "samenspel-deel--band", off_paper and OFF_PAPER]
    return format_html(
        '<section class="{}" id="{key}" aria-labelledby="{key}-kop"><div class="samenspel-vel{}">\n'
        '<div class="samenspel-deel__kop"><h2 class="utrecht-heading-2" id="{key}-kop">{}</h2>{}</div>{}'
        "</div></section>",
        " ".join(filter(None, classes)),
        "" if wide else " samenspel-deel__raster",
        heading,
        format_html('<p class="samenspel-bij">{}</p>', lead) if lead else "",
        content,
        key=key,
    )


@register.simple_tag(takes_context=True)
def token(context):
    """The token against forgery, in a piece that is included with `only`: it still knows the request."""
    return format_html(HIDDEN, "csrfmiddlewaretoken", get_token(context.request))


@register.simple_block_tag(takes_context=True)
def deed(context, content, name="", *args, primary=False, small=False, off_paper=False, **kept):
    """One button that does something, so that no deed is a link and each carries the token against forgery.

    `name` and what follows it are an address as in `url` (without it: this page); `kept` goes along unseen.
    """
    look = "utrecht-button--primary-action" if primary else "utrecht-button--secondary-action"
    return format_html(
        '<form method="post"{}{}>{}{}<button class="utrecht-button {}">{}</button></form>',
        format_html(' action="{}"', reverse(name, args=args)) if name else "",
        format_html(' class="{}"', OFF_PAPER) if off_paper else "",
        token(context),
        format_html_join("", HIDDEN, kept.items()),
        f"{look} samenspel-klein-knop" if small else look,
        _drawn(content),
    )


@register.simple_block_tag
def door(content, name, *args):
    """A link that stands by itself, large enough for a finger; `name` and what follows it as in `url`."""
    address = reverse(name, args=args)
    return format_html('<a class="utrecht-link samenspel-door" href="{}">{}</a>', address, _drawn(content))
