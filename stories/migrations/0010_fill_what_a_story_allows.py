from datetime import UTC, datetime

from django.db import migrations
from django.db.models import Case, DateTimeField, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce


def fill(apps, _editor):
    """What each story's open consent, key and set-aside say, as stories/telling/derived.py did on that day."""
    story, consents, keys = (apps.get_model("stories", name) for name in ("Story", "Consent", "StoryKey"))
    asides = apps.get_model("communities", "SetAside").objects
    consent = consents.objects.filter(story=OuterRef("pk"), ended_at=None)
    key = keys.objects.filter(story=OuterRef("pk"))
    end = Case(
        When(stays_away_at__isnull=False, then=Value(datetime(9000, 1, 1, tzinfo=UTC))), default=F("until")
    )
    begun = Q(agreed_at__isnull=False) | Q(at_once=True)
    aside = asides.filter(begun, ended_at=None, kind="story", about=OuterRef("pk")).annotate(end=end)
    bound = Coalesce(Subquery(consent.values("text_hash")), Value(""))
    uses = ("may_quote", "may_count", "may_teach")
    story.objects.update(
        reach=Subquery(consent.values("reach")),
        until=Subquery(consent.values("until")),
        **{use: Coalesce(Subquery(consent.values(use)), Value(False)) for use in uses},
        consented_hash=bound,
        let_in_hash=Coalesce(Subquery(key.values("let_in_hash")), bound),
        aside_until=Subquery(aside.order_by("-end").values("end")[:1], output_field=DateTimeField()),
    )


class Migration(migrations.Migration):
    dependencies = [("stories", "0009_what_a_story_allows")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
