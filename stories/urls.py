"""Addresses of stories."""

urlpatterns = []
