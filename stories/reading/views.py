"""Reading stories."""

from urllib.parse import urlencode

from django.db.models import Exists, OuterRef
from django.views.generic import DetailView, TemplateView

from communities.site import languages
from communities.site.pages import OpenPage
from stories.consent.models import Consent
from stories.keys.pages import holds_story_key
from stories.reading.finding import Asked, choices
from stories.reading.where_used import where_used
from stories.responses.reads import responses_to
from stories.suggestions.models import Suggestion
from stories.telling.audience import audiences
from stories.telling.models.media import StoryMedia
from stories.telling.models.quotes import Quote
from stories.telling.models.story import Story
from stories.telling.pages import OneStory, Unkept


class StoryList(Unkept, OpenPage, TemplateView):
    """Twenty stories at a time, found by words or by choice; nothing counts them."""

    template_name = "stories/reading/list.html"

    def get_context_data(self, **kwargs):
        reader, asked = self.request.reader, Asked.from_query(self.request.GET)
        stories, older = asked.page(reader)
        return super().get_context_data(
            stories=stories,
            older=older,
            newest="?" + urlencode(asked.query()),
            asked=asked,
            languages=languages.LANGUAGES,
            choices=choices(reader, asked.community),
            **kwargs,
        )


class StoryPage(Unkept, OneStory, OpenPage, DetailView):
    template_name = "stories/reading/story.html"
    context_object_name = "story"

    def get_queryset(self):
        asked = Consent.objects.to_witness(self.request.reader)
        rows = Story.objects.as_seen_by(self.request.reader).told().with_ears()
        return rows.select_related(
            "community__municipality", "group", "area", "draft_of", "receipt"
        ).annotate(to_witness=Exists(asked.filter(story=OuterRef("pk"))))

    def ladder(self):
        listens = self.object.teller_id is None and not holds_story_key(self.request, self.object)
        return audiences(self.object, listens)

    def in_hands(self):
        """What only its teller or listener reads: suggestions, and whether somebody still has to let it in."""
        story, reader = self.object, self.request.reader
        receipt = getattr(story, "receipt", None)
        by_code = holds_story_key(self.request, story)
        out = receipt and receipt.let_in_hash != story.text_hash
        return {
            "suggestions": Suggestion.objects.visible_to(reader).filter(story=story),
            "by_code": by_code,
            "listens": story.teller_id is None and not by_code,
            "may_log_in": by_code and not reader.is_known,
            "adoptable": by_code and Story.objects.adoptable_by(reader).filter(pk=story.pk).exists(),
            "has_receipt": receipt is not None,
            "waits": out and not receipt.turned_away_at,
            "turned_away": out and receipt.turned_away_at,
        }

    def get_context_data(self, **kwargs):
        reader = self.request.reader
        own = {"items": StoryMedia.objects.visible_to(reader).filter(story=self.object)}
        if self.object.may_edit:
            consent = Consent.objects.visible_to(reader).not_withdrawn().filter(story=self.object).first()
            reach = self.object.reach_now
            quote = Quote.objects.editable_by(reader).with_words().filter(story=self.object).first()
            travels = {"consent": consent, "reach": reach, "rungs": self.ladder(), "quote": quote}
            own["travels"] = {**travels, **self.in_hands()}
        elif self.object.teller_id is None and reader.is_known:
            asked = Story.objects.withdrawable_by(reader).filter(pk=self.object.pk)
            own |= {"without_listener": asked.exists()}
        return super().get_context_data(echoes=responses_to(self.object, reader), **own, **kwargs)


class StoryUses(Unkept, OneStory, OpenPage, DetailView):
    """Where a story is used and what came of it: for its teller, on a page of its own."""

    template_name = "stories/reading/uses.html"
    context_object_name = "story"

    def get_queryset(self):
        return Story.objects.editable_by(self.request.reader).told()

    def get_context_data(self, **kwargs):
        return super().get_context_data(uses=where_used(self.object, self.request.reader), **kwargs)
