"""Plant the example town. Doing it again changes nothing: what people entered stays."""

from io import StringIO

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from communities.models import Organisation
from config.example.alone import plant_alone
from config.example.calls import plant_calls
from config.example.content import FOLDER, rows
from config.example.continuity import plant_continuity
from config.example.groups import plant_gatherings, plant_groups, plant_signals
from config.example.interpretation import plant_interpretation
from config.example.learning import plant_learning
from config.example.networks import plant_heard, plant_introductions, plant_networks
from config.example.people import plant_communities, plant_offices, plant_people
from config.example.planning import plant_planning
from config.example.reading import plant_reading
from config.example.reports import plant_reports
from config.example.stories import plant_cards, plant_stories, plant_voices
from config.example.table import plant_course, plant_table

AREAS = [("gemeente_2025.geojson", 2025), ("wijken_2025.geojson", 2025), ("buurten_2025.geojson", 2025)]
FIGURES = [
    ("kerncijfers_2020.csv", 2020, "Verzonnen voorbeeld naar CBS-model", ""),
    ("kerncijfers_2025.csv", 2025, "Verzonnen voorbeeld naar CBS-model", ""),
    ("monitor_2024.csv", 2025, "Verzonnen gezondheidsmonitor", "2024"),
]


class Town(dict):
    """Everything planted so far, by the key that the content files use."""

    def __init__(self):
        super().__init__()
        self.shown = {row["key"]: row.get("shown", "role") for row in rows("people", "people.toml")}


class Command(BaseCommand):
    help = "Plant the fictional town of Lingerveen, with people of every role."

    def handle(self, *args, **options):
        if not settings.EXAMPLE:
            raise CommandError("The example is off (EXAMPLE=0): nothing was planted.")
        if Organisation.objects.municipalities().filter(code="GM9901").exists():
            self.stdout.write("The example town stands already; nothing was changed.")
            return
        with transaction.atomic():
            self.import_figures()
            self.plant()
        self.stdout.write("The example town was planted.")

    def import_figures(self):
        """Outlines and figures come in through the same door as real files."""
        quiet = {"stdout": StringIO()}
        for file, year in AREAS:
            call_command("import_areas", str(FOLDER / file), year=year, **quiet)
        call_command("import_areas", str(FOLDER / "namen_2020.csv"), year=2020, **quiet)
        for file, year, source, period in FIGURES:
            options = {"year": year, "source": source, "period": period}
            call_command("import_figures", str(FOLDER / file), **options, **quiet)

    def plant(self):
        """People before groups, groups before stories: rows point at what is already there."""
        town = Town()
        for step in (
            plant_offices,
            plant_communities,
            plant_people,
            plant_groups,
            plant_gatherings,
            plant_planning,
            plant_signals,
            plant_table,
            plant_course,
            plant_learning,
            plant_networks,
            plant_introductions,
            plant_heard,
            plant_continuity,
            plant_stories,
            plant_alone,
            plant_calls,
            plant_voices,
            plant_reading,
            plant_cards,
            plant_interpretation,
            plant_reports,
        ):
            step(town)
