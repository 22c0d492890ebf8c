"""The map of the site."""

from django.contrib import admin
from django.urls import include, path

from config.website.health import views as health_views
from config.website.my_data import views as my_data_views
from config.website.pages import areas, chrome, community, dependencies, example, finding, news, privacy

urlpatterns = [
    path("", finding.FrontPage.as_view(), name="home"),
    path("zoeken/", finding.Search.as_view(), name="search"),
    path("buurt/<word:code>/", areas.AreaPage.as_view(), name="area"),
    path("gemeente/<word:code>/", areas.MunicipalityPage.as_view(), name="municipality"),
    path("gemeenschap/<slug:slug>/", community.CommunityPage.as_view(), name="community"),
    path("organisatie/<int:pk>/wat-breekt/", dependencies.WhatBreaks.as_view(), name="organisation_breaks"),
    path("aanbesteding/<int:pk>/wat-breekt/", dependencies.TenderBreaks.as_view(), name="tender_breaks"),
    path(
        "regels-over-geld/", chrome.PlainPage.as_view(template_name="pages/rules.html"), name="rules_on_money"
    ),
    path("mijn/", community.MyPage.as_view(), name="my_page"),
    path("mijn/gegevens/", my_data_views.MyData.as_view(), name="my_data"),
    path("mijn/gegevens.zip", my_data_views.MyDataFile.as_view(), name="my_data_file"),
    path("mijn/nieuws/", news.News.as_view(), name="news"),
    path("mijn/nieuws/gezien/", news.Seen.as_view(), name="news_seen"),
    path("mijn/nieuws/kiezen/", news.ChooseNews.as_view(), name="choose_news"),
    path("mijn/nieuws/stop/<word:token>/", news.StopMail.as_view(), name="stop_mail"),
    path("mijn/weg/", my_data_views.ForgetMe.as_view(), name="forget_me"),
    path("waarom/", chrome.PlainPage.as_view(template_name="pages/why.html"), name="why"),
    path(
        "wie-ziet-wat/",
        chrome.PlainPage.as_view(template_name="pages/who_sees_what.html"),
        name="who_sees_what",
    ),
    path("privacy/", privacy.PrivacyPage.as_view(), name="privacy"),
    path(
        "toegankelijkheid/",
        privacy.WhoAnswers.as_view(template_name="pages/accessibility.html"),
        name="accessibility",
    ),
    path("colofon/", privacy.WhoAnswers.as_view(template_name="pages/colophon.html"), name="colophon"),
    path("voorbeeld/", example.ExamplePeople.as_view(), name="example_people"),
    path("voorbeeld/post/", example.ExampleMailbox.as_view(), name="example_mailbox"),
    path("healthz", health_views.health, name="health"),
    path("robots.txt", chrome.robots_txt, name="robots"),
    path(".well-known/security.txt", chrome.security_txt, name="security_txt"),
    path("", include("communities.urls")),
    path("", include("trajectories.urls")),
    path("", include("volunteers.urls")),
    path("", include("stories.urls")),
    path("account/", include("communities.accounts.urls")),
    path("beheer/", admin.site.urls),
]
