"""Appoint the first administrator of a municipality; the others are appointed in the back office."""

from django.core.management.base import BaseCommand
from django.db import transaction

from communities.accounts.models import User
from communities.organisations.models import Appointment, Organisation, OrganisationKind
from communities.site.dates import today


class Command(BaseCommand):
    help = "Appoint an administrator: MAIL-ADDRESS, municipality code and name. It gives no right to read stories."

    def add_arguments(self, parser):
        parser.add_argument("email")
        parser.add_argument("code", help="municipality code, for instance GM0363")
        parser.add_argument("name", help="name of the municipality as an organisation")

    @transaction.atomic
    def handle(self, *args, email, code, name, **options):
        person = User.objects.filter(email=email.lower()).first() or User.objects.create_user(email)
        municipality, _made = Organisation.objects.get_or_create(
            code=code.upper(), defaults={"kind": OrganisationKind.MUNICIPALITY, "name": name}
        )
        Appointment.objects.get_or_create(
            user=person, municipality=municipality, until=None, defaults={"since": today()}
        )
        self.stdout.write(f"{municipality}: appointed from {today()}.")
