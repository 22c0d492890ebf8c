"""Who acts on the story of a page: its teller, by account or by code, or a listener."""

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.db.models import Q
from django.urls import reverse

from communities.accounts.shared_computer import choose
from stories.keys.models import StoryKey


def holds_story_key(request, story):
    """Whether the code of this story, or of the story it is a draft of, was opened in this session."""
    if not request.reader.receipts:
        return False
    ours = Q(story=story.pk) | Q(story=story.draft_of_id, story__isnull=False)
    return StoryKey.objects.visible_to(request.reader).filter(ours).exists()


def acting_account(request, story):
    """Who acts: nobody's account when the code of the story is here, then it is the teller who acts."""
    return None if holds_story_key(request, story) else request.user


def hold_story_key(request, receipt):
    """Remember an opened receipt until the browser closes, or until it rested; it stands in no address that is kept.

    A borrowed phone or a computer of the library: who sits down after half an hour finds nothing open.
    """
    held = set(request.session.get("receipts", ())) | {receipt.pk}
    request.session["receipts"] = sorted(held)
    if not request.user.is_authenticated:
        choose(request, shared=True)


class TellersPage:
    """Also for a visitor who holds the code of a story; who holds nothing logs in first."""

    @classmethod
    def as_view(cls, **initkwargs):
        return login_not_required(super().as_view(**initkwargs))

    def dispatch(self, request, *args, **kwargs):
        if not (request.user.is_authenticated or request.reader.receipts):
            return redirect_to_login(request.get_full_path())
        response = super().dispatch(request, *args, **kwargs)
        response["Cache-Control"], response["X-Robots-Tag"] = "no-store", "noindex"
        return response

    @property
    def acting_account(self):
        """Who acts on the story of this page."""
        return acting_account(self.request, self.target)

    @property
    def listens(self):
        """True for who wrote it down for somebody, without that person's code."""
        return self.target.teller_id is None and self.acting_account is not None

    def home(self):
        """Where to go when the story is gone."""
        return reverse("my_page" if self.request.user.is_authenticated else "home")
