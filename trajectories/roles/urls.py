"""Addresses of who takes part and who does what."""

from django.urls import path

from trajectories.roles import views

urlpatterns = [
    path("groep/<int:pk>/iemand-erbij/", views.AddMember.as_view(), name="add_member"),
    path("groep/<int:pk>/afspraken/", views.Agreements.as_view(), name="agreements"),
    path("afspraak/<int:pk>/", views.ReviewRole.as_view(), name="review_role"),
    path("afspraak/<int:pk>/los/", views.LetRoleGo.as_view(), name="let_role_go"),
    path("groep/<int:pk>/meedoen/", views.AskToTakePart.as_view(), name="take_part"),
    path("groep/<int:pk>/mensen/", views.GroupPeople.as_view(), name="group_people"),
    path("groepslid/<int:pk>/welkom/", views.Welcome.as_view(), name="welcome"),
    path("groepslid/<int:pk>/nu-niet/", views.NotNow.as_view(), name="not_now"),
    path("groepslid/<int:pk>/kartrekker/", views.OfferHost.as_view(), name="offer_host"),
    path("meetrekken/<int:pk>/", views.RoleOffer.as_view(), name="role_offer"),
    path("meetrekken/<int:pk>/nee/", views.DeclineOffer.as_view(), name="decline_offer"),
    path("groepslid/<int:pk>/stopt/", views.EndPart.as_view(), name="end_part"),
]
