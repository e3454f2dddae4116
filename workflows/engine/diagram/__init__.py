"""A workflow drawn as SVG on the server, and told as a table for those who cannot see it."""

from workflows.engine.diagram.drawing import draw_svg
from workflows.engine.diagram.telling import TellableState, describe

__all__ = ["TellableState", "describe", "draw_svg"]
