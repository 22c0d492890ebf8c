"""Files as publishers make them, and the two importers that read them."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

SHARED = Path(__file__).resolve().parents[4] / "shared" / "data"
national = pytest.mark.skipif(not SHARED.exists(), reason="the files of Statistics Netherlands are not here")
OUTLINE = {"type": "Polygon", "coordinates": [[[5.0, 52.0], [5.1, 52.0], [5.1, 52.1], [5.0, 52.0]]]}
BESIDE = {"type": "Polygon", "coordinates": [[[5.1, 52.0], [5.2, 52.0], [5.2, 52.1], [5.1, 52.0]]]}


def run(command, path, **options):
    """What an importer says."""
    out = StringIO()
    call_command(command, str(path), stdout=out, **options)
    return out.getvalue()


def figures(path, **options):
    return run("import_figures", path, **{"year": 2020, "source": "CBS", **options})


def areas(path, year=2020, **options):
    return run("import_areas", path, year=year, **options)


def feature(geometry=OUTLINE, **properties):
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def geojson(*features, **more):
    return json.dumps({"type": "FeatureCollection", **more, "features": list(features)})
