"""Accounts: the custom User model, own from day one."""
