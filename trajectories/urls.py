"""Addresses of trajectories."""

urlpatterns = []
