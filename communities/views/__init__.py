"""Pages of accounts, invitations, communities and places."""
