"""Pages of support networks and of what people bring."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from communities.models import Community, Group
from communities.site.pages import DeedButton, DetailPage, FormPage
from trajectories.networks import actions, forms
from trajectories.networks.models import Asset, LookBack, SupportNetwork


class NetworkPage(DetailPage):
    model = SupportNetwork
    template_name = "trajectories/networks/network.html"

    def get_queryset(self):
        return super().get_queryset().select_related("community", "care_team")

    def get_context_data(self, **kwargs):
        item, reader = self.object, self.request.reader
        return super().get_context_data(
            looks_back=LookBack.objects.visible_to(reader).filter(network=item),
            may_agree=SupportNetwork.objects.agreed_by(reader).contains(item),
            **kwargs,
        )


class ByResidents(FormPage):
    """A form for residents of a community: its networks, and what they bring."""

    slug_field = slug_url_kwarg = "slug"

    def targets(self):
        return Community.objects.lived_in_by(self.request.reader)


class AddNetwork(ByResidents):
    form_class = forms.NetworkForm
    heading = _("Write down a support network")
    lead = _("People who are there for each other. In your own words; everyone can read it.")

    def get_form_kwargs(self):
        fresh = SupportNetwork(community=self.target)
        return {**super().get_form_kwargs(), "instance": fresh}

    def perform(self, form):
        self.made = actions.save_network(
            by=self.request.user, network=form.instance, values=form.cleaned_data
        )

    def get_success_url(self):
        return self.made.get_absolute_url()


class ChangeNetwork(FormPage):
    form_class = forms.NetworkForm
    heading = _("Change what is said about this network")
    lead = _("Only residents change these words.")

    def targets(self):
        return SupportNetwork.objects.editable_by(self.request.reader)

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "instance": self.target}

    def perform(self, form):
        actions.save_network(by=self.request.user, network=self.target, values=form.cleaned_data)


class AgreeWithCareTeam(ChangeNetwork):
    form_class = forms.CareAgreementForm
    heading = _("Agree with a care team")
    lead = _("Who meets whom, by role, and how often. After a year you both get a question how it went.")

    def targets(self):
        return SupportNetwork.objects.agreed_by(self.request.reader)

    def perform(self, form):
        actions.agree(by=self.request.user, network=self.target, **form.cleaned_data)


class LookBackOn(ChangeNetwork):
    form_class = forms.LookBackForm
    heading = _("A year later: how does it go?")
    lead = _(
        "Some words are enough. They are added to what was said before. About the contact, never about a person."
    )

    def targets(self):
        return SupportNetwork.objects.agreed_by(self.request.reader).exclude(agreed_on=None)

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "instance": LookBack(network=self.target)}

    def perform(self, form):
        actions.look_back(by=self.request.user, network=self.target, **form.cleaned_data)


class Bring(ByResidents):
    form_class = forms.AssetForm
    heading = _("What I bring")
    lead = _("Not what is missing: what you like to do, what you know, what you have.")
    success_message = _("It stands on the page of your community.")

    def get_form_kwargs(self):
        groups = Group.objects.led_by(self.request.reader).filter(community=self.target)
        return {**super().get_form_kwargs(), "groups": groups}

    def get_context_data(self, **kwargs):
        own = Asset.objects.editable_by(self.request.reader).filter(community=self.target)
        return super().get_context_data(own=own.select_related("group"), **kwargs)

    template_name = "trajectories/networks/bring.html"

    def perform(self, form):
        actions.bring(by=self.request.user, community=self.target, **form.cleaned_data)


class TakeAssetBack(DeedButton):
    success_message = _("It is gone.")

    def targets(self):
        return Asset.objects.editable_by(self.request.reader).select_related("community")

    def perform(self):
        self.back_to = self.target.community.slug
        actions.take_asset_back(by=self.request.user, asset=self.target)

    def next(self):
        return reverse("bring", args=[self.back_to])
