"""The citizen's screens: filing a complaint, following it, and reading what is public."""
