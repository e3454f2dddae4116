"""The complaint and its life: filing, moves, history, deadlines, and who may see what."""
