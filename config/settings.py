"""Settings of Samenspel, read from the environment by `config.env`."""

from csp.constants import NONCE, NONE, SELF
from django.utils.translation import gettext_lazy as _

from config import env
from config.jsonlog import logging_settings

BASE_DIR = env.BASE_DIR
DEBUG = env.boolean("DEBUG", False)
SECRET_KEY = env.secret_key(DEBUG)
EXAMPLE = env.example(DEBUG)
ALLOWED_HOSTS = env.hosts(DEBUG)
CSRF_TRUSTED_ORIGINS = env.origins("CSRF_TRUSTED_ORIGINS")
DATABASES = {"default": env.database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
SMALL_NUMBER = env.small_number()

INSTALLED_APPS = [
    "config.website",
    "stories",
    "volunteers",
    "trajectories",
    "communities",
    "config.apps.BackofficeConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "django_tasks",
    "django_tasks_db",
    "csp",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "communities.site.addresses.RefuseNullBytes",
    "config.website.patience.Patience",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "communities.accounts.private_pages.PrivatePagesMiddleware",
    "communities.accounts.shared_computer.SharedComputerMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "communities.site.language.LanguageMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "communities.accounts.second_factor.SecondFactorMiddleware",
    "communities.rights.reader.ReaderMiddleware",
]

if DEBUG and EXAMPLE:
    MIDDLEWARE.append("config.website.pages.chrome.KindNotFound")

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    [
                        "django.template.loaders.filesystem.Loader",
                        "django.template.loaders.app_directories.Loader",
                    ],
                )
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "config.website.pages.chrome.site",
            ],
        },
    }
]
# Which rooms fill the named places of a page, and in which order
PAGE_SLOTS = "config.website.pages.slots.SLOTS"
FORM_RENDERER = "communities.site.form_look.FieldRenderer"

# Language and time
LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", _("Dutch")), ("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True

# Accounts (docs/principles.md rule 6): a mailed code or a passkey, no password; a second factor by role
AUTH_USER_MODEL = "communities.User"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
ACCOUNT_ADAPTER = "communities.accounts.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_SIGNUP_FORM_CLASS = "communities.accounts.newcomer.NewcomerForm"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_FORMS = {
    "login": "communities.accounts.forms.LoginForm",
    "signup": "communities.accounts.forms.MailSignupForm",
    "confirm_login_code": "communities.accounts.forms.ConfirmLoginCodeForm",
    "confirm_email_verification_code": "communities.accounts.forms.ConfirmEmailForm",
    "add_email": "communities.accounts.forms.AddEmailForm",
}
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
# A mail server that is busy may take minutes; three wrong tries end a code anyhow.
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = ACCOUNT_EMAIL_VERIFICATION_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = ACCOUNT_EMAIL_VERIFICATION_BY_CODE_MAX_ATTEMPTS = 3
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ALLAUTH_USER_CODE_FORMAT = {"numeric": True, "length": 6, "dashed": False}
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = "Samenspel: "
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_RATE_LIMITS = {
    # An event of 300 people shares one address: wide per address, narrow per account and per code.
    "login": "1000/m/ip",
    "login_failed": "1000/m/ip,5/5m/key",
    "signup": "1000/m/ip",
    "request_login_code": "1000/m/ip,5/m/key,20/h/key",
    "code_tried": "10/10m/key",
    # A mail that nobody asked for, to an address without an account or with one
    "unknown_account": "1/d/key",
    "account_already_exists": "3/d/key",
    "confirm_email": "5/m/key,20/h/key",
}
MFA_ADAPTER = "communities.accounts.adapters.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_TOLERANCE = 1
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = DEBUG
# Nobody is ever logged in who did not show that the mail address is theirs (ACCOUNT_EMAIL_VERIFICATION).
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_RATE_LIMITS = {"webauthn_login": "1000/m/ip"}
MFA_FORMS = {
    "authenticate": "communities.accounts.forms.AuthenticateForm",
    "reauthenticate": "communities.accounts.forms.ReauthenticateForm",
    "activate_totp": "communities.accounts.forms.AddAppForm",
    "add_webauthn": "communities.accounts.forms.AddKeyForm",
    "edit_webauthn": "communities.accounts.forms.NameKeyForm",
}
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/mijn/"
BEHIND_PROXY = env.boolean("BEHIND_PROXY", False)
ALLAUTH_TRUSTED_PROXY_COUNT = env.whole("TRUSTED_PROXY_COUNT", 0)

# Mail: printed on the terminal in development; with the example on also readable at /voorbeeld/post/
# A page writes a letter down; the worker (`manage.py db_worker`) hands it to LETTER_BACKEND.
SITE_URL = env.site_url(ALLOWED_HOSTS, DEBUG)
DEFAULT_FROM_EMAIL = env.mail_address("DEFAULT_FROM_EMAIL", "Samenspel <samenspel@localhost>")
EMAIL_CONFIG = env.email()
vars().update(EMAIL_CONFIG)
LETTER_BACKEND = EMAIL_CONFIG["EMAIL_BACKEND"]
EMAIL_BACKEND = "config.website.mail.letters.LetterBackend"
LETTER_TASK = "config.website.mail.letters.deliver"
TASKS = {
    "default": {
        "BACKEND": "django_tasks.backends.immediate.ImmediateBackend"
        if DEBUG
        else "django_tasks_db.DatabaseBackend"
    }
}
EMAIL_TIMEOUT = 10
SECURITY_CONTACT = env.plain_address("SECURITY_CONTACT", "samenspel@localhost")
if EXAMPLE:
    LETTER_BACKEND = "communities.site.example_mailbox.ExampleMailBackend"

# Who answers for this site: on the page about data, in the colophon and under every mail
CONTROLLER = env.text("CONTROLLER", "Gemeente Lingerveen" if EXAMPLE else "")
CONTACT = env.plain_address("CONTACT", "samenspel@localhost" if EXAMPLE else "")
DATA_PROTECTION_OFFICER = env.plain_address("DATA_PROTECTION_OFFICER", "fg@localhost" if EXAMPLE else "")
# What nobody filled in; `manage.py check --deploy` names it
UNSET = env.unset(
    "CONTROLLER",
    "CONTACT",
    "DATA_PROTECTION_OFFICER",
    "EMAIL_URL",
    "DEFAULT_FROM_EMAIL",
    "SITE_URL",
    "SECURITY_CONTACT",
    "DATABASE_URL",
)

# Limits and counters live in the database so that every process counts the same (docs/principles.md rule 6)
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "shared_cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}
SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 30
# The mark of a browser in which somebody logged in before (docs/decisions/0031)
KNOWN_COOKIE_NAME = "known"

# On PostgreSQL one question of a page is cut off after this many seconds; a deed never is.
PAGE_QUERY_SECONDS = env.whole("PAGE_QUERY_SECONDS", 5)

# Static files
STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

# Sounds and pictures of stories: outside everything that is served by itself (docs/principles.md rule 5)
MEDIA_ROOT = env.media_root(public=[STATIC_ROOT, *STATICFILES_DIRS])

# Security (docs/principles.md rule 9)
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "media-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "manifest-src": [SELF],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
# A message may name a mail address: it waits in the session, never in a cookie.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
CSRF_FAILURE_VIEW = "config.website.pages.chrome.csrf_failure"
if not DEBUG:
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    # No other site under the same name, and no page without https, can set these.
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-session", "__Host-csrf"
    KNOWN_COOKIE_NAME = "__Host-known"
    SECURE_SSL_REDIRECT = env.boolean("SECURE_SSL_REDIRECT", True)
    SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365
    SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = True
    if BEHIND_PROXY:
        SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_621_440

# Logs (docs/principles.md rule 4): picked fields only, and no report of an error holds what people wrote
LOGGING = logging_settings(DEBUG)
DEFAULT_EXCEPTION_REPORTER_FILTER = "config.reporting.BlankFilter"
if not DEBUG:
    DEFAULT_EXCEPTION_REPORTER = "config.reporting.BlankReport"
