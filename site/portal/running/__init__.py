"""How the site is started on one machine: its processes, its clock, its static files."""
