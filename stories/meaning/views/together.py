"""Pages of what is made together: one set of deeds for every kind, and a page per kind."""

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import DetailView

from communities.models import Area, Community
from communities.rights import standing
from communities.site.pages import DeedButton, DetailPage, FormPage, OpenPage
from stories.meaning import forms, reads
from stories.meaning.actions import together
from stories.meaning.models.observations import Observation
from stories.meaning.models.reports import StoryReport
from stories.meaning.models.rounds import ChangeRound, StoryRef
from stories.meaning.models.sessions import NamedTheme, Reading, ReadingSession, StoryLesson
from stories.telling.models.story import Story
from stories.telling.pages import Unkept

FORMS = {
    "waarneming": (forms.ObservationForm, _("What do we notice?")),
    "bundel": (forms.NamedThemeForm, _("What belongs together?")),
    "sessie": (forms.ReadingSessionForm, _("What did we read together?")),
    "verslag": (forms.StoryReportForm, _("Begin a report")),
    "ronde": (forms.ChangeRoundForm, _("Which change means most?")),
    "les": (forms.StoryLessonForm, _("What do we learn from a story?")),
    "duiding": (forms.ReadingForm, _("What do we read in these figures together?")),
}
NO_COPY = _("Your own words. Words of a story stay with its teller: lay the story here instead.")


# What was found together, in the order of the page: the word in the address, the heading, how one begins.
PARTS = {
    "story_report": ("verslag", _("Reports"), _("Begin a report")),
    "observation": ("waarneming", _("What we notice"), _("Write down what you notice")),
    "named_theme": ("bundel", _("What belongs together"), _("Name what belongs together")),
    "reading_session": ("sessie", _("Reading sessions"), _("Write down a reading session")),
    "change_round": ("ronde", _("Which change means most"), _("Begin a round")),
}


class FoundTogether(Unkept, OpenPage, DetailView):
    """What people found in stories together: reports, observations, themes, sessions and rounds."""

    template_name = "stories/meaning/found_together.html"
    context_object_name = "community"

    def get_queryset(self):
        return Community.objects.visible_to(self.request.reader)

    def get_context_data(self, **kwargs):
        reader, community = self.request.reader, self.object
        joined = community.pk in standing.joined(reader)
        found = reads.found_together(community, reader)
        parts = [(*words, found[kind]) for kind, words in PARTS.items() if found[kind] or joined]
        return super().get_context_data(parts=parts, is_empty=not parts, joined=joined, **kwargs)


class StoryLessons(FoundTogether):
    """What people learn from stories whose tellers let them be used in lessons."""

    template_name = "stories/meaning/lessons.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(lessons=reads.lessons(self.object, self.request.reader), **kwargs)


class Page(Unkept, DetailPage):
    """One thing that was made together; `compose` draws it anew for each reader."""

    def get_queryset(self):
        return super().get_queryset().select_related("community", "group")

    def get_context_data(self, **kwargs):
        row, reader = self.object, self.request.reader
        found = type(self).compose(row, reader)
        return super().get_context_data(may_agree=reads.may_agree(row, reader), **found, **kwargs)


class ObservationPage(Page):
    model, compose, template_name = Observation, reads.observation, "stories/meaning/observation.html"

    def get_queryset(self):
        return super().get_queryset().select_related("call", "question__call")


class BundlePage(Page):
    model, compose, template_name = NamedTheme, reads.bundle, "stories/meaning/bundle.html"


class SessionPage(Page):
    model, compose, template_name = ReadingSession, reads.session, "stories/meaning/session.html"


class ReportPage(Page):
    model, compose, template_name = StoryReport, reads.report, "stories/meaning/story_report.html"


class RoundPage(Page):
    model, compose, template_name = ChangeRound, reads.round_, "stories/meaning/round.html"


class ReadingPage(Page):
    model, compose, template_name = Reading, reads.reading, "stories/meaning/reading.html"


class LessonPage(Page):
    model, compose, template_name = StoryLesson, reads.lesson, "stories/meaning/lesson.html"


class OfKind:
    """The kind stands in the address; an unknown one is absent."""

    kinds = tuple(FORMS)

    @property
    def model(self):
        kind = self.kwargs["kind"]
        if kind not in self.kinds:
            raise Http404
        return reads.BY_SLUG[kind]


class KindForm(OfKind, FormPage):
    """A form of a kind, with what this reader may choose from."""

    lead = NO_COPY

    @property
    def heading(self):
        return FORMS[self.kwargs["kind"]][1]

    def get_form_class(self):
        return FORMS[self.kwargs["kind"]][0]

    def row(self):
        """The row this form writes in."""
        return self.target

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "instance": self.row(), "reader": self.request.reader}

    def perform(self, form):
        # The form has written in its instance already: the deed gets a fresh one.
        self.made = together.keep(by=self.request.user, row=self.row(), values=dict(form.cleaned_data))

    def get_success_url(self):
        return self.made.get_absolute_url()


class BeginMeaning(KindForm):
    slug_url_kwarg = slug_field = "slug"
    kinds = tuple(kind for kind in FORMS if kind != "duiding")

    def targets(self):
        self.model  # noqa: B018  an unknown kind answers 404 before anything else happens
        return Community.objects.joined_by(self.request.reader)

    def row(self):
        return self.model(community=self.target)

    def back(self):
        return reverse("found_together", args=[self.target.slug])


class ReadFigures(KindForm):
    """Beside figures: what residents and another party read in them together."""

    slug_url_kwarg = slug_field = "code"
    lead = _(
        "A resident and somebody of another party say yes to the same words. They stand first for a year."
    )

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **{**kwargs, "kind": "duiding"})

    def _here(self):
        reader = self.request.reader
        rows = Community.objects.joined_by(reader) | Community.objects.served_by(reader)
        return rows.filter(areas__code=self.kwargs["code"]).distinct()

    def targets(self):
        return Area.objects.newest().filter(code__in=self._here().values("areas__code"))

    def row(self):
        at = {"area_code": self.target.code, "subject": self.kwargs["subject"], "reach": 4}
        return Reading(community=self._here().first(), **at)


class ChangeMeaning(KindForm):
    def targets(self):
        return self.model.objects.editable_by(self.request.reader)

    def row(self):
        return self.targets().get(pk=self.target.pk)


class ApproveMeaning(OfKind, DeedButton):
    success_message = _("You said yes.")

    def targets(self):
        return self.model.objects.agreeable_by(self.request.reader)

    def perform(self):
        seen = self.request.POST.get("seen", "")
        together.agree(by=self.request.user, row=self.target, seen=seen)


class Remove(OfKind, DeedButton):
    success_message = _("It is gone.")

    def targets(self):
        return self.model.objects.editable_by(self.request.reader).select_related("community")

    def perform(self):
        together.remove(by=self.request.user, row=self.target)

    def next(self):
        return reverse("found_together", args=[self.target.community.slug])


class LayStory(OfKind, FormPage):
    kinds = ("waarneming", "sessie")
    form_class = forms.LayForm
    heading = _("Lay a story here")
    lead = _("It is shown only to who may read it, for as long as its teller wants that.")

    def targets(self):
        return self.model.objects.editable_by(self.request.reader)

    def get_form_kwargs(self):
        rows = Story.objects.shared_with(self.request.reader)
        here = rows.filter(community=self.target.community_id)
        return {**super().get_form_kwargs(), "stories": here}

    def perform(self, form):
        together.lay_story(by=self.request.user, row=self.target, **form.cleaned_data)


class LiftStory(DeedButton):
    success_message = _("The story lies here no more.")

    def targets(self):
        return StoryRef.objects.editable_by(self.request.reader).filter(round=None)

    def perform(self):
        self.row = together.lift_story(by=self.request.user, ref=self.target)

    def next(self):
        return self.row.get_absolute_url()
