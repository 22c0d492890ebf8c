"""Method cards, private notes, circles of builders, and the page of a builder."""

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import DetailView, ListView, TemplateView

from communities.models import GroupMember, GroupRole, Membership, MembershipRole
from communities.site.form_look import SiteForm
from communities.site.pages import DeedButton, FormPage, OpenPage
from trajectories.gatherings.pages import GatheringFormPage
from trajectories.practice import actions, forms
from trajectories.practice.models import (
    Circle,
    CircleMeeting,
    CircleMember,
    Craft,
    Lesson,
    MethodUse,
    Reflection,
)
from trajectories.trajectory.cards import methods

LATELY = 12


class MethodList(OpenPage, TemplateView):
    template_name = "trajectories/practice/methods.html"
    extra_context = {"cards": list(methods().values())}


class MethodCard(OpenPage, TemplateView):
    """One card, and where it was used, as far as this reader may know of those gatherings."""

    template_name = "trajectories/practice/method.html"

    def get_context_data(self, key, **kwargs):
        card = methods().get(key)
        if card is None:
            raise Http404
        rows = MethodUse.objects.visible_to(self.request.reader).filter(card=key)
        return super().get_context_data(
            card=card, uses=rows.select_related("gathering__group")[:LATELY], **kwargs
        )


class UseMethod(GatheringFormPage):
    form_class = forms.MethodForm
    heading = _("Which method card did you use?")

    def perform(self, form):
        actions.use_method(by=self.request.user, gathering=self.target, **form.cleaned_data)


class Reflections(FormPage):
    """Notes for oneself. Nobody else reads them by any page."""

    form_class = forms.ReflectionForm
    template_name = "trajectories/practice/reflections.html"
    heading = _("My notes")
    lead = _(
        "Only you read this. No manager, no administrator, no colleague. Technical staff could in theory"
        " reach the database; they may not."
    )
    target = True

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            notes=Reflection.objects.visible_to(self.request.reader)[:200], **kwargs
        )

    def perform(self, form):
        actions.reflect(by=self.request.user, **form.cleaned_data)

    def back(self):
        return reverse("my_page")

    def get_success_url(self):
        return reverse("reflections")


class ThrowAway(DeedButton):
    success_message = _("The note is gone.")

    def targets(self):
        return Reflection.objects.editable_by(self.request.reader)

    def perform(self):
        actions.throw_away_reflection(by=self.request.user, reflection=self.target)

    def next(self):
        return reverse("reflections")


class BuilderPage(OpenPage, DetailView):
    """Of a builder: the view of the craft, where and since when, methods used (S5)."""

    template_name = "trajectories/practice/builder.html"
    context_object_name = "builder"

    def get_queryset(self):
        rows = Membership.objects.visible_to(self.request.reader).filter(role=MembershipRole.BUILDER)
        rows = rows.filter(since__isnull=False, user__isnull=False, community__opened_on__isnull=False)
        return rows.as_shown_to(self.request.reader).select_related("community", "organisation")

    def get_context_data(self, **kwargs):
        person, reader = self.object.user_id, self.request.reader
        groups = GroupMember.objects.visible_to(reader).filter(user=person, role=GroupRole.FACILITATOR)
        used = MethodUse.objects.visible_to(reader).filter(written_by=person)
        keys = sorted(set(used.values_list("card", flat=True)))
        return super().get_context_data(
            craft=Craft.objects.visible_to(reader).filter(by=person).first(),
            groups=groups.filter(group__community=self.object.community).select_related("group"),
            cards=[methods()[key] for key in keys if key in methods()],
            own=person == reader.pk,
            circles=Circle.objects.joined_by(reader) if person == reader.pk else [],
            **kwargs,
        )


class OwnBuilding(FormPage):
    """Something that only a builder does, from the own page."""

    def targets(self):
        return Membership.objects.held_by(self.request.reader).filter(role=MembershipRole.BUILDER)

    def back(self):
        return reverse("builder", args=[self.target.pk])

    get_success_url = back


class WriteCraft(OwnBuilding):
    form_class = forms.CraftForm
    heading = _("How I see my work")

    def get_initial(self):
        found = Craft.objects.editable_by(self.request.reader).first()
        return {"words": found.words if found else ""}

    def perform(self, form):
        actions.write_craft(by=self.request.user, words=form.cleaned_data["words"])


class BeginCircle(OwnBuilding):
    form_class = forms.CircleForm
    heading = _("Begin a learning circle")
    lead = _("Builders only. In the circle you see each other's names. Others see only how often you meet.")
    button = _("Begin")

    def perform(self, form):
        self.made = actions.begin_circle(by=self.request.user, **form.cleaned_data)

    def get_success_url(self):
        return self.made.get_absolute_url()


class CircleLessons(OpenPage, ListView):
    """What circles carried out, with the yes of everybody who was there."""

    template_name = "trajectories/practice/lessons.html"
    context_object_name = "lessons"
    paginate_by = 50

    def get_queryset(self):
        rows = Lesson.objects.visible_to(self.request.reader).filter(carried_out_on__isnull=False)
        return rows.select_related("meeting__circle")


class CirclePage(OpenPage, DetailView):
    """Everybody sees its rhythm; who sits in it today sees the rest."""

    template_name = "trajectories/practice/circle.html"
    context_object_name = "circle"

    def get_queryset(self):
        return Circle.objects.visible_to(self.request.reader)

    def seat_address(self):
        """What somebody inside gives to another builder."""
        return self.request.build_absolute_uri(reverse("ask_seat", args=[self.object.code]))

    def get_context_data(self, **kwargs):
        reader, circle = self.request.reader, self.object
        inside = Circle.objects.joined_by(reader).contains(circle)
        seats = CircleMember.objects.visible_to(reader).filter(circle=circle).select_related("user")
        meetings = CircleMeeting.objects.visible_to(reader).filter(circle=circle)
        lessons = Lesson.objects.visible_to(reader).filter(meeting__circle=circle)
        return super().get_context_data(
            inside=inside,
            last=circle.last_met,
            seats=seats.sitting(),
            waiting=seats.waiting(),
            meetings=meetings[:LATELY] if inside else [],
            lessons=lessons.select_related("meeting")[:50],
            **kwargs,
        )


class InCircle:
    """A circle that the reader sits in today."""

    def targets(self):
        return Circle.objects.joined_by(self.request.reader)


class AskSeat(FormPage):
    """The code of a circle, typed or scanned by another builder."""

    form_class = SiteForm
    heading = _("Take a seat in this circle?")
    lead = _("Somebody inside says yes. In the circle you see each other's names.")
    button = _("Yes, I would like to")
    success_message = _("You asked. Somebody inside says yes.")
    slug_field = slug_url_kwarg = "code"

    def targets(self):
        return Circle.objects.open_to(self.request.reader)

    def perform(self, form):
        actions.ask_a_seat(by=self.request.user, circle=self.target)


class GiveSeat(DeedButton):
    success_message = _("Welcome to the newcomer.")

    def targets(self):
        rows = CircleMember.objects.visible_to(self.request.reader).waiting()
        return rows.select_related("circle")

    def perform(self):
        actions.give_a_seat(by=self.request.user, seat=self.target)

    def next(self):
        return self.target.circle.get_absolute_url()


class LeaveCircle(InCircle, DeedButton):
    success_message = _("Your seat ended today.")

    def perform(self):
        actions.leave_circle(by=self.request.user, circle=self.target)


class WriteMeeting(InCircle, FormPage):
    form_class = forms.MeetingForm
    heading = _("We met")
    lead = _("These notes stay inside the circle.")

    def get_form_kwargs(self):
        seats = CircleMember.objects.visible_to(self.request.reader).sitting().filter(circle=self.target)
        return {**super().get_form_kwargs(), "seats": seats.select_related("user")}

    def perform(self, form):
        actions.write_meeting(by=self.request.user, circle=self.target, **form.cleaned_data)


class ProposeLesson(FormPage):
    form_class = forms.LessonForm
    heading = _("A lesson to carry out of the circle")
    lead = _("It leaves only when everybody who was there said yes. It leaves without names.")

    def targets(self):
        return CircleMeeting.objects.visible_to(self.request.reader).select_related("circle")

    def perform(self, form):
        actions.propose_lesson(by=self.request.user, meeting=self.target, **form.cleaned_data)

    def back(self):
        return self.target.circle.get_absolute_url()

    get_success_url = back


class AgreeLesson(DeedButton):
    success_message = _("You said yes.")

    def targets(self):
        inside = Circle.objects.joined_by(self.request.reader)
        rows = Lesson.objects.visible_to(self.request.reader).filter(meeting__circle__in=inside)
        return rows.select_related("meeting__circle")

    def perform(self):
        actions.agree_lesson(by=self.request.user, lesson=self.target)

    def next(self):
        return self.target.meeting.circle.get_absolute_url()


class KeepInside(AgreeLesson):
    success_message = _("The lesson stays inside.")

    def perform(self):
        actions.keep_lesson_inside(by=self.request.user, lesson=self.target)
