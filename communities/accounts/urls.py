"""The account pages we use: a mailed code, a passkey, a second factor. The rest of allauth has no address."""

from allauth.account import views
from django.urls import path

from communities.accounts import views as accounts_views

urlpatterns = [
    path("login/", accounts_views.Login.as_view(), name="account_login"),
    path("login/code/", accounts_views.ToLogin.as_view(), name="account_request_login_code"),
    path("login/code/confirm/", accounts_views.ConfirmLoginCode.as_view(), name="account_confirm_login_code"),
    path("login/passkey/", accounts_views.KeyLogin.as_view(), name="mfa_login_webauthn"),
    path("login/tweede-stap/", accounts_views.Authenticate.as_view(), name="mfa_authenticate"),
    path("signup/", accounts_views.Signup.as_view(), name="account_signup"),
    path("logout/", accounts_views.Logout.as_view(), name="account_logout"),
    path("inactive/", views.account_inactive, name="account_inactive"),
    path("confirm-email/", accounts_views.ConfirmEmail.as_view(), name="account_email_verification_sent"),
    path("email/", accounts_views.ChangeEmail.as_view(), name="account_email"),
    path("veiligheid/", accounts_views.Security.as_view(), name="mfa_index"),
    path("sessie/<int:pk>/stop/", accounts_views.EndSession.as_view(), name="account_end_session"),
    path("sessies/stop/", accounts_views.EndOtherSessions.as_view(), name="account_end_other_sessions"),
    path("tweede-stap/", accounts_views.SetUpSecondFactor.as_view(), name="account_second_factor"),
    path("ben-jij-het/", accounts_views.Again.as_view(), name="mfa_reauthenticate"),
    path("ben-jij-het/passkey/", accounts_views.AgainWithKey.as_view(), name="mfa_reauthenticate_webauthn"),
    path("app/", accounts_views.AddApp.as_view(), name="mfa_activate_totp"),
    path("app/weg/", accounts_views.RemoveApp.as_view(), name="mfa_deactivate_totp"),
    path("passkey/", accounts_views.AddKey.as_view(), name="mfa_add_webauthn"),
    path("passkey/<int:pk>/naam/", accounts_views.NameKey.as_view(), name="mfa_edit_webauthn"),
    path("passkey/<int:pk>/weg/", accounts_views.RemoveKey.as_view(), name="mfa_remove_webauthn"),
    path("codes/", accounts_views.Codes.as_view(), name="mfa_view_recovery_codes"),
    path("codes/nieuw/", accounts_views.NewCodes.as_view(), name="mfa_generate_recovery_codes"),
]
