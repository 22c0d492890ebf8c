"""Django's own reports of an error, for a page or a mail: not a word of anybody in them (docs/principles.md rule 4)."""

import json

from django.utils.html import format_html
from django.views.debug import ExceptionReporter, SafeExceptionReporterFilter

from config.jsonlog import exception


class BlankFilter(SafeExceptionReporterFilter):
    """No form, no cookie, no header, no local variable, whatever DEBUG says."""

    def is_active(self, request):
        return True

    def get_safe_request_meta(self, request):
        return {}

    def get_safe_cookies(self, request):
        return {}

    def get_post_parameters(self, request):
        return {}

    def get_cleansed_multivaluedict(self, request, multivaluedict):
        return {}

    def cleanse_special_types(self, request, value):
        return self.cleansed_substitute

    def get_traceback_frame_variables(self, request, tb_frame):
        return [(name, self.cleansed_substitute) for name in tb_frame.f_locals]


class BlankReport(ExceptionReporter):
    """Classes and places only, for everything but a developer's own screen: no words, address or query."""

    def get_traceback_text(self):
        return json.dumps(exception(self.exc_value), indent=1)

    def get_traceback_html(self):
        return format_html("<pre>{}</pre>", self.get_traceback_text())
