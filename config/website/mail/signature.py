"""What stands under every mail: who answers for the site, and whom to ask (articles 13 and 14 of the GDPR)."""

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation


def who_answers():
    """Controller, contact and data protection officer; what an administrator did not fill in is empty."""
    return {
        "controller": settings.CONTROLLER,
        "contact": settings.CONTACT,
        "officer": settings.DATA_PROTECTION_OFFICER,
    }


def signed(words, person):
    """The words of a mail with the signature under them, in the language of who gets it."""
    values = {**who_answers(), "site": settings.SITE_URL}
    with translation.override(person.language if person else settings.LANGUAGE_CODE):
        text = f"{words['text'].rstrip()}\n\n-- \n{render_to_string('email/signature.txt', values).strip()}\n"
        html = words["html"] and _under(words["html"], render_to_string("email/signature.html", values))
    return {**words, "text": text, "html": html}


def _under(page, signature):
    """At the end of the body, or at the end of a page without one."""
    end = page.rfind("</body>")
    return page + signature if end < 0 else page[:end] + signature + page[end:]
