"""Reading stories."""

from django.db.models import Exists, OuterRef
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.generic import DetailView, ListView

from communities.generic import OpenPage
from communities.models import Community
from stories import forms
from stories.ladder import rungs
from stories.models import Consent, Quote, Story, Suggestion
from stories.views.hands import holds_receipt


@method_decorator(never_cache, name="dispatch")
class Unkept:
    """Story pages are never kept by a browser, a proxy or a search engine (4-quality.md rule 2)."""

    def dispatch(self, request, *args, **kwargs):
        response = super().dispatch(request, *args, **kwargs)
        response["X-Robots-Tag"] = "noindex"
        return response


class StoryList(Unkept, OpenPage, ListView):
    template_name = "stories/list.html"
    context_object_name = "stories"
    paginate_by = 20

    def get_queryset(self):
        rows = Story.objects.visible_to(self.request.reader).told()
        if self.request.GET.get("gemeenschap"):
            rows = rows.filter(community__slug=self.request.GET["gemeenschap"])
        if self.request.GET.get("taal"):
            rows = rows.filter(language=self.request.GET["taal"])
        return rows.select_related("community")

    def get_context_data(self, **kwargs):
        communities = Community.objects.visible_to(self.request.reader)
        chosen = {"community": self.request.GET.get("gemeenschap"), "language": self.request.GET.get("taal")}
        return super().get_context_data(
            communities=communities, languages=forms.LANGUAGES, chosen=chosen, **kwargs
        )


class OneStory:
    """Stories are found by their uuid, which says nothing about how many there are."""

    slug_field = slug_url_kwarg = "uuid"


class StoryPage(Unkept, OneStory, OpenPage, DetailView):
    template_name = "stories/story.html"
    context_object_name = "story"

    def get_queryset(self):
        asked = Consent.objects.to_witness(self.request.reader)
        rows = Story.objects.as_seen_by(self.request.reader).told()
        return rows.select_related(
            "community__municipality", "group", "area", "draft_of", "receipt"
        ).annotate(to_witness=Exists(asked.filter(story=OuterRef("pk"))))

    def ladder(self):
        listens = self.object.teller_id is None and not holds_receipt(self.request, self.object)
        return rungs(self.object, listens)

    def in_hands(self):
        """What only its teller or listener reads: suggestions, and whether somebody still has to let it in."""
        story, reader = self.object, self.request.reader
        receipt = getattr(story, "receipt", None)
        by_code = holds_receipt(self.request, story)
        out = receipt and receipt.let_in_hash != story.text_hash
        return {
            "suggestions": Suggestion.objects.visible_to(reader).filter(story=story),
            "by_code": by_code,
            "listens": story.teller_id is None and not by_code,
            "has_receipt": receipt is not None,
            "waits": out and not receipt.turned_away_at,
            "turned_away": out and receipt.turned_away_at,
        }

    def get_context_data(self, **kwargs):
        own = {"items": self.object.media.all()}
        if self.object.may_edit:
            consent = (
                Consent.objects.visible_to(self.request.reader).standing().filter(story=self.object).first()
            )
            reach = consent.reach_now if consent else 0
            quote = Quote.objects.with_words().filter(story=self.object).first()
            own |= {"consent": consent, "reach": reach, "rungs": self.ladder(), "quote": quote}
            own |= self.in_hands()
        return super().get_context_data(**own, **kwargs)
