"""The Django project: settings, addresses, accounts, health, and the commands that start it."""
