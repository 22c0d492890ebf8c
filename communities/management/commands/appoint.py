"""Appoint the first administrator of a municipality; the others are appointed in the back office."""

import re

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email
from django.db import transaction

from communities.accounts.models import User
from communities.organisations.models import Appointment, Organisation, OrganisationKind
from communities.site.dates import today


class Command(BaseCommand):
    help = "Appoint an administrator: MAIL-ADDRESS, municipality code and name. It gives no right to read stories."

    def add_arguments(self, parser):
        parser.add_argument("email")
        parser.add_argument("code", help="municipality code, for instance GM0363")
        parser.add_argument(
            "name", help="name of the municipality as an organisation; corrects the one it has"
        )

    @transaction.atomic
    def handle(self, *args, email, code, name, **options):
        email, code, name = email.strip().lower(), code.strip().upper(), " ".join(name.split())
        self.refuse_nonsense(email, code, name)
        person = User.objects.filter(email=email).first() or User.objects.create_user(email)
        if not person.is_active:
            raise CommandError(f"The account of {email} is closed. Appoint somebody else.")
        municipality = self.municipality(code, name)
        _row, made = Appointment.objects.get_or_create(
            user=person, municipality=municipality, until=None, defaults={"since": today()}
        )
        since = f"appointed from {today()}" if made else "was appointed already"
        self.stdout.write(f"{municipality}: {email} {since}.")

    def refuse_nonsense(self, email, code, name):
        """A slip in the first command of a site must not become a municipality that does not exist."""
        try:
            validate_email(email)
        except ValidationError:
            raise CommandError(f"{email!r} is no mail address.") from None
        if not re.fullmatch(r"GM[0-9]{4}", code):
            raise CommandError(
                f"{code!r} is no municipality code. Write GM and four digits, for instance GM0363."
            )
        if not re.search(r"[^\W\d_]", name) or len(name) > 120 or not name.isprintable():
            raise CommandError(f"{name!r} is no name of a municipality. Write one of at most 120 characters.")

    def municipality(self, code, name):
        """The organisation with this code, under this name."""
        defaults = {"kind": OrganisationKind.MUNICIPALITY, "name": name}
        found, _made = Organisation.objects.get_or_create(code=code, defaults=defaults)
        if found.kind != OrganisationKind.MUNICIPALITY:
            raise CommandError(
                f"{code} is {found}, which is no municipality. Take the code away in the back office."
            )
        if found.name != name:
            self.stdout.write(f"{found.name} is called {name} from now on.")
            found.name = name
            found.save(update_fields=["name"])
        return found
