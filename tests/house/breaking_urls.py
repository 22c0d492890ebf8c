"""The site with three pages that break, each with somebody's words in the error."""

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import BadRequest, SuspiciousOperation
from django.http import HttpResponse
from django.urls import path

from communities.models import User
from config.urls import urlpatterns as whole_site

WORDS = "kanarie999 ik vertel je iets in vertrouwen"


@login_not_required
def says_it_in_the_error(request):
    told = WORDS
    raise ValueError(told)


@login_not_required
def breaks_on_the_form(request):
    return HttpResponse(str(int(request.POST["text"])))


@login_not_required
def breaks_in_the_database(request):
    User.objects.create(email="kanarie999@mail.example", display_name=WORDS)
    User.objects.create(email="kanarie999@mail.example", display_name=WORDS)


@login_not_required
def refuses_in_words(request):
    raise BadRequest(WORDS)


@login_not_required
def distrusts_in_words(request):
    raise SuspiciousOperation(WORDS)


urlpatterns = [
    path("breekt/fout/", says_it_in_the_error, name="break_error"),
    path("breekt/formulier/", breaks_on_the_form, name="break_form"),
    path("breekt/database/", breaks_in_the_database, name="break_database"),
    path("breekt/weigering/", refuses_in_words, name="break_refusal"),
    path("breekt/wantrouwen/", distrusts_in_words, name="break_distrust"),
    *whole_site,
]
