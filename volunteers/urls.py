"""Addresses of volunteers."""

urlpatterns = []
