"""The map of the site."""

from django.contrib import admin
from django.urls import include, path

from config.pages import areas, community, continuity, example, finding, frame, mine, news, privacy, reports

urlpatterns = [
    path("", finding.FrontPage.as_view(), name="home"),
    path("zoeken/", finding.Search.as_view(), name="search"),
    path("buurt/<str:code>/", areas.AreaPage.as_view(), name="area"),
    path("gemeente/<str:code>/", areas.MunicipalityPage.as_view(), name="municipality"),
    path("gemeenschap/<slug:slug>/", community.CommunityPage.as_view(), name="community"),
    path("organisatie/<int:pk>/wat-breekt/", continuity.WhatBreaks.as_view(), name="organisation_breaks"),
    path("aanbesteding/<int:pk>/wat-breekt/", continuity.TenderBreaks.as_view(), name="tender_breaks"),
    path(
        "regels-over-geld/", frame.PlainPage.as_view(template_name="pages/rules.html"), name="rules_on_money"
    ),
    path("mijn/", community.MyPage.as_view(), name="my_page"),
    path("mijn/gegevens/", mine.MyData.as_view(), name="my_data"),
    path("mijn/gegevens.zip", mine.MyDataFile.as_view(), name="my_data_file"),
    path("mijn/nieuws/", news.News.as_view(), name="news"),
    path("mijn/nieuws/gezien/", news.Seen.as_view(), name="news_seen"),
    path("mijn/nieuws/kiezen/", news.ChooseNews.as_view(), name="choose_news"),
    path("mijn/nieuws/stop/<str:token>/", news.StopMail.as_view(), name="stop_mail"),
    path("mijn/weg/", mine.ForgetMe.as_view(), name="forget_me"),
    path("klopt-niet/<slug:kind>/<str:key>/", reports.SayIt.as_view(), name="report"),
    path("melding/<int:pk>/", reports.HandleReport.as_view(), name="handle_report"),
    path("melding/<int:pk>/lezen/", reports.OpenRow.as_view(), name="open_row"),
    path("melding/<int:pk>/klaar/", reports.CloseReport.as_view(), name="close_report"),
    path("terzijde/<int:pk>/", reports.SetAsidePage.as_view(), name="set_aside"),
    path("terzijde/<int:pk>/eens/", reports.AgreeAside.as_view(), name="agree_aside"),
    path("terzijde/<int:pk>/terug/", reports.LiftAside.as_view(), name="lift_aside"),
    path("terzijde/<int:pk>/oordeel/", reports.JudgeAside.as_view(), name="judge_aside"),
    path("genoemd/<int:pk>/", reports.Named.as_view(), name="named"),
    path("waarom/", frame.PlainPage.as_view(template_name="pages/why.html"), name="why"),
    path(
        "wie-ziet-wat/",
        frame.PlainPage.as_view(template_name="pages/who_sees_what.html"),
        name="who_sees_what",
    ),
    path("privacy/", privacy.PrivacyPage.as_view(), name="privacy"),
    path(
        "toegankelijkheid/",
        frame.PlainPage.as_view(template_name="pages/accessibility.html"),
        name="accessibility",
    ),
    path("voorbeeld/", example.ExamplePeople.as_view(), name="example_people"),
    path("voorbeeld/post/", example.ExampleMailbox.as_view(), name="example_mailbox"),
    path("healthz", frame.health, name="health"),
    path("robots.txt", frame.robots_txt, name="robots"),
    path(".well-known/security.txt", frame.security_txt, name="security_txt"),
    path("", include("communities.urls")),
    path("", include("trajectories.urls")),
    path("", include("volunteers.urls")),
    path("", include("stories.urls")),
    path("account/", include("config.account_urls")),
    path("beheer/", admin.site.urls),
]
