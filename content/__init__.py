"""What the public sees: information pages, guidance, the report form, tracking, the register."""
