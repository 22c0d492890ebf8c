"""Leaving a device behind without a trace."""

from allauth.account.views import LogoutView

from communities.adapters import CLEAR_SITE_DATA


class Logout(LogoutView):
    """Logging out also tells the browser to forget the pages: many people share a computer."""

    def post(self, *args, **kwargs):
        response = super().post(*args, **kwargs)
        response["Clear-Site-Data"] = CLEAR_SITE_DATA
        return response
