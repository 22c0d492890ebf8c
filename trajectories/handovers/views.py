"""A letter for who comes after, the meeting, and the yes of residents."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from communities.models import Group, GroupMember, Office, Posting
from communities.site.pages import DeedButton, DetailPage, FormPage
from trajectories.gatherings.models import Gathering
from trajectories.handovers import actions, forms
from trajectories.handovers.models import Handover

WITH = ("part__group__community", "posting__office__organisation", "to_part", "to_posting")


class HandoverPage(DetailPage):
    model = Handover
    template_name = "trajectories/handovers/handover.html"
    extra_context = {"here": _("Handover")}

    def get_queryset(self):
        return super().get_queryset().select_related(*WITH, "gathering")

    def get_context_data(self, **kwargs):
        item, reader = self.object, self.request.reader
        return super().get_context_data(
            may_meet=Handover.objects.to_meet(reader).contains(item),
            may_accept=Handover.objects.to_accept(reader).contains(item),
            gathering=item.gathering
            and Gathering.objects.visible_to(reader).filter(pk=item.gathering_id).first(),
            **kwargs,
        )


class _Writing(FormPage):
    """The prompts of the letter; nobody else reads a draft."""

    form_class = forms.HandoverForm
    heading = _("A letter for who comes after you")
    lead = _("Only you read this until you share it. Write what helps, not what people told you in trust.")
    button = _("Keep this letter")
    success_message = _("Kept. Only you read it.")

    def letter(self):
        """The draft that is written in."""
        raise NotImplementedError

    def after(self):
        """Who may come after the writer, as rows with the name the writer may read."""
        letter, reader = self.letter(), self.request.reader
        if letter.part:
            rows = GroupMember.objects.visible_to(reader).current().filter(group=letter.part.group)
            rows = rows.exclude(pk=letter.part_id).filter(role=letter.part.role, user__isnull=False)
            return rows.as_shown_to(reader)
        rows = Posting.objects.visible_to(reader).current().filter(office=letter.posting.office)
        return rows.exclude(pk=letter.posting_id)

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "instance": self.letter(), "after": self.after()}

    def perform(self, form):
        values = form.as_values()
        self.made = actions.write_handover(by=self.request.user, handover=self.letter(), values=values)

    def get_success_url(self):
        return self.made.get_absolute_url()


class WriteHandover(_Writing):
    """Of a group, by who organises it now or did until a year ago."""

    def targets(self):
        return Group.objects.handed_over_by(self.request.reader)

    def letter(self):
        reader = self.request.reader
        mine = GroupMember.objects.visible_to(reader).filter(group=self.target, user=reader.pk)
        part = mine.exclude(role="participant").select_related("group").order_by("-since").first()
        found = Handover.objects.editable_by(reader).filter(part=part).first()
        return found or Handover(part=part)

    def back(self):
        return reverse("group", args=[self.target.pk])


class WriteOfficeHandover(_Writing):
    """Of a post, by who holds it now or did until a year ago."""

    def targets(self):
        return Office.objects.handed_over_by(self.request.reader)

    def letter(self):
        reader = self.request.reader
        mine = Posting.objects.visible_to(reader).filter(office=self.target, user=reader.pk)
        posting = mine.select_related("office").order_by("-since").first()
        found = Handover.objects.editable_by(reader).filter(posting=posting).first()
        return found or Handover(posting=posting)

    def back(self):
        return reverse("my_page")


class ShareHandover(DeedButton):
    success_message = _("Shared. The hosts and who comes after you can read it.")

    def targets(self):
        return Handover.objects.editable_by(self.request.reader)

    def perform(self):
        actions.share_handover(by=self.request.user, handover=self.target)


class MeetHandover(FormPage):
    """Written down by either side or by a host: both were there."""

    heading = _("Both of you were there")
    lead = _("A handover is warm when who leaves and who comes sat at one table with the group.")
    success_message = _("Written down. Now the hosts can say yes.")

    def targets(self):
        return Handover.objects.to_meet(self.request.reader).select_related(*WITH)

    def get_form_class(self):
        return forms.MeetForm if self.target.part else forms.MetForm

    def get_form_kwargs(self):
        if self.target.part is None:
            return super().get_form_kwargs()
        rows = Gathering.objects.visible_to(self.request.reader).filter(group=self.target.part.group)
        rows = rows.filter(starts_at__lte=timezone.now()).order_by("-starts_at")[:40]
        return {
            **super().get_form_kwargs(),
            "gatherings": Gathering.objects.visible_to(self.request.reader).filter(
                pk__in=[row.pk for row in rows]
            ),
        }

    def perform(self, form):
        actions.meet(by=self.request.user, handover=self.target, **form.cleaned_data)


class AcceptHandover(DeedButton):
    success_message = _("You said yes. Thank you both.")

    def targets(self):
        return Handover.objects.to_accept(self.request.reader)

    def perform(self):
        actions.accept_handover(by=self.request.user, handover=self.target)
