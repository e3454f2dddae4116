"""What a complaint is, who handles it, how it moves, and the screens of those who do."""
