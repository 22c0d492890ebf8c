"""The pulse of the site, for whoever watches over it."""

from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import JsonResponse
from django.views.decorators.cache import never_cache

from communities.retention.heartbeat import jobs
from config.website.mail.letters import letters


@login_not_required
@never_cache
def health(request):
    """Whether the database answers, its tables are up to date and nightly work was done. Nothing about people.

    Late work leaves the status at 200: the site itself is well, and a load balancer must not turn it away.
    """
    try:
        executor = MigrationExecutor(connection)
        waiting = bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    except DatabaseError:
        return JsonResponse({"database": "down"}, status=503)
    if waiting:
        return JsonResponse({"database": "up", "migrations": "waiting"}, status=503)
    return JsonResponse({"database": "up", "migrations": "done", "jobs": jobs(), "letters": letters()})
