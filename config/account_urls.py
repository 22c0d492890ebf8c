"""The account pages we use: a mailed code, a passkey, a second factor. The rest of allauth has no address."""

from allauth.account import views
from django.urls import path

from communities.views import accounts, second_factor

urlpatterns = [
    path("login/", accounts.Login.as_view(), name="account_login"),
    path("login/code/", accounts.ToLogin.as_view(), name="account_request_login_code"),
    path("login/code/confirm/", accounts.ConfirmLoginCode.as_view(), name="account_confirm_login_code"),
    path("login/passkey/", second_factor.KeyLogin.as_view(), name="mfa_login_webauthn"),
    path("login/tweede-stap/", second_factor.Authenticate.as_view(), name="mfa_authenticate"),
    path("signup/", accounts.Signup.as_view(), name="account_signup"),
    path("logout/", accounts.Logout.as_view(), name="account_logout"),
    path("inactive/", views.account_inactive, name="account_inactive"),
    path("confirm-email/", accounts.ConfirmEmail.as_view(), name="account_email_verification_sent"),
    path("email/", accounts.ChangeEmail.as_view(), name="account_email"),
    path("veiligheid/", accounts.Security.as_view(), name="mfa_index"),
    path("sessie/<int:pk>/stop/", accounts.EndSession.as_view(), name="account_end_session"),
    path("sessies/stop/", accounts.EndOtherSessions.as_view(), name="account_end_other_sessions"),
    path("tweede-stap/", second_factor.Begin.as_view(), name="account_second_factor"),
    path("ben-jij-het/", second_factor.Again.as_view(), name="mfa_reauthenticate"),
    path("ben-jij-het/passkey/", second_factor.AgainWithKey.as_view(), name="mfa_reauthenticate_webauthn"),
    path("app/", second_factor.AddApp.as_view(), name="mfa_activate_totp"),
    path("app/weg/", second_factor.RemoveApp.as_view(), name="mfa_deactivate_totp"),
    path("passkey/", second_factor.AddKey.as_view(), name="mfa_add_webauthn"),
    path("passkey/<int:pk>/naam/", second_factor.NameKey.as_view(), name="mfa_edit_webauthn"),
    path("passkey/<int:pk>/weg/", second_factor.RemoveKey.as_view(), name="mfa_remove_webauthn"),
    path("codes/", second_factor.Codes.as_view(), name="mfa_view_recovery_codes"),
    path("codes/nieuw/", second_factor.NewCodes.as_view(), name="mfa_generate_recovery_codes"),
]
