"""docs/privacy/bewaartermijnen.md, from the field register."""

from django.core.management.base import BaseCommand
from django.utils import translation

from config.website.pages.privacy import how_long

HEAD = """# Bewaartermijnen

Dit blad is gemaakt uit `config/website/my_data/register.toml` met `manage.py retention_table`. Wijzig het daar, niet hier.
`manage.py retain` voert deze termijnen elke nacht uit, en `--dry-run` telt eerst alleen.

| Wat | Hoe lang | Als iemand het account wist |
|---|---|---|
"""


def table():
    """The document as it should be; a test compares it with the file."""
    with translation.override("nl"):
        return HEAD + "".join(f"| {' | '.join(map(str, row))} |\n" for row in how_long())


class Command(BaseCommand):
    help = "Prints the retention table. Use: manage.py retention_table > docs/privacy/bewaartermijnen.md"

    def handle(self, *args, **options):
        self.stdout.write(table(), ending="")
