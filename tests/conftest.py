"""What every test may lean on: the cast of people and departments comes from tests/factories."""
