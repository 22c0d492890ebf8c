"""Whether everything still holds that must always hold."""

from django.core.management.base import BaseCommand, CommandError

from config.website.invariants.rules import broken, rules

SHOWN = 20


class Command(BaseCommand):
    help = "Names every rule that does not hold, with the keys of the rows. Changes nothing."

    def handle(self, *args, **options):
        found = broken()
        for name, keys in found.items():
            more = f" and {len(keys) - SHOWN} more" if len(keys) > SHOWN else ""
            self.stdout.write(f"{name}: {', '.join(map(str, keys[:SHOWN]))}{more}")
        if found:
            raise CommandError(f"{len(found)} of {len(rules())} rules do not hold.")
        self.stdout.write(f"All {len(rules())} rules hold.")
