"""What came of a gathering, and what comes back at the next one."""

from trajectories.decisions.models import Decision
from trajectories.gatherings.panels import this_morning
from trajectories.table.models import Insight, TablePromise, Theme


def came_of_it(gathering, harvest, reader):
    """Insights (each with the theme it became), themes, promises and decisions; None when there is nothing yet."""
    found = noted(harvest, reader) if harvest else {"themes": [], "promises": []}
    insights = Insight.objects.visible_to(reader).filter(harvest=harvest) if harvest else []
    became = {theme.born_of_id: theme for theme in found["themes"]}
    found["insights"] = [(row, became.get(row.pk)) for row in insights]
    found["decisions"] = list(Decision.objects.visible_to(reader).filter(gathering=gathering))
    return found if any(found.values()) else None


def noted(harvest, reader):
    """What was already made a row at this table."""
    if not harvest.pk:
        return {"themes": [], "promises": []}
    return {
        "themes": list(Theme.objects.visible_to(reader).filter(harvest=harvest)),
        "promises": list(TablePromise.objects.visible_to(reader).filter(harvest=harvest)),
    }


def returned_promises(gathering, reader):
    """What was promised before and nobody settled: on the agenda of the next gathering, by itself (P9)."""
    morning = this_morning()
    if gathering.starts_at < morning:
        return []
    rows = TablePromise.objects.visible_to(reader).returning_at(gathering, morning)
    return list(rows.select_related("harvest__gathering"))
