"""One endless question of a reader holds no worker; whoever takes a story back is never cut off."""

import pytest
from django.db import OperationalError, connection
from django.http import HttpResponse
from django.test import RequestFactory

from communities.rights.reader import VISITOR
from config.website.patience import Patience

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite has no limit for one question"),
]


def _asks_long(_request):
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_sleep(0.3)")
    return HttpResponse("done")


@pytest.fixture(autouse=True)
def _short(settings):
    settings.PAGE_QUERY_SECONDS = 0.05
    yield
    connection.close()


def test_a_page_that_asks_too_long_says_so(rf: RequestFactory):
    asking = Patience(_asks_long)
    request = rf.get("/")
    request.reader, request.user = VISITOR, VISITOR.user
    with pytest.raises(OperationalError) as cut_off:
        asking(request)
    answer = asking.process_exception(request, cut_off.value)
    assert answer.status_code == 503 and "duurde te lang" in answer.content.decode()


def test_a_deed_takes_the_time_it_needs_also_right_after_a_page(rf: RequestFactory):
    Patience(lambda request: HttpResponse())(rf.get("/"))
    assert Patience(_asks_long)(rf.post("/")).content == b"done"


def test_another_mistake_stays_an_error(rf: RequestFactory):
    assert Patience(_asks_long).process_exception(rf.get("/"), OperationalError("gone")) is None
