"""Who handles what, as data edited in the admin: departments, members, categories, calendar."""
