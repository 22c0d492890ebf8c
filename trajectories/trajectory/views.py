"""Starting a trajectory, its words, and how it usually works."""

from django.utils.translation import gettext_lazy as _

from communities.groups.pages import GroupFormPage
from communities.models import Community, Group
from communities.site.pages import FormPage
from trajectories.trajectory import actions, forms
from trajectories.trajectory.models import Trajectory


class SetUp(FormPage):
    form_class = forms.SetUpForm
    heading = _("How we usually work")
    lead = _("This is how it often goes. Change it until it fits you.")

    def targets(self):
        return Trajectory.objects.editable_by(self.request.reader).select_related("group")

    def get_initial(self):
        return {name: getattr(self.target, name) for name in self.form_class.base_fields}

    def perform(self, form):
        actions.set_up(by=self.request.user, trajectory=self.target, **form.cleaned_data)


class StartTrajectory(FormPage):
    """Only residents begin: own words are theirs (P1). A builder invites a resident to do it together."""

    form_class = forms.StartTrajectoryForm
    slug_field = slug_url_kwarg = "slug"
    heading = _("Begin a trajectory")
    lead = _("A trajectory has a beginning and no end date. You can do it together with a community builder.")
    button = _("Begin")
    success_message = _("It has begun. Now plan a first gathering.")

    def targets(self):
        return Community.objects.lived_in_by(self.request.reader)

    def perform(self, form):
        self.made = actions.start_trajectory(by=self.request.user, community=self.target, **form.cleaned_data)

    def get_success_url(self):
        return self.made.get_absolute_url()


class GroupWords(GroupFormPage):
    form_class = forms.GroupWordsForm
    heading = _("In our own words")
    lead = _("Only residents of this group can change these words.")

    def targets(self):
        return Group.objects.led_by(self.request.reader)

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "instance": self.target}

    def perform(self, form):
        actions.rewrite_group(by=self.request.user, group=self.target, **form.cleaned_data)
