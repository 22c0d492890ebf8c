"""For `make bench` only: how many questions a page asks of the database."""

from django.db import connection


class CountQueries:
    """Adds the header X-Queries; never active in production, because it needs DEBUG."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        counted = [0]

        def count(execute, sql, parameters, many, context):
            counted[0] += 1
            return execute(sql, parameters, many, context)

        with connection.execute_wrapper(count):
            response = self.get_response(request)
        response["X-Queries"] = str(counted[0])
        return response
